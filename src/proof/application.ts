import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { type ProofDatabase, type ProofFailure, refusalsAlone } from './database.ts';
import { insertRow, type TableShape } from './fill.ts';

/** The statements that one version of the application's code sends to a table. */
export interface Application {
  readonly version: 'old' | 'new';
  readonly table: string;
  readonly statements: readonly string[];
}

/** Rows that fit, by table; undefined where none was found. */
export type FittingRows = ReadonlyMap<string, ReadonlyMap<string, string | null> | undefined>;

/**
 * The code that knows the schema as it is now: it inserts a row, updates and reads with the columns that are there.
 * Run in a transaction that is rolled back, on a schema that the code fits.
 * @param index of the row that is inserted, which no other row has
 * @param preferred rows that fit another schema as well: what both take, both versions of the code may write
 */
export async function applicationOf(
  database: ProofDatabase,
  version: Application['version'],
  shapes: readonly TableShape[],
  index: number,
  preferred: FittingRows = new Map(),
): Promise<{ readonly code: readonly Application[]; readonly rows: FittingRows }> {
  const code: Application[] = [];
  const rows = new Map<string, ReadonlyMap<string, string | null> | undefined>();
  for (const shape of shapes) {
    const inserted = await insertRow(database, shape, index, { preferred: preferred.get(shape.table) });
    rows.set(shape.table, 'row' in inserted ? inserted.row : undefined);
    // Where no row is known to fit, here or in the other schema, that code cannot insert one is no news.
    const isUnknown = preferred.has(shape.table) && preferred.get(shape.table) === undefined;
    const statements = [...('sql' in inserted && !isUnknown ? [inserted.sql] : []), ...updateOf(shape), selectOf(shape)];
    code.push({ version, table: shape.table, statements });
  }
  return { code, rows };
}

/** Whether this code works on the schema as it is now. @returns what the server refused, in words */
export async function exercise(database: ProofDatabase, code: Application): Promise<readonly string[]> {
  const refusals = await refusalsAlone(database, code.statements);
  // A row that does not fit the old type could not be written yet.
  const isEarly = ({ code: state, message }: ProofFailure): boolean =>
    code.version === 'new' && (state.startsWith('22') || /domain/.test(message));
  return refusals
    .filter(({ failure }) => !isEarly(failure))
    .map(({ sql, failure }) => `the ${code.version} code's ${sql.slice(0, sql.indexOf(' '))} on ${code.table} fails: ${failure.message}`);
}

/** A violated constraint, but not of a column that the old code does not know: that it has to live with. Or a value for a column that is GENERATED ALWAYS (428C9). */
export function isForbidden({ code, message }: ProofFailure, sql: string): boolean {
  if (code === '428C9') return true;
  const column = code === '23502' ? /column "(.*?)" of relation/.exec(message)?.[1] : undefined;
  return code.startsWith('23') && (column === undefined || sql.includes(column));
}

function updateOf({ table, columns }: TableShape): readonly string[] {
  const plain = columns.filter((column) => !column.identity).map(({ name }) => `${quoteIdentifier(name)} = ${quoteIdentifier(name)}`);
  return plain.length === 0 ? [] : [`UPDATE ${table} SET ${plain.join(', ')}`];
}

export function selectOf({ table, columns }: TableShape): string {
  return `SELECT ${columns.map((column) => quoteIdentifier(column.name)).join(', ')} FROM ${table}`;
}
