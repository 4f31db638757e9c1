import { keyOf } from '../operation/name.ts';
import { partitionTree } from '../schema/partition-tree.ts';
import { resolve } from '../schema/schema.ts';
import { tableKey } from './arrivals.ts';
import { isOfRows } from './needs.ts';
import type { RecipeStep } from './recipe.ts';
import type { Work } from './work.ts';

/**
 * The works whose backfills have to be done before a constraint that the author adds NOT VALID: he does so where old rows need not fit it, and no such row can be
 * updated once it is there. Where he validates it in the same unit, the rows have to fit in any case.
 * @param works those of the unit
 */
export function filledBefore(work: Work, works: readonly Work[], stepsOf: (work: Work) => readonly RecipeStep[]): readonly Work[] {
  const [only, ...more] = work.operations;
  if (only === undefined || more.length > 0 || only.operation.kind !== 'add-constraint') return [];
  const { constraint, table: name } = only.operation;
  if ((constraint.type !== 'check' && constraint.type !== 'not-null') || !constraint.notValid) return [];
  const table = keyOf(resolve(only.before, name));
  const isValidated = works.some(({ operations }) =>
    operations.some(
      ({ operation, before }) => operation.kind === 'validate-constraint' && keyOf(resolve(before, operation.table)) === table,
    ),
  );
  if (isValidated) return [];
  // Those that inherit it too.
  const held = new Set(partitionTree(only.before, name).map(keyOf));
  return works.filter(
    (each) =>
      held.has(tableKey(each)) &&
      !each.operations.some(({ operation }) => isOfRows(operation)) &&
      stepsOf(each).some((step) => step.stage === 'backfill'),
  );
}
