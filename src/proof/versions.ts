import { type Application, applicationOf, isForbidden, selectOf } from './application.ts';
import { type ProofDatabase, type ProofFailure, refusalsAlone, refusalWithin } from './database.ts';
import type { TableShape } from './fill.ts';
import type { Versions } from './forward.ts';
import type { Ground } from './ground.ts';
import { type Original, shapesIn } from './original.ts';
import { inRolledBack } from './run-script.ts';
import { isAuthorsOwn, type ScriptStatement, type StageScripts } from './script.ts';
import { viewsRead } from './views.ts';

interface Request {
  readonly original: Original;
  /** Where the plan starts. */
  readonly ground: Ground;
  readonly stages: readonly StageScripts[];
  /** Tables that the old code is asked about. */
  readonly tables: readonly string[];
  /** Of all tables, before the author's SQL. */
  readonly shapes: readonly TableShape[];
}

/**
 * What the two versions of the application send, as far as the plan answers for it: not what the author's own SQL is there to refuse (a row that a new constraint
 * forbids), nor what his own statements break that the plan left as they were, which has findings of its own.
 */
export async function versionsOf(database: ProofDatabase, { original, ground, stages, tables, shapes }: Request): Promise<Versions> {
  await ground.restore();
  const { code: own } = await inRolledBack(database, () => applicationOf(database, 'old', shapesIn(shapes, tables), 100, original.newRows));
  const code = [...own, ...(await viewsRead(database, 'old', tables))];
  await afterAuthorsOwn(database, stages);
  const broken = new Set<string>();
  for (const each of code) for (const { sql } of await refusalsAlone(database, each.statements)) broken.add(sql);
  const stopped = await inRolledBack(database, async () => {
    const refused = new Set<string>();
    for (const sql of original.meanwhile.flat()) if ((await refusalWithin(database, sql)) !== undefined) refused.add(sql);
    return refused;
  });
  await original.end();
  const lost = new Set<string>();
  const free = await without(database, code, (failure, sql) => {
    if (findsNoName(failure)) lost.add(sql);
    return isForbidden(failure, sql);
  });
  const forbidden = lost.size === 0 ? lost : await forbiddenBefore(database, original, lost);
  const possible = await without(database, original.newCode, () => true);
  const old = free.map((each) => ({ ...each, statements: each.statements.filter((sql) => !forbidden.has(sql) && !broken.has(sql)) }));
  return { old, new: possible, meanwhile: original.meanwhile, stopped };
}

/** undefined_table, undefined_column, invalid_schema_name. */
function findsNoName({ code }: ProofFailure): boolean {
  return code === '42P01' || code === '42703' || code === '3F000';
}

/** Of statements that find a name no more in the end, those that were forbidden when they last found it. */
async function forbiddenBefore(database: ProofDatabase, original: Original, lost: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const forbidden = new Set<string>();
  await original.end(async () => {
    for (const sql of lost) {
      await database.run('SAVEPOINT lockstep_code');
      const failure = await refusalWithin(database, sql);
      await database.run('ROLLBACK TO lockstep_code');
      if (failure === undefined) forbidden.delete(sql);
      else if (isForbidden(failure, sql)) forbidden.add(sql);
    }
  });
  return forbidden;
}

/** The tables that the author's own statements leave as the old code reads them. Asked where the history ends. */
export async function readableTables(
  database: ProofDatabase,
  { stages, tables, shapes }: Pick<Request, 'stages' | 'tables' | 'shapes'>,
): Promise<readonly string[]> {
  const own = shapesIn(shapes, tables);
  // As the history leaves them they can be read.
  if (authorsOwn(stages).length === 0) return own.map(({ table }) => table);
  const code = own.map((shape): Application => ({ version: 'old', table: shape.table, statements: [selectOf(shape)] }));
  await afterAuthorsOwn(database, stages);
  const readable = await without(database, code, () => true);
  return readable.filter(({ statements }) => statements.length > 0).map(({ table }) => table);
}

/** Leads from where the plan starts to where the author's own statements lead without the plan's, as far as they do. */
async function afterAuthorsOwn(database: ProofDatabase, stages: readonly StageScripts[]): Promise<void> {
  const own = authorsOwn(stages);
  if (own.length === 0) return;
  for (const { sql } of own) await database.run(sql).catch(unlessFatal);
  await database.run('RESET ALL');
}

/** How long anything waits here makes no difference. */
function authorsOwn(stages: readonly StageScripts[]): readonly ScriptStatement[] {
  return stages
    .flatMap((stage) => stage.scripts.flatMap((script) => script.statements))
    .filter((each) => isAuthorsOwn(each) && !/^set\s+(?:session\s+|local\s+)?(?:lock|statement)_timeout\b/i.test(each.sql));
}

/** The code less the statements that the server refuses now for a reason that excuses them. */
async function without(
  database: ProofDatabase,
  code: readonly Application[],
  excuses: (failure: ProofFailure, sql: string) => boolean,
): Promise<readonly Application[]> {
  const kept: Application[] = [];
  for (const each of code) {
    const refused = (await refusalsAlone(database, each.statements))
      .filter(({ failure, sql }) => excuses(failure, sql))
      .map(({ sql }) => sql);
    kept.push({ ...each, statements: each.statements.filter((sql) => !refused.includes(sql)) });
  }
  return kept;
}

function unlessFatal(error: ProofFailure): void {
  if (error.fatal !== false) throw error;
}
