import { columnsIn } from '../operation/expression.ts';
import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { type Column, resolve, type Schema } from './schema.ts';
import { same, typeKey } from './store.ts';

/** Something else in the schema that uses a table or a column of it, and fails or goes if that is dropped. */
export type User =
  | { readonly kind: 'view'; readonly view: ResolvedName; readonly materialized: boolean }
  | { readonly kind: 'foreign-key'; readonly table: ResolvedName; readonly constraint: string }
  | { readonly kind: 'generated-column'; readonly table: ResolvedName; readonly column: string }
  /** A table that inherits from it. Partitions are part of their table, and no users of it. */
  | { readonly kind: 'child'; readonly table: ResolvedName };

/**
 * What uses a table or view, or one column of it: views that read it, foreign keys of other tables that point to it, columns generated from the
 * column, inheriting tables. A view whose columns could not be told (`*`) counts as reading each.
 */
export function usersOf(schema: Schema, name: QualifiedName, column?: string): readonly User[] {
  const at = resolve(schema, name);
  const table = schema.tables.get(keyOf(at));
  const relation = table ?? schema.views.get(keyOf(resolve(schema, name, schema.views)));
  if (relation === undefined) return [];
  const users: User[] = [];
  for (const reader of relation.readBy) {
    const view = schema.views.get(keyOf(reader));
    const read = view?.reads.find((each) => same(each.table, relation.name));
    if (view === undefined || read === undefined) continue;
    if (column !== undefined && !read.columns.includes(column) && !read.columns.includes('*')) continue;
    users.push({ kind: 'view', view: reader, materialized: view.materialized });
  }
  for (const { table: from, constraint } of table?.referencedBy ?? []) {
    if (column === undefined ? same(from, relation.name) : !referencesColumn(schema, from, constraint, column)) continue;
    users.push({ kind: 'foreign-key', table: from, constraint });
  }
  if (column === undefined) {
    for (const child of table?.children ?? []) {
      if (!schema.tables.get(keyOf(child))?.partitionOf) users.push({ kind: 'child', table: child });
    }
  }
  for (const each of column === undefined ? [] : (table?.columns ?? [])) {
    if (each.generated && columnsIn(each.generated.expression.tree).includes(column as string)) {
      users.push({ kind: 'generated-column', table: relation.name, column: each.name });
    }
  }
  return users;
}

/** Referenced columns that are not known (the primary key of an unknown table) may be any. */
function referencesColumn(schema: Schema, from: ResolvedName, constraint: string, column: string): boolean {
  const definition = schema.tables.get(keyOf(from))?.constraints.find((each) => each.name === constraint)?.definition;
  if (definition?.type !== 'foreign-key') return false;
  return definition.referencedColumns.length === 0 || definition.referencedColumns.includes(column);
}

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
