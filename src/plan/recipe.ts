import type { Effect, PostgresEffect } from '../engine/effect.ts';
import type { PostgresTarget } from '../engine/engine.ts';
import type { TransactionMode } from '../migration/migration.ts';
import type { Expression } from '../operation/expression.ts';
import type { QualifiedName, ResolvedName } from '../operation/name.ts';
import type { Operation, OperationKind, OperationOf } from '../operation/operation.ts';
import type { Category } from '../rules/finding.ts';
import type { Schema } from '../schema/schema.ts';
import type { Span } from '../text/span.ts';
import type { Around } from './around.ts';
import type { Differing } from './differing.ts';
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
  /** Another table that it locks besides the operation's own, as a key: what locks a third shares no transaction with it. */
  readonly also?: string;
  /** It drops what it takes the place of itself. */
  readonly replaces?: true;
  /** False: it takes no lock that others queue behind, and needs no lock_timeout. */
  readonly queues?: false;
  readonly rollback: string;
  readonly why: string;
  /** The author's own SQL, only put elsewhere. */
  readonly authors?: true;
  /** What must be true before this step's stage; `compose` takes the strongest of a stage's steps. */
  readonly after: Boundary;
}

/** What a recipe of any engine is shown of the operation that it stages. */
export interface EngineStaging<E extends Effect> {
  readonly operation: Operation;
  /** The text of the author's whole file, and where the operation's statement stands in it (without its semicolon). */
  readonly source: string;
  readonly statement: Span;
  readonly before: Schema;
  readonly effects: readonly E[];
  /** What is found in the operation and not waived: where nothing breaks running code, what would keep it working is not needed. */
  readonly found: ReadonlySet<Category>;
  readonly transaction: TransactionMode;
  /** A name as the steps write it: quoted where it must be, with the author's schema, or with the resolved one where later files would not find it. */
  nameOf(name: QualifiedName): string;
  /** Whether a column of the operation's table has an index at the end of the unit. */
  indexedLater(column: string): boolean;
  /** A name for a helper object that nothing has yet, at most 63 bytes. */
  helperName(table: ResolvedName, column: string): string;
  /** A key that this one takes the place of, and that stays until then: its name and its index are not free while the new index is built. */
  readonly replaced?: Replaced;
  /** What the author does around a change of type: it is done in the same moment. */
  readonly around?: Around;
  /** Stated by `-- lockstep: backfill t.c = …` or in the config. */
  backfill(table: ResolvedName, column: string): { readonly expression: Expression; readonly printed: string } | undefined;
}

/** A key or an index that the unit drops for another one, and the schema in which it is still there. */
export interface Replaced {
  readonly name: string;
  readonly before: Schema;
}

/** What a recipe of PostgreSQL is shown. */
export interface StagingContext extends EngineStaging<PostgresEffect> {
  readonly target: PostgresTarget;
  /** The lowest version that the plan must run on. */
  readonly lowestMajor: number;
  /** What the engine does for another operation on the same schema: how a recipe asks whether its own form is safe. */
  effectsOf(operation: Operation): readonly PostgresEffect[];
}

export interface RecipeContext<K extends OperationKind = OperationKind> extends StagingContext {
  readonly operation: OperationOf<K>;
}

/** What the steps leave otherwise than the author's statement, where nothing better is to be had. */
export interface Differs {
  /** One sentence without its full stop, said wherever the plan is shown. */
  readonly sentence: string;
  readonly things: readonly Differing[];
}

export type RecipeResult =
  | { readonly steps: readonly RecipeStep[]; readonly differs?: Differs }
  /** Only the author knows the value for existing rows: the plan is complete once it is stated. */
  | { readonly question: { readonly table: ResolvedName; readonly column: string; readonly message: string } }
  | { readonly impossible: string }
  /** Nothing to stage: what was found is not of this recipe's making. */
  | undefined;

/** How one operation is staged. Recipes never import rules, nor the reverse. */
export interface Recipe<K extends OperationKind = OperationKind> {
  readonly on: readonly K[];
  stage(context: RecipeContext<K>): RecipeResult;
}

export function defineRecipe<const K extends OperationKind>(recipe: Recipe<K>): Recipe {
  return recipe as unknown as Recipe;
}
