import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/suppression.ts`: it is about the comment, which no operation stands for. */
export default defineSharedRule({
  id: 'unused-ignore',
  title: 'A lockstep-ignore that waives nothing',
  category: 'policy',
  severity: 'warning',
  on: [],
  check() {},
});
