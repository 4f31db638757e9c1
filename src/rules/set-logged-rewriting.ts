import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact } from './wording.ts';

export default defineRule({
  id: 'set-logged-rewriting',
  title: 'SET LOGGED and SET UNLOGGED rewrite the table under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['set-logged'],
  check(judged) {
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `SET ${judged.operation.logged ? 'LOGGED' : 'UNLOGGED'}: ${impact(judged, blocking)}.`,
      'Create a new table of the kind that is wanted, copy the rows in batches, then swap the names.',
    );
  },
});
