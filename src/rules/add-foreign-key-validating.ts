import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'add-foreign-key-validating',
  title: 'ADD … FOREIGN KEY looks every row up while writes to both tables wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint, table } = judged.operation;
    if (constraint.type !== 'foreign-key') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding a foreign key from ${shown(judged, table)} to ${shown(judged, constraint.references)}: ${impact(judged, blocking)}.`,
      'Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.',
    );
  },
});
