import { refusesTransactionBlock } from '../engine/postgres/transaction-block.ts';
import { keyOf } from '../operation/name.ts';
import { feltLocks, isInUse, sameTable } from './existing.ts';
import { everyKind } from './kinds.ts';
import { atLeast, waiting } from './locks.ts';
import { defineRule } from './rule.ts';
import { togetherWith } from './together.ts';
import { aLock, shown } from './wording.ts';

export default defineRule({
  id: 'several-tables-locked',
  title:
    'One transaction locks several tables: each waits for the locks of the others, and deadlocks with code that takes them in another order',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  oncePerMigration: true,
  check(judged) {
    const { operation, transaction, before } = judged;
    if (transaction.held.length === 0 || refusesTransactionBlock(operation, before)) return;
    // A view is dropped and created again around a change of its tables: that has to be one transaction.
    if (operation.kind.endsWith('-view')) return;
    // A new table refers to as many tables as it needs, by CREATE TABLE or by ALTER TABLE after it.
    if ('table' in operation && operation.table && (operation.kind === 'create-table' || !isInUse(before, operation.table))) return;
    const taken = feltLocks(judged).filter((effect) => atLeast(effect.lock, 'ShareRowExclusiveLock'));
    if (taken.length === 0) return;
    const strong = transaction.held.filter((each) => atLeast(each.lock, 'ShareRowExclusiveLock') && before.tables.has(keyOf(each.table)));
    // What one operation locks, such as both ends of a foreign key, it has to lock together.
    const first = strong.find((each) => !taken.some((effect) => sameTable(effect.table, each.table)));
    const further = taken.find((effect) => !strong.some((each) => sameTable(each.table, effect.table)));
    if (first === undefined || !further?.lock) return;
    const table = shown(judged, first.table);
    judged.report(
      `This takes ${aLock(further.lock)} on ${shown(judged, further.table)} while the transaction still holds ${aLock(first.lock)} on ${table} since line ${first.line} (${togetherWith(judged, first.line).because}): ${waiting(first.lock)} of ${table} wait for as long as this statement waits, and code that takes the two in the other order deadlocks.`,
      'Give each table a migration file, and so a transaction, of its own.',
    );
  },
});
