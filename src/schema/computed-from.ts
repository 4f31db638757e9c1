import { columnsIn } from '../operation/expression.ts';
import type { Table } from './schema.ts';

/**
 * The generated columns of the table that are computed from a column, and those computed from them, each once. PostgreSQL has no more than one step
 * of that, and no circles; a file may hold both.
 */
export function computedFrom(table: Table | undefined, column: string): readonly string[] {
  const found = new Set([column]);
  for (const each of found) {
    for (const { name, generated } of table?.columns ?? []) {
      if (generated && columnsIn(generated.expression.tree).includes(each)) found.add(name);
    }
  }
  found.delete(column);
  return [...found];
}
