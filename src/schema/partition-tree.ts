import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { resolve, type Schema, type Table } from './schema.ts';
import { parentsOf } from './store.ts';

/**
 * The table with all its partitions and inheriting tables, itself first, each once: what an ALTER TABLE without ONLY reaches.
 * @param ends tables below it that are reached, and under which nothing is
 */
export function partitionTree(schema: Schema, name: QualifiedName, ends?: (table: Table | undefined) => boolean): readonly ResolvedName[] {
  const start = resolve(schema, name);
  const key = keyOf(start);
  if (!schema.tables.get(key)?.children.length) return [start];
  const reached = new Map<string, ResolvedName>([[key, start]]);
  for (const each of reached.values()) {
    const table = schema.tables.get(keyOf(each));
    if (each !== start && ends?.(table)) continue;
    for (const child of table?.children ?? []) reached.set(keyOf(child), child);
  }
  return [...reached.values()];
}

/** Whether `name` is `ancestor` or hangs below it. PostgreSQL refuses circles; so does the model, which walks down without looking back. */
export function isUnder(schema: Schema, name: ResolvedName, ancestor: ResolvedName): boolean {
  const reached = new Map<string, ResolvedName>([[keyOf(name), name]]);
  for (const each of reached.values()) {
    for (const parent of parentsOf(schema.tables.get(keyOf(each)))) reached.set(keyOf(parent), parent);
  }
  return reached.has(keyOf(ancestor));
}

/** Whether the table holds no rows but its partitions' do; also an unknown one that something is a partition of. */
export function isPartitioned(schema: Schema, table: Table): boolean {
  return table.partitionBy !== undefined || table.children.some((child) => schema.tables.get(keyOf(child))?.partitionOf !== undefined);
}
