import { tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { matchesEveryRow } from './whole-table.ts';
import { sized } from './wording.ts';

export default defineRule({
  id: 'delete-whole-table',
  title: 'DELETE of every row in one statement locks each row until it ends, and loses the data',
  category: 'operations',
  severity: 'error',
  on: ['delete'],
  check(judged) {
    const { operation, before } = judged;
    if (!isInUse(before, operation.table)) return;
    if (!matchesEveryRow(operation.where, tableOf(before, operation.table), before.unit)) return;
    judged.report(
      `This DELETE reaches every row of ${sized(judged, operation.table)}: it marks every row dead in one transaction, and writes to those rows wait until it ends (ROW EXCLUSIVE lock, and a lock on each row).`,
      'Delete in batches by primary key, each committed on its own; or TRUNCATE, where nobody uses the table.',
    );
  },
});
