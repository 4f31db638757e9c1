import type { LockMode } from '../engine/postgres/effect.ts';
import type { TransactionMode } from '../migration/migration.ts';
import type { ResolvedName } from '../operation/name.ts';

/** What is known of the transaction and the session at a statement, before it runs. Built by `analysis/transaction.ts`. */
export interface TransactionState {
  readonly mode: TransactionMode;
  /**
   * Whether the statement runs inside a transaction block that ends only after later statements:
   * `yes` by an explicit BEGIN, a wrapping tool, or a file sent as one query with several statements; `maybe` where the mode is unknown.
   */
  readonly open: 'yes' | 'no' | 'maybe';
  /** Why `open` is what it is, for messages: `BEGIN on line 1`, `the migration tool opens a transaction`. */
  readonly because: string;
  /** It is the only statement of its file (apart from transaction control). */
  readonly alone: boolean;
  /** Locks that earlier statements of the same transaction took on tables that exist outside it (not new ones), strongest each. */
  readonly held: readonly { readonly table: ResolvedName; readonly lock: LockMode; readonly line: number }[];
  /** An earlier statement of the same transaction changed the schema of a table that is not new. */
  readonly changedSchema: boolean;
  /** An earlier statement of the same transaction changed rows of a table that is not new. */
  readonly changedData: boolean;
  /** `lock_timeout` in effect, as set in this migration: milliseconds, 0 where it was reset or off, undefined where nothing set it. */
  readonly lockTimeout: number | undefined;
  /** Constraints added NOT VALID, values added to enums, and the like, by earlier statements of the same transaction. */
  readonly addedNotValid: readonly { readonly table: ResolvedName; readonly constraint: string }[];
  readonly addedEnumValues: readonly { readonly type: ResolvedName; readonly value: string }[];
}
