import type { LockMode } from '../../src/engine/postgres/effect.ts';
import type { Database, Server } from './database.ts';

export interface Run {
  /** Every lock on a table that the statement was seen to ask for or to hold. */
  readonly seen: readonly (readonly [name: string, mode: LockMode])[];
  /** The tables whose holder was never in the way. */
  readonly passed: readonly string[];
}

/** Runs the statement once, while other sessions hold a lock of that mode on every table, and let go one after the other as it comes to wait for them. */
export async function runAgainst(server: Server, sql: string, held: LockMode): Promise<Run> {
  const { rows: tables } = await server.db.query<Table>(tablesQuery);
  const names = new Map(tables.map(({ oid, name }) => [oid, name]));
  const [observer, ...sessions] = (await sessionsOf(server, tables.length + 1)) as [Database, ...Database[]];
  const holders = await hold(tables, held, sessions);
  const pid = await pidOf(server.db);
  const seen: (readonly [string, LockMode])[] = [];
  const run = watched(server.db.exec(sql));
  try {
    const deadline = Date.now() + 20_000;
    while (!run.isDone()) {
      if (Date.now() > deadline) throw new Error(`it waits for something unknown: ${sql}`);
      const { rows } = await observer.query<Wanted>(wantedQuery(pid));
      const blocking = rows.filter((row) => !row.granted).flatMap((row) => row.blockers.filter((blocker) => holders.has(blocker)));
      if (blocking.length === 0) continue;
      for (const { oid, mode } of rows) if (oid !== null && names.has(oid)) seen.push([names.get(oid) as string, mode]);
      for (const blocker of blocking) {
        await holders.get(blocker)?.session.exec('rollback');
        holders.delete(blocker);
      }
    }
  } finally {
    for (const { session } of holders.values()) await session.exec('rollback');
  }
  await run.result;
  return { seen, passed: [...holders.values()].map(({ name }) => name) };
}

/** A promise that tells whether it is settled, and is waited for later. */
function watched(promise: Promise<unknown>): { readonly isDone: () => boolean; readonly result: Promise<unknown> } {
  let done = false;
  const settled = (): void => {
    done = true;
  };
  promise.then(settled, settled);
  return { isDone: () => done, result: promise };
}

interface Holder {
  readonly name: string;
  readonly session: Database;
}

/** @returns by the process that serves the session. */
async function hold(tables: readonly Table[], mode: LockMode, sessions: readonly Database[]): Promise<Map<number, Holder>> {
  const holders = new Map<number, Holder>();
  for (const [i, table] of tables.entries()) {
    const statement = lockStatement(table, mode);
    if (statement === undefined) continue;
    const session = sessions[i] as Database;
    await session.exec(`begin; ${statement}`);
    holders.set(await pidOf(session), { name: table.name, session });
  }
  return holders;
}

interface Table {
  readonly oid: number;
  readonly name: string;
  readonly sqlName: string;
  readonly kind: string;
}

const tablesQuery = `
  select c.oid::int4 as oid, n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as "sqlName", c.relkind as kind
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' and c.relkind in ('r', 'p', 'm') order by 2`;

interface Wanted {
  readonly oid: number | null;
  readonly mode: LockMode;
  readonly granted: boolean;
  readonly blockers: readonly number[];
}

/** Everything that the session holds and waits for, and who is in the way. */
const wantedQuery = (pid: number): string =>
  `select relation::int4 as oid, mode, granted, pg_blocking_pids(pid) as blockers from pg_locks where pid = ${pid} and locktype in ('relation', 'virtualxid')`;

/** LOCK TABLE does not take materialized views; some other statements lock them, not in every mode. */
function lockStatement({ sqlName, kind }: Table, mode: LockMode): string | undefined {
  if (kind !== 'm') return `lock table only ${sqlName} in ${mode.replace(/Lock$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' ')} mode`;
  if (mode === 'AccessShareLock') return `select from ${sqlName}`;
  if (mode === 'ShareUpdateExclusiveLock') return `comment on materialized view ${sqlName} is ''`;
  if (mode === 'AccessExclusiveLock') return `alter materialized view ${sqlName} owner to current_user`;
  return undefined;
}

const pools = new WeakMap<Server, Database[]>();

/** Sessions beside the server's own, kept from run to run. */
async function sessionsOf(server: Server, count: number): Promise<readonly Database[]> {
  const pool = pools.get(server) ?? [];
  pools.set(server, pool);
  while (pool.length < count && server.connect !== undefined) pool.push(await server.connect());
  return pool;
}

async function pidOf(db: Database): Promise<number> {
  return (await db.query<{ pid: number }>('select pg_backend_pid()::int4 as pid')).rows[0]?.pid as number;
}
