import type { Migration } from '../migration/migration.ts';
import { namesIn } from '../plan/needs.ts';
import type { Plan } from '../plan/stage.ts';
import type { Reader } from '../sql/statement.ts';
import { type Application, applicationOf, exercise, type FittingRows } from './application.ts';
import { catalogDifference, catalogOf } from './catalog.ts';
import type { ProofDatabase, ProofFailure } from './database.ts';
import { fill, shapesOf } from './fill.ts';
import { runHistory } from './history.ts';
import { emptyAll, numberedColumns, type Rows, rowsDifference, rowsOf, undefinedColumns } from './rows.ts';
import { rollbackCheck } from './rollback.ts';
import { isAuthorsOwn, type Script, type ScriptStatement, type StageScripts, scriptOf, stagesOf } from './script.ts';
import { existingTables, traceOf } from './trace.ts';
import type { Check, CheckName, Proof } from './verdict.ts';

export interface ProofRequest {
  /** All that ran before the unit, in order. */
  readonly history: readonly Migration[];
  /** The author's files, as he wrote them. */
  readonly unit: readonly Migration[];
  readonly plan: Plan;
  /** Tables that the unit works on, as SQL writes them with their schema. */
  readonly tables: readonly string[];
}

/** Runs the author's SQL and the plan on the same rows, and compares. */
export async function prove(request: ProofRequest, database: ProofDatabase, reader: Reader): Promise<Proof> {
  try {
    return await run(request, database, reader);
  } catch (error) {
    const { fatal, code, message } = error as ProofFailure;
    if (!fatal) throw error;
    return { status: 'unproved', engine: database.engine, reason: `the engine was stopped (${code}): ${message}` };
  }
}

async function run({ history, unit, plan, tables }: ProofRequest, database: ProofDatabase, reader: Reader): Promise<Proof> {
  const { engine } = database;
  await database.reset();
  const refused = await runHistory(database, history, reader);
  if (refused) return { status: 'unproved', engine, reason: `the history does not run on it: ${refused.path}:${refused.line}: ${refused.reason}` };

  const before = await catalogOf(database);
  const scripts = unit.map((each) => scriptOf(each, reader));
  let filled = await fill(database, tables, { nulls: true });
  let original = await runOriginal(database, scripts, tables);
  if ('refused' in original && isOfRows(original.code)) {
    // What it enforces has to hold for the rows that are there; what no filling brings about has none.
    await emptyAll(database, await rowsOf(database));
    filled = await fill(database, tables, { nulls: false });
    original = await runOriginal(database, scripts, tables);
    if ('refused' in original && isOfRows(original.code)) original = await runOriginal(database, scripts, tables, { empty: true });
  }
  if ('refused' in original) return { status: 'unproved', engine, reason: `the file as written does not run on it: ${original.refused}` };

  const oldCode = await inRolledBack(database, async () =>
    applicationOf(database, 'old', await shapesOn(database, tables), 100, original.newRows),
  );
  const stages = stagesOf(plan, unit, reader);
  const forward = await runForward(database, stages, oldCode.code, original.newCode);
  const checks: Check[] = [];
  const check = (name: CheckName, problems: readonly string[], passed: string): void => {
    checks.push(problems.length > 0 ? { name, status: 'failed', detail: problems[0] as string } : { name, status: 'passed', detail: passed });
  };
  if (forward.refused !== undefined) return { status: 'failed', engine, checks, reason: forward.refused };
  check('schema', catalogDifference(original.catalog, await catalogOf(database)), 'the same schema');
  check('blocking', forward.blocking, 'no step works on rows under a lock that stops reads or writes');
  if (original.rows === undefined)
    checks.push({ name: 'rows', status: 'skipped', detail: 'the file as written fails on rows, and defines none' });
  else check('rows', rowsDifference(original.rows, await rowsOf(database), new Set(original.undefinedIn)), `the same rows (${total(filled.rows)})`);
  check('application', forward.application, `old and new code work at each of ${forward.points} points`);
  checks.push(await rollbackCheck(database, stages, before));

  const failed = checks.find((each) => each.status === 'failed');
  return { status: failed ? 'failed' : 'proved', engine, checks, ...(failed && { reason: failed.detail }) };
}

interface Original {
  readonly catalog: readonly string[];
  /** Absent where the author's SQL fails on rows. */
  readonly rows?: Rows;
  /** `table\\tcolumn` of what the author's SQL leaves to chance. */
  readonly undefinedIn: readonly string[];
  readonly newCode: readonly Application[];
  readonly newRows: FittingRows;
}

interface Refused {
  readonly refused: string;
  readonly code: string;
}

/** Whether a SQLSTATE is about the rows that are there. */
function isOfRows(code: string): boolean {
  return /^2[23]/.test(code);
}

