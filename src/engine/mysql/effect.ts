import type { ResolvedName } from '../../operation/name.ts';
import type { Failure } from '../failure.ts';

/** How InnoDB goes about a change of a table, the cheapest first; NOCOPY is MariaDB's alone. https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl.html, https://mariadb.com/kb/en/innodb-online-ddl-overview/ */
export const algorithms = ['INSTANT', 'NOCOPY', 'INPLACE', 'COPY'] as const;
export type Algorithm = (typeof algorithms)[number];

/** What others can do with the table meanwhile, as the LOCK clause names it: `none`, they read and write; `shared`, they read; `exclusive`, they wait. */
export const locks = ['none', 'shared', 'exclusive'] as const;
export type Lock = (typeof locks)[number];

/**
 * What is done, lightest first. `row-version` is a change of the dictionary that uses up one of the changes which MySQL allows a table before it has to be
 * rebuilt (`TOTAL_ROW_VERSIONS`); `rebuild` writes all rows anew, with their indexes. `metadata` stands alone: the dictionary, and nothing of the table.
 */
export const works = ['metadata', 'row-version', 'index-build', 'rebuild'] as const;
export type Work = (typeof works)[number];

/** What a statement of MySQL or MariaDB does to one table. */
export interface Effect {
  readonly table: ResolvedName;
  /** What the server takes by itself, or is told to; null of a statement that has no choice of it: DROP TABLE, TRUNCATE, a change of rows. */
  readonly algorithm: Algorithm | null;
  /** While the work is done. At its end a statement with an algorithm holds its table alone for a moment, whatever stands here. */
  readonly lock: Lock;
  /** A stronger lock for a moment, on a table beside the one that is changed. */
  readonly briefly?: 'exclusive';
  /** Sorted as in `works`, no duplicates, never empty. */
  readonly work: readonly Work[];
  readonly fails?: Failure;
  /** Where the versions that are asked differ: those for which this (the worst) holds, as `8.0.12`. */
  readonly versions?: readonly string[];
  /** The reason for the algorithm, in plain words, for messages: `the default uuid() is an expression`. */
  readonly because?: string;
}

/** Whether the work touches rows at all. */
export function isWork(work: readonly Work[]): boolean {
  return work.some((each) => each === 'index-build' || each === 'rebuild');
}

/**
 * Whether it needs the table for itself, if only for a moment: it waits until every transaction that has used the table has ended, and whoever comes
 * meanwhile waits behind it. https://dev.mysql.com/doc/refman/9.5/en/metadata-locking.html
 */
export function needsTableAlone({ algorithm, lock, briefly }: Effect): boolean {
  return algorithm !== null || lock === 'exclusive' || briefly !== undefined;
}
