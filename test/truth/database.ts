import { PGlite } from '@electric-sql/pglite';
import { citext } from '@electric-sql/pglite/contrib/citext';

/** The part of PGlite that is used here, so that a client of any other server can take its place. */
export interface Database {
  exec(sql: string, options?: { readonly onNotice?: (notice: { message: string | undefined }) => void }): Promise<unknown>;
  query<Row>(sql: string): Promise<{ readonly rows: Row[] }>;
  close(): Promise<void>;
}

/** A server with nothing in it but what `prepare` put there. */
export interface Server {
  readonly db: Database;
  /** Where it takes more than one session: another one to the same database. */
  readonly connect?: () => Promise<Database>;
  /** What the database is as of, so that the cases of a group share it; undefined where nobody knows. */
  state: { readonly key: string; readonly refusal: Refusal | undefined } | undefined;
}

export interface Refusal {
  /** The SQLSTATE. */
  readonly error: string;
  readonly message: string;
}

export function refusalOf(error: unknown): Refusal {
  const { code = '?', message = '' } = error as { code?: string; message?: string };
  return { error: code, message };
}

export async function serverOf(db: Database, connect?: () => Promise<Database>): Promise<Server> {
  // A tablespace that setups and statements may name. It needs no directory outside the server's own.
  await db.exec('set allow_in_place_tablespaces = on');
  await db.exec("create tablespace elsewhere location ''");
  return { db, ...(connect && { connect }), state: undefined };
}

export async function startPglite(): Promise<Server> {
  const db = await PGlite.create({ extensions: { citext } });
  return serverOf({
    exec: (sql, options) => db.exec(sql, options),
    // One message instead of five: nothing here has parameters.
    query: async <Row>(sql: string) => ({ rows: ((await db.exec(sql))[0]?.rows ?? []) as Row[] }),
    close: () => db.close(),
  });
}

/** Whether the tables keep the rows that the setup puts into them. */
export type Rows = 'filled' | 'emptied';

/** Everything that a setup may have made: what stands in a schema goes with it. */
export const wipe = `
  reset all;
  set timezone = 'America/New_York';
  do $$ declare command text; begin
    for command in
      select format('drop event trigger if exists %I', evtname) from pg_event_trigger
      union all select format('drop publication if exists %I', pubname) from pg_publication
      union all select format('drop extension if exists %I cascade', extname) from pg_extension where extname <> 'plpgsql'
      union all select format('drop foreign data wrapper if exists %I cascade', fdwname) from pg_foreign_data_wrapper
      union all select format('drop schema if exists %I cascade', nspname) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
      union all select format('drop access method if exists %I cascade', amname) from pg_am where oid >= 16384
      union all select format('drop owned by %I cascade; drop role %1$I', rolname) from pg_roles where oid >= 16384
    loop execute command; end loop;
  end $$;
  create schema public`;

/** Makes the database what the setup says, from nothing; the session stands in the time zone that all cases count on. */
export async function prepare(server: Server, setup: string, rows: Rows): Promise<Refusal | undefined> {
  const key = `${rows}\n${setup}`;
  if (server.state?.key === key) return server.state.refusal;
  server.state = undefined;
  await server.db.exec(wipe);
  let refusal: Refusal | undefined;
  try {
    await server.db.exec(setup);
    if (rows === 'emptied') await empty(server.db);
  } catch (error) {
    refusal = refusalOf(error);
  }
  server.state = { key, refusal };
  return refusal;
}

async function empty(db: Database): Promise<void> {
  const { rows } = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^pg_(catalog|toast)' and schemaname <> 'information_schema'`,
  );
  if (rows.length > 0) await db.exec(`truncate ${rows.map((row) => row.name).join(', ')} cascade`);
}
