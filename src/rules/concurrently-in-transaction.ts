import { defineRule } from './rule.ts';
import { isInBlock } from './together.ts';

export default defineRule({
  id: 'concurrently-in-transaction',
  title: 'CONCURRENTLY fails inside a transaction block',
  category: 'operations',
  severity: 'error',
  on: ['create-index', 'drop-index', 'reindex', 'detach-partition'],
  check(judged) {
    const { operation, transaction } = judged;
    const inBlock = isInBlock(judged);
    if (!operation.concurrently || (transaction.open === 'no' && !inBlock)) return;
    const what = `${{ 'create-index': 'CREATE INDEX', 'drop-index': 'DROP INDEX', reindex: 'REINDEX', 'detach-partition': 'DETACH PARTITION' }[operation.kind]} CONCURRENTLY`;
    if (transaction.open === 'maybe' && transaction.alone && !inBlock) {
      judged.report(
        `${what} fails if the migration tool wraps files in a transaction (error 25001), and it is not known whether it does.`,
        'Say which it does by `transaction:` in .lockstep.yml, or write `-- lockstep: no-transaction` in this file.',
        { severity: 'warning' },
      );
      return;
    }
    judged.report(
      transaction.open === 'maybe' && !inBlock
        ? `${what} fails where this file runs as one transaction or is sent as one query (error 25001), as most migration tools do with a file of several statements.`
        : `${what} cannot run inside a transaction block (error 25001): ${inBlock ? 'a DO block runs in one' : transaction.because}.`,
      'Put it alone into a migration file that runs outside a transaction.',
    );
  },
});
