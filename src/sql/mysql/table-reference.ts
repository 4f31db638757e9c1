import type { ExpressionNode } from '../../operation/expression.ts';
import type { QualifiedName } from '../../operation/name.ts';
import type { Reading } from './reading.ts';
import { isReserved } from './reserved.ts';
import { startsQuery } from './starts-query.ts';

/** A table that FROM or UPDATE names. */
export interface Table {
  /** Absent for a subquery, which reads others, and for a function. */
  readonly name?: QualifiedName;
  readonly reads?: readonly QualifiedName[];
  readonly alias: string;
  /** The conditions of joins that a row of it has to meet to be reached. */
  readonly joinedOn: ExpressionNode[];
}

const joins = [
  'join',
  'inner join',
  'cross join',
  'straight_join',
  'left join',
  'left outer join',
  'right join',
  'right outer join',
  'natural join',
  'natural inner join',
  'natural left join',
  'natural left outer join',
  'natural right join',
  'natural right outer join',
];

/** Table references between commas, which come into the scope. https://dev.mysql.com/doc/refman/9.5/en/join.html */
export function tableReferences(reading: Reading): readonly Table[] {
  const tables: Table[] = [];
  do reference(reading, tables);
  while (reading.cursor.acceptMark(','));
  return tables;
}

function reference(reading: Reading, tables: Table[]): void {
  const { cursor } = reading;
  const left = tables.length;
  factor(reading, tables);
  const open: (readonly [join: string, right: number])[] = [];
  for (let join = cursor.accept(...joins); join !== undefined; join = cursor.accept(...joins)) {
    open.push([join, tables.length]);
    factor(reading, tables);
    if (join.startsWith('natural')) {
      reading.found.joined('*', reading.scope);
      limit(tables, left, open.pop(), sameNames);
    }
    // `a JOIN b JOIN c ON … ON …`
    while (cursor.is('on') || cursor.is('using')) limit(tables, left, open.pop(), condition(reading));
  }
}

/** An outer join limits the rows of its inner side alone: those of the other are reached whether they have a match or not. */
function limit(tables: readonly Table[], left: number, of: readonly [join: string, right: number] | undefined, by: ExpressionNode): void {
  const [join, right] = of ?? ['join', tables.length];
  const from = /\bleft\b/.test(join) ? right : left;
  const to = /\bright\b/.test(join) ? right : tables.length;
  for (const table of tables.slice(from, to)) table.joinedOn.push(by);
}

/** What USING and NATURAL ask for: the same value in columns of one name. */
const sameNames: ExpressionNode = { kind: 'opaque', name: 'using', arguments: [] };

/** ON …, USING (…) */
function condition(reading: Reading): ExpressionNode {
  const { cursor } = reading;
  if (cursor.accept('on')) return reading.expression(reading);
  cursor.expect('using');
  const columns = cursor.over(cursor.parentheses());
  for (const column of columns.qualifiedList('a column')) reading.found.joined(column.name, reading.scope);
  return sameNames;
}

function factor(reading: Reading, tables: Table[]) {
  const { cursor } = reading;
  if (cursor.acceptMark('{')) {
    cursor.expect('oj');
    reference(reading, tables);
    return cursor.expectMark('}');
  }
  cursor.accept('lateral');
  if (cursor.markAt(cursor.at) === '(') return enclosed(reading, tables);
  if (cursor.is('json_table') && cursor.markAt(cursor.at + 1) === '(') return jsonTable(reading, tables);
  const at = cursor.at;
  const name = cursor.qualified('a table');
  if (cursor.accept('partition')) cursor.parentheses();
  if (cursor.accept('for system_time')) systemTime(reading);
  const alias = aliasOf(reading) ?? name.name;
  hints(reading);
  tables.push({ name, alias, joinedOn: [] });
  reading.found.relation(name, alias, reading.scope, at);
}

/** A subquery, or table references, which may begin with one in parentheses. */
function enclosed(reading: Reading, tables: Table[]) {
  const { cursor } = reading;
  const open = cursor.at;
  if (startsQuery(cursor)) {
    const behind = queryEnd(reading, open);
    if (behind !== undefined) {
      cursor.at = open + 1;
      const reads = reading.query(reading);
      cursor.expectMark(')');
      const alias = aliasOf(reading) ?? '';
      if (cursor.markAt(cursor.at) === '(') cursor.parentheses();
      reading.scope.relations.set(alias, undefined);
      tables.push({ reads, alias, joinedOn: [] });
      return;
    }
  }
  cursor.expectMark('(');
  do reference(reading, tables);
  while (cursor.acceptMark(','));
  cursor.expectMark(')');
}

/** Where a parenthesis holds a query and nothing but a query; `((SELECT 1) x JOIN t)` does not. */
function queryEnd({ cursor }: Reading, open: number): number | undefined {
  if (cursor.markAt(open + 1) !== '(') return cursor.closing(open);
  const inner = cursor.closing(open + 1);
  const next = cursor.wordAt(inner + 1);
  const ends = cursor.closing(open) === inner + 1 || /^(?:union|except|intersect|minus|order|limit)$/.test(next);
  return ends ? cursor.closing(open) : undefined;
}

function aliasOf({ cursor }: Reading): string | undefined {
  if (cursor.accept('as')) return cursor.name('an alias');
  return cursor.isName() && !isReserved(cursor.wordAt(cursor.at)) ? cursor.name() : undefined;
}

/** USE, FORCE and IGNORE INDEX; TABLESAMPLE. */
function hints({ cursor }: Reading): void {
  const hint = (): string | undefined => cursor.accept('use index', 'use key', 'force index', 'force key', 'ignore index', 'ignore key');
  while (hint() !== undefined) {
    cursor.accept('for join', 'for order by', 'for group by');
    cursor.parentheses();
    cursor.acceptMark(',');
  }
}

/** MariaDB: FOR SYSTEM_TIME AS OF x, BETWEEN a AND b, FROM a TO b, ALL */
function systemTime(reading: Reading): void {
  const { cursor } = reading;
  if (cursor.accept('all')) return;
  const form = cursor.expect('as of', 'between', 'from');
  cursor.accept('timestamp', 'transaction');
  reading.expression(reading, 5);
  if (form === 'as of') return;
  cursor.expect(form === 'from' ? 'to' : 'and');
  cursor.accept('timestamp', 'transaction');
  reading.expression(reading, 5);
}

/** JSON_TABLE(document, path COLUMNS (…)) alias */
function jsonTable(reading: Reading, tables: Table[]): void {
  const { cursor } = reading;
  cursor.expect('json_table');
  const range = cursor.parentheses();
  const behind = cursor.at;
  cursor.at = range.from;
  reading.expression(reading);
  cursor.at = behind;
  const alias = aliasOf(reading) ?? '';
  reading.scope.relations.set(alias, undefined);
  tables.push({ alias, joinedOn: [] });
}
