import type { ResolvedName } from '../operation/name.ts';

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

/** What a statement does to one table. */
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

export interface Failure {
  readonly code: string;
  readonly reason: string;
  /** False: it depends on the rows (a NULL, a duplicate). True: it fails on any row, or always. */
  readonly certain: boolean;
  /** Further ways in which the same statement may fail on the same table, one for each code. */
  readonly others?: readonly Failure[];
}

/** All ways in which an effect may fail, the surest first. */
export function failuresOf({ fails }: Pick<Effect, 'fails'>): readonly Failure[] {
  return fails === undefined ? [] : [fails, ...(fails.others ?? [])];
}

/** Several ways to fail as one: the surest, with those that have other codes behind it. */
export function joinFailures(failures: readonly (Failure | undefined)[]): Failure | undefined {
  const all = failures.flatMap((failure) => failuresOf(failure === undefined ? {} : { fails: failure }));
  const first = all.find(({ certain }) => certain) ?? all[0];
  if (first === undefined) return undefined;
  const { others: _, ...surest } = first;
  const byCode = new Map<string, Failure>([[surest.code, surest]]);
  for (const { others: __, ...each } of all) if (!byCode.has(each.code)) byCode.set(each.code, each);
  const others = [...byCode.values()].slice(1);
  return others.length === 0 ? surest : { ...surest, others };
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
