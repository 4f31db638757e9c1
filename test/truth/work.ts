import { joinWork, type LockMode, strength, type Work } from '../../src/engine/postgres/effect.ts';
import type { Case } from './cases/case.ts';
import type { Database, Refusal } from './database.ts';

/** What a statement did to each table: tables by the name they had before it. */
export type Tables = Readonly<Record<string, Done>>;

export interface Done {
  readonly lock: LockMode | null;
  readonly work: readonly Work[];
  /** A stronger lock than the one under which the work is done, held for a moment. */
  readonly briefly?: LockMode;
}

/** One run of a statement: what it did, or why it did nothing. */
export type Attempt = { readonly tables: Tables } & (Refusal | { readonly error?: undefined });

/** `scans` counts the reads of the whole table in the current transaction, `lookups` those of its indexes, `vacuums` what VACUUM reports. */
export interface Relation {
  readonly oid: number;
  readonly name: string;
  readonly kind: string;
  /** The table of an index. */
  readonly of?: number | null;
  /** The table that it is a partition or an heir of. */
  readonly parent?: number | null;
  readonly filenode: number;
  readonly scans: number;
  readonly lookups: number;
  readonly vacuums: number;
}

export interface Lock {
  readonly oid: number;
  readonly mode: LockMode;
}

export interface ForeignKey {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const relationsQuery = `
  select c.oid::int4 as oid, regexp_replace(n.nspname, '^pg_temp_.*', 'pg_temp') || '.' || c.relname as name, c.relkind as kind,
    x.indrelid::int4 as of, (select min(inhparent)::int4 from pg_inherits where inhrelid = c.oid) as parent,
    c.relfilenode::int4 as filenode, coalesce(pg_stat_get_xact_numscans(c.oid), 0)::int4 as scans,
    (select coalesce(sum(pg_stat_get_xact_numscans(i.indexrelid)), 0) from pg_index i where i.indrelid = c.oid)::int4 as lookups,
    pg_stat_get_vacuum_count(c.oid)::int4 as vacuums
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_index x on x.indexrelid = c.oid
  where c.oid >= 16384 and n.nspname !~ '^pg_toast' and c.relkind in ('r', 'p', 'm', 'v', 'f', 'i')`;

/** Relations of users by oid (those of the system stand below 16384), and their indexes. */
export async function relations(db: Database): Promise<ReadonlyMap<number, Relation>> {
  return new Map((await db.query<Relation>(relationsQuery)).rows.map((row) => [row.oid, row]));
}

const foreignKeysQuery = `select conname as name, conrelid::int4 as "from", confrelid::int4 as "to" from pg_constraint where contype = 'f'`;

export async function foreignKeys(db: Database): Promise<readonly ForeignKey[]> {
  return (await db.query<ForeignKey>(foreignKeysQuery)).rows;
}

/** What there is to tell work by: locks, DEBUG messages, new files, counters. Scans that leave no message are told by the counters, the rest by messages. */
interface Traces {
  readonly sql: string;
  readonly before: ReadonlyMap<number, Relation>;
  readonly after: ReadonlyMap<number, Relation>;
  readonly foreignKeys: readonly ForeignKey[];
  readonly notices: readonly string[];
  /** Tables whose indexes were written anew. */
  readonly reindexed: ReadonlySet<number>;
  /** The strongest lock on each table. */
  readonly strongest: ReadonlyMap<number, LockMode>;
}

/** Whether a statement names the table, or one that it is a partition or an heir of: the rows of those are the named table's own. */
function names(sql: string, oid: number, relations: ReadonlyMap<number, Relation>): boolean {
  const relation = relations.get(oid);
  if (relation === undefined) return false;
  const bare = relation.name.slice(relation.name.indexOf('.') + 1);
  return new RegExp(`\\b${bare}\\b`, 'i').test(sql) || (relation.parent != null && names(sql, relation.parent, relations));
}

/** What a statement did, told by the traces it left. */
export function combine(
  { sql }: Pick<Case, 'sql'>,
  before: ReadonlyMap<number, Relation>,
  after: ReadonlyMap<number, Relation>,
  locks: readonly Lock[],
  foreignKeys: readonly ForeignKey[],
  notices: readonly string[],
): Tables {
  const rebuilt = [...before.values()].filter(({ oid, of, filenode }) => of != null && (after.get(oid)?.filenode ?? filenode) !== filenode);
  const strongest = strongestOf(locks, rebuilt);
  const reindexed = new Set(rebuilt.map(({ of }) => of as number));
  const traces: Traces = { sql, before, after, foreignKeys, notices, reindexed, strongest };
  const tables: Record<string, Done> = {};
  for (const [oid, lock] of strongest) {
    const relation = before.get(oid) ?? after.get(oid);
    if (relation !== undefined && relation.of == null) tables[relation.name] = { lock, work: workOn(relation, traces) };
  }
  return tables;
}

/** Every query opens all indexes of its table: where one is written anew and the table is not locked, the lock on the index is as good as one on it. */
function strongestOf(locks: readonly Lock[], rebuilt: readonly Relation[]): ReadonlyMap<number, LockMode> {
  const locked = new Set(locks.map(({ oid }) => oid));
  const tableOf = new Map(rebuilt.flatMap(({ oid, of }) => (of == null || locked.has(of) ? [] : [[oid, of]])));
  const strongest = new Map<number, LockMode>();
  for (const { oid, mode } of locks) {
    const table = tableOf.get(oid) ?? oid;
    if (strength(mode) > strength(strongest.get(table) ?? null)) strongest.set(table, mode);
  }
  return strongest;
}

/** Statements whose foreign keys read tables that they do not name. */
const queries = /^(insert|update|delete|merge|copy)\b|detach partition/i;

/** Statements that may find their rows by an index; that is reading them all the same. */
const readsRows = /^(update|delete|merge|select)\b/i;

function workOn(
  { oid, name, kind }: Relation,
  { sql, before, after, foreignKeys, notices, reindexed, strongest }: Traces,
): readonly Work[] {
  const [old, now] = [before.get(oid), after.get(oid)];
  // A table that the statement makes or throws away has no rows that anybody waits for.
  if (old === undefined || now === undefined || /^\s*truncate/i.test(sql) || /with no data\s*$/i.test(sql)) return ['metadata'];
  const bare = name.slice(name.indexOf('.') + 1);
  const said = (what: string): boolean => notices.includes(`${what} table "${bare}"`);
  const works = new Set<Work>();
  if (old.filenode !== now.filenode || said('rewriting')) works.add('rewrite');
  if (said('verifying')) works.add('scan');
  const builds = notices.some((notice) => notice.startsWith('building index') && notice.includes(` on table "${bare}" `));
  if (builds || reindexed.has(oid)) works.add('index-build');
  // VACUUM reads the table by a way of its own that no scan counter sees. Before PostgreSQL 15 it says so, and its own counter comes late.
  if (now.vacuums > old.vacuums || notices.some((notice) => /^(aggressively )?vacuuming /.test(notice) && notice.endsWith(` "${name}"`)))
    works.add('scan');
  // A foreign key's check reads both of its tables by a query; the verdict of the rest is in the messages.
  const validated = new Set(
    foreignKeys.filter((key) => notices.includes(`validating foreign key constraint "${key.name}"`)).map((key) => key.from),
  );
  const isReferencing = validated.has(oid) && kind === 'r';
  if (isReferencing) works.add('foreign-key-check');
  const isReferenced = foreignKeys.some((key) => validated.has(key.from) && key.to === oid);
  const isNamed = !queries.test(sql) || names(sql, oid, before);
  // Rows that may point to the rows changed are looked for by a query of the foreign key: that is a check, not a read of the statement's own.
  const isChanged = (table: number): boolean =>
    !/^(insert|copy)/i.test(sql) && ['RowExclusiveLock', 'AccessExclusiveLock'].includes(strongest.get(table) ?? '');
  const pointsToChanged = !isNamed && kind !== 'p' && foreignKeys.some((key) => key.from === oid && key.to !== oid && isChanged(key.to));
  const counted = now.scans > old.scans || (isNamed && readsRows.test(sql) && now.lookups > old.lookups);
  // DETACH PARTITION reads nothing but to see that no row points into the partition.
  if (pointsToChanged || (counted && /detach partition/i.test(sql))) works.add('foreign-key-check');
  else if (counted && !isReferencing && !isReferenced && kind !== 'v') works.add('scan');
  return joinWork(['metadata'], [...works]);
}
