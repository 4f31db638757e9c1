import { someNode } from '../../operation/expression.ts';
import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';

export default defineMysqlRule({
  id: 'add-column-random-default',
  title: 'ADD COLUMN … DEFAULT (rand()) gives every row that is there the same value',
  category: 'breaking',
  severity: 'error',
  engines: ['mariadb'],
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    const isRandom =
      column.default !== undefined && someNode(column.default.tree, (node) => node.kind === 'call' && /^rand$/i.test(node.function.name));
    // A copy asks for each row.
    if (!isRandom || !isInUse(judged.before, table) || effectOn(judged, table)?.algorithm === 'COPY') return;
    judged.report(
      `MariaDB asks for the default of ${named(judged, column.name)} once: each row of ${shown(judged, table)} that is there gets the same value, and only new ones get their own.`,
      'Add the column without the default, SET DEFAULT in a second statement, and fill the old rows in batches.',
    );
  },
});
