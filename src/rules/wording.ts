import type { Effect, Work } from '../engine/effect.ts';
import { sqlNameOf } from '../engine/postgres/lock-mode.ts';
import type { QualifiedName } from '../operation/name.ts';
import { resolve } from '../schema/schema.ts';
import { quoteIdentifier } from '../sql/postgres/quote.ts';
import { feltLocks } from './existing.ts';
import { strongest, waiting } from './locks.ts';
import type { Situation } from './rule.ts';

/** A column, constraint or index as SQL writes it. */
export const quoted = quoteIdentifier;

/** A table as the author would write it: the schema only where it is not the first of the search path. */
export function shown(judged: Situation, name: QualifiedName): string {
  const { schema } = resolve(judged.before, name);
  const own = quoteIdentifier(name.name);
  return schema === (judged.before.searchPath[0] ?? 'public') ? own : `${quoteIdentifier(schema)}.${own}`;
}

/** `orders`, or `orders (12,000,000 rows)` where the config tells its size. */
export function sized(judged: Situation, name: QualifiedName): string {
  const rows = judged.settings.rows(resolve(judged.before, name));
  // Grouped by hand: toLocaleString depends on the machine.
  return rows === undefined
    ? shown(judged, name)
    : `${shown(judged, name)} (${String(rows).replace(/\B(?=(\d{3})+$)/g, ',')} ${rows === 1 ? 'row' : 'rows'})`;
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
 * What others feel of the work: `reads and writes of orders wait while every row is rewritten, because the default random() is
 * volatile (ACCESS EXCLUSIVE lock)`. Tables that are locked as strongly without work, such as the referenced one of a foreign key, wait too and are named.
 * @param blocking from `blockingWork`, not empty
 */
export function impact(judged: Situation, blocking: readonly Effect[], effects: readonly Effect[] = judged.effects): string {
  const [worst] = blocking;
  if (worst === undefined || worst.lock === null) throw new Error('no blocking effect to word');
  const who = waiting(worst.lock);
  const tables = feltLocks(judged, effects).filter((effect) => waiting(effect.lock) === who);
  const work = doing[worst.work.at(-1) ?? 'metadata'];
  const where = tables.length > 1 && blocking.length === 1 ? work.replace('every row', `every row of ${shown(judged, worst.table)}`) : work;
  const because = worst.because === undefined ? '' : `, because ${worst.because}`;
  return `${who} of ${listed(tables.map((each) => sized(judged, each.table)))} wait while ${where}${because} (${sqlNameOf(worst.lock)} lock${versions(worst)})`;
}

/** What a lock without work means: `reads and writes of orders and customers wait behind its ACCESS EXCLUSIVE lock`. */
export function lockWait(judged: Situation, effects: readonly Effect[]): string {
  const worst = strongest(effects);
  if (!worst?.lock) throw new Error('no lock to word');
  const alike = effects.filter((effect) => waiting(effect.lock) === waiting(worst.lock));
  return `${waiting(worst.lock)} of ${listed(alike.map((each) => sized(judged, each.table)))} wait behind its ${sqlNameOf(worst.lock)} lock`;
}

/** `; PostgreSQL 12 to 17`, where versions differ. */
function versions(effect: Effect): string {
  const [first, ...rest] = effect.versions ?? [];
  const last = rest.at(-1);
  if (first === undefined) return '';
  if (last === undefined) return `; PostgreSQL ${first}`;
  return last - first === rest.length ? `; PostgreSQL ${first} to ${last}` : `; PostgreSQL ${listed([first, ...rest].map(String))}`;
}

/** The first letter in upper case: for a sentence that begins with a clause. */
export function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
