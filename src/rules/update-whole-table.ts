import { tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { matchesEveryRow } from './whole-table.ts';
import { sized } from './wording.ts';

export default defineRule({
  id: 'update-whole-table',
  title: 'UPDATE of every row in one statement locks each row until it ends, and doubles the table',
  category: 'operations',
  severity: 'error',
  on: ['update'],
  check(judged) {
    const { operation, before } = judged;
    if (!isInUse(before, operation.table)) return;
    if (!matchesEveryRow(operation.where, tableOf(before, operation.table), before.unit)) return;
    judged.report(
      `This UPDATE reaches every row of ${sized(judged, operation.table)}: it writes every row anew in one transaction, and writes to those rows wait until it ends (ROW EXCLUSIVE lock, and a lock on each row).`,
      "Update in batches by primary key, each committed on its own, outside the migration's transaction.",
    );
  },
});
