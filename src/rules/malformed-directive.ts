import { defineRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is about the comment, which no operation stands for. */
export default defineRule({
  id: 'malformed-directive',
  title: 'A comment that begins like a directive and is none',
  category: 'policy',
  severity: 'error',
  on: [],
  check() {},
});
