import type { Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { Part } from './sequence.ts';
import type { MysqlStaging } from './staging.ts';
import { notNullKeys, type TableKey } from './table-key.ts';
import { ownName, ownTable, tableText } from './text.ts';
import { walkSql } from './walk.ts';

export const runAgain =
  'can be stopped and run again; where procedures are not allowed, a client runs the statements of its body one by one';

/**
 * The backfill of a column of the operation's table.
 * @param value an expression over the row
 * @param after `transaction` where rows that running code writes have a value already, `deploy` where only new code gives them one
 */
export function fillRows(
  context: MysqlStaging,
  column: string,
  value: string,
  after: 'transaction' | 'deploy',
  label = column,
): Part | { readonly impossible: string } {
  const key = walkedKey(context);
  if (!Array.isArray(key)) return key as { readonly impossible: string };
  const name = quoteIdentifier(column);
  const table = tableText(context);
  const inline = /--|#/.test(value) ? `(${value}\n    )` : value;
  return {
    stage: 'backfill',
    after,
    sql: walkSql({
      table,
      key,
      procedure: quoteIdentifier(context.helperName(ownName(context), `${label}_fill`)),
      write: (within) => `UPDATE ${table} SET ${name} = ${inline} WHERE ${within} AND ${name} IS NULL`,
    }),
    queues: false,
    rollback: `-- nothing to undo: the values go with the column ${name}`,
    why: `fills the old rows batch by batch, each committed by itself; ${runAgain}`,
  };
}

/** The columns to walk a table by, or why there are none. */
export function walkedKey(context: MysqlStaging): readonly string[] | { readonly impossible: string } {
  const table = ownTable(context);
  const key = keyOfTable(table);
  if (key !== undefined) return key;
  const name = tableText(context);
  return {
    impossible: table?.complete
      ? `${name} has neither a primary key nor a unique key over columns that are NOT NULL, by which its rows could be walked in batches: give it a primary key first`
      : `the history does not show a primary key of ${name}, by which its rows could be walked in batches: give Lockstep a dump of the schema (docs/configuration.md)`,
  };
}

/** The primary key, or a unique key without NULLs. ENUM and SET are ordered by number and compared by name, floating numbers are not compared exactly. */
export function keyOfTable(table: Table | undefined): readonly string[] | undefined {
  const isWalked = ({ columns }: TableKey): boolean => columns.every(({ type }) => !/^(?:enum|set|float|double|bit)$/.test(type.name));
  return notNullKeys(table)
    .find(isWalked)
    ?.columns.map((each) => each.name);
}
