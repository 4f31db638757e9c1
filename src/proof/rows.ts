import type { ProofDatabase } from './database.ts';
import { isOfUsers, notTemporary } from './users.ts';

/** A relation of pg_class as SQL writes it. */
const withSchema = "relnamespace::regnamespace::text || '.' || quote_ident(relname)";

/** Every row of every table of users, by table: as JSON without regard to the order of columns, sorted. */
export type Rows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>;

export async function rowsOf(database: ProofDatabase): Promise<Rows> {
  const { rows } = await database.run(
    `SELECT ${withSchema} AS table FROM pg_class
     WHERE ${isOfUsers('oid')} AND relkind IN ('r', 'p') AND NOT relispartition AND ${notTemporary} ORDER BY 1`,
  );
  const found = new Map<string, readonly Readonly<Record<string, unknown>>[]>();
  const read = rows.map(({ table }) => `SELECT to_jsonb(lockstep_row.*)::text AS row FROM ${table} AS lockstep_row ORDER BY 1`);
  const { results, refusal } = await database.runAll(read);
  if (refusal !== undefined) throw refusal;
  for (const [i, { table }] of rows.entries()) {
    const parsed = results[i]?.rows.map((each) => JSON.parse(String(each.row)) as Record<string, unknown>);
    found.set(String(table), parsed ?? []);
  }
  return found;
}

/** Columns, as `table\tcolumn`, in which two runs of the same SQL on the same rows differ: what is random, or a time. */
export function undefinedColumns(one: Rows, other: Rows): readonly string[] {
  return [...one].flatMap(([table, rows]) => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return columns
      .filter((column) => valuesOf(rows, column) !== valuesOf(other.get(table) ?? [], column))
      .map((column) => `${table}\t${column}`);
  });
}

function valuesOf(rows: readonly Readonly<Record<string, unknown>>[], column: string): string {
  return JSON.stringify(rows.map((row) => JSON.stringify(row[column]) ?? 'none').sort());
}

/** Columns that a sequence numbers, as `table\tcolumn`: in which order rows are numbered is not defined. */
export async function numberedColumns(database: ProofDatabase): Promise<readonly string[]> {
  const { rows } = await database.run(
    `SELECT ${withSchema} || E'\\t' || attname AS key
     FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE ${isOfUsers('c.oid')} AND attnum > 0 AND (attidentity <> '' OR pg_get_expr(adbin, adrelid) LIKE '%nextval(%')`,
  );
  return rows.map((row) => String(row.key));
}

/**
 * Tables whose rows differ in a column that is defined, each with the first row that does.
 * @param late what the rows are if all that is written meanwhile comes afterwards: each of these rows may be as here or as expected, the others are both
 */
export function rowsDifference(expected: Rows, actual: Rows, undefinedIn: ReadonlySet<string>, late = expected): readonly string[] {
  return [...expected].flatMap(([table, rows]) => {
    const known = (all: readonly Readonly<Record<string, unknown>>[] = []): string[] =>
      all
        .map((row) => {
          const defined = Object.entries(row).filter(([column]) => !undefinedIn.has(`${table}\t${column}`));
          return JSON.stringify(Object.fromEntries(defined.sort(([a], [b]) => (a < b ? -1 : 1))));
        })
        .sort();
    const [before, after, found] = [known(rows), known(late.get(table)), known(actual.get(table))];
    const [early, lately] = [less(before, after), less(after, before)];
    const lost = less(less(before, early), found);
    const others = less(found, less(before, early));
    const strange = less(less(others, early), lately);
    // A row that the author's own SQL copies is not there if it is written later.
    const isSome = others.length >= Math.min(early.length, lately.length) && others.length <= Math.max(early.length, lately.length);
    if (lost.length === 0 && strange.length === 0 && isSome) return [];
    return [`${table}: ${lost[0] ?? less(early, found)[0] ?? 'no row'} became ${strange[0] ?? 'no row'}`];
  });
}

/** The rows of one that the other has not, or not so often. */
function less(rows: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const row of other) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

/** All rows gone, for SQL that fails on rows. */
export async function emptyAll(database: ProofDatabase, rows: Rows): Promise<void> {
  if (rows.size > 0) await database.run(`TRUNCATE ${[...rows.keys()].join(', ')} CASCADE`);
}
