import { primary } from '../../../schema/mysql/index.ts';
import type { Table } from '../../../schema/schema.ts';

/** What tells the rows of a table apart. */
export interface TableKey {
  readonly name: string;
  readonly columns: readonly Table['columns'][number][];
  /** For each column, whether it is sorted downwards. */
  readonly descending: readonly boolean[];
}

/** The unique keys over whole columns that are NOT NULL, the primary key first. */
export function notNullKeys(table: Table | undefined): readonly TableKey[] {
  const found = (table?.indexes ?? []).flatMap(({ name, definition }): readonly TableKey[] => {
    if (!definition.unique) return [];
    const columns = definition.elements.flatMap(({ column, prefix }) => {
      const own = table?.columns.find((each) => each.name.toLowerCase() === column?.toLowerCase());
      return own?.notNull && prefix === undefined ? [own] : [];
    });
    return columns.length === definition.elements.length
      ? [{ name, columns, descending: definition.elements.map((each) => each.descending === true) }]
      : [];
  });
  return [...found].sort((a, b) => Number(b.name === primary) - Number(a.name === primary));
}
