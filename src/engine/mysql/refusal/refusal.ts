import type { Operation } from '../../../operation/operation.ts';
import { isFollowed } from '../../../schema/followed.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import type { Tables } from '../tables.ts';
import { refusalsOfColumn } from './column.ts';
import { refusalsOfForeignKey } from './foreign-key.ts';
import { refusalsOfIndex } from './index.ts';
import { refusalsOfLimit } from './limit.ts';
import { refusalsOfPartition } from './partition.ts';
import { refusalsOfSyntax } from './syntax.ts';
import { refusalsOfTable } from './table.ts';

/**
 * Why the server refuses a statement whatever the rows: only where that is certain. Of a table that history has not made, or that was touched where nobody
 * could follow, only what the statement itself says.
 * @param statement all of it, where it is of several tables: DROP TABLE a, b
 * https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html, https://mariadb.com/kb/en/mariadb-error-code-reference/
 */
export function refusalsOf(
  at: At,
  operations: readonly Operation[],
  tables: Tables,
  statement: readonly Operation[] = operations,
): readonly Failure[] {
  const own = operations.flatMap((each) => refusalsOfSyntax(at, each));
  const { before } = tables;
  if (!before.complete || !isFollowed(at.schema, before)) return own;
  const known = operations.flatMap((each) => [
    ...refusalsOfColumn(at, each, tables, statement),
    ...refusalsOfIndex(at, each, tables, statement),
    ...refusalsOfForeignKey(at, each, tables, statement),
    ...refusalsOfTable(at, each, tables, statement),
    ...refusalsOfPartition(at, each, tables),
  ]);
  return [...own, ...known, ...refusalsOfLimit(at, operations, tables)];
}
