import { PGlite } from '@electric-sql/pglite';
import { joinWork, type LockMode, lockModes, type Work } from '../../src/engine/effect.ts';
import type { Case } from './cases/case.ts';

/** What the server did for one statement. Tables by the name they had before it. */
export interface Observed {
  readonly tables: Readonly<Record<string, { readonly lock: LockMode | null; readonly work: readonly Work[] }>>;
  /** The SQLSTATE, where it failed on populated tables. `tables` then tells of the same tables emptied, and is absent where that fails as well. */
  readonly error?: string;
  readonly message?: string;
}

/** A relation as it is asked for before and after a statement. */
export interface Relation {
  readonly oid: number;
  readonly name: string;
  readonly kind: string;
  readonly filenode: number;
  readonly scans: number;
  readonly lookups: number;
  readonly vacuums: number;
}

/** Relations of users by oid. `scans` counts the reads of the whole table in the current transaction, `lookups` those of its indexes, `vacuums` what VACUUM reports. */
const relationsQuery = `
  select c.oid::int4 as oid, regexp_replace(n.nspname, '^pg_temp_.*', 'pg_temp') || '.' || c.relname as name, c.relkind as kind,
    c.relfilenode::int4 as filenode, coalesce(pg_stat_get_xact_numscans(c.oid), 0)::int4 as scans,
    (select coalesce(sum(pg_stat_get_xact_numscans(i.indexrelid)), 0) from pg_index i where i.indrelid = c.oid)::int4 as lookups,
    pg_stat_get_vacuum_count(c.oid)::int4 as vacuums
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' and c.relkind in ('r', 'p', 'm', 'v', 'f')`;
const locksQuery = `select relation::int4 as oid, mode from pg_locks where pid = pg_backend_pid() and locktype = 'relation' and granted`;
const foreignKeysQuery = `select conname as name, conrelid::int4 as "from", confrelid::int4 as "to" from pg_constraint where contype = 'f'`;

/** The part of PGlite that is used here, so that a client of any other server can take its place. */
export interface Database {
  exec(sql: string, options?: { readonly onNotice?: (notice: { message: string | undefined }) => void }): Promise<unknown>;
  query<Row>(sql: string): Promise<{ readonly rows: Row[] }>;
  close(): Promise<void>;
}

/** A server and the setup that its tables are as of, so that the cases of a group share one. */
export interface Server {
  readonly db: Database;
  setup: string | undefined;
}

export async function startServer(): Promise<Server> {
  return { db: await PGlite.create(), setup: undefined };
}

/** Failures that hang on the rows: the statement is then run on the emptied tables too, for its locks. */
export const hangsOnRows = /^2[23]/;

/** Runs the case on fresh tables and rolls back. Work that leaves no trace but scans is told by the counters, the rest by DEBUG1 messages and new files. */
export async function observe(server: Server, each: Case): Promise<Observed> {
  const { db } = server;
  if (server.setup !== each.setup) {
    server.setup = undefined;
    await db.exec(
      "reset all; set timezone = 'America/New_York'; drop schema if exists public cascade; drop schema if exists other, probe cascade; create schema public",
    );
    await db.exec(each.setup);
    server.setup = each.setup;
  }
  if (each.outsideTransaction) {
    server.setup = undefined;
    return probe(db, each);
  }
  const populated = await attempt(db, each);
  if (populated.error === undefined || !hangsOnRows.test(populated.error)) return populated;
  server.setup = undefined;
  const tables = await db.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'other')",
  );
  await db.exec(`truncate ${tables.rows.map((row) => row.name).join(', ')} cascade`);
  const emptied = await attempt(db, each);
  return { ...populated, tables: emptied.error === undefined ? emptied.tables : {} };
}

async function attempt(db: Database, each: Case): Promise<Observed> {
  const notices: string[] = [];
  await db.exec('begin; set local client_min_messages = debug1');
  try {
    const before = await relations(db);
    await db.exec(each.sql, { onNotice: (notice) => notices.push(notice.message ?? '') });
    const after = await relations(db);
    const locks = (await db.query<{ oid: number; mode: LockMode }>(locksQuery)).rows;
    const foreignKeys = (await db.query<{ name: string; from: number; to: number }>(foreignKeysQuery)).rows;
    return { tables: combine(each, before, after, locks, foreignKeys, notices) };
  } catch (error) {
    const { code = '?', message = '' } = error as { code?: string; message?: string };
    return { tables: {}, error: code, message };
  } finally {
    await db.exec('rollback');
  }
}

/** Statements whose foreign keys read tables that they do not name. */
const queries = /^(insert|update|delete|merge|copy)\b|detach partition/i;

