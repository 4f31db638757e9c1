import type { Index, Table } from './schema.ts';

/**
 * The index that a foreign key to these columns needs: the oldest unique one that is on just them, of all rows, checked at once (`transformFkeyCheckAttrs`).
 * It is not dropped without the foreign key.
 */
export function keyIndex(table: Table | undefined, columns: readonly string[]): Index | undefined {
  return table?.indexes.find(({ definition, valid, constraint }) => {
    const keys = definition.elements.map((element) => element.column);
    const isLate = table.constraints.some((each) => each.name === constraint && each.definition.deferrable);
    const isWhole = definition.unique && valid && definition.where === undefined && !isLate;
    return isWhole && keys.length === columns.length && columns.every((column) => keys.includes(column));
  });
}

/** Whether a foreign key to these columns goes with the column: it is one of them, or the index that it needs includes it. */
export function needsColumn(table: Table | undefined, columns: readonly string[], column: string): boolean {
  return columns.includes(column) || keyIndex(table, columns)?.definition.include.includes(column) === true;
}
