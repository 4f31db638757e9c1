import type { Migration } from '../migration/migration.ts';
import { quoteIdentifier } from '../sql/postgres/quote.ts';
import type { Reader } from '../sql/statement.ts';
import { catalogOf } from './catalog.ts';
import { type ProofDatabase, type ProofFailure, refusalOf } from './database.ts';
import { type Ground, groundHere } from './ground.ts';
import type { Refusal } from './run-script.ts';
import { scriptOf } from './script.ts';
import { shapesOf, type TableShape } from './shape.ts';

/** Where a history leads. */
export interface Past {
  readonly ground: Ground;
  readonly schema: readonly string[];
  readonly shapes: readonly TableShape[];
}

/** Runs histories, and goes on from the one before where the next begins with the same migrations. */
export interface Histories {
  at(history: readonly Migration[]): Promise<Past | Refusal>;
}

export function historiesOn(database: ProofDatabase, reader: Reader): Histories {
  let kept: { readonly history: readonly Migration[]; readonly past: Past } | undefined;
  /** The empty database, in a session that has planned what is asked of the catalog: that takes longer than a small history. */
  let empty: Ground | undefined;
  const begin = async (): Promise<void> => {
    const plan = async (): Promise<void> => {
      await database.reset();
      await catalogOf(database);
      await shapesOf(database);
    };
    if (empty !== undefined) return empty.restore();
    await plan();
    empty = await groundHere(database, plan);
  };
  let refused: { readonly history: readonly Migration[]; readonly refusal: Refusal } | undefined;

  return {
    async at(history) {
      if (refused !== undefined && goesOn(refused.history, history)) return refused.refusal;
      const begun = kept !== undefined && goesOn(kept.history, history) ? kept : undefined;
      if (begun !== undefined && begun.history.length === history.length) {
        await begun.past.ground.restore();
        return begun.past;
      }
      if (begun === undefined) await begin();
      else await begun.past.ground.restore();
      const refusal = await runHistory(database, history.slice(begun?.history.length ?? 0), reader);
      if (refusal !== undefined) {
        refused = { history, refusal };
        return refusal;
      }
      const schema = await catalogOf(database);
      const shapes = await shapesOf(database);
      const again = async (): Promise<void> => {
        await begin();
        await runHistory(database, history, reader);
      };
      const past = { ground: await groundHere(database, again), schema, shapes };
      await kept?.past.ground.forget();
      kept = { history, past };
      return past;
    },
  };
}

function goesOn(begun: readonly Migration[], history: readonly Migration[]): boolean {
  return begun.every((each, i) => each === history[i]);
}

/** @returns the first statement that the engine refused */
async function runHistory(database: ProofDatabase, history: readonly Migration[], reader: Reader): Promise<Refusal | undefined> {
  for (const migration of history) {
    const script = scriptOf(migration, reader);
    for (const { sql, line } of script.statements) {
      const refusal = await refusalWithRoles(database, sql);
      if (refusal !== undefined) return { path: migration.path, line, reason: refusal.message, code: refusal.code };
    }
    // What the file leaves open the tool ends.
    if (script.statements.some((each) => each.control)) await database.run('COMMIT');
    await database.run('RESET ALL');
  }
  return undefined;
}

/** Roles are not created by migrations as a rule, but by whoever runs the server: one that is missing is created. */
async function refusalWithRoles(database: ProofDatabase, sql: string): Promise<ProofFailure | undefined> {
  for (;;) {
    const refusal = await refusalOf(database, sql);
    // no_active_sql_transaction: LOCK TABLE and the like, which nobody is there to notice.
    if (refusal === undefined || refusal.code === '25P01') return undefined;
    const role = /^role "(.+)" does not exist$/.exec(refusal.message)?.[1];
    if (refusal.code !== '42704' || role === undefined) return refusal;
    // On a server of the team's own none are created: they would outlive the scratch database.
    if ((await refusalOf(database, `CREATE ROLE ${quoteIdentifier(role)}`)) !== undefined) return refusal;
  }
}
