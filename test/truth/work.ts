import { joinWork, type LockMode, lockModes, type Work } from '../../src/engine/effect.ts';
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
    c.relfilenode::int4 as filenode, coalesce(pg_stat_get_xact_numscans(c.oid), 0)::int4 as scans,
    (select coalesce(sum(pg_stat_get_xact_numscans(i.indexrelid)), 0) from pg_index i where i.indrelid = c.oid)::int4 as lookups,
    pg_stat_get_vacuum_count(c.oid)::int4 as vacuums
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast' and c.relkind in ('r', 'p', 'm', 'v', 'f')`;

/** Relations of users by oid. */
export async function relations(db: Database): Promise<ReadonlyMap<number, Relation>> {
  return new Map((await db.query<Relation>(relationsQuery)).rows.map((row) => [row.oid, row]));
}

const foreignKeysQuery = `select conname as name, conrelid::int4 as "from", confrelid::int4 as "to" from pg_constraint where contype = 'f'`;

export async function foreignKeys(db: Database): Promise<readonly ForeignKey[]> {
  return (await db.query<ForeignKey>(foreignKeysQuery)).rows;
}

/** Statements whose foreign keys read tables that they do not name. */
const queries = /^(insert|update|delete|merge|copy)\b|detach partition/i;

/** Statements that may find their rows by an index; that is reading them all the same. */
const readsRows = /^(update|delete|merge|select)\b/i;

/**
 * What a statement did, by the traces it leaves: locks, DEBUG messages, new files, counters. Work that leaves no trace but scans is told by the
 * counters, the rest by messages.
 */
export function combine(
  { sql }: Pick<Case, 'sql'>,
  before: ReadonlyMap<number, Relation>,
  after: ReadonlyMap<number, Relation>,
  locks: readonly Lock[],
  foreignKeys: readonly ForeignKey[],
  notices: readonly string[],
): Tables {
  const strongest = new Map<number, LockMode>();
  for (const { oid, mode } of locks) {
    const known = strongest.get(oid);
    if (known === undefined || lockModes.indexOf(mode) > lockModes.indexOf(known)) strongest.set(oid, mode);
  }
  const validated = new Set(
    foreignKeys.filter((key) => notices.includes(`validating foreign key constraint "${key.name}"`)).map((key) => key.from),
  );
  const isChanged = (oid: number): boolean =>
    !/^(insert|copy)/i.test(sql) && ['RowExclusiveLock', 'AccessExclusiveLock'].includes(strongest.get(oid) ?? '');
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
    const lives = old !== undefined && now !== undefined && !/^truncate/i.test(sql.trim()) && !/with no data\s*$/i.test(sql);
    if (lives) {
      if (old.filenode !== now.filenode || said('rewriting')) add('rewrite');
      if (said('verifying')) add('scan');
      if (builds) add('index-build');
      // VACUUM reads the table by a way of its own that no scan counter sees. Before PostgreSQL 15 it says so, and its own counter comes late.
      if (now.vacuums > old.vacuums || notices.includes(`vacuuming "${relation.name}"`)) add('scan');
      // A foreign key's check reads both of its tables by a query; the verdict of the rest is in the messages.
      const isReferencing = validated.has(oid) && relation.kind === 'r';
      if (isReferencing) add('foreign-key-check');
      const isReferenced = foreignKeys.some((key) => validated.has(key.from) && key.to === oid);
      const isNamed = !queries.test(sql) || new RegExp(`\\b${bare}\\b`, 'i').test(sql);
      // Rows that may point to the rows changed are looked for by a query of the foreign key: that is a check, not a read of the statement's own.
      const pointsToChanged = !isNamed && foreignKeys.some((key) => key.from === oid && key.to !== oid && isChanged(key.to));
      const counted = now.scans > old.scans || (isNamed && readsRows.test(sql) && now.lookups > old.lookups);
      if (pointsToChanged) add('foreign-key-check');
      else if (counted && !isReferencing && !isReferenced && relation.kind !== 'v') add('scan');
    }
    tables[relation.name] = { lock, work };
  }
  return tables;
}
