import { isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { quoted, shown } from './wording.ts';

export default defineRule({
  id: 'rename-table',
  title: 'Renaming a table, view or schema, or moving a table to another schema, breaks running code that uses the old name',
  category: 'breaking',
  severity: 'error',
  on: ['rename-table', 'set-schema', 'rename-view', 'rename-schema'],
  check(judged) {
    const { operation, before } = judged;
    const advice = 'Leave a view under the old name in the same transaction, let the code change over, then drop the view.';
    if (operation.kind === 'rename-schema') {
      judged.report(
        `Code that is running while the migration is applied may still name the schema ${quoted(operation.schema)}: its queries fail as soon as it is called ${quoted(operation.to)}.`,
        'Create the new schema with views of the tables, let the code change over, then move the tables.',
      );
      return;
    }
    const name = operation.kind === 'rename-view' ? operation.view : operation.table;
    if (!isInUse(before, name)) return;
    const becomes =
      operation.kind === 'set-schema' ? `it lies in the schema ${quoted(operation.to)}` : `it is called ${quoted(operation.to)}`;
    judged.report(
      `Code that is running while the migration is applied may still use ${shown(judged, name)}: its queries fail as soon as ${becomes}, and code that is deployed earlier fails until then.`,
      advice,
    );
  },
});
