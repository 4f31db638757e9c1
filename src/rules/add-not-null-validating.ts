import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'add-not-null-validating',
  title: 'ADD … NOT NULL as a constraint reads every row under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint } = judged.operation;
    if (constraint.type !== 'not-null') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding a NOT NULL constraint on ${quoted(constraint.column)}: ${impact(judged, blocking)}.`,
      'Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.',
    );
  },
});
