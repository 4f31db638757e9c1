import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, shown } from './wording.ts';

export default defineRule({
  id: 'create-partition-scanning-default',
  title: 'CREATE TABLE … PARTITION OF reads every row of the default partition under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['create-table'],
  check(judged) {
    const { operation } = judged;
    if (operation.partitionOf === undefined) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Creating the partition ${shown(judged, operation.table)} of ${shown(judged, operation.partitionOf.parent)}: ${impactAndReason(judged, blocking)}.`,
      'Prove that it has none: ADD CONSTRAINT … CHECK that excludes the new range to the default partition, NOT VALID first, VALIDATE it in a later transaction.',
    );
  },
});
