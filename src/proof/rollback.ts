import type { Check } from '../plan/proof.ts';
import type { Step } from '../plan/stage.ts';
import type { Reader } from '../sql/statement.ts';
import { catalogDifference, catalogOf, withoutNotNullNames } from './catalog.ts';
import { type ProofDatabase, ProofFailure, refusalOf } from './database.ts';
import type { Ground } from './ground.ts';
import { isAuthorsOwn, isSetting, type ScriptStatement, type StageScripts } from './script.ts';

/** Plans of more steps are rolled back from the end of each stage only. */
const stepsTriedSingly = 8;

interface Request {
  readonly stages: readonly StageScripts[];
  /** The schema before the plan. */
  readonly before: readonly string[];
  readonly ground: Ground;
  readonly reader: Reader;
}

/**
 * Runs the plan once more, a statement at a time, and rolls it back from each point on the way. Each time the schema has to be that before the plan, or, where statements
 * of the author's own stand between the steps, that which they alone lead to. Behind a step that cannot be undone there is no way back, and the step says so.
 */
export async function rollbackCheck(database: ProofDatabase, { stages, before, ground, reader }: Request): Promise<Check> {
  const written = stages.flatMap((stage) => stage.scripts.flatMap((script) => script.statements));
  const all = written.filter(isRun);
  const end = all.findIndex(({ step }) => step !== undefined && cannotBeUndone(step));
  const statements = end === -1 ? all : all.slice(0, end);
  if (statements.length === 0) return result('skipped', all[0]?.step?.rollback.slice(3) ?? 'nothing is run');
  const steps = new Set(statements.flatMap((each) => each.step ?? []));
  const expected = await authorsSchemas(database, statements, { before, ground, written });

  await ground.restore();
  const statementsOf = statementsBy(reader);
  const tried = pointsOf(stages, steps.size);
  let skipped: Check | undefined;
  for (const [i, statement] of statements.entries()) {
    const refusal = await inSession(database, written, statement);
    if (refusal !== undefined)
      return result('failed', `run a statement at a time, \`${abridged(statement.sql)}\` is refused: ${refusal.message}`);
    const point = i + 1;
    if (!tried.has(point) && point < statements.length) continue;
    const done = statements.slice(0, point);
    const schemas = expected[point] && [before, expected[point]];
    if (point < statements.length && (await holdsWithin(database, statementsOf, done, schemas))) continue;
    const mark = point < statements.length ? await database.mark() : undefined;
    const problem = await rolledBack(database, statementsOf, done, schemas);
    if (problem?.status === 'failed') return problem;
    // What has to be undone first at one point says nothing of the others.
    skipped ??= problem;
    if (mark !== undefined && !(await mark.restore())) return result('skipped', 'the engine was lost meanwhile');
    await mark?.forget();
  }
  if (skipped !== undefined) return skipped;
  const points = end === -1 ? 'any point' : `any of the first ${end} of ${all.length} statements`;
  return result('passed', expected.at(-1) === undefined ? 'each step was undone' : `rolled back from ${points}, the schema is as before`);
}

/** What a file sets is set for each of its statements anew (`inSession`), and nothing that could be rolled back. */
function isRun(statement: ScriptStatement): boolean {
  return !statement.control && !isSetting(statement);
}

/** After how many statements it is rolled back. */
function pointsOf(stages: readonly StageScripts[], steps: number): ReadonlySet<number> {
  let count = 0;
  const ends: number[] = [];
  for (const stage of stages) {
    for (const each of stage.scripts.flatMap((script) => script.statements)) {
      if (!isRun(each)) continue;
      count++;
      if (steps <= stepsTriedSingly) ends.push(count);
    }
    ends.push(count);
  }
  return new Set(ends);
}

/**
 * The schema that the author's own statements among the first n lead to without the plan's steps, by n, as far as no step undoes them; undefined from where one of them needs a step. A step that
 * says to leave nothing behind may leave what it did to something of the author's own: that this is validated now, say.
 */
async function authorsSchemas(
  database: ProofDatabase,
  statements: readonly ScriptStatement[],
  { before, ground, written }: Pick<Request, 'before' | 'ground'> & { readonly written: readonly ScriptStatement[] },
): Promise<readonly (readonly string[] | undefined)[]> {
  let schema: readonly string[] | undefined = before;
  let isBegun = false;
  const schemas: (readonly string[] | undefined)[] = [before];
  for (const statement of statements) {
    // What a step of the author's own says how to undo is undone with the others.
    const isOwn = isAuthorsOwn(statement) && (statement.step === undefined || isSentence(statement.step));
    if (schema !== undefined && (isOwn || (isBegun && statement.step && leavesNothing(statement.step)))) {
      if (!isBegun) await ground.restore();
      isBegun = true;
      const refusal = await inSession(database, written, statement);
      if (refusal === undefined) schema = await catalogOf(database);
      else if (isOwn) schema = undefined;
    }
    schemas.push(schema);
  }
  return schemas;
}

