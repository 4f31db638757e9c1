import { quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';
import { type ProofDatabase, refusalWithin } from './database.ts';
import type { ForeignKey, TableShape } from './shape.ts';
import { type ColumnShape, candidates } from './values.ts';

/** Combinations tried for one row before the table is left as it is. */
const attemptsPerRow = 200;
/** More rows of a table than these are no parents. */
const parentsPerKey = 6;

/** The values of a row, by the number of the column; null for NULL. */
export type Row = ReadonlyMap<number, string | null>;

/** The values that the row of a number should have if the table takes them. */
export type Preferred = (table: TableShape, index: number) => Row | undefined;

/** Where the search for a row begins. */
interface Start {
  /** The combination of candidates. */
  readonly from?: number;
  /** Values to try first. */
  readonly preferred?: Row | undefined;
  readonly parents?: Parents | undefined;
}

/** The first keys of the tables that foreign keys point to, by foreign key. */
export type Parents = readonly (readonly (readonly (string | null)[])[])[];

const noRow: Row = new Map();

/**
 * Inserts one row that the table takes.
 * @param index tells rows apart
 * @returns the row (`insertText`); or the server's last refusal
 */
export async function insertRow(
  database: ProofDatabase,
  shape: TableShape,
  index: number,
  { from = 0, preferred = noRow, parents: known }: Start = {},
): Promise<{ readonly row: Row; readonly combination: number } | { readonly refusal: string; readonly code: string }> {
  const parents = known ?? (await parentsOf(database, shape.foreignKeys));
  const rowOf = rowsFor(shape, index, { preferred, parents });
  const tried = new Set<string>();
  let refusal = 'no row was found';
  let code = '';
  for (let combination = from; combination < from + attemptsPerRow; combination++) {
    const row = rowOf(combination, combination > from);
    const sql = insertText(shape, row);
    if (tried.has(sql)) continue;
    tried.add(sql);
    const refused = await refusalWithin(database, sql);
    if (refused === undefined) return { row, combination };
    ({ message: refusal, code } = refused);
    // A value that is preferred may be none of this column's type.
    if (preferred.size > 0 && code.startsWith('22')) return insertRow(database, shape, index, { from, parents });
  }
  return { refusal, code };
}

/** The row that is tried first. */
export function firstRow(shape: TableShape, index: number, { preferred = noRow, parents }: Start & { readonly parents: Parents }): Row {
  return rowsFor(shape, index, { preferred, parents })(0, false);
}

/** The rows that are tried, by the combination of candidates. */
function rowsFor(
  shape: TableShape,
  index: number,
  { preferred, parents }: { readonly preferred: Row; readonly parents: Parents },
): (combination: number, isFurther: boolean) => Row {
  const lists = shape.columns.map((column) => {
    const value = preferred.get(column.number);
    return value === undefined ? candidates(column, index) : [value, ...candidates(column, index)];
  });
  return (combination, isFurther) => {
    const row = new Map(shape.columns.map(({ number }, at) => [number, choose(shape.columns, lists, at, combination)]));
    for (const [at, key] of shape.foreignKeys.entries())
      if (isFurther || !key.columns.every((column) => preferred.has(column)))
        pointTo(key, parents[at]?.[index % (parents[at]?.length || 1)], row);
    return row;
  };
}

/** Counts the attempts in a mixed radix over the columns that a constraint mentions; the others have their first candidate. */
function choose(
  columns: readonly ColumnShape[],
  lists: readonly (readonly (string | null)[])[],
  at: number,
  attempt: number,
): string | null {
  const list = lists[at] ?? [];
  if (columns[at]?.constraints.length === 0) return list[0] ?? null;
  let rest = attempt;
  for (let before = 0; before < at; before++)
    if (columns[before]?.constraints.length !== 0) rest = Math.floor(rest / Math.max(lists[before]?.length ?? 1, 1));
  return list[rest % Math.max(list.length, 1)] ?? null;
}

/** Gives the columns of a foreign key the values of a row that is there; NULL where there is none. */
function pointTo(key: ForeignKey, parent: readonly (string | null)[] | undefined, row: Map<number, string | null>): void {
  for (const [at, column] of key.columns.entries()) if (row.get(column) !== null) row.set(column, parent?.[at] ?? null);
}

/** @param rows several only of a table that has columns */
export function insertText({ table, columns }: TableShape, ...rows: readonly Row[]): string {
  if (columns.length === 0) return `INSERT INTO ${table} DEFAULT VALUES`;
  const names = columns.map((column) => quoteIdentifier(column.name)).join(', ');
  // Without a type, as a parameter is sent: the column's own reads it, whatever it is by then.
  const values = rows.map((row) => {
    const literals = columns.map(({ number }) => literal(row.get(number)));
    return `(${literals.join(', ')})`;
  });
  // Identity columns take a value too: rows must be told apart whatever the sequence says.
  return `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE VALUES ${values.join(', ')}`;
}

/** A value of a row as SQL writes it. */
export function literal(value: string | null | undefined): string {
  return value === null || value === undefined ? 'NULL' : quoteLiteral(value);
}

/** What stands in the tables that foreign keys point to. */
export async function parentsOf(database: ProofDatabase, keys: readonly ForeignKey[]): Promise<Parents> {
  const found: (readonly (string | null)[])[][] = [];
  for (const { referenced, references, isWhole } of keys) {
    const list = referenced.map((name) => `${quoteIdentifier(name)}::text`).join(', ');
    const { rows } = await database.run(
      `SELECT to_json(ARRAY[${list}])::text AS key FROM ${isWhole ? '' : 'ONLY '}${references} ORDER BY 1 LIMIT ${parentsPerKey}`,
    );
    found.push(rows.map((row) => JSON.parse(String(row.key)) as (string | null)[]));
  }
  return found;
}
