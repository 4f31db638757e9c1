import { tableOf } from '../schema/schema.ts';
import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'create-index-blocking',
  title: 'CREATE INDEX without CONCURRENTLY stops writes until the index is built',
  category: 'blocking',
  severity: 'error',
  on: ['create-index'],
  check(judged) {
    const { operation } = judged;
    const table = tableOf(judged.before, operation.table);
    // A partitioned table needs another way out: create-index-partitioned.
    if (operation.concurrently || table?.partitionBy !== undefined) return;
    // ON ONLY makes sense on a partitioned table alone, and builds nothing there: one that history has not made will be that.
    if (operation.only && table?.persistence === undefined) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `CREATE INDEX on ${shown(judged, operation.table)} without CONCURRENTLY: ${impact(judged, blocking)}.`,
      'CREATE INDEX CONCURRENTLY, outside a transaction and alone in its file: writes go on meanwhile.',
    );
  },
});
