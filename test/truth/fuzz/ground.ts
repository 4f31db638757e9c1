import type { Catalog, Column, Table } from './catalog.ts';
import type { Draw } from './draw.ts';

/** What a generator of statements stands on. */
export interface Ground {
  readonly draw: Draw;
  readonly catalog: Catalog;
  /** A name that nothing has yet; now and then one that has to be quoted. */
  fresh(prefix: string): string;
}

/** A statement, or nothing where the server holds nothing that it could be about. */
export type Generator = (ground: Ground) => string | undefined;

export function groundOf(draw: Draw, catalog: Catalog, count: () => number): Ground {
  return {
    draw,
    catalog,
    fresh: (prefix) => (draw.chance(12) ? `"${prefix.toUpperCase()} ${count()}"` : `${prefix}${count()}`),
  };
}

export const isStored = ({ kind }: Table): boolean => kind === 'r';
export const isTable = ({ kind }: Table): boolean => kind === 'r' || kind === 'p';

/** One of the tables that pass, undefined where none does. */
export function tableFor({ draw, catalog }: Ground, test: (table: Table) => boolean = isTable): Table | undefined {
  const found = catalog.tables.filter(test);
  return found.length === 0 ? undefined : draw.pick(found);
}

/** The table's name; now and then qualified where it need not be. */
export function nameOf({ draw }: Ground, table: Table): string {
  return table.schema === 'public' && draw.chance(10) ? `public.${table.sql}` : table.sql;
}

/** A new name for an object that has a schema. */
export function newName(ground: Ground, prefix: string): string {
  const name = ground.fresh(prefix);
  return ground.draw.chance(8) ? `other.${name}` : name;
}

export function columnFor({ draw }: Ground, table: Table, test: (column: Column) => boolean = () => true): Column | undefined {
  const found = table.columns.filter(test);
  return found.length === 0 ? undefined : draw.pick(found);
}

/** Keys of one column that a foreign key can point to. */
export function keysOf(catalog: Catalog): readonly { readonly table: Table; readonly column: string; readonly type: string }[] {
  return catalog.tables.flatMap((table) =>
    table.indexes
      .filter((index) => isTable(table) && index.unique && index.plain && index.columns.length === 1)
      .map((index) => {
        const column = index.columns[0] as string;
        return { table, column, type: table.columns.find((each) => each.sql === column)?.type ?? 'integer' };
      }),
  );
}