/** Runs the author's files in a transaction that is rolled back; twice, to tell what they leave to chance. */
async function runOriginal(
  database: ProofDatabase,
  scripts: readonly Script[],
  tables: readonly string[],
  { empty = false } = {},
): Promise<Original | Refused> {
  const once = (): Promise<Original | Refused> =>
    inRolledBack(database, async () => {
      if (empty) await emptyAll(database, await rowsOf(database));
      for (const { path, statements } of scripts) {
        for (const { sql, line, control } of statements) {
          if (control) continue;
          try {
            await database.run(withoutConcurrently(sql));
          } catch (error) {
            const { fatal, code, message } = error as ProofFailure;
            if (fatal) throw error;
            return { refused: `${path}:${line}: ${message}`, code };
          }
        }
      }
      await database.run('RESET search_path');
      const catalog = await catalogOf(database);
      const rows = empty ? undefined : await rowsOf(database);
      const undefinedIn = await numberedColumns(database);
      const { code, rows: newRows } = await applicationOf(database, 'new', await shapesOn(database, tables), 101);
      return { catalog, ...(rows && { rows }), undefinedIn, newCode: code, newRows };
    });

  const first = await once();
  if ('refused' in first || first.rows === undefined) return first;
  const second = await once();
  if ('refused' in second || second.rows === undefined) return first;
  return { ...first, undefinedIn: [...first.undefinedIn, ...undefinedColumns(first.rows, second.rows)] };
}

/** In a transaction that nobody else sees, CONCURRENTLY ends in the same. */
function withoutConcurrently(sql: string): string {
  return sql.replace(/^((?:create\s+(?:unique\s+)?|drop\s+|reindex\s+(?:\([^)]*\)\s*)?\w*\s*)(?:index\s+)?)concurrently\b/i, '$1');
}

interface Forward {
  /** What a step was refused for. */
  readonly refused?: string;
  readonly blocking: readonly string[];
  readonly application: readonly string[];
  readonly points: number;
}

/** Runs the plan, traced; between its stages the code that may run then is exercised. */
async function runForward(
  database: ProofDatabase,
  stages: readonly StageScripts[],
  oldCode: readonly Application[],
  newCode: readonly Application[],
): Promise<Forward> {
  const existing = await existingTables(database);
  const blocking: string[] = [];
  const application: string[] = [];
  let points = 0;
  let isOldGone = false;
  const untouched = new Set(stages.flatMap(authorsOwn).flatMap((each) => namesIn(each.sql)));
  for (const stage of stages) {
    if (stage.boundary === 'deploy') isOldGone = true;
    for (const script of stage.scripts) {
      const refused = await runTraced(database, script, existing, blocking);
      if (refused !== undefined) return { refused, blocking, application, points };
    }
    points++;
    // What the author's own statements change has findings of its own, where they break code.
    const running = [...(isOldGone ? [] : oldCode.filter(({ table }) => !untouched.has(bareName(table)))), ...newCode];
    for (const code of running)
      for (const failure of await exercise(database, code)) application.push(`after ${stage.name}, ${failure}`);
  }
  return { blocking, application, points };
}

/** Runs one file as the tool would. @returns what it was refused for */
async function runTraced(database: ProofDatabase, script: Script, existing: ReadonlySet<number>, blocking: string[]): Promise<string | undefined> {
  const trace = traceOf(database, existing);
  const run = async (statement: ScriptStatement, traced: boolean): Promise<void> => {
    if (!traced) await database.run(statement.sql);
    else
      for (const { table, lock, work } of await trace.statement(statement.sql))
        // What the author wrote and the plan left as it was has findings of its own.
        if (!isAuthorsOwn(statement)) blocking.push(`${script.path}:${statement.line} ${work}: ${table} under ${lock}`);
  };
  let statement: ScriptStatement | undefined;
  try {
    if (script.transaction) await database.run('BEGIN');
    for (statement of script.statements) {
      const alone = !script.transaction && !statement.control && statement.step?.transaction !== false;
      if (alone) await database.run('BEGIN');
      await run(statement, script.transaction || alone);
      if (alone) await database.run('COMMIT');
    }
    if (script.transaction) await database.run('COMMIT');
  } catch (error) {
    const { fatal, message } = error as ProofFailure;
    if (fatal) throw error;
    await database.run('ROLLBACK');
    return `${script.path}:${statement?.line ?? 1} is refused: ${message}`;
  }
  await database.run('RESET ALL');
  return undefined;
}

/** The author's statements that the plan left as they were. */
function authorsOwn({ scripts }: StageScripts): readonly ScriptStatement[] {
  return scripts.flatMap((script) => script.statements).filter((each) => isAuthorsOwn(each));
}

function bareName(table: string): string {
  return table.slice(table.lastIndexOf('.') + 1).replace(/^"|"$/g, '').replaceAll('""', '"');
}

async function shapesOn(database: ProofDatabase, tables: readonly string[]): Promise<Awaited<ReturnType<typeof shapesOf>>> {
  return (await shapesOf(database)).filter((shape) => tables.includes(shape.table));
}

async function inRolledBack<T>(database: ProofDatabase, body: () => Promise<T>): Promise<T> {
  await database.run('BEGIN');
  try {
    return await body();
  } finally {
    await database.run('ROLLBACK');
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
