import { keyOf, type ResolvedName } from '../../operation/name.ts';
import { notNullOf } from '../automatic-not-null.ts';
import { losingNotNull } from '../losing-not-null.ts';
import { notNullName } from '../naming.ts';
import { type Column, type Constraint, columnOf, type Schema, type Table } from '../schema.ts';
import { putTable } from '../store.ts';

/**
 * Sets columns NOT NULL, which makes valid what was NOT NULL … NOT VALID.
 * @param named whether it is said of this very table, which then gives the constraint a name of its own, and not the parent's, or keeps the one that it has
 */
export function markNotNull(schema: Schema, name: ResolvedName, columns: readonly string[], named = false): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const own = (column: Column): Partial<Column> => {
    if (!named) return {};
    return column.notNull ? { notNullKept: true } : { notNullAs: notNullName(schema, name, column.name) };
  };
  return putTable(schema, {
    ...table,
    columns: table.columns.map((each) =>
      columns.includes(each.name) && (named || !each.notNull) ? { ...each, notNull: true, ...own(each) } : each,
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
  return notNullOf(table, column) !== undefined;
}

/** NO INHERIT of a NOT NULL that nobody named: from then on it is one to be told of, and the children have theirs by themselves. */
export function notInherited(schema: Schema, name: ResolvedName, column: string): Schema {
  const table = schema.tables.get(keyOf(name));
  const named = columnOf(table, column)?.notNullAs;
  if (table === undefined || named === undefined) return schema;
  const definition = {
    type: 'not-null',
    column,
    name: named,
    noInherit: true,
    text: `NOT NULL ${column}`,
    span: { start: 0, end: 0 },
  } as const;
  const constraint: Constraint = { name: named, definition, validated: true, enforced: true };
  return putTable(schema, { ...table, constraints: [...table.constraints, constraint] });
}

/** DROP NOT NULL, by the column's name or the constraint's. */
export function withoutNotNull(schema: Schema, name: ResolvedName, column: string, only?: true): Schema {
  return losingNotNull(schema, name, column, only).losing.reduce((next, each) => {
    const table = next.tables.get(keyOf(each));
    if (table === undefined) return next;
    return putTable(next, {
      ...table,
      columns: table.columns.map((one) => (one.name === column ? { ...one, notNull: false } : one)),
      constraints: table.constraints.filter(({ definition }) => definition.type !== 'not-null' || definition.column !== column),
    });
  }, schema);
}
