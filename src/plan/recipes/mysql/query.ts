import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';

/** Queries that tell whether rows are in the way of a key or a constraint: each row that comes from one is. */

export function duplicates(table: string, columns: readonly string[]): string {
  const list = columns.map(quoteIdentifier);
  return `SELECT ${list.join(', ')}, COUNT(*) FROM ${table} WHERE ${list.map((each) => `${each} IS NOT NULL`).join(' AND ')} GROUP BY ${list.join(', ')} HAVING COUNT(*) > 1;`;
}

/** @param parent as a statement names it @param referenced its columns, in the order of the key's own */
export function orphans(
  table: string,
  { columns }: Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  parent: string,
  referenced: readonly string[],
): string {
  const pairs = columns.map((column, i) => `parent.${quoteIdentifier(referenced[i] ?? column)} = child.${quoteIdentifier(column)}`);
  const given = columns.map((column) => `child.${quoteIdentifier(column)} IS NOT NULL`);
  return `SELECT child.* FROM ${table} AS child LEFT JOIN ${parent} AS parent ON ${pairs.join(' AND ')} WHERE ${given.join(' AND ')} AND parent.${quoteIdentifier(referenced[0] ?? '')} IS NULL;`;
}

export function violations(table: string, check: string): string {
  return `SELECT * FROM ${table} WHERE NOT (${check.replace(/\s+/g, ' ')});`;
}
