import type { QualifiedName, ResolvedName } from '../../../operation/name.ts';
import { relationExists } from '../../../schema/naming.ts';
import { columnOf, newName, type Schema, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';

/** Reasons for which PostgreSQL refuses a statement, in the order in which it looks for them: the first one counts. */
export type Refusals = Generator<Failure, void, undefined>;

/** A failure that hangs on no row. `reason` ends the sentence "PostgreSQL refuses this on orders: …". */
export function refuse(code: string, reason: string): Failure {
  return { code, reason, certain: true };
}

/** https://www.postgresql.org/docs/current/ddl-system-columns.html */
const systemColumns = new Set(['tableoid', 'xmin', 'cmin', 'xmax', 'cmax', 'ctid']);

export function isSystemColumn(column: string): boolean {
  return systemColumns.has(column);
}

/** Whether it is certain that the table has no such column: only of a table that history created whole. */
export function lacksColumn(table: Table | undefined, column: string): boolean {
  return table?.complete === true && columnOf(table, column) === undefined && !isSystemColumn(column);
}

/** @param besides columns that come with the same statement */
export function* missingColumns(table: Table | undefined, columns: readonly string[], besides: readonly string[] = []): Refusals {
  for (const column of columns) {
    if (lacksColumn(table, column) && !besides.includes(column)) yield refuse('42703', `${table?.name.name} has no column ${column}`);
  }
}

export function* repeatedColumns(columns: readonly string[]): Refusals {
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) yield refuse('42701', `the column ${twice} is named twice`);
}

/** Tables, views, indexes and sequences share one namespace. */
export function* takenName(schema: Schema, name: QualifiedName): Refusals {
  const resolved: ResolvedName = newName(schema, name);
  if (relationExists(schema, resolved)) yield refuse('42P07', `there is a table, view, index or sequence ${name.name} already`);
}
