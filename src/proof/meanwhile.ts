import { quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';
import { type ProofDatabase, refusalWithin } from './database.ts';
import { insertRow, rowsPerTable, type TableShape } from './fill.ts';

/** Statements of the old code that stay written, by the point of the plan at which they are sent. */
export type Meanwhile = readonly (readonly string[])[];

/**
 * What the old version of the application writes while a plan is under way: at each point a new row in every table, and other values in a row that was there before.
 * At the end these rows have to be as if they had been written before the migration, or after it. Asked in a transaction that is rolled back.
 */
export async function meanwhileOf(database: ProofDatabase, shapes: readonly TableShape[], points: number): Promise<Meanwhile> {
  const writes: string[][] = [];
  for (let point = 0; point < points; point++) {
    const own: string[] = [];
    for (const shape of shapes) {
      const inserted = await insertRow(database, shape, rowsPerTable + point);
      if ('sql' in inserted) own.push(inserted.sql);
      const update = await updateOf(database, shape, point);
      if (update !== undefined) own.push(update);
    }
    writes.push(own);
  }
  return writes;
}

/** Gives the row of that number the values of one that the table would take. */
async function updateOf(database: ProofDatabase, shape: TableShape, row: number): Promise<string | undefined> {
  const { table, key, foreignKeys, columns } = shape;
  const fixed = new Set([
    ...key,
    ...foreignKeys.flatMap((each) => each.columns),
    ...columns.filter((each) => each.identity).map((each) => each.name),
  ]);
  const changed = columns.filter((each) => !fixed.has(each.name));
  if (key.length === 0 || changed.length === 0) return undefined;
  await database.run('SAVEPOINT lockstep_update');
  const fresh = await insertRow(database, shape, rowsPerTable * 10 + row);
  await database.run('ROLLBACK TO lockstep_update');
  if ('refusal' in fresh) return undefined;
  const names = key.map(quoteIdentifier);
  const { rows } = await database.run(
    `SELECT to_json(ARRAY[${names.map((name) => `${name}::text`).join(', ')}])::text AS key FROM ${table} ORDER BY 1 OFFSET ${row} LIMIT 1`,
  );
  if (rows[0] === undefined) return undefined;
  const values = JSON.parse(String(rows[0].key)) as string[];
  const where = names.map((name, i) => `${name}::text = ${quoteLiteral(values[i] as string)}`).join(' AND ');
  const set = changed.map(({ name }) => {
    const value = fresh.row.get(name) ?? null;
    return `${quoteIdentifier(name)} = ${value === null ? 'NULL' : quoteLiteral(value)}`;
  });
  const sql = `UPDATE ${table} SET ${set.join(', ')} WHERE ${where}`;
  return (await refusalWithin(database, sql)) === undefined ? sql : undefined;
}
