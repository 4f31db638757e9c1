import { keyOf, type ResolvedName } from '../../operation/name.ts';
import { notNullName } from '../naming.ts';
import { type Column, type Constraint, columnOf, type Schema, type Table } from '../schema.ts';
import { putTable } from '../store.ts';

/**
 * Sets columns NOT NULL, which makes valid what was NOT NULL … NOT VALID.
 * @param named whether it is said of this very table, which then gives the constraint a name of its own, and not the parent's
 */
export function markNotNull(schema: Schema, name: ResolvedName, columns: readonly string[], named = false): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const own = (column: string): Pick<Column, 'notNullAs'> => (named ? { notNullAs: notNullName(schema, name, column) } : {});
  return putTable(schema, {
    ...table,
    columns: table.columns.map((each) =>
      columns.includes(each.name) && !each.notNull ? { ...each, notNull: true, ...own(each.name) } : each,
    ),
    constraints: table.constraints.map((each) =>
      each.definition.type === 'not-null' && columns.includes(each.definition.column) && !each.validated
        ? { ...each, validated: true }
        : each,
    ),
  });
}

/** Whether the column has a not-null constraint, be it one that is not validated: it gets no second. */
export function hasNotNull(table: Table, column: string): boolean {
  const isIts = ({ definition }: Constraint): boolean => definition.type === 'not-null' && definition.column === column;
  return columnOf(table, column)?.notNull === true || table.constraints.some(isIts);
}
