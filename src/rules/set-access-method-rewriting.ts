import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact } from './wording.ts';

export default defineRule({
  id: 'set-access-method-rewriting',
  title: 'SET ACCESS METHOD rewrites the table under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['set-access-method', 'alter-view'],
  check(judged) {
    const { operation } = judged;
    if (operation.kind === 'alter-view' && operation.sets !== 'access method') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `SET ACCESS METHOD: ${impact(judged, blocking)}.`,
      'Create a new table with the access method, copy the rows in batches, then swap the names.',
    );
  },
});
