import type { QualifiedName } from '../../operation/name.ts';
import type { ColumnDefinition, ConstraintDefinition, IndexDefinition, Operation, OperationOf } from '../../operation/operation.ts';
import { readColumn } from './column.ts';
import { readConstraint, readConstraintName } from './constraint.ts';
import type { Cursor } from './cursor.ts';
import { readIndexDefinition, readIndexKind } from './key.ts';
import { readingOf } from './parse.ts';
import { readPartitionBy } from './partition.ts';
import { readQuery } from './query.ts';
import { mentionsOf } from './reading.ts';
import { startsQuery } from './starts-query.ts';
import { readTableOption } from './table-options.ts';

interface Body {
  readonly columns: ColumnDefinition[];
  readonly constraints: ConstraintDefinition[];
  readonly indexes: IndexDefinition[];
}

/** Behind CREATE [OR REPLACE] [TEMPORARY] TABLE. https://dev.mysql.com/doc/refman/9.5/en/create-table.html, https://mariadb.com/kb/en/create-table/ */
export function readCreateTable(
  cursor: Cursor,
  base: Pick<Operation, 'span'>,
  before: { replace: boolean; temporary: boolean },
): Operation {
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  const table = cursor.qualified('a table');
  const body: Body = { columns: [], constraints: [], indexes: [] };
  const own = {
    ...base,
    kind: 'create-table',
    table,
    ...(before.replace && { replace: true as const }),
    ...(ifNotExists && { ifNotExists: true as const }),
    persistence: before.temporary ? 'temporary' : 'permanent',
    inherits: [],
  } as const;
  const like = readLike(cursor);
  if (like !== undefined) return { ...own, columns: [], constraints: [], like: [{ table: like, including: ['all'] }] };
  if (cursor.markAt(cursor.at) === '(' && !startsQuery(cursor)) {
    for (const part of cursor.parts(cursor.parentheses())) {
      const inner = cursor.over(part);
      readElement(inner, body);
      inner.finish();
    }
  }
  const { columns, constraints, indexes } = body;
  return {
    ...own,
    columns,
    constraints,
    ...(indexes.length > 0 && { indexes }),
    like: [],
    ...readRest(cursor),
  };
}

/** LIKE other, with parentheses around it or without. */
function readLike(cursor: Cursor): QualifiedName | undefined {
  const inParentheses = cursor.markAt(cursor.at) === '(' && cursor.is('like', cursor.at + 1);
  if (inParentheses) cursor.at++;
  if (!cursor.accept('like')) return undefined;
  const table = cursor.qualified('a table');
  if (inParentheses) cursor.expectMark(')');
  return table;
}

/** A column, an index or a constraint among the columns. */
function readElement(cursor: Cursor, body: Body): void {
  const from = cursor.at;
  const named = readConstraintName(cursor);
  const constraint = readConstraint(cursor, from, named?.name)?.constraint;
  if (constraint !== undefined) return void body.constraints.push(constraint);
  // `key int` would be a column of a reserved name.
  const kind = readIndexKind(cursor);
  if (kind !== undefined) return void body.indexes.push(readIndexDefinition(cursor, kind, named?.name).index);
  if (named !== undefined) cursor.fail('a constraint is missing');
  // The period of a table; its columns say what they are.
  if (cursor.is('period for')) {
    cursor.at += 2;
    cursor.name();
    return void cursor.parentheses();
  }
  body.columns.push(readColumn(cursor));
}

/** Options, partitions and a query, behind the columns. */
function readRest(cursor: Cursor): Partial<OperationOf<'create-table'>> {
  const options: { name: string; value: string }[] = [];
  let rest: Partial<OperationOf<'create-table'>> = {};
  for (;;) {
    if (cursor.accept('with system versioning')) rest = { ...rest, systemVersioning: true };
    else if (cursor.accept('partition by')) rest = { ...rest, partitionBy: readPartitionBy(cursor) };
    else {
      if (options.length > 0) cursor.acceptMark(',');
      const option = readTableOption(cursor);
      if (option === undefined) break;
      options.push(option);
    }
  }
  if (options.length > 0) rest = { ...rest, options };
  cursor.accept('ignore', 'replace');
  const written = cursor.accept('as') !== undefined;
  if (!written && !startsQuery(cursor)) return rest;
  const reading = readingOf(cursor);
  readQuery(reading);
  return { ...rest, asQuery: { reads: mentionsOf(reading).tables, withData: true } };
}
