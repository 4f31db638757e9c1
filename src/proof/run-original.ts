import { type Application, applicationOf, statementsOf, without } from './application.ts';
import { catalogOf } from './catalog.ts';
import { type ProofDatabase, ProofFailure, type Refused, refusalsAlone, refusalsInTurn } from './database.ts';
import { fittingBoth, fittingWrites, laterShapes } from './fitting.ts';
import { forbiddenOf } from './forbidden.ts';
import type { Ground } from './ground.ts';
import type { Preferred } from './insert-row.ts';
import { isOfTransactions, loosened } from './loosened.ts';
import type { Meanwhile, Write } from './meanwhile.ts';
import { numberedColumns, type Rows, rowsOf, undefinedColumns } from './rows.ts';
import { type Run, runAuthors } from './run-authors.ts';
import { inRolledBack, type Refusal } from './run-script.ts';
import type { Script } from './script.ts';
import { shapesIn, shapesOf, type TableShape } from './shape.ts';
import { viewsRead } from './views.ts';

/** What the author's SQL leads to, and the rows on which it was run. */
export interface Original {
  /** Before the author's SQL, filled with rows: here the plan starts too. */
  readonly ground: Ground;
  readonly filled: number;
  readonly catalog: readonly string[];
  /** The author's files do not run in a transaction: each statement was run on its own. */
  readonly isLoose: boolean;
  /** Absent where the author's SQL fails on rows. */
  readonly rows?: Rows;
  /** What the old code writes meanwhile; here it was written before. */
  readonly meanwhile: Meanwhile;
  /** `table\tcolumn` of what a sequence numbers: in which order is not defined. */
  readonly numbered: ReadonlySet<string>;
  /** `table\tcolumn` of what the author's SQL leaves to chance: it is run once more. */
  chance(): Promise<readonly string[]>;
  /** The rows if what is written meanwhile is written afterwards, as far as the old code still can. */
  rowsWithLateWrites(): Promise<Rows>;
  /** All tables in the end. */
  readonly later: readonly TableShape[];
  /** What the new code sends. */
  readonly newCode: readonly Application[];
  /** What the old code sends, but for what the author's SQL is there to refuse. */
  readonly oldCode: readonly Application[];
}

export interface Written {
  readonly scripts: readonly Script[];
  /** Tables that it works on, with their schema, as SQL writes them. */
  readonly tables: readonly string[];
  /** Those of them that it leaves as the old code reads them. */
  readonly readable: readonly string[];
  /** Of all tables, before it. */
  readonly shapes: readonly TableShape[];
}

export interface Start {
  readonly ground: Ground;
  /** How many rows there are; undefined: those of the ground are taken away. */
  readonly filled?: number;
  /** What the old code writes meanwhile. */
  readonly planned?: Meanwhile;
  /** The same with such rows as are asked for. It is asked for where the plan starts. */
  readonly replan?: (preferred: Preferred) => Promise<Meanwhile>;
}

