import { type ProofDatabase, ProofFailure } from './database.ts';
import type { Control, Script, ScriptStatement } from './script.ts';

/** What the server refused, and where it stands. */
export interface Refusal {
  readonly path: string;
  readonly line: number;
  readonly reason: string;
  readonly code: string;
}

/** Runs a statement in an open transaction, or alone if the server takes it only so. */
export type RunStatement = (statement: ScriptStatement, isAlone: boolean) => Promise<void>;

/**
 * Runs one file as the tool would. A statement that stands in no transaction gets one of its own, unless the server does not take it there (CONCURRENTLY, VACUUM,
 * a block that commits): so that all its locks can be seen while they are held.
 * @returns what was refused; the rest has not run
 */
export async function runScript(database: ProofDatabase, script: Script, run: RunStatement): Promise<Refusal | undefined> {
  let at: ScriptStatement | undefined;
  const alone = async (statement: ScriptStatement): Promise<void> => {
    await database.run('BEGIN');
    try {
      await run(statement, false);
    } catch (error) {
      if (!(error instanceof ProofFailure) || error.fatal || !mustBeAlone.has(error.code)) throw error;
      await database.run('ROLLBACK');
      await run(statement, true);
      return;
    }
    await database.run('COMMIT');
  };
  try {
    let open = script.transaction;
    if (open) await database.run('BEGIN');
    for (at of script.statements) {
      if (at.control) {
        await database.run(at.sql);
        open = opens(at.control, open);
      } else await (open ? run(at, false) : alone(at));
    }
    const { refusal } = await database.runAll([...(open ? ['COMMIT'] : []), 'RESET ALL']);
    if (refusal !== undefined) throw refusal;
    return undefined;
  } catch (error) {
    if (!(error instanceof ProofFailure) || error.fatal) throw error;
    await database.runAll(['ROLLBACK', 'RESET ALL']);
    return { path: script.path, line: at?.line ?? 1, reason: error.message, code: error.code };
  }
}

/** https://www.postgresql.org/docs/current/errcodes-appendix.html: active_sql_transaction, invalid_transaction_termination. */
const mustBeAlone: ReadonlySet<string> = new Set(['25001', '2D000']);

function opens({ action, chain }: Control, open: boolean): boolean {
  switch (action) {
    case 'begin':
      return true;
    case 'commit':
    case 'rollback':
    case 'prepare':
      return chain === true;
    default:
      return open;
  }
}

/** What a body does is undone. It must leave the transaction open. */
export async function inRolledBack<T>(database: ProofDatabase, body: () => Promise<T>): Promise<T> {
  await database.run('BEGIN');
  try {
    return await body();
  } finally {
    await database.run('ROLLBACK');
  }
}
