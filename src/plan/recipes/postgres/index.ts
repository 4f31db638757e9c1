import type { OperationKind } from '../../../operation/operation.ts';
import type { Recipe } from '../../recipe.ts';
import { addColumn } from './add-column.ts';
import { addConstraint } from './add-constraint.ts';
import { afterEnumValue } from './after-enum-value.ts';
import { alterDomain } from './alter-domain.ts';
import { attachPartition } from './attach-partition.ts';
import { changeRows } from './change-rows.ts';
import { changeType } from './change-type.ts';
import { clusterTable } from './cluster-table.ts';
import { createIndex } from './create-index.ts';
import { detachPartition } from './detach-partition.ts';
import { dropColumn } from './drop-column.ts';
import { dropDefault } from './drop-default.ts';
import { dropIndex } from './drop-index.ts';
import { dropTable } from './drop-table.ts';
import { enforceForeignKey } from './enforce-foreign-key.ts';
import { refreshView } from './refresh-view.ts';
import { reindex } from './reindex.ts';
import { renameColumn } from './rename-column.ts';
import { renameEnumValue } from './rename-enum-value.ts';
import { renameTable } from './rename-table.ts';
import { setExpression } from './set-expression.ts';
import { setNotNull } from './set-not-null.ts';
import { vacuumFull } from './vacuum-full.ts';
import { validateConstraint } from './validate-constraint.ts';
import { writtenAnew } from './written-anew.ts';

/** How PostgreSQL's operations are staged. */
export const recipes: readonly Recipe[] = [
  addColumn,
  addConstraint,
  afterEnumValue,
  alterDomain,
  attachPartition,
  changeRows,
  changeType,
  clusterTable,
  createIndex,
  detachPartition,
  dropColumn,
  dropDefault,
  dropIndex,
  dropTable,
  enforceForeignKey,
  refreshView,
  reindex,
  renameColumn,
  renameEnumValue,
  renameTable,
  setExpression,
  setNotNull,
  vacuumFull,
  validateConstraint,
  writtenAnew,
];

const byKind = new Map(recipes.flatMap((recipe) => recipe.on.map((kind) => [kind, recipe] as const)));

export function recipeFor(kind: OperationKind): Recipe | undefined {
  return byKind.get(kind);
}
