import { type LockMode, lockModes, strength } from '../../src/engine/effect.ts';
import type { Database, Server } from './database.ts';

/**
 * The strongest lock that a statement asks for on each table, told by sessions that make it wait: each holds a lock on one table; what the
 * statement waits for stands in pg_locks, together with all that it holds by then; that session lets go, and the statement goes on to the next
 * table. One such run a mode held, weaker and weaker ones, until no request can have gone unseen.
 */
export async function strongestRequests(
  server: Server,
  sql: string,
  prepare: () => Promise<unknown>,
): Promise<ReadonlyMap<string, LockMode>> {
  const strongest = new Map<string, LockMode>();
  /** What nobody has been seen to ask for, and yet may be asked for. */
  const open = new Map<string, Set<LockMode>>();
  for (const held of heldModes) {
    const worthIt =
      held === 'AccessExclusiveLock' ||
      [...open].some(([name, modes]) =>
        stopped[held].some((mode) => modes.has(mode) && strength(mode) > strength(strongest.get(name) ?? null)),
      );
    if (!worthIt) continue;
    await prepare();
    server.state = undefined;
    const { seen, passed } = await runAgainst(server, sql, held);
    for (const [name, mode] of seen) {
      if (!open.has(name)) open.set(name, new Set(lockModes));
      if (strength(mode) > strength(strongest.get(name) ?? null)) strongest.set(name, mode);
    }
    for (const name of passed) for (const mode of stopped[held]) open.get(name)?.delete(mode);
  }
  return strongest;
}

/** The requests that a lock held by another session stops. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
const stopped: Readonly<Record<LockMode, readonly LockMode[]>> = {
  AccessShareLock: lockModes.slice(7),
  RowShareLock: lockModes.slice(6),
  RowExclusiveLock: lockModes.slice(4),
  ShareUpdateExclusiveLock: lockModes.slice(3),
  ShareLock: lockModes.filter((mode) => !/^(Access|Row)ShareLock$|^ShareLock$/.test(mode)),
  ShareRowExclusiveLock: lockModes.slice(2),
  ExclusiveLock: lockModes.slice(1),
  AccessExclusiveLock: lockModes,
};

/** First what stops everything, for the tables there are; then from the strongest request to the weakest. */
const heldModes = [...lockModes.slice(7), ...lockModes.slice(0, 7)];

interface Run {
  /** Every lock on a table that the statement was seen to ask for or to hold. */
  readonly seen: readonly (readonly [name: string, mode: LockMode])[];
  /** The tables whose holder was never in the way. */
  readonly passed: readonly string[];
}

/** Runs the statement once, on tables that others hold locks on. */
async function runAgainst(server: Server, sql: string, held: LockMode): Promise<Run> {
  const { rows: tables } = await server.db.query<Table>(tablesQuery);
  const names = new Map(tables.map(({ oid, name }) => [oid, name]));
  const [observer, ...sessions] = await sessionsOf(server, tables.length + 1);
  const holders = new Map<number, { readonly name: string; readonly session: Database }>();
  for (const [i, table] of tables.entries()) {
    const hold = holdStatement(table, held);
    if (hold === undefined) continue;
    const session = sessions[i] as Database;
    await session.exec(`begin; ${hold}`);
    holders.set(await pidOf(session), { name: table.name, session });
  }
  const seen: (readonly [string, LockMode])[] = [];
  const pid = await pidOf(server.db);
  let isDone = false;
  const run = server.db
    .exec(sql)
    .then(
      () => undefined,
      (error: unknown) => error,
    )
    .finally(() => {
      isDone = true;
    });
  try {
    const deadline = Date.now() + 20_000;
    while (!isDone) {
      if (Date.now() > deadline) throw new Error(`it waits for something unknown: ${sql}`);
      const { rows } = await (observer as Database).query<{ oid: number | null; mode: LockMode; granted: boolean; blockers: number[] }>(
        waitsQuery(pid),
      );
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
  const error = await run;
  if (error !== undefined) throw error;
  return { seen, passed: [...holders.values()].map(({ name }) => name) };
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

/** Everything the session holds and waits for, and who is in the way. */
const waitsQuery = (pid: number): string =>
  `select relation::int4 as oid, mode, granted, pg_blocking_pids(pid) as blockers from pg_locks where pid = ${pid} and locktype in ('relation', 'virtualxid')`;

/** LOCK TABLE does not take materialized views; some other statements lock them, not in every mode. */
function holdStatement({ sqlName, kind }: Table, mode: LockMode): string | undefined {
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
