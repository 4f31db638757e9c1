import { randomBytes } from 'node:crypto';
import { Problem } from '../../problem.ts';
import { oneByOne, type ProofDatabase, ProofFailure } from '../database.ts';
import { reachOf } from '../refuse.ts';
import { type Connection, connect } from './connection.ts';

export interface Limits {
  readonly statementMilliseconds: number;
  readonly planMilliseconds: number;
  readonly lockMilliseconds: number;
}

const usual: Limits = { statementMilliseconds: 10_000, planMilliseconds: 60_000, lockMilliseconds: 2_000 };

/**
 * Proves on a server of the team's own (`--database-url`): its version, its extensions. Everything is run in a database that is created here, under a name that
 * nobody can have guessed, and dropped at the end; no statement is sent on any other connection than to it, and each connection is asked where it is first.
 *
 * Unlike the embedded engine such a server has something to lose. What reaches out of the database is refused where it can be seen (refuse.ts); what is put
 * together at run time is held by privileges alone. So the SQL is not run as a superuser: where the URL's user is one, a login without privileges that owns the
 * scratch database is made for it, and dropped with it. Only CREATE EXTENSION is run as the URL's user, since many need it.
 */
export async function serverDatabase(databaseUrl: string, limits: Partial<Limits> = {}): Promise<ProofDatabase> {
  const all: Limits = { ...usual, ...limits };
  const url = parsed(databaseUrl);
  const home = await reach(url);
  const once = (connection: Connection, sql: string): ReturnType<Connection['run']> =>
    connection.run(sql, { milliseconds: all.statementMilliseconds });
  const name = `lockstep_proof_${randomBytes(16).toString('hex')}`;
  const [about] = (
    await once(
      home,
      "select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major, current_setting('is_superuser') = 'on' as superuser",
    )
  ).rows;
  const password = about?.superuser === true ? randomBytes(24).toString('hex') : undefined;
  if (password !== undefined) await once(home, `create role ${name} login password '${password}' nosuperuser nocreatedb nocreaterole`);
  const options = `-c statement_timeout=${all.statementMilliseconds} -c lock_timeout=${all.lockMilliseconds}`;
  const own = elsewhere(url, name, { options, ...(password !== undefined && { user: { name, password } }) });
  let session: Connection | undefined;
  let system: Connection | undefined;
  let lost: ProofFailure | undefined;
  let planEnds = 0;
  /** Databases that keep a state to come back to, each named after the scratch database. */
  const marks = new Set<string>();
  let lastMark = 0;

  /** To the scratch database, and nowhere else: a pooler or a wrong parameter may have led elsewhere. */
  const open = async (to: URL): Promise<Connection> => {
    const connection = await reach(to);
    const [where] = (await once(connection, 'select current_database() as name')).rows;
    if (where?.name === name) return connection;
    await connection.end();
    throw new Problem('--database-url leads to another database than the scratch database made for the proof: nothing was run in it');
  };
  /** Nobody may be connected to a database that is dropped or copied. */
  const leave = async (): Promise<void> => {
    await session?.end();
    await system?.end();
    session = system = undefined;
    // What was lost may still be running there.
    await once(home, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`).catch(() => {});
  };
  const patiently = async (sql: string): Promise<void> => {
    for (let tries = 50; ; tries--) {
      try {
        await once(home, sql);
        return;
      } catch (error) {
        // 55006: a session that has been told to end has not yet.
        if (tries === 0 || (error as ProofFailure).code !== '55006') throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const copy = (of: string, to: string): Promise<void> =>
    patiently(`create database ${to} template ${of}${password === undefined ? '' : ` owner ${name}`}`);
  const drop = async (): Promise<void> => {
    await leave();
    await patiently(`drop database if exists ${name}`);
  };
  const create = async (template = 'template0'): Promise<void> => {
    await copy(template, name);
    session = await open(own);
    lost = undefined;
  };
  const forget = async (mark: string): Promise<void> => {
    if (marks.delete(mark)) await patiently(`drop database if exists ${mark}`);
  };
  const beginPlan = (): void => {
    planEnds = performance.now() + all.planMilliseconds;
  };
  const reset = async (): Promise<void> => {
    await drop();
    for (const mark of [...marks]) await forget(mark);
    await create();
    beginPlan();
  };
  const close = async (): Promise<void> => {
    await drop();
    for (const mark of [...marks]) await forget(mark);
    if (password !== undefined) await once(home, `drop role if exists ${name}`);
    await home.end();
  };

  const run: ProofDatabase['run'] = async (sql, { onNotice } = {}) => {
    if (lost !== undefined) throw lost;
    const reach = reachOf(sql);
    if (reach !== undefined) throw new ProofFailure('refused', `${reach.what} reaches out of the scratch database: it is not run`);
    if (session === undefined) throw new Error('closed');
    const milliseconds = Math.max(0, Math.min(all.statementMilliseconds, planEnds - performance.now()));
    try {
      if (password === undefined || !/^\s*create\s+extension\b/i.test(sql)) return await session.run(sql, { milliseconds, onNotice });
      system ??= await open(elsewhere(url, name));
      return await system.run(sql, { milliseconds, onNotice });
    } catch (error) {
      if (error instanceof ProofFailure && error.fatal) lost = error;
      throw error;
    }
  };

  try {
    await create();
    beginPlan();
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
  return {
    engine: `PostgreSQL ${about?.version}`,
    major: Number(about?.major),
    skipsWaits: false,
    run,
    runAll: (statements, options) => oneByOne(statements, (sql) => run(sql, options)),
    reset,
    async mark() {
      const mark = `${name}_${++lastMark}`;
      await leave();
      marks.add(mark);
      await copy(name, mark);
      session = await open(own);
      return {
        async restore() {
          if (!marks.has(mark)) return false;
          await drop();
          await create(mark);
          return true;
        },
        forget: () => forget(mark),
      };
    },
    beginPlan,
    close,
  };
}

/** The URL with another database, and another user where one was made. The URL is what is changed: `pg` prefers it to whatever stands beside it. */
function elsewhere(
  url: URL,
  database: string,
  { user, options }: { user?: { name: string; password: string }; options?: string } = {},
): URL {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (user !== undefined) {
    changed.username = user.name;
    changed.password = user.password;
    for (const parameter of ['user', 'password']) changed.searchParams.delete(parameter);
  }
  for (const parameter of ['dbname', 'database']) changed.searchParams.delete(parameter);
  if (options !== undefined) changed.searchParams.set('options', options);
  return changed;
}

/** Connects; what that fails with may quote the URL, and so the password. */
async function reach(url: URL): Promise<Connection> {
  try {
    return await connect({ connectionString: url.href, application_name: 'lockstep', connectionTimeoutMillis: 10_000 });
  } catch (error) {
    const secrets = [url.href, url.password, decodeURIComponent(url.password), url.searchParams.get('password') ?? ''];
    const message = secrets
      .filter((secret) => secret !== '')
      .reduce((text, secret) => text.replaceAll(secret, '***'), (error as Error).message);
    throw new Problem(`the server of --database-url cannot be reached: ${message}`);
  }
}

function parsed(url: string): URL {
  if (!/^postgres(?:ql)?:/.test(url) || !URL.canParse(url))
    throw new Problem('--database-url is no URL of the form postgres://user@host/database');
  return new URL(url);
}
