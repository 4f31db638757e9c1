import { sameName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { renameColumn } from '../rename-column.ts';
import { type Column, columnKey, columnOf, isNamed, type MysqlTable, newName, type Schema, type Table, tableOf } from '../schema.ts';
import { columnCreatedIn, free } from '../unit.ts';
import { columnFrom, placed, spelt } from './column.ts';
import { withConstraint, withoutColumn as withoutConstraints } from './constraint.ts';
import { withoutColumn as withoutIndexes } from './index.ts';
import { onTable } from './table.ts';

export function addColumn(schema: Schema, operation: OperationOf<'add-column'>): Schema {
  const definition = spelt(operation.column);
  return onTable(schema, operation, (table) => {
    const known = columnOf(table, definition.name);
    if (known && (operation.ifNotExists || operation.conditional)) return table;
    const certain = !operation.conditional && (table.complete || !operation.ifNotExists);
    const created = columnCreatedIn(schema, table, definition.name, certain);
    const column = columnFrom(definition, table.mysql ?? {}, created);
    const wider = { ...table, columns: placed(table, column, operation.position) };
    return definition.constraints.reduce((at, each) => withConstraint(schema, at, each), wider);
  });
}

/** MODIFY and CHANGE: what the new definition does not repeat is gone, but the keys that the column is in. */
export function redefineColumn(schema: Schema, operation: OperationOf<'redefine-column'>): Schema {
  const definition = spelt(operation.definition);
  const known = columnOf(tableOf(schema, operation.table), operation.column);
  const renamed = sameName(operation.column, definition.name) ? schema : rename(schema, operation, definition.name);
  return onTable(renamed, operation, (table) => {
    if (known === undefined && operation.columnIfExists && table.complete) return table;
    const column = columnFrom(definition, table.mysql ?? {}, known?.createdIn ?? 0);
    const isKey = table.constraints.some(
      ({ definition: { type, ...key } }) =>
        type === 'primary-key' && 'columns' in key && key.columns.some((each) => isNamed(table, column, each)),
    );
    const kept: Column = isKey ? { ...column, notNull: true } : column;
    const columns = known === undefined && !operation.position ? [...table.columns, kept] : placed(table, kept, operation.position);
    return definition.constraints.reduce((at, each) => withConstraint(schema, at, each), { ...table, columns });
  });
}

export function dropColumn(schema: Schema, operation: OperationOf<'drop-column'>): Schema {
  const dropped = columnOf(tableOf(schema, operation.table), operation.column);
  const next = onTable(schema, operation, (table) => ({
    ...table,
    columns: table.columns.filter((each) => !isNamed(table, each, operation.column)),
    indexes: withoutIndexes(table, operation.column),
    constraints: withoutConstraints(table, operation.column),
  }));
  const name = tableOf(next, operation.table)?.name ?? newName(next, operation.table);
  return free(next, columnKey(name, dropped?.name ?? operation.column), dropped?.createdIn ?? 0);
}

export function rename(schema: Schema, { table, column }: Pick<OperationOf<'rename-column'>, 'table' | 'column'>, to: string): Schema {
  const known = tableOf(schema, table);
  return known === undefined ? schema : renameColumn(schema, known.name, columnOf(known, column)?.name ?? column, to);
}

/** SET DEFAULT, DROP DEFAULT, SET VISIBLE, SET INVISIBLE. */
export function setColumn(schema: Schema, operation: OperationOf<'set-default' | 'drop-default' | 'set-column-visibility'>): Schema {
  const change = (column: Column): Column => {
    const { default: _, invisible: __, ...plain } = column;
    if (operation.kind === 'set-column-visibility')
      return { ...plain, ...(column.default && { default: column.default }), ...(!operation.visible && { invisible: true }) };
    const value = operation.kind === 'set-default' && operation.expression.tree.kind !== 'null' ? operation.expression : undefined;
    return { ...plain, ...(value && { default: value }), ...(column.invisible && { invisible: true }) };
  };
  return onTable(schema, operation, (table) => ({
    ...table,
    columns: table.columns.map((each) => (isNamed(table, each, operation.column) ? change(each) : each)),
  }));
}

/** A statement that adds or drops columns may use up a row version; one that certainly writes all rows anew gives them all back. */
export function withRowVersions(table: Table, uses: boolean, rebuilds: boolean): Table {
  const mysql = table.mysql as MysqlTable;
  const hasFullText = table.indexes.some(({ definition }) => definition.method === 'fulltext');
  const { fullTextIds, ...others } = mysql;
  if (rebuilds) return { ...table, mysql: { ...others, rowVersions: 0, ...(fullTextIds && hasFullText && { fullTextIds }) } };
  return uses ? { ...table, mysql: { ...mysql, rowVersions: mysql.rowVersions + 1 } } : table;
}
