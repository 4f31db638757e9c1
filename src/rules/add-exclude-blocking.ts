import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'add-exclude-blocking',
  title: 'ADD … EXCLUDE builds an index under a lock that stops reads and writes, and has no online form',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint, table } = judged.operation;
    if (constraint.type !== 'exclude') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding an EXCLUDE constraint to ${shown(judged, table)}: ${impact(judged, blocking)}. PostgreSQL has no NOT VALID or CONCURRENTLY form of it.`,
      'Create a new table with the constraint and move the rows in batches; or run it in a maintenance window with a short lock_timeout, and waive it with the reason.',
    );
  },
});
