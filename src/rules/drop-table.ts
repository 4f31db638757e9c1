import { resolve } from '../schema/schema.ts';
import { feltLocks, isInUse, sameTable } from './existing.ts';
import { defineSharedRule } from './rule.ts';
import { listed, named, quoted, shown } from './wording.ts';

export default defineSharedRule({
  id: 'drop-table',
  title: 'DROP TABLE, SCHEMA or DATABASE breaks running code that uses it, and loses the data',
  category: 'breaking',
  severity: 'error',
  on: ['drop-table', 'drop-schema', 'other'],
  check(judged) {
    const { operation, before, context } = judged;
    const advice = 'Deploy code that no longer uses it first; then drop it, with a lockstep-ignore that says which release that was.';
    if (operation.kind === 'other') {
      if (operation.command === 'DROP DATABASE')
        judged.report('DROP DATABASE takes everything in it along, and whatever uses it fails.', advice);
      return;
    }
    if (operation.kind === 'drop-schema') {
      if (context.target.engine !== 'postgres') {
        judged.report(`DROP DATABASE ${named(judged, operation.schema)} takes everything in it along, and whatever uses it fails.`, advice);
        return;
      }
      // Without CASCADE it fails unless the schema is empty, and then nobody misses it.
      if (!operation.cascade) return;
      judged.report(
        `DROP SCHEMA ${quoted(operation.schema)} CASCADE drops every table, view and function in it: running code that uses them fails, and the data is lost.`,
        advice,
      );
      return;
    }
    if (!isInUse(before, operation.table)) return;
    const others = feltLocks(judged).filter((effect) => !sameTable(effect.table, resolve(before, operation.table)));
    const locks = `It also locks ${listed(others.map((each) => shown(judged, each.table)))} ${context.target.engine === 'postgres' ? '(ACCESS EXCLUSIVE)' : 'for a moment'}, at the other end of a foreign key or partition.`;
    judged.report(
      `Code that is running while the migration is applied may still use ${shown(judged, operation.table)}: its queries fail as soon as the table is gone, and the data is lost.${others.length > 0 ? ` ${locks}` : ''}`,
      advice,
    );
  },
});
