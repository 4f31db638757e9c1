import type { Effect, LockMode, Work } from '../engine/postgres/effect.ts';
import { sqlNameOf } from '../engine/postgres/lock-mode.ts';
import type { QualifiedName } from '../operation/name.ts';
import { resolve, tableOf } from '../schema/schema.ts';
import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { identifierIn, nameIn } from '../sql/quote.ts';
import { feltLocks, sameTable } from './existing.ts';
import { strongest, waiting } from './locks.ts';
import type { Situation } from './rule.ts';

/** A column, constraint or index as PostgreSQL writes it. */
export const quoted = quoteIdentifier;

/** A column, constraint or index as the engine that is judged writes it. */
export function named({ context }: Situation, name: string): string {
  return identifierIn(context.target.engine, name);
}

/** A table as the author would write it: the schema only where it is not the first of the search path. */
export function shown(judged: Situation, name: QualifiedName): string {
  const { schema } = resolve(judged.before, name);
  const isUsual = schema === (judged.before.searchPath[0] ?? 'public');
  return nameIn(judged.context.target.engine, isUsual ? { name: name.name } : { schema, name: name.name });
}

/** `orders`, or `orders (12,000,000 rows)` where the config tells its size. */
export function sized(judged: Situation, name: QualifiedName): string {
  const rows = judged.settings.rows(resolve(judged.before, name));
  // Grouped by hand: toLocaleString depends on the machine.
  return rows === undefined
    ? shown(judged, name)
    : `${shown(judged, name)} (${String(rows).replace(/\B(?=(\d{3})+$)/g, ',')} ${rows === 1 ? 'row' : 'rows'})`;
}

/** A table by an effect on it, also where only its index is known. */
function affected(judged: Situation<Effect>, { table, ofIndex }: Effect): string {
  return ofIndex ? `the table of ${shown(judged, table)}` : sized(judged, table);
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 7 more`. */
export function listed(words: readonly string[]): string {
  const named = words.length > 4 ? [...words.slice(0, 3), `${words.length - 3} more`] : words;
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

const doing: Record<Work, string> = {
  metadata: 'the catalog is changed',
  scan: 'every row is read',
  'foreign-key-check': 'every row is looked up in the referenced table',
  'index-build': 'an index is built over every row',
  rewrite: 'every row is rewritten',
};

/**
 * What others feel of the work: `reads and writes of orders wait while every row is rewritten (ACCESS EXCLUSIVE lock)`. Tables that are
 * locked meanwhile without work, such as the referenced one of a foreign key, are named too.
 * @param blocking from `blockingWork`, not empty
 */
export function impact(judged: Situation<Effect>, blocking: readonly Effect[]): string {
  const worst = strongest(blocking);
  if (!worst?.lock) throw new Error('no blocking effect to word');
  const who = waiting(worst.lock);
  const alike = feltLocks(judged).filter((effect) => waiting(effect.lock) === who);
  const tables = alike.length > 0 ? alike : blocking;
  const work = doing[worst.work.at(-1) ?? 'metadata'];
  const where = tables.length > 1 && blocking.length === 1 ? work.replace('every row', `every row of ${shown(judged, worst.table)}`) : work;
  const main = `${who} of ${listed(tables.map((each) => affected(judged, each)))} wait while ${where} (${sqlNameOf(worst.lock)} lock${versions(worst)})`;
  return main + meanwhile(judged, tables);
}

/** `, and writes of customers wait with them (SHARE ROW EXCLUSIVE lock)`: who else waits, behind another lock. */
function meanwhile(judged: Situation<Effect>, told: readonly Effect[]): string {
  const others = feltLocks(judged).filter((effect) => !told.some((each) => sameTable(each.table, effect.table)));
  const worst = strongest(others);
  if (!worst?.lock) return '';
  const names = others.filter((each) => waiting(each.lock) === waiting(worst.lock)).map((each) => affected(judged, each));
  return `, and ${waiting(worst.lock)} of ${listed(names)} wait with them (${sqlNameOf(worst.lock)} lock)`;
}

/** As `impact`, with the engine's reason for the work: `…, because integer and bigint are stored differently`. */
export function impactAndReason(judged: Situation<Effect>, blocking: readonly Effect[]): string {
  const because = strongest(blocking)?.because;
  return because === undefined ? impact(judged, blocking) : `${impact(judged, blocking)}, because ${because}`;
}

/** As `impact`; says that it supposes partitions where history shows none of a partitioned table. */
export function impactOnPartitions(judged: Situation<Effect>, table: QualifiedName, blocking: readonly Effect[]): string {
  const known = tableOf(judged.before, table);
  return known?.partitionBy && known.children.length === 0 ? impactAndReason(judged, blocking) : impact(judged, blocking);
}

/** What a lock without work means: `reads and writes of orders and customers wait behind its ACCESS EXCLUSIVE lock`. */
export function lockWait(judged: Situation<Effect>, effects: readonly Effect[]): string {
  const worst = strongest(effects);
  if (!worst?.lock) throw new Error('no lock to word');
  const alike = effects.filter((effect) => waiting(effect.lock) === waiting(worst.lock));
  return `${waiting(worst.lock)} of ${listed(alike.map((each) => affected(judged, each)))} wait behind its ${sqlNameOf(worst.lock)} lock`;
}

/** `; PostgreSQL 12 to 17`, where versions differ. */
function versions(effect: Effect): string {
  const [first, ...rest] = effect.versions ?? [];
  const last = rest.at(-1);
  if (first === undefined) return '';
  if (last === undefined) return `; PostgreSQL ${first}`;
  return last - first === rest.length ? `; PostgreSQL ${first} to ${last}` : `; PostgreSQL ${listed([first, ...rest].map(String))}`;
}

/** `an ACCESS EXCLUSIVE lock`, `a SHARE lock`. */
export function aLock(lock: LockMode): string {
  const name = sqlNameOf(lock);
  return `${/^[AE]/.test(name) ? 'an' : 'a'} ${name} lock`;
}

/** What to do for a unique constraint on a partitioned table, where USING INDEX does not exist. https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE */
export function perPartition(what: 'UNIQUE' | 'PRIMARY KEY'): string {
  return `ALTER TABLE ONLY the parent ADD CONSTRAINT … ${what}; on each partition, CREATE UNIQUE INDEX CONCURRENTLY and ADD CONSTRAINT … ${what} USING INDEX; then ALTER INDEX … ATTACH PARTITION for each.`;
}
