import type { Effect, MysqlEffect, PostgresEffect } from '../engine/effect.ts';
import type { ContextOf, Engine, Target } from '../engine/engine.ts';
import type { Migration } from '../migration/migration.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { Operation, OperationKind, OperationOf } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Statement } from '../sql/statement.ts';
import type { Span } from '../text/span.ts';
import type { Category, Severity } from './finding.ts';
import type { TransactionState } from './transaction.ts';

/** What a rule is shown of one operation under review. A rule of one engine sees that engine's effects. */
export interface Judged<K extends OperationKind = OperationKind, E extends Effect = PostgresEffect> {
  readonly operation: OperationOf<K>;
  readonly statement: Statement;
  /** The line on which the statement begins, from 1. */
  readonly line: number;
  /** The schema as it stands before the operation. */
  readonly before: Schema;
  /** What this operation alone does. */
  readonly effects: readonly E[];
  /** What the whole statement does. */
  readonly statementEffects: readonly E[];
  readonly transaction: TransactionState;
  readonly migration: Migration;
  readonly engine: Engine<E>;
  readonly context: ContextOf<E>;
  /** The table's size from the config, the policies that rules ask for. */
  readonly settings: RuleSettings;
  /**
   * Reports a finding on the operation's span (or another). `message`: what and why. `advice`: what to do. `severity`: where this
   * occurrence is milder than the rule; a severity set in the config wins over both.
   */
  report(message: string, advice: string, options?: { readonly span?: Span; readonly severity?: 'error' | 'warning' }): void;
}

/** What is judged, of whatever kind: for helpers that serve several rules. */
export type Situation<E extends Effect = Effect> = Omit<Judged<OperationKind, E>, 'operation'> & { readonly operation: Operation };

/** The part of the config that rules may ask. */
export interface RuleSettings {
  /** False where the config says that the role or the tool sets lock_timeout. */
  readonly lockTimeoutExpected: boolean;
  rows(table: ResolvedName): number | undefined;
}

/** Something that is unsafe, and why. */
export interface Rule<K extends OperationKind = OperationKind, E extends Effect = Effect> {
  /** The bad pattern; reads well after "ignore". Equals the file name and the page's name. */
  readonly id: string;
  /** One line for tables: what happens. */
  readonly title: string;
  readonly category: Category;
  readonly severity: Exclude<Severity, 'off'>;
  /** Whose migrations it judges. */
  readonly engines: readonly Target['engine'][];
  /** The kinds of operation it looks at. */
  readonly on: readonly K[];
  /** At most one finding a migration. */
  readonly oncePerMigration?: true;
  check(judged: Judged<K, E>): void;
}

type Given<K extends OperationKind, E extends Effect> = Omit<Rule<K, E>, 'engines'>;

/** A rule of PostgreSQL. Lets TypeScript narrow `operation` to the kinds in `on`. */
export function defineRule<const K extends OperationKind>(rule: Given<K, PostgresEffect>): Rule {
  return { ...rule, engines: ['postgres'] } as unknown as Rule;
}

/** A rule of MySQL and MariaDB, or of one of them. */
export function defineMysqlRule<const K extends OperationKind>(
  rule: Given<K, MysqlEffect> & { readonly engines?: readonly ('mysql' | 'mariadb')[] },
): Rule {
  return { engines: ['mysql', 'mariadb'], ...rule } as unknown as Rule;
}

/** A rule that means the same to every engine. */
export function defineSharedRule<const K extends OperationKind>(rule: Given<K, Effect>): Rule {
  return { ...rule, engines: ['postgres', 'mysql', 'mariadb'] } as unknown as Rule;
}

/** Whether the engine that is judged is PostgreSQL: its effects are then known to be that engine's. */
export function isOfPostgres<K extends OperationKind>(judged: Judged<K, Effect>): judged is Judged<K, Effect> & Judged<K, PostgresEffect> {
  return judged.context.target.engine === 'postgres';
}
