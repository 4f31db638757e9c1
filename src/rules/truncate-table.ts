import { effectOn, isInUse } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { listed, shown } from './wording.ts';

export default defineSharedRule({
  id: 'truncate-table',
  title: 'TRUNCATE loses every row, under a lock that stops reads and writes',
  category: 'operations',
  severity: 'error',
  on: ['truncate'],
  check(judged) {
    const { operation, before, effects, context } = judged;
    if (!isInUse(before, operation.table)) return;
    const others = effects.filter((effect) => effect !== effectOn(judged, operation.table) && isInUse(before, effect.table));
    const cascades =
      operation.cascade && others.length > 0
        ? `, and with CASCADE those of ${listed(others.map((each) => shown(judged, each.table)))}`
        : '';
    const waits =
      context.target.engine === 'postgres'
        ? 'reads and writes wait behind its ACCESS EXCLUSIVE lock until the transaction ends'
        : 'reads and writes wait until it has the table for itself, and nothing brings the rows back';
    judged.report(
      `TRUNCATE removes all rows of ${shown(judged, operation.table)}${cascades} while code is running that uses them; ${waits}.`,
      'If the rows are no longer wanted, deploy code that does not use them first; then waive this with the reason.',
    );
  },
});
