import { isInUse } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { named, shown } from './wording.ts';

export default defineSharedRule({
  id: 'rename-table',
  title: 'Renaming a table, view or schema, or moving a table to another schema, breaks running code that uses the old name',
  category: 'breaking',
  severity: 'error',
  on: ['rename-table', 'set-schema', 'rename-view', 'rename-schema'],
  check(judged) {
    const { operation, before, context } = judged;
    const advice =
      context.target.engine === 'postgres'
        ? 'Leave a view under the old name in the same transaction, let the code change over, then drop the view.'
        : 'Let a view take over the old name in the same RENAME TABLE, let the code change over, then drop the view.';
    if (operation.kind === 'rename-schema') {
      judged.report(
        `Code that is running while the migration is applied may still name the schema ${named(judged, operation.schema)}: its queries fail as soon as it is called ${named(judged, operation.to)}.`,
        'Create the new schema with views of the tables, let the code change over, then move the tables.',
      );
      return;
    }
    const name = operation.kind === 'rename-view' ? operation.view : operation.table;
    if (!isInUse(before, name)) return;
    const becomes =
      operation.kind === 'set-schema'
        ? `it lies in the schema ${named(judged, operation.to)}`
        : `it is called ${named(judged, operation.to)}`;
    judged.report(
      `Code that is running while the migration is applied may still use ${shown(judged, name)}: its queries fail as soon as ${becomes}, and code that is deployed earlier fails until then.`,
      advice,
    );
  },
});
