import { keyOf, type ResolvedName } from '../operation/name.ts';
import { PersistentMap } from './persistent-map.ts';
import { columnKey, type Schema, type Table } from './schema.ts';
import { removeTable } from './store.ts';

/** Units, sessions, and what of a unit is certainly new. */

/** The schema at the start of a deployment unit (numbered from 1; 0 is history): nothing is new yet, no name is freed. */
export function beginUnit(schema: Schema, unit: number): Schema {
  return { ...schema, unit, freedNames: PersistentMap.empty() };
}

/**
 * The schema as the next session meets it: without the temporary tables, the settings and the open transaction of the last one. For callers
 * that know that a file is a session of its own, as it is with every migration tool we know.
 */
export function newSession(schema: Schema): Schema {
  let next = schema;
  for (const table of schema.temporary) next = removeTable(next, table);
  const { atBegin: _, timeZone: __, mysql, ...rest } = next;
  return { ...rest, temporary: [], searchPath: schema.defaultSearchPath, ...(mysql && { mysql: { ...mysql, variables: {} } }) };
}

/**
 * The unit that certainly creates an object of this name, or 0. Not certain: a conditional CREATE, a name that is known (even if only by
 * being mentioned), and a name that this unit freed, because running code knows it.
 */
export function createdIn(schema: Schema, name: ResolvedName, operation: { readonly conditional?: true }): number {
  const key = keyOf(name);
  const known = schema.tables.has(key) || schema.views.has(key) || schema.freedNames.has(key);
  return operation.conditional || known ? 0 : schema.unit;
}

/** As `createdIn`, of a column. `certain` is false where the column may have been there before. */
export function columnCreatedIn(schema: Schema, table: Table, column: string, certain: boolean): number {
  return certain && !schema.freedNames.has(columnKey(table.name, column)) ? schema.unit : 0;
}

/** Remembers that this unit frees a name that running code knows. What the unit itself created, running code does not know. */
export function free(schema: Schema, key: string, created: number): Schema {
  if (schema.unit === 0 || created === schema.unit) return schema;
  return { ...schema, freedNames: schema.freedNames.set(key, true) };
}
