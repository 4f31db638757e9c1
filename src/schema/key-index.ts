import type { Index, Table } from './schema.ts';

/**
 * The index that a foreign key to these columns needs: the oldest unique one that is on just them, of all rows (`transformFkeyCheckAttrs`).
 * It is not dropped without the foreign key.
 */
export function keyIndex(table: Table | undefined, columns: readonly string[]): Index | undefined {
  return table?.indexes.find(({ definition, valid }) => {
    const keys = definition.elements.map((element) => element.column);
    const isWhole = definition.unique && valid && definition.where === undefined;
    return isWhole && keys.length === columns.length && columns.every((column) => keys.includes(column));
  });
}
