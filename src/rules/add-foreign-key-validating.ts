import { since, supportedMajors } from '../engine/postgres/version.ts';
import { blockingWork, isPartitioned } from './existing.ts';
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
      // Where a partitioned table takes none that is NOT VALID, it takes over those of its partitions unread.
      isPartitioned(judged.before, table) && !since('notValidOnPartitioned', judged.context.target.major ?? supportedMajors[0])
        ? 'Add it to each partition NOT VALID, VALIDATE it there in a later transaction, then add it to the partitioned table, which takes theirs over; PostgreSQL 18 takes NOT VALID on the partitioned table itself.'
        : 'Add it NOT VALID, then VALIDATE CONSTRAINT in a later transaction: reads and writes go on meanwhile.',
    );
  },
});
