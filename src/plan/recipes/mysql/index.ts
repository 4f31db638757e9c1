import type { OperationKind } from '../../../operation/operation.ts';
import { addColumn } from './add-column.ts';
import { addConstraint } from './add-constraint.ts';
import { alterConstraint } from './alter-constraint.ts';
import { pinned } from './as-pinned.ts';
import { changeRows } from './change-rows.ts';
import { createIndex } from './create-index.ts';
import { dropColumn } from './drop-column.ts';
import { dropIndex } from './drop-index.ts';
import { dropTable } from './drop-table.ts';
import { redefineColumn } from './redefine-column.ts';
import { renameColumn } from './rename-column.ts';
import { renameTable } from './rename-table.ts';
import type { MysqlRecipe } from './staging.ts';

/** How the operations of MySQL and MariaDB are staged. */
export const recipes: readonly MysqlRecipe[] = [
  addColumn,
  addConstraint,
  alterConstraint,
  changeRows,
  createIndex,
  dropColumn,
  dropIndex,
  dropTable,
  pinned,
  redefineColumn,
  renameColumn,
  renameTable,
];

const byKind = new Map(recipes.flatMap((recipe) => recipe.on.map((kind) => [kind, recipe] as const)));

export function recipeFor(kind: OperationKind): MysqlRecipe | undefined {
  return byKind.get(kind);
}
