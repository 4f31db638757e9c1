import { type Application, applicationOf, statementsOf, without } from './application.ts';
import { catalogOf } from './catalog.ts';
import { type ProofDatabase, type Refused, refusalOf, refusalsAlone, refusalsInTurn } from './database.ts';
import { fittingBoth, fittingWrites, laterShapes } from './fitting.ts';
import { forbiddenOf } from './forbidden.ts';
import type { Ground } from './ground.ts';
import type { Preferred } from './insert-row.ts';
import { isOfTransactions, loosened } from './loosened.ts';
import type { Meanwhile, Write } from './meanwhile.ts';
import { emptyAll, numberedColumns, type Rows, rowsOf, undefinedColumns } from './rows.ts';
import { inRolledBack, type Refusal, runScript } from './run-script.ts';
import type { Script } from './script.ts';
import { namesOf, shapesIn, shapesOf, type TableShape } from './shape.ts';
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

interface Run {
  /** Written meanwhile, before it and after it. */
  readonly early?: readonly Write[];
  readonly late?: readonly Write[];
  /** Called where it starts, with the rows that the plan starts with. */
  readonly first?: () => Promise<void>;
  /** Called in the open transaction of each statement, in front of it. */
  readonly before?: () => Promise<void>;
  /** Called behind each statement. */
  readonly behind?: () => Promise<void>;
}

/** Runs the author's SQL as often as it takes to learn what it defines, what it forbids, and what it leaves to chance. */
export async function runOriginal(
  database: ProofDatabase,
  { scripts: written, shapes, tables, readable }: Written,
  { ground, filled, planned = [], replan }: Start,
): Promise<Original | Refusal> {
  let scripts = written;
  let runs = 0;
  const run = async ({ early = [], late = [], first, before, behind }: Run): Promise<Refusal | undefined> => {
    await ground.restore();
    await first?.();
    await byChance(database, ++runs);
    if (filled === undefined) await emptyAll(database, await rowsOf(database));
    for (const { sql } of early) await database.run(sql);
    for (const script of scripts) {
      const refused = await runScript(database, script, async ({ sql }, isAlone) => {
        if (!isAlone) await before?.();
        await database.run(sql);
        await behind?.();
      });
      if (refused !== undefined) return refused;
    }
    if (late.length > 0) await writeLate(database, late);
    return undefined;
  };
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

  const again = (early: readonly Write[]) => (before: () => Promise<void>) => run({ early, before });
  // A key that the new code's row takes is none for what is written meanwhile: keys may have few values.
  const taken = statementsOf(code.code).flatMap(({ sql }) => (sql.startsWith('INSERT') ? [sql] : []));
  const inTurn = (sent: readonly string[]): Promise<readonly Refused[]> =>
    inRolledBack(database, async () => {
      await refusalsInTurn(database, taken);
      return refusalsInTurn(database, sent);
    });
  const refusedWrites = async (writes: Meanwhile): Promise<ReadonlySet<string>> =>
    forbiddenOf(database, writes.flat(), { refusals: inTurn, again: again([]) });
  let writes = planned;
  let forbidden = await refusedWrites(writes);
  if (forbidden.size > 0 && replan !== undefined) {
    const lost = writes.flat().filter(({ sql }) => forbidden.has(sql));
    const preferred = await inRolledBack(database, () => fittingWrites(database, lost, later));
    await ground.restore();
    writes = await replan(preferred);
    await run({});
    forbidden = await refusedWrites(writes);
  }
  const meanwhile = writes.map((point) => point.filter(({ sql }) => !forbidden.has(sql)));
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
  const rows = filled === undefined ? undefined : await rowsOf(database);
  const newCode = [...code.code, ...views];
  const impossible = await refusedAlone(newCode);
  const stopped = await forbiddenOf(database, statementsOf(old), { refusals: alone, again: again(early) });
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

/** As tables and columns are called by then, without what is gone. Some of it the new schema may refuse. */
async function writeLate(database: ProofDatabase, writes: readonly Write[]): Promise<void> {
  const names = await namesOf(database);
  for (const { sql, under } of writes) await refusalOf(database, under?.(names)?.sql ?? sql);
}

/**
 * Other random values than in the last run, which a state that is brought back would give again, and another second: what two runs leave equal is taken for defined.
 */
async function byChance(database: ProofDatabase, run: number): Promise<void> {
  const seed = `SELECT pg_catalog.setseed(${1 / (run + 1)})`;
  await database.runAll(database.skipsWaits ? [seed, 'SELECT pg_catalog.pg_sleep(1.1)'] : [seed]);
}
