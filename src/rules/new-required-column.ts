import type { QualifiedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { columnOf, tableOf } from '../schema/schema.ts';
import { isInUse, isNewColumn } from './existing.ts';
import { requiresValue } from './required.ts';
import { defineSharedRule } from './rule.ts';
import { named, shown } from './wording.ts';

export default defineSharedRule({
  id: 'new-required-column',
  title: 'A column of this deployment that becomes required breaks the INSERTs of running code, which does not know it',
  category: 'breaking',
  severity: 'error',
  on: ['set-not-null', 'drop-default', 'add-constraint', 'redefine-column'],
  check(judged) {
    const { operation, before, statement } = judged;
    if (!isInUse(before, operation.table)) return;
    const table = tableOf(before, operation.table);
    // MODIFY and CHANGE define the column anew, whole.
    const losesDefault = operation.kind === 'drop-default' || operation.kind === 'redefine-column';
    for (const column of requiresValue(operation, table)) {
      const known = columnOf(table, column);
      if (known === undefined || !isNewColumn(before, operation.table, column)) continue;
      const suppliesValue = known.identity !== undefined || known.generated !== undefined || (known.default !== undefined && !losesDefault);
      if (suppliesValue || statement.operations.some((each) => givesValue(each, operation.table, column))) continue;
      judged.report(
        `${shown(judged, operation.table)}.${named(judged, column)} is new in this deployment and would have no default: the INSERTs of code that is running do not give it a value, and fail from here on.`,
        'Require it in a later deployment, once all running code writes it; or give it a default.',
      );
      return;
    }
  },
});

/** Whether another action of the same ALTER TABLE lets the column fill itself: `DROP DEFAULT, … ADD GENERATED AS IDENTITY`. */
function givesValue(action: Operation, table: QualifiedName, column: string): boolean {
  return (
    (action.kind === 'add-identity' || action.kind === 'set-default') &&
    action.column === column &&
    action.table.name === table.name &&
    action.table.schema === table.schema
  );
}
