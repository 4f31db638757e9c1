import { blockingWork, isInUse, isPartitioned } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactOnPartitions, shown } from './wording.ts';

export default defineRule({
  id: 'create-index-partitioned',
  title: 'CREATE INDEX on a partitioned table stops writes to every partition, and cannot be CONCURRENTLY',
  category: 'blocking',
  severity: 'error',
  on: ['create-index'],
  check(judged) {
    const { operation } = judged;
    if (!isPartitioned(judged.before, operation.table)) return;
    const advice =
      'CREATE INDEX … ON ONLY the parent, CREATE INDEX CONCURRENTLY on each partition, then ALTER INDEX … ATTACH PARTITION for each.';
    if (operation.concurrently) {
      judged.report(
        `CREATE INDEX CONCURRENTLY always fails here: ${shown(judged, operation.table)} is partitioned (error 0A000).`,
        isInUse(judged.before, operation.table) ? advice : 'Leave CONCURRENTLY out: the table is new, nobody waits.',
      );
      return;
    }
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `CREATE INDEX on the partitioned table ${shown(judged, operation.table)}: ${impactOnPartitions(judged, operation.table, blocking)}.`,
      advice,
    );
  },
});
