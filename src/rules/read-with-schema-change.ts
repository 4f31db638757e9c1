import { isWork } from '../engine/postgres/effect.ts';
import { blocksWrites } from '../engine/postgres/lock-mode.ts';
import { isInUse } from './existing.ts';
import { strongest, waiting } from './locks.ts';
import { defineRule } from './rule.ts';
import { severityOf, togetherWith } from './together.ts';
import { aLock, shown } from './wording.ts';

export default defineRule({
  id: 'read-with-schema-change',
  title: 'Rows are read while the transaction still holds the lock of a schema change',
  category: 'operations',
  severity: 'error',
  on: ['select', 'create-table', 'create-view', 'copy'],
  check(judged) {
    const { operation, transaction, before, effects } = judged;
    if (transaction.held.length === 0 || ('writes' in operation && operation.writes)) return;
    const read = effects.find(({ table, lock, work }) => isWork(work) && !blocksWrites(lock) && isInUse(before, table));
    const held = read && strongest(transaction.held.filter((each) => blocksWrites(each.lock)));
    if (read === undefined || held === undefined) return;
    const together = togetherWith(judged, held.line);
    const table = shown(judged, held.table);
    judged.report(
      `This reads ${shown(judged, read.table)} in the transaction that took ${aLock(held.lock)} on ${table} on line ${held.line} (${together.because}): ${waiting(held.lock)} of ${table} wait until it is done.`,
      'Read before the schema change, or in a migration file of its own.',
      severityOf(together),
    );
  },
});
