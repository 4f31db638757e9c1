import type { Expression, ExpressionNode } from '../../operation/expression.ts';
import type { QualifiedName } from '../../operation/name.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { orderBy } from './call.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expression.ts';
import { readingOf } from './parse.ts';
import { inScope, readLimit, readQuery, readWith } from './query.ts';
import { mentionsOf, type Reading } from './reading.ts';
import { startsQuery } from './starts-query.ts';
import { type Table, tableReferences } from './table-reference.ts';

/** Statements that read and change rows. https://dev.mysql.com/doc/refman/9.5/en/sql-data-manipulation-statements.html */

/** SELECT, VALUES, TABLE, and what begins with WITH or a parenthesis. */
export function readSelect(cursor: Cursor, span: Span): readonly Operation[] {
  const reading = readingOf(cursor);
  readQuery(reading);
  const { tables, locks, calls } = mentionsOf(reading);
  return [{ kind: 'select', span, reads: tables, locks, calls }];
}

/** WITH, before whatever it belongs to. */
export function readWithStatement(cursor: Cursor, span: Span): readonly Operation[] {
  const ahead = cursor.over({ from: cursor.at, to: cursor.end });
  readWith(readingOf(ahead));
  if (!ahead.is('update') && !ahead.is('delete')) return readSelect(cursor, span);
  const reading = readingOf(cursor);
  readWith(reading);
  return cursor.is('update') ? readUpdate(cursor, span, reading) : readDelete(cursor, span, reading);
}

/** INSERT and REPLACE. The values are passed over, but for the queries among them. */
export function readInsert(cursor: Cursor, span: Span): readonly Operation[] {
  const replaces = cursor.expect('insert', 'replace') === 'replace';
  while (cursor.accept('low_priority', 'delayed', 'high_priority', 'ignore'));
  cursor.accept('into');
  const table = cursor.qualified('a table');
  if (cursor.accept('partition')) cursor.parentheses();
  const reading = readingOf(cursor);
  const columns: string[] = [];
  let fromQuery = false;
  if (cursor.markAt(cursor.at) === '(' && !startsQuery(cursor)) {
    const list = cursor.parentheses();
    if (list.from < list.to)
      columns.push(
        ...cursor
          .over(list)
          .qualifiedList('a column')
          .map((each) => each.name),
      );
  }
  if (cursor.accept('values', 'value')) rows(reading);
  else if (cursor.accept('set')) columns.push(...assignments(reading).map((each) => each.column));
  else {
    fromQuery = true;
    readQuery(reading);
  }
  if (cursor.accept('as')) {
    cursor.name('an alias');
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
  }
  if (cursor.accept('on duplicate key update')) assignments(reading);
  returning(reading);
  const reads = mentionsOf(reading).tables;
  return [{ kind: 'insert', span, table, ...(replaces && { replaces: true }), columns, fromQuery, reads }];
}

/** `(1, 'a'), (2, DEFAULT), …`: hundreds of thousands of them, in dumps. */
function rows(reading: Reading): void {
  const { cursor } = reading;
  do {
    cursor.accept('row');
    cursor.expectMark('(');
    if (cursor.acceptMark(')')) continue;
    do {
      if (!cursor.accept('default') || cursor.markAt(cursor.at) === '(') value(reading);
    } while (cursor.acceptMark(','));
    cursor.expectMark(')');
  } while (cursor.acceptMark(','));
}

/** A literal, as nearly all values are, makes no tree. */
function value(reading: Reading): void {
  const { cursor } = reading;
  const next = cursor.markAt(cursor.at + 1);
  if ((next === ',' || next === ')') && (cursor.isNumber() || cursor.isString())) cursor.at++;
  else expression(reading);
}

export function readUpdate(cursor: Cursor, span: Span, reading: Reading = readingOf(cursor)): readonly Operation[] {
  cursor.expect('update');
  while (cursor.accept('low_priority', 'ignore'));
  let tables: readonly Table[] = [];
  let set: readonly Assignment[] = [];
  let where: Expression | undefined;
  let limit: number | undefined;
  inScope(reading, () => {
    tables = tableReferences(reading);
    if (cursor.accept('for portion of')) portion(reading);
    cursor.expect('set');
    set = assignments(reading);
    where = readWhere(reading);
    orderBy(reading);
    limit = readLimit(reading);
  });
  const mentioned = mentionsOf(reading).tables;
  return targetsOf(tables, set).map(({ table, alias, columns, joinedOn }) => ({
    kind: 'update',
    span,
    table,
    ...(alias !== table.name && { alias }),
    ...(where && { where }),
    ...(joinedOn.length > 0 && { joinedOn }),
    ...(limit !== undefined && { limit }),
    assignments: columns,
    reads: mentioned.filter((each) => !isSame(each, table)),
  }));
}

/** FOR PORTION OF period FROM a TO b, of MariaDB. */
function portion(reading: Reading): void {
  reading.cursor.name('a period');
  reading.cursor.expect('from');
  expression(reading);
  reading.cursor.expect('to');
  expression(reading);
}

