import { type Application, selectText, statementsOf, without } from './application.ts';
import { type ProofDatabase, type ProofFailure, refusalsAlone, refusalsInTurn } from './database.ts';
import type { Versions } from './forward.ts';
import type { Ground } from './ground.ts';
import type { Original } from './run-original.ts';
import { inRolledBack } from './run-script.ts';
import { isAuthorsOwn, type ScriptStatement, type StageScripts } from './script.ts';
import { shapesIn, type TableShape } from './shape.ts';

interface Request {
  readonly stages: readonly StageScripts[];
  /** Tables that the plan works on. */
  readonly tables: readonly string[];
  /** Of all tables, before the author's SQL. */
  readonly shapes: readonly TableShape[];
}

/**
 * What the two versions of the application send, as far as the plan answers for it: not what the author's own SQL is there to refuse (a row that a new constraint
 * forbids), nor what his own statements break that the plan left as they were, which has findings of its own.
 * @param ground where the plan starts
 */
export async function versionsOf(
  database: ProofDatabase,
  original: Original,
  { ground, stages }: Pick<Request, 'stages'> & { readonly ground: Ground },
): Promise<Versions> {
  const { oldCode, newCode, meanwhile } = original;
  const isBlind = original.rows === undefined;
  // There all of it has been sent already.
  if (ground === original.ground && authorsOwn(stages).length === 0)
    return { old: oldCode, new: newCode, isBlind, meanwhile, stopped: new Set() };
  await ground.restore();
  await afterAuthorsOwn(database, stages);
  const broken = await refusalsAlone(database, sqlOf(statementsOf(oldCode)));
  const stopped = await inRolledBack(database, () => refusalsInTurn(database, sqlOf(meanwhile.flat())));
  return { old: without(oldCode, new Set(sqlOf(broken))), new: newCode, isBlind, meanwhile, stopped: new Set(sqlOf(stopped)) };
}

/** The tables that the author's own statements leave as the old code reads them. Asked where the history ends. */
export async function readableTables(database: ProofDatabase, { stages, tables, shapes }: Request): Promise<readonly string[]> {
  const own = shapesIn(shapes, tables);
  // As the history leaves them they can be read.
  if (authorsOwn(stages).length === 0) return own.map(({ table }) => table);
  const code = own.map((shape): Application => ({ version: 'old', table: shape.table, statements: [{ sql: selectText(shape) }] }));
  await afterAuthorsOwn(database, stages);
  const refused = await refusalsAlone(database, sqlOf(statementsOf(code)));
  return without(code, new Set(sqlOf(refused)))
    .filter(({ statements }) => statements.length > 0)
    .map(({ table }) => table);
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

function sqlOf(statements: readonly { readonly sql: string }[]): readonly string[] {
  return statements.map(({ sql }) => sql);
}

function unlessFatal(error: ProofFailure): void {
  if (error.fatal !== false) throw error;
}
