import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { type CodeStatement, changing } from './application.ts';
import { type ProofDatabase, refusalWithin } from './database.ts';
import { rowsPerTable } from './fill.ts';
import { insertRow, insertText, literal, type Preferred, type Row } from './insert-row.ts';
import type { TableShape } from './shape.ts';

/** A statement of the old code that stays written. */
export interface Write extends CodeStatement {
  readonly table: TableShape;
  /** Of the row whose values it writes. */
  readonly index: number;
}

/** What is written at each point of the plan. */
export type Meanwhile = readonly (readonly Write[])[];

/**
 * What the old version of the application writes while a plan is under way: at each point a new row in every table, and other values in a row that was there before.
 * At the end these rows have to be as if they had been written before the migration, or after it. Asked in a transaction that is rolled back.
 */
export async function meanwhileOf(
  database: ProofDatabase,
  shapes: readonly TableShape[],
  points: number,
  preferred: Preferred,
): Promise<Meanwhile> {
  const writes: Write[][] = [];
  for (let point = 0; point < points; point++) {
    const own: Write[] = [];
    for (const table of shapes) {
      const write = (index: number, text: (shape: TableShape) => string | undefined): void => {
        for (const each of changing(table, text)) own.push({ ...each, table, index });
      };
      const inserted = rowsPerTable + point;
      const found = await insertRow(database, table, inserted, { preferred: preferred(table, inserted) });
      if ('row' in found) write(inserted, (shape) => insertText(shape, found.row));
      const changed = rowsPerTable * 10 + point;
      const update = await updateOf(database, table, { point, index: changed, preferred: preferred(table, changed) });
      if (update !== undefined) write(changed, update);
    }
    writes.push(own);
  }
  return writes;
}

/** Gives the row that comes at this point the values of one that the table would take. */
async function updateOf(
  database: ProofDatabase,
  table: TableShape,
  { point, index, preferred }: { readonly point: number; readonly index: number; readonly preferred: Row | undefined },
): Promise<((shape: TableShape) => string | undefined) | undefined> {
  const { key, columns } = table;
  const fixed = new Set([
    ...key,
    ...table.foreignKeys.flatMap((each) => each.columns),
    ...columns.filter((each) => each.identity).map((each) => each.number),
  ]);
  const keyed = columns.filter((each) => key.includes(each.number));
  if (key.length === 0 || keyed.length < key.length || columns.every((each) => fixed.has(each.number))) return undefined;
  await database.run('SAVEPOINT lockstep_update');
  const fresh = await insertRow(database, table, index, { preferred });
  await database.run('ROLLBACK TO lockstep_update');
  if ('refusal' in fresh) return undefined;
  const names = keyed.map((each) => quoteIdentifier(each.name));
  const { rows } = await database.run(
    `SELECT to_json(ARRAY[${names.map((name) => `${name}::text`).join(', ')}])::text AS key FROM ${table.table} ORDER BY 1 OFFSET ${point} LIMIT 1`,
  );
  if (rows[0] === undefined) return undefined;
  const values = JSON.parse(String(rows[0].key)) as string[];
  const text = (shape: TableShape): string | undefined => {
    const set = shape.columns
      .filter((each) => !fixed.has(each.number))
      .map(({ number, name }) => `${quoteIdentifier(name)} = ${literal(fresh.row.get(number))}`);
    const where = shape.columns
      .filter((each) => key.includes(each.number))
      .map(({ name }, i) => `${quoteIdentifier(name)}::text = ${literal(values[i])}`);
    // Without its key nobody knows which row.
    return set.length === 0 || where.length < key.length
      ? undefined
      : `UPDATE ${shape.table} SET ${set.join(', ')} WHERE ${where.join(' AND ')}`;
  };
  return (await refusalWithin(database, text(table) as string)) === undefined ? text : undefined;
}