/** Statements that may find their rows by an index; that is reading them all the same. */
const readsRows = /^(update|delete|merge|select)\b/i;

/** Runs a statement that ends its own transactions: its locks are those that the probes of its setup told of. */
async function probe(db: Database, each: Case): Promise<Observed> {
  const notices: string[] = [];
  const onNotice = (notice: { message: string | undefined }): void => void notices.push(notice.message ?? '');
  const before = await relations(db);
  await db.exec('set client_min_messages = debug1');
  try {
    await db.exec(each.sql, { onNotice });
  } catch (error) {
    const { code = '?', message = '' } = error as { code?: string; message?: string };
    return { tables: {}, error: code, message };
  } finally {
    await db.exec('reset client_min_messages');
  }
  const told = notices
    .filter((notice) => notice.startsWith('probe: '))
    .flatMap((notice) => JSON.parse(notice.slice(7)) as [number, LockMode][]);
  const locks = told.map(([oid, mode]) => ({ oid, mode }));
  return { tables: combine(each, before, await relations(db), locks, [], notices) };
}

/** All relations of users, as they stand. */
export async function relations(db: Database): Promise<ReadonlyMap<number, Relation>> {
  return new Map((await db.query<Relation>(relationsQuery)).rows.map((row) => [row.oid, row]));
}

/** What was done, told from the relations before and after, the locks and the messages. */
export function combine(
  each: { readonly sql: string },
  before: ReadonlyMap<number, Relation>,
  after: ReadonlyMap<number, Relation>,
  locks: readonly { oid: number; mode: LockMode }[],
  foreignKeys: readonly { name: string; from: number; to: number }[],
  notices: readonly string[],
): Observed['tables'] {
  const strongest = new Map<number, LockMode>();
  for (const { oid, mode } of locks) {
    const known = strongest.get(oid);
    if (known === undefined || lockModes.indexOf(mode) > lockModes.indexOf(known)) strongest.set(oid, mode);
  }
  const validated = new Set(
    foreignKeys.filter((key) => notices.includes(`validating foreign key constraint "${key.name}"`)).map((key) => key.from),
  );
  const isChanged = (oid: number): boolean =>
    !/^(insert|copy)/i.test(each.sql) && ['RowExclusiveLock', 'AccessExclusiveLock'].includes(strongest.get(oid) ?? '');
  const tables: Record<string, { lock: LockMode | null; work: readonly Work[] }> = {};
  for (const [oid, lock] of strongest) {
    const old = before.get(oid);
    const relation = old ?? after.get(oid);
    if (relation === undefined) continue;
    const now = after.get(oid);
    const bare = relation.name.slice(relation.name.indexOf('.') + 1);
    const said = (what: string): boolean => notices.includes(`${what} table "${bare}"`);
    const builds = notices.some((notice) => notice.startsWith('building index') && notice.includes(` on table "${bare}" `));
    let work: readonly Work[] = ['metadata'];
    const add = (one: Work): void => {
      work = joinWork(work, [one]);
    };
    // A table that the statement makes or throws away has no rows that anybody waits for.
    const lives = old !== undefined && now !== undefined && !/^truncate/i.test(each.sql.trim()) && !/with no data\s*$/i.test(each.sql);
    if (lives) {
      if (old.filenode !== now.filenode || said('rewriting')) add('rewrite');
      if (said('verifying')) add('scan');
      if (builds) add('index-build');
      // VACUUM reads the table by a way of its own that no scan counter sees.
      if (now.vacuums > old.vacuums) add('scan');
      // A foreign key's check reads both of its tables by a query; the verdict of the rest is in the messages.
      const isReferencing = validated.has(oid) && relation.kind === 'r';
      if (isReferencing) add('foreign-key-check');
      const isReferenced = foreignKeys.some((key) => validated.has(key.from) && key.to === oid);
      const isNamed = !queries.test(each.sql) || new RegExp(`\\b${bare}\\b`, 'i').test(each.sql);
      // Rows that may point to the rows changed are looked for by a query of the foreign key: that is a check, not a read of the statement's own.
      const pointsToChanged = !isNamed && foreignKeys.some((key) => key.from === oid && key.to !== oid && isChanged(key.to));
      const counted = now.scans > old.scans || (isNamed && readsRows.test(each.sql) && now.lookups > old.lookups);
      if (pointsToChanged) add('foreign-key-check');
      else if (counted && !isReferencing && !isReferenced && relation.kind !== 'v') add('scan');
    }
    tables[relation.name] = { lock, work };
  }
  return tables;
}
