import type { Reader } from '../sql/statement.ts';
import type { Migration } from '../migration/migration.ts';
import { quoteIdentifier } from '../sql/postgres/quote.ts';
import type { ProofDatabase, ProofFailure } from './database.ts';
import { scriptOf } from './script.ts';

/** Undefined: all of it ran. */
export type HistoryFailure = { readonly path: string; readonly line: number; readonly reason: string } | undefined;

/**
 * Runs the migrations that were applied before. Roles are not created by migrations as a rule, but by whoever runs the server: one that is missing is created.
 * @returns the first statement that the engine refused, by file and line
 */
export async function runHistory(database: ProofDatabase, history: readonly Migration[], reader: Reader): Promise<HistoryFailure> {
  for (const migration of history) {
    for (const { sql, line } of scriptOf(migration, reader).statements) {
      const reason = await refusalOf(database, sql);
      if (reason !== undefined) return { path: migration.path, line, reason };
    }
    await database.run('RESET ALL');
  }
  return undefined;
}

async function refusalOf(database: ProofDatabase, sql: string): Promise<string | undefined> {
  for (;;) {
    try {
      await database.run(sql);
      return undefined;
    } catch (error) {
      const { fatal, code, message } = error as ProofFailure;
      if (fatal) throw error;
      const role = /^role "(.+)" does not exist$/.exec(message)?.[1];
      if (code !== '42704' || role === undefined) return message;
      await database.run(`CREATE ROLE ${quoteIdentifier(role)}`);
    }
  }
}
