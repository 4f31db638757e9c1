import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { type Column, resolve, type Schema } from './schema.ts';
import { typeKey } from './store.ts';

/** Columns of a type or domain, of arrays of it, and of domains over it: the tables that a change of the type concerns. */
export function columnsOfType(schema: Schema, type: QualifiedName): readonly { readonly table: ResolvedName; readonly column: Column }[] {
  const found: { readonly table: ResolvedName; readonly column: Column }[] = [];
  const visited = new Set<string>();
  const visit = (key: string): void => {
    if (visited.has(key)) return;
    visited.add(key);
    for (const user of schema.typeUsers.get(key) ?? []) {
      if (user.kind === 'domain') visit(keyOf(user.name));
      else {
        for (const column of schema.tables.get(keyOf(user.name))?.columns ?? []) {
          if (typeKey(schema, column.type) === key) found.push({ table: user.name, column });
        }
      }
    }
  };
  visit(keyOf(resolve(schema, type, schema.types)));
  return found;
}
