import type { Operation, OperationOf } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expression.ts';
import { variable } from './lexer.ts';
import { readingOf } from './parse.ts';

/** Transactions, variables and locks. https://dev.mysql.com/doc/refman/9.5/en/sql-transactional-statements.html */

/** Undefined where the statement begins no transaction and ends none. */
export function readTransaction(cursor: Cursor, span: Span): readonly Operation[] | undefined {
  const transaction = (action: OperationOf<'transaction'>['action'], chain = false): readonly Operation[] => [
    { kind: 'transaction', span, action, ...(chain && { chain: true }) },
  ];
  if (cursor.accept('start transaction')) {
    do cursor.accept('with consistent snapshot', 'read write', 'read only');
    while (cursor.acceptMark(','));
    return transaction('begin');
  }
  if (cursor.is('begin') && !cursor.is('not', cursor.at + 1)) {
    cursor.at++;
    cursor.accept('work');
    return transaction('begin');
  }
  const end = cursor.accept('commit', 'rollback');
  if (end !== undefined) {
    cursor.accept('work');
    if (end === 'rollback' && cursor.accept('to')) {
      cursor.accept('savepoint');
      cursor.name('a savepoint');
      return transaction('rollback to');
    }
    const chain = cursor.accept('and chain', 'and no chain') === 'and chain';
    cursor.accept('no release', 'release');
    return transaction(end as 'commit' | 'rollback', chain);
  }
  if (cursor.accept('savepoint')) {
    cursor.name('a savepoint');
    return transaction('savepoint');
  }
  if (cursor.accept('release savepoint')) {
    cursor.name('a savepoint');
    return transaction('release');
  }
  return undefined;
}

/** SET: one operation for each variable. */
export function readSet(cursor: Cursor, span: Span): readonly Operation[] {
  cursor.expect('set');
  const names = cursor.accept('names', 'character set', 'charset');
  if (names !== undefined) {
    const value = cursor.isString() ? cursor.string() : cursor.name();
    if (cursor.accept('collate')) cursor.at++;
    return [{ kind: 'set-variable', span, name: names === 'names' ? 'names' : 'character_set', value: [value] }];
  }
  // What concerns accounts.
  if (cursor.accept('password', 'role', 'default role', 'resource group')) return account(cursor, span);
  if (cursor.is('transaction') || cursor.is('transaction', cursor.at + 1)) {
    const global = cursor.accept('global') !== undefined;
    cursor.accept('session', 'local');
    cursor.expect('transaction');
    const from = cursor.at;
    cursor.at = cursor.end;
    const value = cursor.textOf({ from, to: cursor.end }).toLowerCase();
    return [{ kind: 'set-variable', span, name: 'transaction', value: [value], ...(global && { global: true }) }];
  }
  const operations: Operation[] = [];
  do operations.push(assignment(cursor, span));
  while (cursor.acceptMark(','));
  return operations;
}

/** Behind SET STATEMENT, of MariaDB: what holds for the statement behind FOR alone. */
export function readSetStatement(cursor: Cursor, span: Span): readonly Operation[] {
  const operations: Operation[] = [];
  do operations.push({ ...assignment(cursor, span), local: true } as Operation);
  while (cursor.acceptMark(','));
  cursor.expect('for');
  return operations;
}

function account(cursor: Cursor, span: Span): readonly Operation[] {
  cursor.at = cursor.end;
  return [{ kind: 'other', span, command: 'SET', tables: [] }];
}

/** `[GLOBAL | SESSION] name = value`, `@name := value` */
function assignment(cursor: Cursor, span: Span): Operation {
  const scope = cursor.accept('global', 'persist_only', 'persist', 'session', 'local');
  let name = cursor.kindAt(cursor.at) === variable ? cursor.raw(cursor.at++) : cursor.name('a variable');
  while (cursor.acceptMark('.')) name += `.${cursor.name()}`;
  if (!cursor.acceptOperator('=') && !cursor.acceptOperator(':=')) cursor.fail('`=` is missing');
  const from = cursor.at;
  const value = readValue(cursor);
  const plain = name.toLowerCase().replace(/^@@(?:session\.|local\.)?/, '');
  const [, outer, rest] = /^(global|persist|persist_only)\.(.*)$/.exec(plain) ?? [];
  const global = (scope !== undefined && /^(?:global|persist)/.test(scope)) || outer !== undefined;
  if (cursor.at === from) cursor.fail('a value is missing');
  return {
    kind: 'set-variable',
    span,
    name: rest ?? plain.replaceAll('`', ''),
    ...(value !== undefined && { value: [value] }),
    ...(global && { global: true }),
  };
}

/** A plain value; undefined for DEFAULT and for any other expression. */
function readValue(cursor: Cursor): string | undefined {
  // Words that are no expression: ON, utf8mb4, ALL.
  const next = cursor.at + 1;
  const isLast = next >= cursor.end || cursor.markAt(next) === ',';
  if (isLast && cursor.isName() && !cursor.isString()) {
    const word = cursor.name();
    return word.toLowerCase() === 'default' ? undefined : word;
  }
  const { kind, ...node } = expression(readingOf(cursor));
  return kind === 'constant' ? (node as { value: string }).value : undefined;
}

/** LOCK TABLES: one operation for each. */
export function readLockTables(cursor: Cursor, span: Span): readonly Operation[] {
  const operations: Operation[] = [];
  do {
    const table = cursor.qualified('a table');
    if (cursor.accept('as')) cursor.name();
    else if (!cursor.is('read') && !cursor.is('write') && !cursor.is('low_priority')) cursor.name();
    const mode = cursor.expect('read local', 'read', 'low_priority write', 'write concurrent', 'write');
    operations.push({ kind: 'lock-table', span, table, mode: mode.includes('write') ? 'WRITE' : 'READ' });
  } while (cursor.acceptMark(','));
  if (cursor.accept('nowait')) return operations;
  if (cursor.accept('wait')) cursor.number();
  return operations;
}
