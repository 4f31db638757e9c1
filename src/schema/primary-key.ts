import type { Table } from './schema.ts';

/** The primary key: its constraint's name and its columns in order. Undefined: there is none, or (of a table not `complete`) none is known. */
export function primaryKeyOf(table: Table | undefined): { readonly name: string; readonly columns: readonly string[] } | undefined {
  for (const { name, definition } of table?.constraints ?? []) {
    if (definition.type === 'primary-key') return { name, columns: definition.columns };
  }
  return undefined;
}
