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
    // A partitioned table needs another way out: create-index-partitioned.
    if (operation.concurrently || tableOf(judged.before, operation.table)?.partitionBy !== undefined) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `CREATE INDEX on ${shown(judged, operation.table)} without CONCURRENTLY: ${impact(judged, blocking)}.`,
      'CREATE INDEX CONCURRENTLY, outside a transaction and alone in its file: writes go on meanwhile.',
    );
  },
});
