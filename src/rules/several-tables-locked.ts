import { sqlNameOf } from '../engine/postgres/lock-mode.ts';
import { effectOn, feltLocks, sameTable } from './existing.ts';
import { everyKind } from './kinds.ts';
import { atLeast, waiting } from './locks.ts';
import { defineRule } from './rule.ts';
import { shown } from './wording.ts';

export default defineRule({
  id: 'several-tables-locked',
  title:
    'One transaction locks several tables: each waits for the locks of the others, and deadlocks with code that takes them in another order',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  oncePerMigration: true,
  check(judged) {
    const { transaction, before } = judged;
    if (transaction.open === 'no') return;
    const strong = transaction.held.filter((each) => atLeast(each.lock, 'ShareRowExclusiveLock'));
    const further = feltLocks(judged).find(
      (effect) => atLeast(effect.lock, 'ShareRowExclusiveLock') && !strong.some((each) => sameTable(each.table, effect.table)),
    );
    const [first] = strong;
    if (first === undefined || further === undefined || further.lock === null) return;
    // Partitions are locked with their parent by nature.
    if (before.tables.get(`${further.table.schema}\t${further.table.name}`)?.partitionOf && effectOn(judged, further.table) === undefined)
      return;
    judged.report(
      `This takes an ${sqlNameOf(further.lock)} lock on ${shown(judged, further.table)} while the transaction still holds one on ${shown(judged, first.table)} since line ${first.line} (${transaction.because}): ${waiting(first.lock)} of ${shown(judged, first.table)} wait for as long as this statement waits, and code that takes the two in the other order deadlocks.`,
      'Give each table a migration file, and so a transaction, of its own.',
    );
  },
});
