import type { Effect, PostgresEffect } from '../engine/effect.ts';
import type { Target } from '../engine/engine.ts';
import { type LockMode, lockModes } from '../engine/postgres/effect.ts';
import { refusesTransactionBlock } from '../engine/postgres/transaction-block.ts';
import type { TransactionMode } from '../migration/migration.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import type { TransactionState } from '../rules/transaction.ts';
import { resolve, type Schema } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import { trackMysqlTransaction } from './mysql-transaction.ts';

/** Follows the transaction and the session through one migration, statement by statement. */
export interface TransactionTracker<E extends Effect = Effect> {
  /** What is known before the next operation runs. */
  state(): TransactionState;
  /** Takes in an operation that has run: what it locked and changed on tables that are not new, unless it has committed that itself. */
  record(operation: Operation, effects: readonly E[], before: Schema, line: number, isNew: (table: ResolvedName) => boolean): void;
  /** Ends the tool's transaction and begins what it runs next, on the same connection, as its own. @param statements as at the beginning */
  next(mode: TransactionMode, statements: number): void;
  /** Ends a statement: outside a transaction its locks are gone. */
  endStatement(): void;
  /** The BEGIN that nothing has ended. */
  leftOpen(): Span | undefined;
}

/** What one transaction has done so far. */
interface Done {
  readonly held: Map<string, { table: ResolvedName; lock: LockMode; line: number }>;
  readonly addedNotValid: { table: ResolvedName; constraint: string }[];
  readonly addedEnumValues: { type: ResolvedName; value: string }[];
  changedSchema: boolean;
  changedData: boolean;
}

const nothingDone = (): Done => ({ held: new Map(), addedNotValid: [], addedEnumValues: [], changedSchema: false, changedData: false });

/** What a tracker goes by, on any engine. */
export function trackerFor({ engine }: Target, mode: TransactionMode, statements: number): TransactionTracker {
  return engine === 'postgres' ? trackTransaction(mode, statements) : trackMysqlTransaction(mode, statements);
}

/**
 * @param first how the tool sends the file, or what it runs of it first
 * @param statements how many statements that has, transaction control not counted
 */
export function trackTransaction(first: TransactionMode, statements: number): TransactionTracker<PostgresEffect> {
  let mode = first;
  let alone = statements <= 1;
  let done = nothingDone();
  let began: { readonly line: number; readonly span: Span } | undefined;
  /** COMMIT inside a wrapped file ends the tool's transaction too. */
  let toolTransactionEnded = false;
  let lockTimeout: number | undefined;
  let lockTimeoutBeforeLocal: number | undefined;

  const openness = (): Pick<TransactionState, 'open' | 'because'> => {
    if (began !== undefined) return { open: 'yes', because: `BEGIN on line ${began.line}` };
    switch (mode) {
      case 'wrapped':
        return toolTransactionEnded
          ? { open: 'no', because: 'the transaction was ended by COMMIT or ROLLBACK' }
          : { open: 'yes', because: 'the migration tool opens a transaction around the file' };
      case 'single-query':
        return alone
          ? { open: 'no', because: 'the file is sent as one query with one statement' }
          : { open: 'yes', because: 'the file is sent as one query, whose statements share an implicit transaction' };
      case 'per-statement':
        return { open: 'no', because: 'every statement is committed on its own' };
      case 'unknown':
        return { open: 'maybe', because: 'the migration tool may run the whole file in one transaction' };
    }
  };

  const end = (): void => {
    done = nothingDone();
    began = undefined;
    toolTransactionEnded = true;
    if (lockTimeoutBeforeLocal !== undefined) {
      lockTimeout = lockTimeoutBeforeLocal === Number.POSITIVE_INFINITY ? undefined : lockTimeoutBeforeLocal;
      lockTimeoutBeforeLocal = undefined;
    }
  };

  return {
    state: () => ({
      mode,
      ...openness(),
      alone,
      held: [...done.held.values()],
      changedSchema: done.changedSchema,
      changedData: done.changedData,
      lockTimeout,
      addedNotValid: done.addedNotValid,
      addedEnumValues: done.addedEnumValues,
    }),

    record(operation, effects, before, line, isNew) {
      if (operation.kind === 'transaction') {
        if (operation.action === 'begin') began ??= { line, span: operation.span };
        else if (operation.action === 'commit' || operation.action === 'rollback' || operation.action === 'prepare') {
          end();
          if (operation.chain) began = { line, span: operation.span };
        }
        return;
      }
      if (operation.kind === 'set-variable') {
        if (operation.name !== 'lock_timeout' && operation.name !== 'all') return;
        // SET LOCAL outside a transaction does nothing but warn.
        if (operation.local && openness().open === 'no') return;
        if (operation.local) lockTimeoutBeforeLocal ??= lockTimeout ?? Number.POSITIVE_INFINITY;
        lockTimeout = operation.value === undefined ? 0 : milliseconds(operation.value.join(' '));
        return;
      }
      if (refusesTransactionBlock(operation, before)) return;
      for (const { table, lock } of effects) {
        if (lock === null || isNew(table)) continue;
        const held = done.held.get(keyOf(table));
        if (held === undefined || lockModes.indexOf(held.lock) < lockModes.indexOf(lock))
          done.held.set(keyOf(table), { table, lock, line });
        if (isDataChange(operation)) done.changedData = true;
        else if (
          operation.kind !== 'select' &&
          operation.kind !== 'lock-table' &&
          operation.kind !== 'copy' &&
          lockModes.indexOf(lock) >= lockModes.indexOf('ShareLock')
        ) {
          done.changedSchema = true;
        }
      }
      if (operation.kind === 'add-constraint' && operation.constraint.notValid && operation.constraint.name !== undefined) {
        done.addedNotValid.push({ table: resolve(before, operation.table), constraint: operation.constraint.name });
      }
      if (operation.kind === 'add-enum-value') {
        done.addedEnumValues.push({ type: resolve(before, operation.type, before.types), value: operation.value });
      }
    },

    leftOpen: () => began?.span,

    next(now, count) {
      end();
      toolTransactionEnded = false;
      mode = now;
      alone = count <= 1;
    },

    endStatement() {
      if (openness().open === 'no') done = nothingDone();
    },
  };
}

function isDataChange(operation: Operation): boolean {
  return ['insert', 'update', 'delete', 'merge', 'truncate'].includes(operation.kind) || (operation.kind === 'copy' && operation.writes);
}

/** `5s`, `500ms`, `5000`, `1min` → milliseconds, as PostgreSQL reads a time setting; 0 for what it would refuse. https://www.postgresql.org/docs/current/config-setting.html */
export function milliseconds(text: string): number {
  const match = /^\s*'?\s*(\d+(?:\.\d+)?)\s*(us|ms|s|min|h|d)?\s*'?\s*$/.exec(text);
  if (match === null) return 0;
  const factor = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] ?? 'ms'] ?? 1;
  return Math.round(Number(match[1]) * factor);
}
