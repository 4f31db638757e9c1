import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'detach-partition-checking',
  title: 'DETACH PARTITION reads every row of the tables that point to the partitioned table, while others wait',
  category: 'blocking',
  severity: 'error',
  on: ['detach-partition'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Detaching ${shown(judged, operation.partition)} from ${shown(judged, operation.table)}: ${impact(judged, blocking)}.`,
      'Drop the foreign keys that point to it first; add them again NOT VALID once it is detached, and VALIDATE them in a later transaction.',
    );
  },
});
