import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/declared.ts`: it is about what all the migrations lead to, which no operation stands for. */
export default defineSharedRule({
  id: 'declared-schema-differs',
  title: 'A column is in the declared schema or in the migrations, and not in both',
  category: 'policy',
  severity: 'warning',
  on: [],
  check() {},
});
