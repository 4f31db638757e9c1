import { blocksWrites, sqlNameOf } from '../engine/postgres/lock-mode.ts';
import { strongest, waiting } from './locks.ts';
import { defineRule } from './rule.ts';
import { severityOf, togetherWith } from './together.ts';
import { listed, quoted, shown } from './wording.ts';

export default defineRule({
  id: 'validate-in-same-transaction',
  title: 'VALIDATE CONSTRAINT reads every row while the transaction still holds a lock that stops others',
  category: 'blocking',
  severity: 'error',
  on: ['validate-constraint'],
  check(judged) {
    const { operation, transaction, effects } = judged;
    if (effects.every((effect) => effect.work.includes('metadata'))) return;
    const held = transaction.held.filter((each) => blocksWrites(each.lock));
    const worst = strongest(held);
    if (worst === undefined) return;
    const together = togetherWith(judged, worst.line);
    const tables = held.filter((each) => waiting(each.lock) === waiting(worst.lock)).map((each) => shown(judged, each.table));
    judged.report(
      `VALIDATE CONSTRAINT ${quoted(operation.constraint)} reads every row, and ${waiting(worst.lock)} of ${listed(tables)} wait meanwhile: the ${sqlNameOf(worst.lock)} lock taken on line ${worst.line} is held until the transaction ends (${together.because}).`,
      'Validate in a later transaction: a migration file of its own.',
      severityOf(together),
    );
  },
});
