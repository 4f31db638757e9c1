import type { FittingRows } from './application.ts';
import type { ProofDatabase } from './database.ts';
import { fill } from './fill.ts';
import { insertRow, type Preferred, type Row } from './insert-row.ts';
import type { Write } from './meanwhile.ts';
import type { TableShape } from './shape.ts';

/** What became of tables: the same ones, whatever they are called, or those that were made anew in their place. */
export function laterShapes(shapes: readonly TableShape[], later: readonly TableShape[], tables: readonly string[]): readonly TableShape[] {
  const kept = new Set(shapes.map(({ oid }) => oid));
  return later.filter(({ oid, table }) => kept.has(oid) || tables.includes(table));
}

/** Rows of tables as they are later, as the tables of before would take them. */
export function fittingBoth(shapes: readonly TableShape[], later: readonly TableShape[], rows: FittingRows): FittingRows {
  return new Map(
    shapes.flatMap((shape) => {
      const now = heirOf(shape, later);
      const found = now && rows.get(now.oid);
      if (now === undefined || found === undefined) return [];
      return [[shape.oid, new Map([...found].map(([index, row]) => [index, row && rowBefore(shape, now, row)] as const))] as const];
    }),
  );
}

/** Other rows for writes that are refused now, which the tables as they are now take. Asked in a transaction that is rolled back. */
export async function fittingWrites(database: ProofDatabase, refused: readonly Write[], later: readonly TableShape[]): Promise<Preferred> {
  const rows = new Map<string, Row>();
  for (const { table, index } of refused) {
    const now = heirOf(table, later);
    const found = now && (await insertRow(database, now, index));
    if (now !== undefined && found !== undefined && 'row' in found) rows.set(`${table.oid} ${index}`, rowBefore(table, now, found.row));
  }
  return (table, index) => rows.get(`${table.oid} ${index}`);
}

/** Rows that the tables as they are now take, which are empty, for those of before. */
export async function fittingFill(
  database: ProofDatabase,
  shapes: readonly TableShape[],
  later: readonly TableShape[],
): Promise<Preferred> {
  const tables = shapes.flatMap((shape) => heirOf(shape, later)?.table ?? []);
  const { rows } = await fill(database, tables, { nulls: true, shapes: later });
  return (shape, index) => {
    const now = heirOf(shape, later);
    const row = now && rows.get(now.table)?.get(index);
    return now && row && rowBefore(shape, now, row);
  };
}

function heirOf({ oid, table }: TableShape, later: readonly TableShape[]): TableShape | undefined {
  return later.find((each) => each.oid === oid) ?? later.find((each) => each.table === table);
}

/** What stands in a column that is dropped and made anew under its name is the old column's too. */
function rowBefore({ columns }: TableShape, now: TableShape, row: Row): Row {
  return new Map(
    columns.flatMap(({ number, name }) => {
      const heir = now.columns.find((each) => each.number === number) ?? now.columns.find((each) => each.name === name);
      const value = heir && row.get(heir.number);
      return value === undefined ? [] : [[number, value] as const];
    }),
  );
}
