import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { type ProofDatabase, type ProofFailure, refusalsAlone } from './database.ts';
import { insertRow, insertText, type Parents, parentsOf, type Row } from './insert-row.ts';
import { type Names, shapeUnder, type TableShape } from './shape.ts';

/** The statements that one version of the application's code sends to a table. */
export interface Application {
  readonly version: 'old' | 'new';
  readonly table: string;
  readonly statements: readonly CodeStatement[];
}

export interface CodeStatement {
  readonly sql: string;
  /** The same where its table and columns are called otherwise; absent of what only reads. */
  readonly under?: (names: Names) => Renamed | undefined;
}

/** A statement under other names, without the columns that are gone. */
interface Renamed {
  readonly sql: string;
  /** None of its columns is gone. */
  readonly isWhole: boolean;
}

/** A statement that changes the rows of a table. @param write undefined: there is nothing left that it could do */
export function changing(shape: TableShape, write: (shape: TableShape) => string | undefined): readonly CodeStatement[] {
  const sql = write(shape);
  const under = (names: Names): Renamed | undefined => {
    const now = shapeUnder(names, shape);
    const renamed = now && write(now);
    return renamed === undefined ? undefined : { sql: renamed, isWhole: now?.columns.length === shape.columns.length };
  };
  return sql === undefined ? [] : [{ sql, under }];
}

/** Rows that fit, by the number of the table and their own; undefined where none was found. */
export type FittingRows = ReadonlyMap<number, ReadonlyMap<number, Row | undefined>>;

/** Numbers of the rows that are inserted, which no others have: the one gives each column a value, the other leaves open what may be (`candidates`). */
const inserted = { whole: 102, open: 101 } as const;

/**
 * The code that knows the schema as it is now: it inserts rows, updates and reads with the columns that are there.
 * Run in a transaction that is rolled back, on a schema that the code fits.
 * @param preferred rows that fit another schema as well: what both take, both versions of the code may write
 */
export async function applicationOf(
  database: ProofDatabase,
  version: Application['version'],
  shapes: readonly TableShape[],
  preferred: FittingRows = new Map(),
): Promise<{ readonly code: readonly Application[]; readonly rows: FittingRows }> {
  const code: Application[] = [];
  const fitting = new Map<number, ReadonlyMap<number, Row | undefined>>();
  // Each statement is sent alone: rows that others insert here are no parents.
  const parents = new Map<TableShape, Parents>();
  for (const shape of shapes) parents.set(shape, await parentsOf(database, shape.foreignKeys));
  for (const shape of shapes) {
    const rows = new Map<number, Row | undefined>();
    fitting.set(shape.oid, rows);
    const known = preferred.get(shape.oid);
    for (const index of shape.columns.some(({ notNull }) => !notNull) ? [inserted.whole, inserted.open] : [inserted.whole]) {
      const found = await insertRow(database, shape, index, { preferred: known?.get(index), parents: parents.get(shape) });
      rows.set(index, 'row' in found ? found.row : undefined);
    }
    const inserts = [...rows].flatMap(([index, row]) => {
      // Where no row is known to fit, here or in the other schema, that code cannot insert one is no news.
      const isUnknown = row === undefined || (known?.has(index) === true && known.get(index) === undefined);
      return isUnknown ? [] : changing(shape, (each) => insertText(each, row));
    });
    const statements = [...inserts, ...changing(shape, updateText), { sql: selectText(shape) }];
    code.push({ version, table: shape.table, statements });
  }
  return { code, rows: fitting };
}

export function statementsOf(code: readonly Application[]): readonly CodeStatement[] {
  return code.flatMap((each) => each.statements);
}

/** The code less some of its statements, by their SQL. */
export function without(code: readonly Application[], left: ReadonlySet<string>): readonly Application[] {
  return code.map((each) => ({ ...each, statements: each.statements.filter(({ sql }) => !left.has(sql)) }));
}

/**
 * Whether this code works on the schema as it is now.
 * @param isBlind the new code's keys may be those of rows that are there
 * @returns what the server refused, in words
 */
export async function exercise(database: ProofDatabase, code: Application, isBlind: boolean): Promise<readonly string[]> {
  const refusals = await refusalsAlone(
    database,
    code.statements.map(({ sql }) => sql),
  );
  // A row that does not fit the old type could not be written yet.
  const isEarly = ({ code: state, message }: ProofFailure): boolean =>
    code.version === 'new' && (state.startsWith('22') || /domain/.test(message) || (isBlind && state === '23505'));
  return refusals
    .filter(({ failure }) => !isEarly(failure))
    .map(({ sql, failure }) => `the ${code.version} code's ${sql.slice(0, sql.indexOf(' '))} on ${code.table} fails: ${failure.message}`);
}

/** Sets each column to what it is. Numbers of its own making a table lets nobody set. */
function updateText({ table, columns }: TableShape): string | undefined {
  const plain = columns.filter((column) => !column.identity).map(({ name }) => `${quoteIdentifier(name)} = ${quoteIdentifier(name)}`);
  return plain.length === 0 ? undefined : `UPDATE ${table} SET ${plain.join(', ')}`;
}

export function selectText({ table, columns }: TableShape): string {
  return `SELECT ${columns.map((column) => quoteIdentifier(column.name)).join(', ')} FROM ${table}`;
}
