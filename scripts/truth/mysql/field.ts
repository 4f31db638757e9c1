import type { Case } from '../../../test/truth/mysql/case.ts';
import type { Session } from './client.ts';
import type { Server } from './server.ts';

/** Whether the tables keep the rows that the setup puts into them. */
export type Rows = 'filled' | 'emptied';

/** Where cases are run, one after the other. */
export interface Ground {
  readonly server: Server;
  /** For the cases' tables alone. */
  readonly database: string;
  /** A session beside those that the cases run in. */
  readonly observer: Session;
}

/** A case's schema, with nothing else in the database. */
export interface Field extends Ground {
  /** The session that the setup has run in, on the schema as it left it. */
  session(rows: Rows): Promise<Session>;
  /** To be said where a statement may have changed something: the schema is made anew for the next. */
  spoil(): void;
}

export function fieldOf(ground: Ground, each: Case): Field {
  let untouched: { readonly rows: Rows; readonly session: Session } | undefined;
  const spoil = (): void => {
    untouched?.session.close();
    untouched = undefined;
  };
  return {
    ...ground,
    async session(rows) {
      if (untouched?.rows === rows) return untouched.session;
      spoil();
      const session = await ground.server.connect();
      untouched = { rows, session };
      await prepare(ground, session, each.setup, rows);
      return session;
    },
    spoil,
  };
}

async function prepare(ground: Ground, session: Session, setup: string, rows: Rows): Promise<void> {
  const { observer, database } = ground;
  await observer.run(`drop database if exists ${database}; create database ${database}`);
  for (const [, name] of setup.matchAll(/create tablespace (\w+)/g)) await observer.run(`drop tablespace ${name}`).catch(codeOf);
  await session.run(`use ${database}; ${setup}`);
  if (rows === 'emptied') await empty(ground);
}

export async function tablesOf({ observer, database }: Ground): Promise<readonly string[]> {
  const found = await observer.rows(
    `select table_name from information_schema.tables where table_schema = '${database}' and table_type in ('BASE TABLE', 'SYSTEM VERSIONED') order by 1`,
  );
  return found.map(([name]) => String(name));
}

/** TRUNCATE would make the tables anew. */
async function empty(ground: Ground): Promise<void> {
  const deletions = (await tablesOf(ground)).map((table) => `delete from \`${ground.database}\`.\`${table}\`;`);
  await ground.observer.run(`set foreign_key_checks = 0; ${deletions.join(' ')} set foreign_key_checks = 1`);
}

/** The server's number of the error that a statement ended with. */
export function codeOf(error: unknown): number {
  const { errno, sqlState } = error as { errno?: unknown; sqlState?: unknown };
  if (typeof errno !== 'number' || sqlState === undefined) throw error;
  return errno;
}
