import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, shown } from './wording.ts';

export default defineRule({
  id: 'attach-partition-scanning',
  title: 'ATTACH PARTITION reads every row of the partition, or of the default partition, unless a valid CHECK proves the bound',
  category: 'blocking',
  severity: 'error',
  on: ['attach-partition'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Attaching ${shown(judged, operation.partition)} to ${shown(judged, operation.table)}: ${impactAndReason(judged, blocking)}.`,
      'Prove the bound first: on the table that is read, ADD CONSTRAINT … CHECK … NOT VALID, VALIDATE it in a later transaction, then attach and drop the CHECK.',
    );
  },
});