/** Runs a statement with what its file has set before it. */
async function inSession(
  database: ProofDatabase,
  written: readonly ScriptStatement[],
  statement: ScriptStatement,
): Promise<ProofFailure | undefined> {
  const before = written.slice(0, written.indexOf(statement)).filter((each) => each.path === statement.path);
  let settings = before.filter((each) => isSetting(each) && !/^set\s+local\b/i.test(each.sql)).map(({ sql }) => sql);
  for (;;) {
    const { results, refusal } = await database.runAll([...settings, statement.sql, 'RESET ALL']);
    if (refusal === undefined) return undefined;
    const done = results.length;
    if (done > settings.length) throw refusal;
    if (done === settings.length) {
      await database.run('RESET ALL');
      // 25P01, no_active_sql_transaction: LOCK TABLE and the like leave nothing that could be rolled back.
      return refusal.code === '25P01' ? undefined : refusal;
    }
    // One that is refused sets nothing.
    settings = settings.slice(done + 1);
  }
}

/**
 * Whether the way back is proved by a transaction, which is then rolled back itself: that takes no copy of the database. What does not hold in it (a way back may need to
 * be outside of one, or commit) may hold all the same. From the end of the plan each step is undone outside of one in any case.
 */
async function holdsWithin(
  database: ProofDatabase,
  statementsOf: StatementsOf,
  statements: readonly ScriptStatement[],
  expected: readonly (readonly string[])[] | undefined,
): Promise<boolean> {
  await database.run('BEGIN');
  try {
    if ((await rolledBack(database, statementsOf, statements, expected)) !== undefined) return false;
    return (await refusalOf(database, 'SET CONSTRAINTS ALL IMMEDIATE')) === undefined;
  } catch (error) {
    if (!(error instanceof ProofFailure) || error.fatal) throw error;
    return false;
  } finally {
    await database.run('ROLLBACK');
  }
}

/** Undoes the steps from the last to the first. */
async function rolledBack(
  database: ProofDatabase,
  statementsOf: StatementsOf,
  statements: readonly ScriptStatement[],
  expected: readonly (readonly string[])[] | undefined,
): Promise<Check | undefined> {
  const all = [...new Set(statements.flatMap((each) => each.step ?? []))];
  const way = all.toReversed().flatMap((step) => (isSentence(step) ? [] : statementsOf(step.rollback).map((sql) => ({ step, sql }))));
  for (let left = way; left.length > 0; ) {
    const { results, refusal } = await database.runAll(left.map((each) => each.sql));
    if (refusal === undefined) break;
    const { step } = left[results.length] as (typeof way)[number];
    const { sql } = step;
    left = left.slice(results.length).filter((each) => each.step !== step);
    // undefined_table, undefined_column, undefined_object: a statement of the author's own took it away; what is left the comparison tells.
    if (statements.some(isAuthorsOwn) && /^42(?:P01|703|704)$/.test(refusal.code)) {
      if (expected === undefined) return standsOn(sql);
      continue;
    }
    // dependent_objects_still_exist, duplicate_column, duplicate_table, duplicate_object, invalid_table_definition (a column of a key is NOT NULL): what stands on a step, or in its place, has to go first, and how nobody says.
    const isUnder = expected === undefined || all.slice(all.indexOf(step) + 1).some(isLeft);
    if (isUnder && /^(?:2BP01|42701|42P07|42710|42P16)$/.test(refusal.code)) return standsOn(sql);
    return result('failed', `the rollback of \`${abridged(sql)}\` is refused: ${refusal.message}`);
  }
  if (expected === undefined) return undefined;
  const schema = withoutNotNullNames(await catalogOf(database));
  const differences = expected.map((each) => catalogDifference(withoutNotNullNames(each), schema)[0]);
  if (differences.includes(undefined)) return undefined;
  // What was put behind a step builds on it, and has a way down of its own, which comes first. From the points before it the steps have been undone by themselves.
  const moved = all.find(isLeft);
  if (moved !== undefined)
    return result('skipped', `\`${abridged(moved.sql)}\` of the author's own builds on the steps, and has to be undone first`);
  return result('failed', `rolled back after ${statements.length} statements, the schema is another: ${differences.at(-1)}`);
}

function standsOn(sql: string): Check {
  return result('skipped', `statements of the author's own stand on \`${abridged(sql)}\` and have to be undone first`);
}

/** The statements of a way back, which is read once for all points that it is tried from. */
type StatementsOf = (rollback: string) => readonly string[];

function statementsBy(reader: Reader): StatementsOf {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const statements = known.get(text) ?? reader.read(text).statements.map(({ span }) => text.slice(span.start, span.end));
    known.set(text, statements);
    return statements;
  };
}

function cannotBeUndone(step: Step): boolean {
  return !step.authors && isSentence(step) && !leavesNothing(step);
}

/** A statement of the author's own that the plan put behind its steps, and that only he knows how to undo. */
function isLeft(step: Step): boolean {
  return step.authors === true && isSentence(step);
}

/** Why there is no SQL for the way back, and not that. */
function isSentence({ rollback }: Pick<Step, 'rollback'>): boolean {
  return rollback.startsWith('--');
}

function leavesNothing({ rollback }: Pick<Step, 'rollback'>): boolean {
  return rollback.startsWith('-- nothing to undo');
}

function abridged(sql: string): string {
  const line = sql.replace(/\s+/g, ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

function result(status: Check['status'], detail: string): Check {
  return { name: 'rollback', status, detail };
}
