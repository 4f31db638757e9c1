import type { PostgresContext, PostgresEngine } from '../engine/engine.ts';
import type { Effect } from '../engine/postgres/effect.ts';
import type { Migration } from '../migration/migration.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { Operation, OperationKind, OperationOf } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Statement } from '../sql/statement.ts';
import type { Span } from '../text/span.ts';
import type { Category, Severity } from './finding.ts';
import type { TransactionState } from './transaction.ts';

/** What a rule is shown of one operation under review. */
export interface Judged<K extends OperationKind = OperationKind> {
  readonly operation: OperationOf<K>;
  readonly statement: Statement;
  /** The line on which the statement begins, from 1. */
  readonly line: number;
  /** The schema as it stands before the operation. */
  readonly before: Schema;
  /** What this operation alone does. */
  readonly effects: readonly Effect[];
  /** What the whole statement does. */
  readonly statementEffects: readonly Effect[];
  readonly transaction: TransactionState;
  readonly migration: Migration;
  readonly engine: PostgresEngine;
  readonly context: PostgresContext;
  /** The table's size from the config, the policies that rules ask for. */
  readonly settings: RuleSettings;
  /**
   * Reports a finding on the operation's span (or another). `message`: what and why. `advice`: what to do. `severity`: where this
   * occurrence is milder than the rule; a severity set in the config wins over both.
   */
  report(message: string, advice: string, options?: { readonly span?: Span; readonly severity?: 'error' | 'warning' }): void;
}

/** What is judged, of whatever kind: for helpers that serve several rules. */
export type Situation = Omit<Judged, 'operation'> & { readonly operation: Operation };

/** The part of the config that rules may ask. */
export interface RuleSettings {
  /** False where the config says that the role or the tool sets lock_timeout. */
  readonly lockTimeoutExpected: boolean;
  rows(table: ResolvedName): number | undefined;
}

/** Something that is unsafe, and why. */
export interface Rule<K extends OperationKind = OperationKind> {
  /** The bad pattern; reads well after "ignore". Equals the file name and the page's name. */
  readonly id: string;
  /** One line for tables: what happens. */
  readonly title: string;
  readonly category: Category;
  readonly severity: Exclude<Severity, 'off'>;
  /** The kinds of operation it looks at. */
  readonly on: readonly K[];
  /** At most one finding a migration. */
  readonly oncePerMigration?: true;
  check(judged: Judged<K>): void;
}

/** Lets TypeScript narrow `operation` to the kinds in `on`. */
export function defineRule<const K extends OperationKind>(rule: Rule<K>): Rule {
  return rule as unknown as Rule;
}
