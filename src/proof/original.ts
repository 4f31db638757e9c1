import { type Application, applicationOf, type FittingRows, isForbidden } from './application.ts';
import { catalogOf } from './catalog.ts';
import { type ProofDatabase, refusalOf, refusalWithin } from './database.ts';
import { fill, shapesOf, type TableShape, withoutNulls } from './fill.ts';
import { type Ground, groundHere } from './ground.ts';
import { type Meanwhile, meanwhileOf } from './meanwhile.ts';
import { emptyAll, numberedColumns, type Rows, rowsOf, undefinedColumns } from './rows.ts';
import { inRolledBack, type Refusal, runScript } from './run-script.ts';
import type { Script } from './script.ts';
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
  readonly newRows: FittingRows;
}

export interface OriginalRequest {
  readonly scripts: readonly Script[];
  /** Tables that are filled, with their schema, as SQL writes them. */
  readonly tables: readonly string[];
  /** Of all tables, before the author's SQL. */
  readonly shapes: readonly TableShape[];
  /** Tables into which the old code writes meanwhile. */
  readonly written: ReadonlySet<string>;
  /** Points of the plan at which the old code still runs. */
  readonly points: number;
}

/** How the tables are filled, what suits most statements last: what the author's SQL enforces has to hold for the rows that are there. */
const fillings = [
  { nulls: true, meanwhile: true },
  { nulls: false, meanwhile: true },
  { nulls: false, meanwhile: false },
] as const;

/** Runs the author's SQL on rows, or without any where no rows are known that it takes. */
export async function originalOf(database: ProofDatabase, history: Ground, request: OriginalRequest): Promise<Original | Refusal> {
  let ground: Ground | undefined;
  let refused: Refusal | undefined;
  for (const filling of fillings) {
    await ground?.forget();
    const lay = async (): Promise<number> => {
      await history.restore();
      const { rows } = await fill(database, request.tables, { ...filling, shapes: request.shapes });
      return [...rows.values()].reduce((sum, count) => sum + count, 0);
    };
    const filled = await lay();
    ground = await groundHere(database, async () => void (await lay()));
    const meanwhile = filling.meanwhile ? await inRolledBack(database, () => writesOn(database, request, filling.nulls)) : [];
    const found = await runOn(database, ground, request, { meanwhile, filled });
    if (!('reason' in found)) return found;
    refused = found;
    if (!isOfRows(found.code)) break;
  }
  const found = isOfRows((refused as Refusal).code) ? await runOn(database, ground as Ground, request, 'empty') : (refused as Refusal);
  if ('reason' in found) await ground?.forget();
  return found;
}

/** The same without rows. */
export async function emptied(database: ProofDatabase, { ground }: Original): Promise<Ground> {
  const lay = async (): Promise<void> => {
    await ground.restore();
    await emptyAll(database, await rowsOf(database));
  };
  await lay();
  return groundHere(database, lay);
}

/** Whether a SQLSTATE is about the rows that are there: data exceptions, and violated constraints. */
export function isOfRows(code: string): boolean {
  return /^2[23]/.test(code);
}

type Filling = 'empty' | { readonly meanwhile: Meanwhile; readonly filled: number };

async function runOn(database: ProofDatabase, ground: Ground, request: OriginalRequest, filling: Filling): Promise<Original | Refusal> {
  const { filled } = filling === 'empty' ? { filled: 0 } : filling;
  let meanwhile: Meanwhile = [];
  let { scripts } = request;
  let isLoose = false;
  const undefinedIn = new Set<string>();
  let runs = 0;
  const run = async (writes: 'before' | 'after', isFirst = false, before?: () => Promise<void>): Promise<Refusal | undefined> => {
    await ground.restore();
    await byChance(database, ++runs);
    if (filling === 'empty') await emptyAll(database, await rowsOf(database));
    if (writes === 'before') for (const sql of meanwhile.flat()) await database.run(sql);
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
    if (writes === 'after') for (const sql of meanwhile.flat()) await refusalOf(database, sql);
    return undefined;
  };

  let refused = await run('before', true);
  if (refused !== undefined && isOfTransactions(refused.code)) {
    isLoose = true;
    scripts = scripts.map(loosened);
    refused = await run('before', true);
  }
  if (refused !== undefined) return refused;
  // Before anything is written meanwhile: what the new code's rows point to has to be there at each point of the plan.
  const newShapes = shapesIn(await shapesOf(database), request.tables);
  const { code, rows: newRows } = await inRolledBack(database, () => applicationOf(database, 'new', newShapes, 101));
  const newCode = [...code, ...(await viewsRead(database, 'new', request.tables))];
  if (filling !== 'empty' && filling.meanwhile.flat().length > 0) {
    meanwhile = await allowed(database, filling.meanwhile);
    refused = await run('before');
    if (refused !== undefined) return refused;
  }
  const catalog = await catalogOf(database);
  const rows = filling === 'empty' ? undefined : await rowsOf(database);
  let compared = rows;
  return {
    ground,
    filled,
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
    newRows,
  };
}

/**
 * Other random values than in the last run, which a state that is brought back would give again, and another second: what two runs leave equal is taken for defined.
 */
async function byChance(database: ProofDatabase, run: number): Promise<void> {
  const seed = `SELECT pg_catalog.setseed(${1 / (run + 1)})`;
  await database.runAll(database.skipsWaits ? [seed, 'SELECT pg_catalog.pg_sleep(1.1)'] : [seed]);
}

/** The writes that the schema as it is now does not forbid: the old code may send them at any time. */
async function allowed(database: ProofDatabase, meanwhile: Meanwhile): Promise<Meanwhile> {
  return inRolledBack(database, async () => {
    const kept: string[][] = [];
    for (const point of meanwhile) {
      const own: string[] = [];
      kept.push(own);
      for (const sql of point) {
        const refusal = await refusalWithin(database, sql);
        if (refusal === undefined || !isForbidden(refusal, sql)) own.push(sql);
      }
    }
    return kept;
  });
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

function writesOn(database: ProofDatabase, { tables, shapes: all, written, points }: OriginalRequest, nulls: boolean): Promise<Meanwhile> {
  const shapes = shapesIn(all, tables).filter((shape) => written.has(shape.table));
  return meanwhileOf(database, nulls ? shapes : shapes.map(withoutNulls), points);
}

export function shapesIn(shapes: readonly TableShape[], tables: readonly string[]): readonly TableShape[] {
  return shapes.filter((shape) => tables.includes(shape.table));
}