/** Runs the author's SQL as often as it takes to learn what it defines, what it forbids, and what it leaves to chance. */
export async function runOriginal(
  database: ProofDatabase,
  { scripts: written, shapes, tables, readable }: Written,
  { ground, filled, planned = [], replan }: Start,
): Promise<Original | Refusal> {
  let scripts = written;
  let runs = 0;
  const run = (how: Run): Promise<Refusal | undefined> =>
    runAuthors(database, scripts, { ground, isBare: filled === undefined, number: ++runs }, how);
  const numbered = new Set<string>();
  // What is numbered now may be so no more in the end.
  const behind = async (): Promise<void> => {
    for (const column of await numberedColumns(database)) numbered.add(column);
  };
  let refused = await run({ behind });
  const isLoose = refused !== undefined && isOfTransactions(refused.code);
  if (isLoose) {
    scripts = scripts.map(loosened);
    refused = await run({ behind });
  }
  if (refused !== undefined) return refused;

  // Before anything is written meanwhile: what the new code's rows point to has to be there at each point of the plan.
  const later = await shapesOf(database);
  const newShapes = laterShapes(shapesIn(shapes, tables), later, tables);
  const code = await inRolledBack(database, () => applicationOf(database, 'new', newShapes));
  const newTables = newShapes.map(({ table }) => table);
  const views = await viewsRead(database, 'new', newTables);
  const fitting = fittingBoth(shapes, newShapes, code.rows);

  // A key that the new code's row takes is none for what is written meanwhile: keys may have few values.
  const taken = statementsOf(code.code).flatMap(({ sql }) => (sql.startsWith('INSERT') ? [sql] : []));
  const again = async (lost: readonly Write[]): Promise<Meanwhile> => {
    const preferred = await inRolledBack(database, () => fittingWrites(database, lost, later));
    await ground.restore();
    return (await replan?.(preferred)) ?? [];
  };
  const meanwhile = await allowedWrites(database, planned, { run, taken, replan: replan && again });
  const early = meanwhile.flat();

  const alone = (sent: readonly string[]): Promise<readonly Refused[]> => refusalsAlone(database, sent);
  const refusedAlone = async (sent: readonly Application[]): Promise<ReadonlySet<string>> =>
    new Set((await alone(statementsOf(sent).map(({ sql }) => sql))).map(({ sql }) => sql));
  let old: readonly Application[] = [];
  const first = async (): Promise<void> => {
    const own = await inRolledBack(database, () => applicationOf(database, 'old', shapesIn(shapes, readable), fitting));
    const sent = [...own.code, ...(await viewsRead(database, 'old', readable))];
    // A view may stand on what cannot be read.
    old = without(sent, await refusedAlone(sent));
  };
  refused = await run({ early, first });
  if (refused !== undefined) return refused;
  const catalog = await catalogOf(database);
  const rows = filled === undefined ? undefined : await readRows(database, scripts);
  if (rows !== undefined && 'reason' in rows) return rows;
  const newCode = [...code.code, ...views];
  const impossible = await refusedAlone(newCode);
  const stopped = await forbiddenOf(database, statementsOf(old), { refusals: alone, again: (before) => run({ early, before }) });
  return {
    ground,
    filled: filled ?? 0,
    catalog,
    isLoose,
    ...(rows && { rows }),
    meanwhile,
    numbered,
    async chance() {
      await run({ early });
      return rows === undefined ? [] : undefinedColumns(rows, await rowsOf(database));
    },
    async rowsWithLateWrites() {
      await run({ late: early });
      return rowsOf(database);
    },
    later,
    newCode: without(newCode, impossible),
    oldCode: without(old, stopped),
  };
}

/** Rows may have become unreadable: a column that is computed when it is read may not fit its type any more. */
async function readRows(database: ProofDatabase, scripts: readonly Script[]): Promise<Rows | Refusal> {
  try {
    return await rowsOf(database);
  } catch (error) {
    if (!(error instanceof ProofFailure) || error.fatal) throw error;
    const { code, message } = error;
    return { path: scripts.at(-1)?.path ?? '', line: 1, reason: `the rows cannot be read behind it: ${message}`, code };
  }
}

interface Replanning {
  readonly run: (how: Run) => Promise<unknown>;
  /** Rows that are written beside them. */
  readonly taken: readonly string[];
  /** Other writes, which avoid what these were refused for. */
  readonly replan?: ((lost: readonly Write[]) => Promise<Meanwhile>) | undefined;
}

/** What the old code may write at any time: the author's SQL does not forbid it. Asked where that ends. */
async function allowedWrites(database: ProofDatabase, planned: Meanwhile, { run, taken, replan }: Replanning): Promise<Meanwhile> {
  if (planned.flat().length === 0) return planned;
  const inTurn = (sent: readonly string[]): Promise<readonly Refused[]> =>
    inRolledBack(database, async () => {
      await refusalsInTurn(database, taken);
      return refusalsInTurn(database, sent);
    });
  const forbidden = await forbiddenOf(database, planned.flat(), { refusals: inTurn, again: (before) => run({ before }) });
  if (forbidden.size === 0) return planned;
  if (replan === undefined) return planned.map((point) => point.filter(({ sql }) => !forbidden.has(sql)));
  const other = await replan(planned.flat().filter(({ sql }) => forbidden.has(sql)));
  await run({});
  return allowedWrites(database, other, { run, taken });
}
