import { defineRule } from './rule.ts';
import { isInBlock } from './together.ts';

export default defineRule({
  id: 'commit-in-wrapped-migration',
  title: 'COMMIT, ROLLBACK or a CALL that commits, in a file that the migration tool wraps in a transaction',
  category: 'operations',
  severity: 'error',
  on: ['transaction', 'call'],
  check(judged) {
    const { operation, transaction } = judged;
    if (operation.kind === 'transaction' && operation.action !== 'commit' && operation.action !== 'rollback') return;
    const advice = 'Let the migration tool end the transaction, or put this into a file that runs outside of one.';
    if (operation.kind === 'call' || isInBlock(judged)) {
      if (transaction.open === 'no') return;
      // A procedure need not commit; and a file that holds nothing else is only wrapped if the tool does so.
      const certain = operation.kind === 'transaction' && (transaction.open === 'yes' || !transaction.alone);
      judged.report(
        `${operation.kind === 'call' ? 'A procedure that commits' : 'COMMIT or ROLLBACK in a DO block'} fails inside a transaction block (error 2D000): ${transaction.because}.`,
        advice,
        certain ? {} : { severity: 'warning' },
      );
    } else if (transaction.mode === 'wrapped') {
      judged.report(
        `${operation.action.toUpperCase()} ends the transaction that the migration tool opened: what follows runs outside of it, and the tool no longer records the migration together with its changes.`,
        advice,
      );
    }
  },
});
