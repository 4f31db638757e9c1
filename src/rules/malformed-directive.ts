import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is about the comment, which no operation stands for. */
export default defineSharedRule({
  id: 'malformed-directive',
  title: 'A comment that begins like a directive and is none',
  category: 'policy',
  severity: 'error',
  on: [],
  check() {},
});
