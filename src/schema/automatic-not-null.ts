import { keyOf } from '../operation/name.ts';
import { notNullName } from './naming.ts';
import { type Column, type Constraint, columnOf, type Schema, type Table } from './schema.ts';

/**
 * PostgreSQL 18 keeps every NOT NULL as a constraint. One that nobody named gets a name that tells of the table and the column as they were called
 * then, or its parent's; the column bears it, for it can be dropped, validated and renamed by it like any other.
 */
export function automaticNotNull(table: Table | undefined, constraint: string): Column | undefined {
  return table?.columns.find((column) => column.notNull && column.notNullAs === constraint && !namedNotNull(table, column.name));
}

/** The column of a NOT NULL by its constraint's name, whoever gave it. */
export function notNullColumn(table: Table | undefined, constraint: string): string | undefined {
  const definition = table?.constraints.find((each) => each.name === constraint)?.definition;
  if (definition !== undefined) return definition.type === 'not-null' ? definition.column : undefined;
  return automaticNotNull(table, constraint)?.name;
}

const namedNotNull = (table: Table | undefined, column: string): Constraint | undefined =>
  table?.constraints.find(({ definition }) => definition.type === 'not-null' && definition.column === column);

/** What PostgreSQL 18 keeps as a constraint, be it written or come about by itself. */
export interface NotNull {
  readonly name: string | undefined;
  readonly noInherit: boolean;
  readonly validated: boolean;
  /** It is there by the parent's alone. */
  readonly inherited: boolean;
}

export function notNullOf(table: Table | undefined, column: string): NotNull | undefined {
  const named = namedNotNull(table, column);
  if (named !== undefined) {
    const { name, definition, validated, inherited } = named;
    return { name, noInherit: definition.noInherit === true, validated, inherited: inherited === true };
  }
  const known = columnOf(table, column);
  return known?.notNull ? { name: known.notNullAs, noInherit: false, validated: true, inherited: false } : undefined;
}

/** The table with names for the columns that have come to be NOT NULL, and without them where one may be NULL again. */
export function withNotNullNames(schema: Schema, table: Table): Table {
  if (!table.columns.some((column) => column.notNull !== (column.notNullAs !== undefined))) return table;
  const columns = [...table.columns];
  for (const [at, column] of table.columns.entries()) {
    const { notNullAs, notNullKept: _, ...bare } = column;
    if (!column.notNull) columns[at] = bare;
    else if (notNullAs === undefined) columns[at] = { ...column, notNullAs: nameFor(schema, { ...table, columns }, column.name) };
  }
  return { ...table, columns };
}

function nameFor(schema: Schema, table: Table, column: string): string {
  const parents = table.partitionOf === undefined ? table.inherits : [table.partitionOf.parent];
  for (const parent of parents) {
    const above = schema.tables.get(keyOf(parent));
    const inherited = above && passesNotNull(above, column) ? columnOf(above, column) : undefined;
    if (inherited?.notNullAs !== undefined) return namedNotNull(above, column)?.name ?? inherited.notNullAs;
  }
  const taken = table.columns.flatMap((each) => each.notNullAs ?? []);
  return notNullName(schema, table.name, column, taken);
}

/** Whether the tables that inherit the column have its NOT NULL too. */
export function passesNotNull(table: Table, column: string): boolean {
  return !table.constraints.some(
    ({ definition }) => definition.type === 'not-null' && definition.column === column && definition.noInherit === true,
  );
}
