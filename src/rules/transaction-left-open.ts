import { defineRule } from './rule.ts';

/** Reported by `analysis/judge.ts`: it is known at the end of the file alone. */
export default defineRule({
  id: 'transaction-left-open',
  title: 'BEGIN without COMMIT: what follows is taken back when the session ends',
  category: 'operations',
  severity: 'error',
  on: [],
  check() {},
});
