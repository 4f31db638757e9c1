import { defineSharedRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is known at the end of the file alone. */
export default defineSharedRule({
  id: 'transaction-left-open',
  title: 'BEGIN without COMMIT: what follows is taken back when the session ends',
  category: 'operations',
  severity: 'error',
  on: [],
  check() {},
});
