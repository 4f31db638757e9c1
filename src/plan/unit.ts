import type { Effect } from '../engine/effect.ts';
import type { Target } from '../engine/engine.ts';
import type { Changeset, Migration, Program, TransactionMode } from '../migration/migration.ts';
import type { Expression } from '../operation/expression.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import type { Finding } from '../rules/finding.ts';
import type { Schema } from '../schema/schema.ts';
import type { SqlFile, Statement } from '../sql/statement.ts';
import type { Span } from '../text/span.ts';
import type { PlanDialect } from './dialect.ts';
import type { Locking, StatementLocking } from './stage.ts';
import type { Tool } from './tool.ts';

/** A deployment unit as the analysis hands it to `compose`: judged, with the schema at each operation. */
export interface PlannableUnit {
  readonly target: Target;
  /** The schema before the unit's first statement, and after its last. */
  readonly before: Schema;
  readonly after: Schema;
  readonly files: readonly PlannableFile[];
  readonly tool: Tool;
  readonly dialect: PlanDialect;
  /**
   * Paths for the plan's further files, in order, that the migration tool runs after `path` and before whatever comes next;
   * undefined where there is no path to derive them from (standard input).
   */
  pathsAfter(path: string, names: readonly string[]): readonly string[] | undefined;
  backfill(table: ResolvedName, column: string): { readonly expression: Expression; readonly printed: string } | undefined;
}

export interface PlannableFile {
  readonly migration: Migration;
  readonly sql: SqlFile;
  /** All that is found in it and not waived, of its operations and of itself. */
  readonly findings: readonly Finding[];
  readonly statements: readonly PlannableStatement[];
}

export interface PlannableStatement<E extends Effect = Effect> extends Locking<E> {
  readonly statement: Statement;
  readonly effects: readonly E[];
  readonly operations: readonly PlannableOperation<E>[];
}

export interface PlannableOperation<E extends Effect = Effect> {
  readonly operation: Operation;
  /** The schema as it stands before the operation, and after it. */
  readonly before: Schema;
  readonly after: Schema;
  readonly effects: readonly E[];
  /** Unsuppressed findings on it. Empty: the operation is safe and stays as it is. */
  readonly findings: readonly Finding[];
}

/**
 * Reads and judges files as one deployment unit after `before`: what verification needs of the pipeline, handed in because the
 * pipeline stands above `plan/`.
 */
export type Judge = (
  /** `sections`, `changesets` and `program` as in `Migration`. */
  files: readonly {
    readonly path: string;
    readonly text: string;
    readonly sections?: readonly Span[];
    readonly changesets?: readonly Changeset[];
    readonly program?: Program;
    readonly transaction: TransactionMode;
  }[],
  before: Schema,
) => {
  readonly findings: readonly Finding[];
  readonly after: Schema;
  readonly unreadable: boolean;
  /** What the statements of each file lock, in the order of the files. */
  readonly locking: readonly (readonly StatementLocking[])[];
};