interface Assignment {
  readonly table?: string;
  readonly column: string;
}

/** `a = 1, t.b = DEFAULT` */
function assignments(reading: Reading): readonly Assignment[] {
  const { cursor } = reading;
  const found: Assignment[] = [];
  do {
    const { schema, name } = cursor.qualified('a column');
    if (!cursor.acceptOperator('=') && !cursor.acceptOperator(':=')) cursor.fail('`=` is missing');
    if (!cursor.accept('default') || cursor.markAt(cursor.at) === '(') expression(reading);
    found.push({ ...(schema !== undefined && { table: schema }), column: name });
  } while (cursor.acceptMark(','));
  return found;
}

/** A table whose rows are changed. */
interface Target {
  readonly table: QualifiedName;
  readonly alias: string;
  readonly joinedOn: readonly ExpressionNode[];
}

/** Which tables an UPDATE changes, with the columns that it sets: a column without its table may be of any of them. */
function targetsOf(tables: readonly Table[], set: readonly Assignment[]): readonly (Target & { readonly columns: readonly string[] })[] {
  const named = tables.filter((each): each is Table & { name: QualifiedName } => each.name !== undefined);
  const targets = named.map(({ name, alias, joinedOn }) => ({
    table: name,
    alias,
    joinedOn,
    columns: set.filter((each) => each.table === undefined || each.table === alias || each.table === name.name).map((each) => each.column),
  }));
  const changed = targets.filter((each) => each.columns.length > 0);
  return changed.length > 0 ? changed : targets.slice(0, 1);
}

export function readDelete(cursor: Cursor, span: Span, reading: Reading = readingOf(cursor)): readonly Operation[] {
  cursor.expect('delete');
  while (cursor.accept('low_priority', 'quick', 'ignore', 'history'));
  let targets: readonly Target[] = [];
  let where: Expression | undefined;
  let limit: number | undefined;
  inScope(reading, () => {
    const named = cursor.is('from') ? undefined : targetList(cursor);
    cursor.expect('from');
    // DELETE FROM a, b USING …
    const using = named === undefined && usesUsing(cursor) ? targetList(cursor) : undefined;
    if (using !== undefined) cursor.expect('using');
    const tables = tableReferences(reading);
    if (cursor.accept('for portion of')) portion(reading);
    if (cursor.accept('before system_time')) expression(reading);
    where = readWhere(reading);
    orderBy(reading);
    limit = readLimit(reading);
    const list = named ?? using;
    targets =
      list === undefined
        ? tables.flatMap(({ name, alias, joinedOn }) => (name === undefined ? [] : [{ table: name, alias, joinedOn }]))
        : list.map((each) => targetOf(each, tables));
  });
  returning(reading);
  const mentioned = mentionsOf(reading).tables;
  return targets.map(({ table, alias, joinedOn }) => ({
    kind: 'delete',
    span,
    table,
    ...(alias !== table.name && { alias }),
    ...(where && { where }),
    ...(joinedOn.length > 0 && { joinedOn }),
    ...(limit !== undefined && { limit }),
    reads: mentioned.filter((each) => !isSame(each, table)),
  }));
}

/** `a, b.*` */
function targetList(cursor: Cursor): readonly QualifiedName[] {
  const names: QualifiedName[] = [];
  do {
    const path = [cursor.name('a table')];
    while (cursor.acceptMark('.')) if (!cursor.acceptOperator('*')) path.push(cursor.name());
    const [schema, name] = path.slice(-2);
    names.push(name === undefined ? { name: schema as string } : { schema: schema as string, name });
  } while (cursor.acceptMark(','));
  return names;
}

function usesUsing(cursor: Cursor): boolean {
  const ahead = cursor.over({ from: cursor.at, to: cursor.end });
  if (!ahead.isName()) return false;
  targetList(ahead);
  return ahead.is('using');
}

/** The table of an alias, or of a name. */
function targetOf(name: QualifiedName, tables: readonly Table[]): Target {
  const found = tables.find((each) => (name.schema === undefined ? each.alias === name.name : each.name && isSame(each.name, name)));
  return { table: found?.name ?? name, alias: found?.alias ?? name.name, joinedOn: found?.joinedOn ?? [] };
}

function readWhere(reading: Reading): Expression | undefined {
  const { cursor } = reading;
  if (!cursor.accept('where')) return undefined;
  const from = cursor.at;
  const tree = expression(reading);
  return { text: cursor.textOf({ from, to: cursor.at }), tree };
}

/** MariaDB's RETURNING. */
function returning(reading: Reading): void {
  const { cursor } = reading;
  if (!cursor.accept('returning')) return;
  do {
    if (!cursor.acceptOperator('*')) expression(reading);
    if (cursor.accept('as')) cursor.name();
  } while (cursor.acceptMark(','));
}

function isSame(a: QualifiedName, b: QualifiedName): boolean {
  return a.name === b.name && a.schema === b.schema;
}
