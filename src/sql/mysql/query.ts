import type { QualifiedName } from '../../operation/name.ts';
import { withClause, within } from '../scope.ts';
import { orderBy, readWindow } from './call.ts';
import type { Reading } from './reading.ts';
import { isReserved } from './reserved.ts';
import { tableReferences } from './table-reference.ts';

/**
 * Queries: what they read is collected, the rest of their meaning is not needed.
 * https://dev.mysql.com/doc/refman/9.5/en/select.html, https://mariadb.com/kb/en/select/
 */

/** Reads a query and gives the tables that it mentions. */
export function readQuery(reading: Reading): readonly QualifiedName[] {
  const { cursor } = reading;
  const tables: QualifiedName[] = [];
  inScope(reading, () => {
    readWith(reading);
    term(reading, tables);
    while (cursor.accept('union', 'except', 'intersect', 'minus')) {
      cursor.accept('all', 'distinct');
      term(reading, tables);
    }
    tail(reading);
  });
  return tables;
}

/** Inside a scope of its own, which sees that around it. */
export function inScope(reading: Reading, read: () => void): void {
  const outer = reading.scope;
  reading.scope = within(outer, outer.queries);
  read();
  reading.scope = outer;
}

/** WITH, whose names hide tables in what follows. */
export function readWith(reading: Reading): void {
  const { cursor } = reading;
  if (!cursor.accept('with')) return;
  const recursive = cursor.accept('recursive') !== undefined;
  const outer = reading.scope;
  const names: string[] = [];
  // The names first, for what a query of the clause sees depends on its place among them.
  const start = cursor.at;
  const skip = (): void => {
    names.push(cursor.name());
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
    cursor.expect('as');
    cursor.parentheses();
    if (cursor.accept('cycle')) while (!cursor.done && !cursor.accept('restrict')) cursor.at++;
  };
  do skip();
  while (cursor.acceptMark(','));
  const end = cursor.at;
  const clause = withClause(names, recursive, outer);
  cursor.at = start;
  for (let i = 0; i < names.length; i++) {
    cursor.name();
    if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
    cursor.expect('as');
    cursor.expectMark('(');
    reading.scope = clause.query(i);
    readQuery(reading);
    cursor.expectMark(')');
    if (cursor.accept('cycle')) while (!cursor.done && !cursor.accept('restrict')) cursor.at++;
    cursor.acceptMark(',');
  }
  cursor.at = end;
  reading.scope = { ...outer, queries: clause.body };
}

/** One side of a UNION. */
function term(reading: Reading, tables: QualifiedName[]) {
  const { cursor } = reading;
  if (cursor.acceptMark('(')) {
    tables.push(...readQuery(reading));
    return cursor.expectMark(')');
  }
  if (cursor.accept('table')) {
    const name = cursor.qualified('a table');
    tables.push(name);
    return reading.found.relation(name, undefined, reading.scope, cursor.at);
  }
  if (cursor.accept('values')) {
    do {
      cursor.accept('row');
      reading.expression(reading);
    } while (cursor.acceptMark(','));
    return;
  }
  inScope(reading, () => select(reading, tables));
}

const options =
  'all distinct distinctrow high_priority straight_join sql_small_result sql_big_result sql_buffer_result sql_no_cache sql_cache sql_calc_found_rows'.split(
    ' ',
  );

function select(reading: Reading, tables: QualifiedName[]): void {
  const { cursor } = reading;
  cursor.expect('select');
  while (cursor.accept(...options));
  do {
    if (cursor.acceptOperator('*')) reading.columns.push({ path: ['*'], scope: reading.scope });
    else reading.expression(reading);
    alias(reading);
  } while (cursor.acceptMark(','));
  into(reading);
  if (cursor.accept('from')) tables.push(...tableReferences(reading).flatMap((each) => each.name ?? each.reads ?? []));
  if (cursor.accept('where')) reading.expression(reading);
  if (cursor.accept('group by')) {
    do {
      reading.expression(reading);
      cursor.accept('asc', 'desc');
    } while (cursor.acceptMark(','));
    cursor.accept('with rollup');
  }
  if (cursor.accept('having')) reading.expression(reading);
  if (cursor.accept('window')) {
    do {
      cursor.name();
      cursor.expect('as');
      readWindow(reading);
    } while (cursor.acceptMark(','));
  }
  if (cursor.accept('qualify')) reading.expression(reading);
  tail(reading);
}

function alias({ cursor }: Reading): void {
  if (cursor.accept('as')) cursor.isString() ? cursor.string() : cursor.name();
  else if (cursor.isString()) cursor.string();
  else if (cursor.isName() && !isReserved(cursor.wordAt(cursor.at))) cursor.name();
}

/** ORDER BY, LIMIT, INTO and what locks rows. */
function tail(reading: Reading): void {
  const { cursor } = reading;
  orderBy(reading);
  readLimit(reading);
  if (cursor.accept('procedure')) {
    cursor.name();
    cursor.parentheses();
  }
  into(reading);
  for (;;) {
    if (cursor.accept('lock in share mode')) reading.found.lock();
    else if (cursor.accept('for update', 'for share')) {
      reading.found.lock();
      if (cursor.accept('of')) cursor.qualifiedList();
    } else break;
    if (cursor.accept('wait')) cursor.number();
    else cursor.accept('nowait', 'skip locked');
  }
  into(reading);
}

/** LIMIT: how many rows at most, where that is a number. */
export function readLimit(reading: Reading): number | undefined {
  const { cursor } = reading;
  let limit: number | undefined;
  if (cursor.accept('limit')) {
    const first = reading.expression(reading);
    const second = cursor.acceptMark(',') ? reading.expression(reading) : undefined;
    if (cursor.accept('offset')) reading.expression(reading);
    const rows = second ?? first;
    if (rows.kind === 'constant') limit = Number(rows.value);
    if (cursor.accept('rows examined')) reading.expression(reading);
  }
  if (cursor.accept('offset')) {
    reading.expression(reading);
    cursor.accept('row', 'rows');
  }
  if (cursor.accept('fetch')) {
    cursor.expect('first', 'next');
    const rows = cursor.is('row') || cursor.is('rows') ? undefined : reading.expression(reading);
    if (rows?.kind === 'constant') limit = Number(rows.value);
    cursor.expect('row', 'rows');
    cursor.expect('only', 'with ties');
  }
  return limit;
}

/** INTO variables, or a file. */
function into({ cursor }: Reading): void {
  if (!cursor.accept('into')) return;
  if (cursor.accept('outfile', 'dumpfile')) {
    cursor.string();
    while (!cursor.done && !cursor.is('from') && !cursor.is('for') && !cursor.is('lock') && cursor.markAt(cursor.at) !== ')') cursor.at++;
    return;
  }
  do {
    cursor.at++;
  } while (cursor.acceptMark(','));
}
