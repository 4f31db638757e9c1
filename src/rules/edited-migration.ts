import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is about the file, which no operation stands for. */
export default defineSharedRule({
  id: 'edited-migration',
  title: 'A migration that is already on the base branch was edited: databases that have run it will not run it again',
  category: 'policy',
  severity: 'error',
  on: [],
  check() {},
});
