import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/suppression.ts`: it is about the comment, which no operation stands for. */
export default defineSharedRule({
  id: 'ignore-without-reason',
  title: 'A lockstep-ignore without a reason waives nothing',
  category: 'policy',
  severity: 'error',
  on: [],
  check() {},
});
