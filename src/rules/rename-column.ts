import { isInUse, isNewColumn } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { named, shown } from './wording.ts';

export default defineSharedRule({
  id: 'rename-column',
  title: 'RENAME COLUMN breaks running code that uses the old name',
  category: 'breaking',
  severity: 'error',
  on: ['rename-column', 'redefine-column'],
  check(judged) {
    const { operation } = judged;
    const { table, column } = operation;
    const to = operation.kind === 'rename-column' ? operation.to : operation.definition.name;
    // MODIFY leaves the name, and so does CHANGE of nothing but its letters' case.
    if (operation.kind === 'redefine-column' && to.toLowerCase() === column.toLowerCase()) return;
    if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
    judged.report(
      `Code that is running while the migration is applied may still name ${shown(judged, table)}.${named(judged, column)}: its queries fail as soon as the column is called ${named(judged, to)}, and code that is deployed earlier fails until then.`,
      `Add ${named(judged, to)} as a second column, keep both in step by a trigger, fill it in batches, let the code change over, then drop ${named(judged, column)}; or map the new name in the code alone.`,
    );
  },
});
