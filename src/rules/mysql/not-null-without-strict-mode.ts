import { columnOf, tableOf } from '../../schema/schema.ts';
import { isInUse, isNewColumn } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { isStrict, zeroOf } from './required.ts';

export default defineMysqlRule({
  id: 'not-null-without-strict-mode',
  title: "MODIFY … NOT NULL outside strict mode turns every NULL into 0 or '' without a word",
  category: 'breaking',
  severity: 'error',
  on: ['redefine-column'],
  check(judged) {
    const { operation, before } = judged;
    const { table, column, definition } = operation;
    if (!definition.notNull || isStrict(judged) || !isInUse(before, table) || isNewColumn(before, table, column)) return;
    if (columnOf(tableOf(before, table), column)?.notNull) return;
    const zero = zeroOf(definition.type);
    if (zero === undefined) return;
    judged.report(
      `Strict mode is off: each NULL in ${shown(judged, table)}.${named(judged, column)} becomes ${zero}, and nobody can tell afterwards which were NULL.`,
      "Run it with strict mode on (SET SESSION sql_mode = 'STRICT_ALL_TABLES'), where it fails on a NULL instead; fill those rows first.",
    );
  },
});
