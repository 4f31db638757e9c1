import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is about the text, which no operation stands for. */
export default defineSharedRule({
  id: 'unreadable-statement',
  title: 'A statement or file that cannot be read was not checked',
  category: 'unreadable',
  severity: 'error',
  on: [],
  check() {},
});
