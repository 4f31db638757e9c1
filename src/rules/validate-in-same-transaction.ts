import type { Effect } from '../engine/postgres/effect.ts';
import { blocksWrites, sqlNameOf } from '../engine/postgres/lock-mode.ts';
import { blockingWork } from './existing.ts';
import { strongest, waiting } from './locks.ts';
import { defineRule, type Judged } from './rule.ts';
import { isInBlock, severityOf, togetherWith } from './together.ts';
import { impact, listed, quoted, shown } from './wording.ts';

const advice = 'Validate in a later transaction: a migration file of its own.';

export default defineRule({
  id: 'validate-in-same-transaction',
  title: 'VALIDATE CONSTRAINT reads every row while the transaction still holds a lock that stops others',
  category: 'blocking',
  severity: 'error',
  on: ['validate-constraint'],
  check(judged) {
    const { operation, transaction, effects } = judged;
    if (effects.every((effect) => effect.work.includes('metadata'))) return;
    const what = `VALIDATE CONSTRAINT ${quoted(operation.constraint)} reads every row`;
    const held = transaction.held.filter((each) => blocksWrites(each.lock));
    const worst = strongest(held);
    if (worst === undefined) {
      const blocking = underLockOfOthers(judged);
      if (blocking.length > 0) {
        judged.report(
          `${what} under the lock of the other actions: ${impact({ ...judged, effects: judged.statementEffects }, blocking)}. ALTER TABLE takes the strongest lock that any of its actions needs before it begins.`,
          advice,
        );
      }
      return;
    }
    const together = togetherWith(judged, worst.line);
    const tables = held.filter((each) => waiting(each.lock) === waiting(worst.lock)).map((each) => shown(judged, each.table));
    judged.report(
      `${what}, and ${waiting(worst.lock)} of ${listed(tables)} wait meanwhile: the ${sqlNameOf(worst.lock)} lock taken on line ${worst.line} is held until the transaction ends (${together.because}).`,
      advice,
      severityOf(together),
    );
  },
});

/** The statements of a DO block lock one after the other; the actions of an ALTER TABLE do not. */
function underLockOfOthers(judged: Judged<'validate-constraint'>): readonly Effect[] {
  return judged.statement.operations.length > 1 && !isInBlock(judged) ? blockingWork(judged, judged.statementEffects) : [];
}
