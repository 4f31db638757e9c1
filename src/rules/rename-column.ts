import { isInUse, isNewColumn } from './existing.ts';
import { defineRule } from './rule.ts';
import { quoted, shown } from './wording.ts';

export default defineRule({
  id: 'rename-column',
  title: 'RENAME COLUMN breaks running code that uses the old name',
  category: 'breaking',
  severity: 'error',
  on: ['rename-column'],
  check(judged) {
    const { table, column, to } = judged.operation;
    if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
    judged.report(
      `Code that is running while the migration is applied may still name ${shown(judged, table)}.${quoted(column)}: its queries fail as soon as the column is called ${quoted(to)}, and code that is deployed earlier fails until then.`,
      `Add ${quoted(to)} as a second column, keep both in step by a trigger, fill it in batches, let the code change over, then drop ${quoted(column)}; or map the new name in the code alone.`,
    );
  },
});
