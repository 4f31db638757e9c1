import type { Operation } from '../operation/operation.ts';
import type { Schema, Table } from './schema.ts';

/**
 * Some statements do what nobody can read from them: dynamic SQL, calls of functions that may run DDL (`add_geometry_column`), statements that
 * cannot be read at all. The tables are taken to be as they were, but nothing about those that existed is certain any more.
 */
export function lose(schema: Schema): Schema {
  return { ...schema, unfollowed: schema.unfollowed + 1 };
}

export function isFollowed(schema: Schema, table: Table): boolean {
  return table.unfollowed === schema.unfollowed;
}

/** Functions of the server that change no table. */
const harmless = /^(pg_|set_config$|setval$|nextval$|currval$|count$|max$|min$|coalesce$|now$|version$)/;

export function mayDoAnything(operation: Operation): boolean {
  if (operation.kind === 'select') return operation.calls.some(({ name }) => !harmless.test(name));
  return operation.kind === 'dynamic-sql' || operation.kind === 'call';
}
