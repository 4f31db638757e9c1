import { PGlite } from '@electric-sql/pglite';
import type { LockMode } from '../../../src/engine/postgres/effect.ts';
import { type Database, refusalOf } from '../database.ts';
import { type Attempt, combine, type Relation, relations } from '../work.ts';
import { catalogQuery } from './catalog.ts';

/** A server of which the tests are the only session, and what its relations look like before each statement. */
export interface Side {
  readonly db: Database;
  /** Absent where something has been committed since it was asked. */
  before: ReadonlyMap<number, Relation> | undefined;
}

export async function startSide(): Promise<Side> {
  const db = await PGlite.create();
  await db.exec(
    "create access method heap2 type table handler heap_tableam_handler; set client_min_messages = debug1; set timezone = 'America/New_York'",
  );
  // Planned once: both are asked thousands of times.
  await db.exec(`prepare seen as ${seenQuery}; prepare catalog as ${catalogQuery}`);
  return { db, before: undefined };
}

/** An empty `public` and `other`, which every case has. */
export async function empty(side: Side): Promise<void> {
  side.before = undefined;
  await side.db.exec('drop schema if exists public, other cascade; create schema public; create schema other');
}

export async function keep(side: Side, sql: string): Promise<boolean> {
  side.before = undefined;
  return side.db.exec(sql).then(
    () => true,
    () => false,
  );
}

/** What the transaction has locked so far, as it looks now, and the foreign keys that may have been checked: one query, for speed. */
const seenQuery = `select
  (select json_agg(json_build_array(relation::int8, mode)) from pg_locks where pid = pg_backend_pid() and locktype = 'relation' and granted) as locks,
  (select json_agg(json_build_object('oid', c.oid::int8, 'name', regexp_replace(n.nspname, '^pg_temp_.*', 'pg_temp') || '.' || c.relname, 'kind', c.relkind, 'filenode', c.relfilenode::int8,
      'scans', coalesce(pg_stat_get_xact_numscans(c.oid), 0), 'vacuums', 0,
      'lookups', (select coalesce(sum(pg_stat_get_xact_numscans(indexrelid)), 0) from pg_index where indrelid = c.oid)))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm', 'v') and c.oid >= 16384 and n.nspname !~ '^pg_toast'
      and c.oid in (select relation from pg_locks where pid = pg_backend_pid() and locktype = 'relation')) as relations,
  (select json_agg(json_build_object('name', case when xmin::text::int8 = pg_current_xact_id()::text::int8 % 4294967296 then conname else '' end, 'from', conrelid::int8, 'to', confrelid::int8)) from pg_constraint where contype = 'f') as "foreignKeys"`;

interface Seen {
  readonly locks: readonly (readonly [number, LockMode])[] | null;
  readonly relations: readonly Relation[] | null;
  readonly foreignKeys: readonly { readonly name: string; readonly from: number; readonly to: number }[] | null;
}

/** Runs the statement and takes it back. */
export async function attempt(side: Side, sql: string): Promise<Attempt> {
  const { db } = side;
  if (side.before === undefined) {
    // The counters of the transaction go on counting until they are handed over.
    await db.exec('select pg_stat_force_next_flush()');
    const found = await relations(db);
    side.before = new Map([...found].map(([oid, relation]) => [oid, { ...relation, scans: 0, lookups: 0, vacuums: 0 }]));
  }
  const notices: string[] = [];
  await db.exec('begin');
  try {
    await db.exec(sql, { onNotice: (notice) => notices.push(notice.message ?? '') });
    const seen = (await db.query<Seen>('execute seen')).rows[0] as Seen;
    const after = new Map((seen.relations ?? []).map((relation) => [relation.oid, relation]));
    const locks = (seen.locks ?? []).map(([oid, mode]) => ({ oid, mode }));
    return { tables: combine({ sql }, side.before, after, locks, seen.foreignKeys ?? [], notices) };
  } catch (error) {
    return { tables: {}, ...refusalOf(error) };
  } finally {
    await db.exec('rollback; select pg_stat_force_next_flush()');
  }
}
