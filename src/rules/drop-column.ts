import { isInUse, isNewColumn } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { named, shown } from './wording.ts';

export default defineSharedRule({
  id: 'drop-column',
  title: 'DROP COLUMN breaks running code that reads or writes the column, and loses its data',
  category: 'breaking',
  severity: 'error',
  on: ['drop-column'],
  check(judged) {
    const { table, column } = judged.operation;
    if (!isInUse(judged.before, table) || isNewColumn(judged.before, table, column)) return;
    judged.report(
      `Code that is running while the migration is applied may still name ${shown(judged, table)}.${named(judged, column)}: its queries fail as soon as the column is gone, and the data is lost.`,
      'Deploy code that no longer names the column first; then drop it, with a lockstep-ignore that says which release that was.',
    );
  },
});
