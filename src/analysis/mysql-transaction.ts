import type { MysqlEffect } from '../engine/effect.ts';
import { commitsImplicitly } from '../engine/mysql/implicit-commit.ts';
import type { TransactionMode } from '../migration/migration.ts';
import type { TransactionState } from '../rules/transaction.ts';
import type { Span } from '../text/span.ts';
import type { TransactionTracker } from './transaction.ts';

/**
 * Follows the transaction of MySQL and MariaDB: whatever changes a table ends it, the migration tool's own too, so that a statement never meets a lock that one before
 * it has taken.
 * @param first how the tool sends the file, or what it runs of it first
 * @param statements how many statements that has, transaction control not counted
 */
export function trackMysqlTransaction(first: TransactionMode, statements: number): TransactionTracker<MysqlEffect> {
  let mode = first;
  let alone = statements <= 1;
  let begin: { readonly words: string; readonly span: Span; readonly explicit: boolean } | undefined;
  let toolTransactionEnded = mode !== 'wrapped';
  let withoutAutocommit: string | undefined;
  let changedData = false;

  const end = (): void => {
    begin = undefined;
    toolTransactionEnded = true;
    changedData = false;
  };
  const openness = (): Pick<TransactionState, 'open' | 'because'> => {
    if (begin !== undefined) return { open: 'yes', because: begin.words };
    if (!toolTransactionEnded) return { open: 'yes', because: 'the migration tool opens a transaction around the file' };
    return mode === 'unknown'
      ? { open: 'maybe', because: 'the migration tool may run the whole file in one transaction' }
      : { open: 'no', because: 'every statement is committed on its own' };
  };

  return {
    state: () => ({
      mode,
      ...openness(),
      alone,
      held: [],
      changedSchema: false,
      changedData,
      lockTimeout: undefined,
      addedNotValid: [],
      addedEnumValues: [],
    }),

    record(operation, effects, _before, line, isNew) {
      const { span } = operation;
      if (operation.kind === 'transaction') {
        // BEGIN ends a transaction too.
        if (/^(?:begin|commit|rollback)$/.test(operation.action)) end();
        if (operation.action === 'begin' || operation.chain)
          begin = { words: `${operation.chain ? 'AND CHAIN' : 'BEGIN'} on line ${line}`, span, explicit: true };
      } else if (operation.kind === 'set-variable' && operation.name === 'autocommit' && !operation.global) {
        const off = /^(?:0|off|false)$/i.test(operation.value?.[0] ?? '');
        if (!off) end();
        withoutAutocommit = off ? `autocommit is off since line ${line}` : undefined;
      } else if (commitsImplicitly(operation)) end();
      else if (/^(?:insert|update|delete)$/.test(operation.kind) && effects.some(({ table }) => !isNew(table))) {
        if (withoutAutocommit !== undefined) begin ??= { words: withoutAutocommit, span, explicit: false };
        changedData = true;
      }
    },

    // What autocommit leaves open is taken back as well, but nobody has begun it.
    leftOpen: () => (begin?.explicit ? begin.span : undefined),
    next(now, count) {
      end();
      toolTransactionEnded = now !== 'wrapped';
      mode = now;
      alone = count <= 1;
    },
    endStatement() {
      if (openness().open === 'no') changedData = false;
    },
  };
}
