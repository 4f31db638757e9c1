import type { MysqlEffect } from '../../../engine/effect.ts';
import type { MysqlTarget } from '../../../engine/engine.ts';
import type { Forms } from '../../../engine/mysql/forms.ts';
import type { Operation, OperationKind, OperationOf } from '../../../operation/operation.ts';
import type { Schema } from '../../../schema/schema.ts';
import type { Dialect } from '../../../sql/mysql/dialect.ts';
import type { EngineStaging, RecipeResult } from '../../recipe.ts';

/** What a recipe of MySQL and MariaDB is shown of the operation that it stages. */
export interface MysqlStaging extends EngineStaging<MysqlEffect> {
  readonly target: MysqlTarget;
  readonly dialect: Dialect;
  /** The operations of one statement that a recipe writes; none where it cannot be read. */
  read(sql: string): readonly Operation[];
  /** What the server takes for an ALTER TABLE, CREATE INDEX or DROP INDEX on a schema, by algorithm; undefined of other statements. */
  formsOf(operations: readonly Operation[], schema: Schema): Forms | undefined;
  /** Whether the operation's table has an index of the name at the end of the unit. */
  isIndexLater(name: string): boolean;
  /** Why the server refuses a statement on a schema, whatever the rows; undefined where it does not. */
  refusalOf(operations: readonly Operation[], schema: Schema): string | undefined;
}

export interface MysqlContext<K extends OperationKind = OperationKind> extends MysqlStaging {
  readonly operation: OperationOf<K>;
}

/** How one operation is staged on MySQL and MariaDB. */
export interface MysqlRecipe<K extends OperationKind = OperationKind> {
  readonly on: readonly K[];
  stage(context: MysqlContext<K>): RecipeResult;
}

export function defineMysqlRecipe<const K extends OperationKind>(recipe: MysqlRecipe<K>): MysqlRecipe {
  return recipe as unknown as MysqlRecipe;
}
