import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { type Column, resolve, type Schema } from './schema.ts';
import { typeKey } from './store.ts';

/** Columns of a type or domain, of arrays of it, and of domains over it: the tables that a change of the type concerns. */
export function columnsOfType(schema: Schema, type: QualifiedName): readonly { readonly table: ResolvedName; readonly column: Column }[] {
  const found: { readonly table: ResolvedName; readonly column: Column }[] = [];
  const types = new Set([keyOf(resolve(schema, type, schema.types))]);
  for (const key of types) {
    for (const { kind, name } of schema.typeUsers.get(key) ?? []) {
      if (kind === 'domain') types.add(keyOf(name));
      for (const column of kind === 'table' ? (schema.tables.get(keyOf(name))?.columns ?? []) : []) {
        if (typeKey(schema, column.type) === key) found.push({ table: name, column });
      }
    }
  }
  return found;
}
