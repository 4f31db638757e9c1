import { has } from '../../../engine/mysql/version.ts';
import type { Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { Part } from './sequence.ts';
import type { MysqlStaging } from './staging.ts';
import { notNullKeys, type TableKey } from './table-key.ts';
import { ownName, ownTable, tableText } from './text.ts';
import { type WalkedColumn, walkSql } from './walk.ts';

/** Before, DESC in an index was read and forgotten. https://dev.mysql.com/doc/refman/9.7/en/descending-indexes.html, https://mariadb.com/kb/en/create-index/ */
const descendingSince = { mysql: '8.0', mariadb: '10.8' };

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
export function walkedKey(context: MysqlStaging): readonly WalkedColumn[] | { readonly impossible: string } {
  const table = ownTable(context);
  const key = keyOfTable(table, context.target);
  if (key !== undefined) return key;
  const name = tableText(context);
  return {
    impossible: table?.complete
      ? `${name} has neither a primary key nor a unique key over columns that are NOT NULL, by which its rows could be walked in batches: give it a primary key first`
      : `the history does not show a primary key of ${name}, by which its rows could be walked in batches: give Lockstep a dump of the schema (docs/configuration.md)`,
  };
}

/**
 * The primary key, or a unique key without NULLs. ENUM and SET are ordered by number and compared by name, floating numbers are not compared exactly. A key that is sorted
 * downwards as a whole is read backwards; one that is sorted both ways gives its rows in its own order only, where the server minds DESC.
 */
function keyOfTable(table: Table | undefined, { engine, version }: MysqlStaging['target']): readonly WalkedColumn[] | undefined {
  const isWalked = ({ columns }: TableKey): boolean => columns.every(({ type }) => !/^(?:enum|set|float|double|bit)$/.test(type.name));
  const key = notNullKeys(table).find(isWalked);
  if (key === undefined) return undefined;
  const isSorted = version === undefined || has({ server: engine, version }, descendingSince);
  const isBothWays = isSorted && new Set(key.descending).size > 1;
  return key.columns.map(({ name }, i) => ({ name, ...(isBothWays && key.descending[i] && { descending: true as const }) }));
}
