import { indexOf } from '../schema/schema.ts';
import { feltLocks, isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { lockWait, quoted } from './wording.ts';

export default defineRule({
  id: 'drop-index-blocking',
  title: 'DROP INDEX without CONCURRENTLY takes a lock that stops reads and writes of its table',
  category: 'blocking',
  severity: 'error',
  on: ['drop-index'],
  check(judged) {
    const { operation, before } = judged;
    const known = indexOf(before, operation.index);
    // CONCURRENTLY exists neither for an index of a partitioned table nor with CASCADE; the index of a constraint cannot be dropped at all.
    if (operation.concurrently || operation.cascade || known?.table.partitionBy || known?.index.constraint !== undefined) return;
    // What PostgreSQL refuses blocks nobody, and neither would CONCURRENTLY be taken.
    if ((known && !isInUse(before, known.table.name)) || judged.effects.some(({ fails }) => fails?.certain)) return;
    const felt = feltLocks(judged);
    const who = felt.length > 0 ? lockWait(judged, felt) : 'reads and writes of its table wait behind its ACCESS EXCLUSIVE lock';
    judged.report(
      `DROP INDEX ${quoted(operation.index.name)} without CONCURRENTLY waits for every running query on the table, and ${who}.`,
      'DROP INDEX CONCURRENTLY, outside a transaction and alone in its file.',
    );
  },
});
