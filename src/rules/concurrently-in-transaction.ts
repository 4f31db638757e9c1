import { refusesTransactionBlock } from '../engine/postgres/transaction-block.ts';
import { defineRule, type Judged } from './rule.ts';
import { isInBlock } from './together.ts';

type Kind = 'create-index' | 'drop-index' | 'reindex' | 'detach-partition' | 'vacuum' | 'cluster' | 'other';

export default defineRule({
  id: 'concurrently-in-transaction',
  title: 'CONCURRENTLY, VACUUM, and CLUSTER and REINDEX of several tables fail inside a transaction block',
  category: 'operations',
  severity: 'error',
  on: ['create-index', 'drop-index', 'reindex', 'detach-partition', 'vacuum', 'cluster', 'other'],
  check(judged) {
    const { operation, transaction, before } = judged;
    const inBlock = isInBlock(judged);
    if (!refusesTransactionBlock(operation, before) || (transaction.open === 'no' && !inBlock)) return;
    // VACUUM of several tables is one statement, and fails once.
    if (judged.statement.operations[0] !== operation && !inBlock) return;
    const what = commandOf(judged);
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

function commandOf({ operation }: Judged<Kind>): string {
  switch (operation.kind) {
    case 'vacuum':
      return 'VACUUM';
    case 'other':
      return operation.command;
    case 'cluster':
      return operation.table === undefined ? 'CLUSTER of every table' : 'CLUSTER of a partitioned table';
    case 'reindex':
      if (operation.concurrently) return 'REINDEX CONCURRENTLY';
      return /^(?:index|table)$/.test(operation.target)
        ? `REINDEX of a partitioned ${operation.target}`
        : `REINDEX ${operation.target.toUpperCase()}`;
    default:
      return `${{ 'create-index': 'CREATE INDEX', 'drop-index': 'DROP INDEX', 'detach-partition': 'DETACH PARTITION' }[operation.kind]} CONCURRENTLY`;
  }
}
