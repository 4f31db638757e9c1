import type { ResolvedName } from '../../operation/name.ts';
import type { Failure } from '../failure.ts';

/** PostgreSQL's table lock modes by the names `pg_locks` gives them, weakest first. https://www.postgresql.org/docs/current/explicit-locking.html */
export const lockModes = [
  'AccessShareLock',
  'RowShareLock',
  'RowExclusiveLock',
  'ShareUpdateExclusiveLock',
  'ShareLock',
  'ShareRowExclusiveLock',
  'ExclusiveLock',
  'AccessExclusiveLock',
] as const;
export type LockMode = (typeof lockModes)[number];

/**
 * The work that is done while the lock is held, lightest first.
 * `rewrite` stands for all that a rewrite brings with it on the same table (its scan, its indexes built anew); `index-build` stands for the scan it reads.
 * `metadata` stands alone: nothing but the catalog is touched.
 */
export const works = ['metadata', 'scan', 'foreign-key-check', 'index-build', 'rewrite'] as const;
export type Work = (typeof works)[number];

/** What a statement of PostgreSQL does to one table. */
export interface Effect {
  readonly table: ResolvedName;
  /** `table` is the name of an index: history does not know the index, hence not its table either. */
  readonly ofIndex?: true;
  /** null: no table lock. */
  readonly lock: LockMode | null;
  /** A stronger lock, taken for a moment beside the one that the work is done under. */
  readonly briefly?: LockMode;
  /** Sorted as in `works`, no duplicates, never empty. */
  readonly work: readonly Work[];
  /** Set where the statement fails on existing rows, or may, by what is known. `code` is the SQLSTATE. */
  readonly fails?: Failure;
  /** Where supported versions differ: the versions for which this (the worst) holds. */
  readonly versions?: readonly number[];
  /** The reason for the work, in plain words, for messages: `the default random() is volatile`. */
  readonly because?: string;
}

/** How strong a lock is: its place in `lockModes`, -1 for none. A stronger mode conflicts with everything that a weaker one does. */
export function strength(lock: LockMode | null): number {
  return lock === null ? -1 : lockModes.indexOf(lock);
}

/** Whether the work touches rows at all. */
export function isWork(work: readonly Work[]): boolean {
  return work.some((each) => each !== 'metadata');
}

/** The work of two parts of a statement on one table, in the normal form that `Work` describes. */
export function joinWork(a: readonly Work[], b: readonly Work[]): readonly Work[] {
  const all = new Set([...a, ...b]);
  if (all.size > 1) all.delete('metadata');
  if (all.has('rewrite')) all.delete('index-build');
  if (all.has('rewrite') || all.has('index-build')) all.delete('scan');
  return works.filter((work) => all.has(work));
}
