import { keyOf } from '../operation/name.ts';
import { feltLocks, isInUse } from './existing.ts';
import { defineRule } from './rule.ts';
import { listed, quoted, shown } from './wording.ts';

export default defineRule({
  id: 'drop-table',
  title: 'DROP TABLE or DROP SCHEMA breaks running code that uses it, and loses the data',
  category: 'breaking',
  severity: 'error',
  on: ['drop-table', 'drop-schema'],
  check(judged) {
    const { operation, before } = judged;
    const advice = 'Deploy code that no longer uses it first; then drop it, with a lockstep-ignore that says which release that was.';
    if (operation.kind === 'drop-schema') {
      // Without CASCADE it fails unless the schema is empty, and then nobody misses it.
      if (!operation.cascade) return;
      judged.report(
        `DROP SCHEMA ${quoted(operation.schema)} CASCADE drops every table, view and function in it: running code that uses them fails, and the data is lost.`,
        advice,
      );
      return;
    }
    if (!isInUse(before, operation.table)) return;
    const table = shown(judged, operation.table);
    const others = feltLocks(judged).filter((effect) => shown(judged, effect.table) !== table);
    const names = listed([...new Map(others.map((each) => [keyOf(each.table), shown(judged, each.table)])).values()]);
    const locks =
      names === ''
        ? ''
        : ` It also takes an ACCESS EXCLUSIVE lock on ${names}, which ${others.length === 1 ? 'is' : 'are'} tied to it by a foreign key.`;
    judged.report(
      `Code that is running while the migration is applied may still use ${table}: its queries fail as soon as the table is gone, and the data is lost.${locks}`,
      advice,
    );
  },
});
