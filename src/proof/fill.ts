import { quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';
import { type ProofDatabase, refusalWithin } from './database.ts';
import { runPrepared } from './prepared.ts';
import { inUsersSchema, isOfUsers } from './users.ts';
import { type ColumnShape, candidates } from './values.ts';

/** A few rows show what a statement does to rows; how it scales is no matter of proof. */
export const rowsPerTable = 6;
/** Combinations tried for one row before the table is left as it is. */
const attemptsPerRow = 200;

export interface Filled {
  /** Rows by table, `schema.table` as SQL writes it. */
  readonly rows: ReadonlyMap<string, number>;
  /** Tables that stayed empty, each with the server's last word. */
  readonly empty: ReadonlyMap<string, string>;
}

export interface TableShape {
  readonly table: string;
  readonly columns: readonly ColumnShape[];
  /** The columns of its primary key. */
  readonly key: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly references: string;
  readonly referenced: readonly string[];
}

/**
 * Fills tables with rows that fit their constraints, after the tables that their foreign keys point to. Deterministic. What a CHECK asks for is found by trial;
 * triggers and rules are off meanwhile (`session_replication_role`), since their side effects are no part of the schema.
 * @param tables with their schema, quoted where they must be; those that they reference are filled too
 * @param nulls whether columns that may be NULL are so in some rows
 * @param shapes of all tables
 */
export async function fill(
  database: ProofDatabase,
  tables: readonly string[],
  { nulls, shapes: all }: { readonly nulls: boolean; readonly shapes: readonly TableShape[] },
): Promise<Filled> {
  const shapes = new Map(all.map((shape) => [shape.table, shape]));
  const filled = { rows: new Map<string, number>(), empty: new Map<string, string>() };
  await database.run('BEGIN');
  await triggersAndRulesOff(database);
  for (const shape of inOrder(tables, shapes)) await fillTable(database, nulls ? shape : withoutNulls(shape), filled);
  await numbersAhead(database);
  await database.run('COMMIT');
  return filled;
}

/** Only a superuser may turn them off; elsewhere they fire. Where there are none it is left: the server throws away all that it has planned so far. */
async function triggersAndRulesOff(database: ProofDatabase): Promise<void> {
  // A view is a rule too, of SELECT.
  const { rows } = await database.run(
    `SELECT FROM pg_trigger WHERE NOT tgisinternal UNION ALL SELECT FROM pg_rewrite WHERE ev_type <> '1' AND ${isOfUsers('oid')} LIMIT 1`,
  );
  if (rows.length === 0) return;
  const refusal = await refusalWithin(database, 'SET LOCAL session_replication_role = replica');
  if (refusal !== undefined && refusal.code !== '42501') throw refusal;
}

/** Rows have numbers of their own; what sequences give from here on is behind them all. */
async function numbersAhead(database: ProofDatabase): Promise<void> {
  await refusalWithin(
    database,
    `SELECT setval(seqrelid::regclass, 1000) FROM pg_sequence
     WHERE seqincrement > 0 AND seqmax > 1000 AND COALESCE(pg_sequence_last_value(seqrelid), 0) < 1000`,
  );
}

export function withoutNulls(shape: TableShape): TableShape {
  return { ...shape, columns: shape.columns.map((column) => ({ ...column, notNull: true })) };
}

/** The tables and all that they reference, referenced ones first; a cycle is cut where it is met. */
function inOrder(tables: readonly string[], shapes: ReadonlyMap<string, TableShape>): readonly TableShape[] {
  const order = new Set<TableShape>();
  const begun = new Set<string>();
  const visit = (table: string): void => {
    const shape = shapes.get(table);
    if (shape === undefined || begun.has(table)) return;
    begun.add(table);
    for (const key of shape.foreignKeys) visit(key.references);
    order.add(shape);
  };
  tables.forEach(visit);
  return [...order];
}

async function fillTable(
  database: ProofDatabase,
  shape: TableShape,
  filled: { readonly rows: Map<string, number>; readonly empty: Map<string, string> },
): Promise<void> {
  let count = 0;
  // What did for one row is tried first for the next.
  let combination = 0;
  // A table that references itself has more of them after each row.
  const parents = shape.foreignKeys.some((key) => key.references === shape.table)
    ? undefined
    : await parentsOf(database, shape.foreignKeys);
  for (let index = 0; index < rowsPerTable; index++) {
    const found = await insertRow(database, shape, index, { from: combination, ...(parents && { parents }) });
    if ('refusal' in found) {
      if (count > 0) continue;
      filled.empty.set(shape.table, found.refusal);
      // The history's own rows may have its key.
      if (found.code !== '23505') break;
    } else {
      combination = found.combination;
      count++;
    }
  }
  filled.rows.set(shape.table, count);
}

/** Where the search for a row begins. */
interface Start {
  /** The combination of candidates. */
  readonly from?: number;
  /** Values to try first, by column. */
  readonly preferred?: ReadonlyMap<string, string | null> | undefined;
  readonly parents?: Parents;
}

/** The first keys of the tables that foreign keys point to, by foreign key. */
type Parents = readonly (readonly (readonly (string | null)[])[])[];

/**
 * Inserts one row that the table takes.
 * @param index tells rows apart
 * @returns the statement that did it; or the server's last refusal
 */
export async function insertRow(
  database: ProofDatabase,
  shape: TableShape,
  index: number,
  { from = 0, preferred = new Map(), parents: known }: Start = {},
): Promise<
  | { readonly sql: string; readonly row: ReadonlyMap<string, string | null>; readonly combination: number }
  | { readonly refusal: string; readonly code: string }
> {
  const parents = known ?? (await parentsOf(database, shape.foreignKeys));
  const lists = shape.columns.map((column) => {
    const value = preferred.get(column.name);
    return value === undefined ? candidates(column, index) : [value, ...candidates(column, index)];
  });
  const tried = new Set<string>();
  let refusal = 'no row was found';
  let code = '';
  for (let combination = from; combination < from + attemptsPerRow; combination++) {
    const row = new Map(shape.columns.map(({ name }, at) => [name, choose(shape.columns, lists, at, combination)]));
    for (const [at, key] of shape.foreignKeys.entries())
      if (combination > from || !key.columns.every((column) => preferred.has(column)))
        pointTo(key, parents[at]?.[index % (parents[at]?.length || 1)], row);
    const sql = insertText(shape, row);
    if (tried.has(sql)) continue;
    tried.add(sql);
    const refused = await refusalWithin(database, sql);
    if (refused === undefined) return { sql, row, combination };
    ({ message: refusal, code } = refused);
  }
  return { refusal, code };
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
function pointTo(key: ForeignKey, parent: readonly (string | null)[] | undefined, row: Map<string, string | null>): void {
  for (const [at, column] of key.columns.entries()) if (row.get(column) !== null) row.set(column, parent?.[at] ?? null);
}

export function insertText({ table, columns }: Pick<TableShape, 'table' | 'columns'>, row: ReadonlyMap<string, string | null>): string {
  if (columns.length === 0) return `INSERT INTO ${table} DEFAULT VALUES`;
  const names = columns.map((column) => quoteIdentifier(column.name)).join(', ');
  // Without a type, as a parameter is sent: the column's own reads it, whatever it is by then.
  const values = columns.map(({ name }) => {
    const value = row.get(name) ?? null;
    return value === null ? 'NULL' : quoteLiteral(value);
  });
  // Identity columns take a value too: rows must be told apart whatever the sequence says.
  return `INSERT INTO ${table} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')})`;
}

async function parentsOf(database: ProofDatabase, keys: readonly ForeignKey[]): Promise<Parents> {
  const found: (readonly (string | null)[])[][] = [];
  for (const { referenced, references } of keys) {
    const list = referenced.map((name) => `${quoteIdentifier(name)}::text`).join(', ');
    const { rows } = await database.run(`SELECT to_json(ARRAY[${list}])::text AS key FROM ${references} ORDER BY 1 LIMIT ${rowsPerTable}`);
    found.push(rows.map((row) => JSON.parse(String(row.key)) as (string | null)[]));
  }
  return found;
}

/** Tables of users with the columns that take values, and what stands on them. Asked outside of a transaction. */
export async function shapesOf(database: ProofDatabase): Promise<readonly TableShape[]> {
  const rows = await runPrepared(database, 'lockstep_shapes', shapesQuery);
  return rows.map((row) => JSON.parse(String(row.shape)) as TableShape);
}

const shapesQuery = `
WITH RECURSIVE tables AS MATERIALIZED (
  SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${isOfUsers('c.oid')} AND c.relkind IN ('r', 'p') AND ${inUsersSchema}
), bases AS (
  SELECT oid, oid AS base, typtypmod AS modifier, 0 AS depth FROM pg_type WHERE oid IN (SELECT atttypid FROM tables JOIN pg_attribute ON attrelid = tables.oid)
  UNION ALL
  SELECT b.oid, CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.typelem END, CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE b.modifier END, depth + 1
  FROM bases b JOIN pg_type t ON t.oid = b.base WHERE t.typtype = 'd' OR (t.typcategory = 'A' AND t.typelem <> 0)
), deepest AS MATERIALIZED (SELECT DISTINCT ON (oid) oid, base, modifier FROM bases ORDER BY oid, depth DESC)
SELECT json_build_object('table', c.name, 'columns', COALESCE((
  SELECT json_agg(json_build_object(
    'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'base', b.typname, 'category', b.typcategory, 'isArray', t.typcategory = 'A' OR d_elem.typcategory = 'A',
    'notNull', a.attnotnull OR t.typnotnull, 'identity', a.attidentity <> '',
    'length', CASE WHEN b.typname IN ('varchar', 'bpchar') AND GREATEST(a.atttypmod, d.modifier) > 4 THEN GREATEST(a.atttypmod, d.modifier) - 4
      WHEN b.typname IN ('bit', 'varbit') AND GREATEST(a.atttypmod, d.modifier) > 0 THEN GREATEST(a.atttypmod, d.modifier) END,
    'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = d.base),
    'constraints', COALESCE((SELECT json_agg(asked.text ORDER BY asked.number, asked.name, asked.oid) FROM (
      SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
      UNION ALL SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.contypid = a.atttypid AND k.contype = 'c'
      UNION ALL SELECT pg_get_expr(p.relpartbound, p.oid), 2, NULL, p.oid FROM pg_partitioned_table pt JOIN pg_inherits h ON h.inhparent = pt.partrelid
        JOIN pg_class p ON p.oid = h.inhrelid WHERE pt.partrelid = a.attrelid AND a.attnum = ANY (pt.partattrs::int2[])) asked (text, number, name, oid)), '[]')
    ) ORDER BY a.attnum)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN deepest d ON d.oid = a.atttypid JOIN pg_type b ON b.oid = d.base
  LEFT JOIN pg_type d_elem ON t.typtype = 'd' AND d_elem.oid = t.typbasetype
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '[]'),
  'key', COALESCE((SELECT json_agg(attname ORDER BY attnum) FROM pg_constraint k JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE contype = 'p' AND conrelid = c.oid), '[]'),
  'foreignKeys', COALESCE((SELECT json_agg(json_build_object(
    'columns', (SELECT json_agg(attname ORDER BY i) FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = k.conrelid AND attnum = n),
    'references', (SELECT quote_ident(nspname) || '.' || quote_ident(relname) FROM pg_class r JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE r.oid = k.confrelid),
    'referenced', (SELECT json_agg(attname ORDER BY i) FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = k.confrelid AND attnum = n)) ORDER BY k.conname)
    FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)), '[]'))::text AS shape
FROM tables c ORDER BY c.name`;
