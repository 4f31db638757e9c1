import { tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { matchesEveryRow } from './whole-table.ts';
import { sized } from './wording.ts';

export default defineSharedRule({
  id: 'delete-whole-table',
  title: 'DELETE of every row in one statement locks each row until it ends, and loses the data',
  category: 'operations',
  severity: 'error',
  on: ['delete'],
  check(judged) {
    const { operation, before, context } = judged;
    if (!isInUse(before, operation.table) || operation.limit !== undefined) return;
    if (!matchesEveryRow(operation, tableOf(before, operation.table), before.unit)) return;
    const what =
      context.target.engine === 'postgres'
        ? 'it marks every row dead in one transaction, and writes to those rows wait until it ends (ROW EXCLUSIVE lock, and a lock on each row)'
        : 'it locks every row in one transaction, so that writes wait until it ends, and replicas begin with it only then';
    judged.report(
      `This DELETE reaches every row of ${sized(judged, operation.table)}: ${what}.`,
      'Delete in batches by primary key, each committed on its own; or TRUNCATE, where nobody uses the table.',
    );
  },
});
