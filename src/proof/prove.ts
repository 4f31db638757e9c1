import type { Migration } from '../migration/migration.ts';
import type { Check, CheckName, Proof } from '../plan/proof.ts';
import type { Plan } from '../plan/stage.ts';
import type { Reader } from '../sql/statement.ts';
import { catalogDifference, catalogOf, withoutTargets } from './catalog.ts';
import { type ProofDatabase, ProofFailure } from './database.ts';
import { bareName, type Forward, oldPoints, runForward } from './forward.ts';
import type { Ground } from './ground.ts';
import { type Histories, historiesOn } from './history.ts';
import { emptied, isOfRows, originalOf } from './original.ts';
import { reprinted } from './reprint.ts';
import { rollbackCheck } from './rollback.ts';
import { type Rows, rowsDifference, rowsOf, undefinedColumns } from './rows.ts';
import type { Original } from './run-original.ts';
import type { Refusal } from './run-script.ts';
import { type Script, type StageScripts, scriptsOf, stagesOf } from './script.ts';
import { standing } from './standing.ts';
import { withoutStated } from './stated.ts';
import { readableTables, versionsOf } from './versions.ts';
import { wordsOf } from './words.ts';

export interface ProofRequest {
  /** All that ran before the unit, in order. */
  readonly history: readonly Migration[];
  /** The author's files, as he wrote them. */
  readonly unit: readonly Migration[];
  readonly plan: Plan;
  /** Tables that the unit works on, as SQL writes them with their schema. */
  readonly tables: readonly string[];
}

/** Proves plan after plan; what they share of their histories is run once. */
export interface Prover {
  prove(request: ProofRequest): Promise<Proof>;
}

export function proverOn(engine: ProofDatabase, reader: Reader): Prover {
  const database = standing(engine);
  const histories = historiesOn(database, reader);
  return {
    async prove(request) {
      const grounds: Ground[] = [];
      try {
        return await run(request, { database, reader, histories, grounds });
      } catch (error) {
        // A fault of the proof's own must not take the findings along.
        const reason =
          error instanceof ProofFailure && error.fatal
            ? `the engine was stopped (${error.code}): ${error.message}`
            : `the proof itself broke down, which is a fault of Lockstep's: ${(error as Error).message}`;
        return { status: 'unproved', engine: database.engine, checks: [], reason };
      } finally {
        for (const ground of grounds) await ground.forget();
      }
    },
  };
}

interface Court {
  readonly database: ProofDatabase;
  readonly reader: Reader;
  readonly histories: Histories;
  /** What is to be forgotten in the end. */
  readonly grounds: Ground[];
}

/** Runs the author's SQL and the plan on the same rows, and compares. */
async function run({ history, unit, plan, tables }: ProofRequest, { database, reader, histories, grounds }: Court): Promise<Proof> {
  const { engine } = database;
  database.beginPlan();
  const past = await histories.at(history);
  if ('reason' in past) return { status: 'unproved', engine, checks: [], reason: `the history does not run on it: ${at(past)}` };
  database.beginPlan();
  const scripts = unit.flatMap((each) => scriptsOf(each, reader));
  const stages = stagesOf(plan, unit, reader);
  const readable = await readableTables(database, { stages, tables, shapes: past.shapes });
  const written = new Set(readable.filter((table) => !isWritten(scripts, bareName(table))));
  const original = await originalOf(database, past.ground, {
    scripts,
    tables,
    readable,
    shapes: past.shapes,
    written,
    points: oldPoints(stages),
  });
  if ('reason' in original)
    return { status: 'unproved', engine, checks: [], reason: `the file as written does not run on it: ${at(original)}` };
  grounds.push(original.ground);

  let { ground } = original;
  const forwardFrom = async (): Promise<Forward> => {
    const versions = await versionsOf(database, original, { ground, stages });
    await ground.restore();
    return runForward(database, original.isLoose ? stages.map((stage) => loosely(stage, unit)) : stages, versions);
  };
  let forward = await forwardFrom();
  if (original.rows === undefined && forward.refused !== undefined && isOfRows(forward.refused.code)) {
    // Rows that the author's own SQL does not take the plan need not take either.
    ground = await emptied(database, original);
    grounds.push(ground);
    forward = await forwardFrom();
  }
  if (forward.refused !== undefined) return { status: 'failed', engine, checks: [], reason: `a step is refused: ${at(forward.refused)}` };
  const checks: Check[] = [];
  const check = (name: CheckName, [problem]: readonly string[], passed: string): void => {
    checks.push(problem === undefined ? { name, status: 'passed', detail: passed } : { name, status: 'failed', detail: problem });
  };
  const compared = (lines: readonly string[]): readonly string[] => withoutStated(plan, withoutTargets(lines));
  check('schema', await schemaProblems(database, original.catalog, compared), 'same schema');
  check('blocking', forward.blocking, 'longest blocking step: none');
  checks.push(
    forward.wrote ? await rowsCheck(database, original) : { name: 'rows', status: 'skipped', detail: 'the old code could not write' },
  );
  if (forward.sent > 0) check('application', forward.application, `old and new code work after each of ${forward.points} stages`);
  else
    checks.push({
      name: 'application',
      status: 'skipped',
      detail: 'statements that the plan leaves as they are stop the code on each of its tables',
    });
  checks.push(await rollbackCheck(database, { stages, before: past.schema, ground, reader }));

  const failed = checks.find((each) => each.status === 'failed');
  return { status: failed ? 'failed' : 'proved', engine, checks, ...(failed && { reason: `${failed.name}: ${failed.detail}` }) };
}

