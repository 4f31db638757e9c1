import { type ProofDatabase, refusalWithin } from './database.ts';
import { firstRow, insertRow, insertText, type Preferred, parentsOf, type Row } from './insert-row.ts';
import { type TableShape, withoutNulls } from './shape.ts';
import { isOfUsers } from './users.ts';

/** A few rows show what a statement does to rows; how it scales is no matter of proof. */
export const rowsPerTable = 6;

export interface Filled {
  /** Rows by table, `schema.table` as SQL writes it, each with its number. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<number, Row>>;
  /** Tables that stayed empty, each with the server's last word. */
  readonly empty: ReadonlyMap<string, string>;
}

interface Filling {
  /** Whether columns that may be NULL are so in some rows. */
  readonly nulls: boolean;
  /** Of all tables. */
  readonly shapes: readonly TableShape[];
  readonly preferred?: Preferred | undefined;
}

/**
 * Fills tables with rows that fit their constraints, after the tables that their foreign keys point to. Deterministic. What a CHECK asks for is found by trial;
 * triggers and rules are off meanwhile (`session_replication_role`), since their side effects are no part of the schema.
 * @param tables with their schema, quoted where they must be; those that they reference are filled too
 */
export async function fill(
  database: ProofDatabase,
  tables: readonly string[],
  { nulls, shapes: all, preferred = () => undefined }: Filling,
): Promise<Filled> {
  const shapes = new Map(all.map((shape) => [shape.table, shape]));
  const filled = { rows: new Map<string, ReadonlyMap<number, Row>>(), empty: new Map<string, string>() };
  await database.run('BEGIN');
  await triggersAndRulesOff(database);
  for (const shape of inOrder(tables, shapes)) await fillTable(database, nulls ? shape : withoutNulls(shape), preferred, filled);
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
  preferred: Preferred,
  filled: { readonly rows: Map<string, ReadonlyMap<number, Row>>; readonly empty: Map<string, string> },
): Promise<void> {
  // A table that references itself has more of them after each row.
  const parents = shape.foreignKeys.some((key) => key.references === shape.table)
    ? undefined
    : await parentsOf(database, shape.foreignKeys);
  const atOnce =
    parents && (await allAtOnce(database, shape, (index) => firstRow(shape, index, { preferred: preferred(shape, index), parents })));
  if (atOnce !== undefined) {
    filled.rows.set(shape.table, atOnce);
    return;
  }
  const rows = new Map<number, Row>();
  // What did for one row is tried first for the next.
  let combination = 0;
  for (let index = 0; index < rowsPerTable; index++) {
    const row = preferred(shape, index);
    const start = row === undefined ? { from: combination } : { preferred: row };
    const found = await insertRow(database, shape, index, { ...start, ...(parents && { parents }) });
    if ('refusal' in found) {
      if (rows.size > 0) continue;
      filled.empty.set(shape.table, found.refusal);
      // The history's own rows may have its key.
      if (found.code !== '23505') break;
    } else {
      combination = found.combination;
      rows.set(index, found.row);
    }
  }
  filled.rows.set(shape.table, rows);
}

/** Most tables take the first rows that one thinks of: these are asked for together. */
async function allAtOnce(
  database: ProofDatabase,
  shape: TableShape,
  rowOf: (index: number) => Row,
): Promise<ReadonlyMap<number, Row> | undefined> {
  if (shape.columns.length === 0) return undefined;
  const rows = new Map(Array.from({ length: rowsPerTable }, (_, index) => [index, rowOf(index)] as const));
  return (await refusalWithin(database, insertText(shape, ...rows.values()))) === undefined ? rows : undefined;
}
