import { commitsImplicitly } from '../../engine/mysql/implicit-commit.ts';
import { productOf } from '../../engine/product.ts';
import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';

export default defineMysqlRule({
  id: 'ddl-in-transaction',
  title: 'A schema change commits the transaction that it stands in: nothing before it can be rolled back, and what follows is outside',
  category: 'operations',
  severity: 'error',
  on: everyKind,
  check(judged) {
    const { operation, statement, transaction, context } = judged;
    if (transaction.open !== 'yes' || statement.operations[0] !== operation || !commitsImplicitly(operation)) return;
    const byTool = transaction.mode === 'wrapped' && transaction.because.startsWith('the migration tool');
    // A tool that wraps every file does no harm where nothing is there to be rolled back.
    if (byTool && !transaction.changedData) return;
    judged.report(
      `${productOf(context.target)} commits the transaction (${transaction.because}) before it runs this: ${transaction.changedData ? 'the rows changed so far stay changed' : 'nothing of it can be rolled back'} if something fails later, and what follows is committed statement by statement.`,
      'Change rows and schema in files of their own, each of which can be run again.',
      byTool ? { severity: 'warning' } : {},
    );
  },
});
