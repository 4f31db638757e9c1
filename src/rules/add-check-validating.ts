import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'add-check-validating',
  title: 'ADD … CHECK reads every row under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint, table } = judged.operation;
    if (constraint.type !== 'check') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding a CHECK constraint to ${shown(judged, table)}: ${impact(judged, blocking)}.`,
      'Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.',
    );
  },
});
