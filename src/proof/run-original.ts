import { type Application, applicationOf, type FittingRows } from './application.ts';
import { catalogOf } from './catalog.ts';
import { type ProofDatabase, refusalOf, refusalsInTurn } from './database.ts';
import { fittingBoth, fittingWrites, laterShapes } from './fitting.ts';
import { forbiddenOf } from './forbidden.ts';
import type { Ground } from './ground.ts';
import type { Preferred } from './insert-row.ts';
import type { Meanwhile } from './meanwhile.ts';
import { emptyAll, numberedColumns, type Rows, rowsOf, undefinedColumns } from './rows.ts';
import { inRolledBack, type Refusal, runScript } from './run-script.ts';
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
  /** Leads to where the author's SQL ends. @param before is called in the open transaction of each statement, in front of it */
  end(before?: () => Promise<void>): Promise<void>;
  /** The rows if it is written afterwards, as far as the old code still can. */
  rowsWithLateWrites(): Promise<Rows>;
  /** `table\tcolumn` of what the author's SQL leaves to chance. */
  readonly undefinedIn: ReadonlySet<string>;
  readonly newCode: readonly Application[];
  /** All tables in the end. */
  readonly later: readonly TableShape[];
  /** Rows that the new code writes, as the old tables would take them. */
  readonly fitting: FittingRows;
}

interface Written {
  readonly scripts: readonly Script[];
  /** Tables that it works on, with their schema, as SQL writes them. */
  readonly tables: readonly string[];
  /** Of all tables, before it. */
  readonly shapes: readonly TableShape[];
}

export interface Start {
  readonly ground: Ground;
  /** How many rows there are; undefined: those of the ground are taken away. */
  readonly filled?: number;
  /** What the old code writes meanwhile, with such rows as are asked for. It is asked for where the plan starts. */
  readonly writes?: (preferred: Preferred) => Promise<Meanwhile>;
}

/** Runs the author's SQL as often as it takes to learn what it defines, what it forbids, and what it leaves to chance. */
export async function runOriginal(
  database: ProofDatabase,
  { scripts: written, shapes, tables }: Written,
  { ground, filled, writes }: Start,
): Promise<Original | Refusal> {
  let meanwhile: Meanwhile = [];
  let scripts = written;
  let isLoose = false;
  const undefinedIn = new Set<string>();
  let runs = 0;
  const run = async (when: 'before' | 'after', isFirst = false, before?: () => Promise<void>): Promise<Refusal | undefined> => {
    await ground.restore();
    await byChance(database, ++runs);
    if (filled === undefined) await emptyAll(database, await rowsOf(database));
    if (when === 'before') for (const { sql } of meanwhile.flat()) await database.run(sql);
    for (const script of scripts) {
      const refused = await runScript(database, script, async ({ sql }, isAlone) => {
        if (!isAlone) await before?.();
        await database.run(sql);
        // What is numbered now may be so no more in the end.
        if (isFirst) for (const column of await numberedColumns(database)) undefinedIn.add(column);
      });
      if (refused !== undefined) return refused;
    }
    // Some of it the new schema may refuse.
    if (when === 'after') for (const { sql } of meanwhile.flat()) await refusalOf(database, sql);
    return undefined;
  };

  // The engine is there already.
  let planned = (await writes?.(() => undefined)) ?? [];
  let refused = await run('before', true);
  if (refused !== undefined && isOfTransactions(refused.code)) {
    isLoose = true;
    scripts = scripts.map(loosened);
    refused = await run('before', true);
  }
  if (refused !== undefined) return refused;
  // Before anything is written meanwhile: what the new code's rows point to has to be there at each point of the plan.
  const later = await shapesOf(database);
  const newShapes = laterShapes(shapesIn(shapes, tables), later, tables);
  const newTables = newShapes.map(({ table }) => table);
  const { code, rows: newRows } = await inRolledBack(database, () => applicationOf(database, 'new', newShapes));
  const newCode = [...code, ...(await viewsRead(database, 'new', newTables))];
  if (writes !== undefined && planned.flat().length > 0) {
    const again = (before?: () => Promise<void>): Promise<Refusal | undefined> => run('before', false, before);
    const asked = { refusals: (sent: readonly string[]) => inRolledBack(database, () => refusalsInTurn(database, sent)), again };
    let forbidden = await forbiddenOf(database, planned.flat(), asked);
    if (forbidden.size > 0) {
      const lost = planned.flat().filter(({ sql }) => forbidden.has(sql));
      const preferred = await inRolledBack(database, () => fittingWrites(database, lost, later));
      await ground.restore();
      planned = await writes(preferred);
      await again();
      forbidden = await forbiddenOf(database, planned.flat(), asked);
    }
    meanwhile = planned.map((point) => point.filter(({ sql }) => !forbidden.has(sql)));
    refused = await run('before');
    if (refused !== undefined) return refused;
  }
  const catalog = await catalogOf(database);
  const rows = filled === undefined ? undefined : await rowsOf(database);
  let compared = rows;
  return {
    ground,
    filled: filled ?? 0,
    catalog,
    isLoose,
    ...(rows && { rows }),
    meanwhile,
    async end(before) {
      await run('before', false, before);
      if (compared === undefined) return;
      for (const key of undefinedColumns(compared, await rowsOf(database))) undefinedIn.add(key);
      compared = undefined;
    },
    async rowsWithLateWrites() {
      await run('after');
      return rowsOf(database);
    },
    undefinedIn,
    newCode,
    later,
    fitting: fittingBoth(shapes, newShapes, newRows),
  };
}

/**
 * Other random values than in the last run, which a state that is brought back would give again, and another second: what two runs leave equal is taken for defined.
 */
async function byChance(database: ProofDatabase, run: number): Promise<void> {
  const seed = `SELECT pg_catalog.setseed(${1 / (run + 1)})`;
  await database.runAll(database.skipsWaits ? [seed, 'SELECT pg_catalog.pg_sleep(1.1)'] : [seed]);
}

/** What may be for no other reason than how statements share a transaction: invalid transaction states, an enum's new value in use, and what is not there CONCURRENTLY. */
function isOfTransactions(code: string): boolean {
  return code.startsWith('25') || code === '2D000' || code === '55P04' || code === '0A000';
}

/** The same statements, each on its own; with nobody else about, CONCURRENTLY leads to the same. */
function loosened(script: Script): Script {
  const statements = script.statements.filter((each) => !each.control);
  const plain = (sql: string): string =>
    sql.replace(/^((?:create\s+(?:unique\s+)?|drop\s+|reindex\s+(?:\([^)]*\)\s*)?\w*\s*)(?:index\s+)?)concurrently\b/i, '$1');
  return { ...script, statements: statements.map((each) => ({ ...each, sql: plain(each.sql) })), transaction: false };
}
