import { blockingWork, isPartitioned } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactOnPartitions, perPartition, shown } from './wording.ts';

export default defineRule({
  id: 'add-unique-blocking',
  title: 'ADD … UNIQUE builds an index under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint, table } = judged.operation;
    if (constraint.type !== 'unique') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding a UNIQUE constraint to ${shown(judged, table)}: ${impactOnPartitions(judged, table, blocking)}.`,
      isPartitioned(judged.before, table)
        ? perPartition('UNIQUE')
        : 'Build the unique index CONCURRENTLY, then ADD CONSTRAINT … UNIQUE USING INDEX.',
    );
  },
});
