import { blocksWrites } from '../engine/postgres/lock-mode.ts';
import { tableOf } from '../schema/schema.ts';
import { isInUse } from './existing.ts';
import { strongest, waiting } from './locks.ts';
import { defineRule, type Judged } from './rule.ts';
import { severityOf, togetherWith } from './together.ts';
import { touchesOneRow } from './whole-table.ts';
import { aLock, shown } from './wording.ts';

export default defineRule({
  id: 'data-change-with-schema-change',
  title: 'Rows are changed while the transaction still holds the lock of a schema change',
  category: 'operations',
  severity: 'error',
  on: ['insert', 'update', 'delete', 'merge', 'copy'],
  check(judged) {
    const { operation, transaction } = judged;
    const held = strongest(transaction.held.filter((each) => blocksWrites(each.lock)));
    if (held === undefined || operation.table === undefined || !mayTakeLong(judged)) return;
    const together = togetherWith(judged, held.line);
    const table = shown(judged, held.table);
    judged.report(
      `${operation.kind.toUpperCase()} on ${shown(judged, operation.table)} runs in the transaction that took ${aLock(held.lock)} on ${table} on line ${held.line} (${together.because}): ${waiting(held.lock)} of ${table} wait until the rows are changed.`,
      'Commit the schema change first, and change the rows in batches in a migration file of its own.',
      severityOf(together),
    );
  },
});

function mayTakeLong({ operation, before }: Judged<'insert' | 'update' | 'delete' | 'merge' | 'copy'>): boolean {
  switch (operation.kind) {
    // INSERT … VALUES is over at once; INSERT … SELECT lasts as long as its query, whatever table it fills.
    case 'insert':
      return operation.reads.some((table) => isInUse(before, table));
    case 'copy':
      return operation.writes;
    case 'update':
    case 'delete':
      return isInUse(before, operation.table) && !touchesOneRow(operation.where, tableOf(before, operation.table));
    case 'merge':
      return true;
  }
}
