import type { Effect } from '../engine/effect.ts';
import type { Target } from '../engine/engine.ts';
import type { TransactionMode } from '../migration/migration.ts';
import type { Expression } from '../operation/expression.ts';
import type { ResolvedName } from '../operation/name.ts';
import type { OperationKind, OperationOf } from '../operation/operation.ts';
import type { Schema } from '../schema/schema.ts';
import type { Boundary, StageName } from './stage.ts';

/** A step as a recipe gives it, before `compose` has put steps into files. */
export interface RecipeStep {
  readonly stage: StageName;
  readonly sql: string;
  /**
   * `shared`: may stand in one transaction with its neighbours; `own`: needs a transaction that holds nothing else heavy
   * (VALIDATE after ADD … NOT VALID); `none`: must run outside any transaction, alone in its file.
   */
  readonly transaction: 'shared' | 'own' | 'none';
  readonly rollback: string;
  readonly why: string;
  /** What must be true before this step's stage; `compose` takes the strongest of a stage's steps. */
  readonly after: Boundary;
}

export interface RecipeContext<K extends OperationKind = OperationKind> {
  readonly operation: OperationOf<K>;
  /** The author's text of the operation's span and of the whole file. */
  readonly source: string;
  readonly before: Schema;
  readonly effects: readonly Effect[];
  readonly target: Target;
  /** The lowest version that the plan must run on. */
  readonly lowestMajor: number;
  readonly transaction: TransactionMode;
  /** Stated by `-- lockstep: backfill t.c = …` or in the config. */
  backfill(table: ResolvedName, column: string): { readonly expression: Expression; readonly printed: string } | undefined;
}

export type RecipeResult =
  | { readonly steps: readonly RecipeStep[] }
  /** Steps are shown up to the question; the plan is complete once it is answered. */
  | { readonly question: { readonly table: ResolvedName; readonly column: string; readonly message: string } }
  | { readonly impossible: string };

/** How one operation is staged. Recipes never import rules, nor the reverse. */
export interface Recipe<K extends OperationKind = OperationKind> {
  readonly on: readonly K[];
  stage(context: RecipeContext<K>): RecipeResult;
}

export function defineRecipe<const K extends OperationKind>(recipe: Recipe<K>): Recipe {
  return recipe as unknown as Recipe;
}
