import { blockingWork, isPartitioned } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, impactOnPartitions, perPartition, shown } from './wording.ts';

export default defineRule({
  id: 'add-primary-key-blocking',
  title: 'ADD PRIMARY KEY builds an index, or reads every row for NULL, under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint'],
  check(judged) {
    const { constraint, table } = judged.operation;
    if (constraint.type !== 'primary-key') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    const what =
      constraint.usingIndex === undefined
        ? `Adding a primary key to ${shown(judged, table)}`
        : `Making an index the primary key of ${shown(judged, table)} makes its columns NOT NULL`;
    judged.report(
      `${what}: ${constraint.usingIndex === undefined ? impactOnPartitions(judged, table, blocking) : impactAndReason(judged, blocking)}.`,
      isPartitioned(judged.before, table)
        ? perPartition('PRIMARY KEY')
        : 'Make the columns NOT NULL behind a validated CHECK, build the unique index CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX.',
    );
  },
});