/** The author's files with each statement on its own, as the author's own SQL had to be run. */
function loosely(stage: StageScripts, unit: readonly Migration[]): StageScripts {
  const own = new Set(unit.map((each) => each.path));
  return { ...stage, scripts: stage.scripts.map((each) => (own.has(each.path) ? { ...each, transaction: false } : each)) };
}

function at({ path, line, reason }: Refusal): string {
  return `${path}:${line}: ${reason}`;
}

async function schemaProblems(
  database: ProofDatabase,
  wanted: readonly string[],
  compared: (lines: readonly string[]) => readonly string[],
): Promise<readonly string[]> {
  const lines = await catalogOf(database);
  const problems = catalogDifference(compared(wanted), compared(lines));
  if (problems.length === 0) return problems;
  const again = catalogDifference(compared(wanted), compared(await reprinted(database, lines, wanted)));
  return again.length === 0 ? again : problems;
}

async function rowsCheck(database: ProofDatabase, original: Original): Promise<Check> {
  const { rows, meanwhile, filled } = original;
  if (rows === undefined) return { name: 'rows', status: 'skipped', detail: 'the file as written fails on rows, and defines none' };
  const [problem] = await rowsProblems(rows, await rowsOf(database), original);
  if (problem !== undefined) return { name: 'rows', status: 'failed', detail: problem };
  const written = meanwhile.flat().length;
  return {
    name: 'rows',
    status: 'passed',
    detail: `same rows (${filled}${written === 0 ? '' : `, and ${written} writes of the old code meanwhile`})`,
  };
}

/** What is left to chance is asked for where rows differ, and what is written afterwards where they still do. */
async function rowsProblems(rows: Rows, actual: Rows, original: Original): Promise<readonly string[]> {
  const { numbered, meanwhile } = original;
  if (rowsDifference(rows, actual, numbered).length === 0) return [];
  const undefinedIn = new Set([...numbered, ...(await original.chance())]);
  const early = rowsDifference(rows, actual, undefinedIn);
  if (early.length === 0 || meanwhile.flat().length === 0) return early;
  const late = await original.rowsWithLateWrites();
  const problems = rowsDifference(rows, actual, undefinedIn, late);
  if (problems.length === 0) return problems;
  // What is written late may be left to chance by what the author's SQL has put there: a trigger that writes the time, say.
  const chance = undefinedColumns(late, await original.rowsWithLateWrites());
  return rowsDifference(rows, actual, new Set([...undefinedIn, ...chance]), late);
}

/** Whether the author's SQL, or a body in it, changes rows: what the old code writes after that is not as if it had been written before. */
function isWritten(scripts: readonly Script[], table: string): boolean {
  return scripts.some(({ statements }) =>
    statements.some(({ sql }) => {
      if (!/^(?:update|insert|delete|merge|with|do|call|select|copy|truncate)\b/i.test(sql)) return false;
      const { words, inner } = wordsOf(sql);
      return [words, ...inner].flat().some(({ kind, text }) => kind === 'name' && text === table);
    }),
  );
}
