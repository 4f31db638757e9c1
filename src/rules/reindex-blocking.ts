import { isWork } from '../engine/postgres/effect.ts';
import { blockingWork, isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'reindex-blocking',
  title: 'REINDEX without CONCURRENTLY stops writes, and reads that use the index, until it is rebuilt',
  category: 'blocking',
  severity: 'error',
  on: ['reindex'],
  check(judged) {
    const { operation, before, effects } = judged;
    if (operation.concurrently) return;
    const rebuilt = effects.filter(({ table, work }) => isWork(work) && isInUse(before, table));
    // Whatever REINDEX DATABASE and an index of an unknown table reach is in use; known effects on new tables alone are not.
    if (rebuilt.length === 0 && effects.length > 0) return;
    const blocking = blockingWork(judged);
    const what = `REINDEX ${operation.target.toUpperCase()}${operation.name === undefined ? '' : ` ${quoted(operation.name.name)}`}`;
    const others = rebuilt.length > 0 ? 'REFRESH waits' : 'writes of each table wait';
    const who = blocking.length > 0 ? impact(judged, blocking) : `${others} while its indexes are rebuilt (SHARE lock)`;
    judged.report(
      `${what} without CONCURRENTLY: ${who}. Reads that would use an index that is being rebuilt wait too.`,
      'REINDEX … CONCURRENTLY, outside a transaction and alone in its file.',
    );
  },
});
