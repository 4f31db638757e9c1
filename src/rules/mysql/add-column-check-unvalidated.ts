import type { ColumnDefinition } from '../../operation/operation.ts';
import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { letsThrough, literalValue, type Value } from './holds.ts';

export default defineMysqlRule({
  id: 'add-column-check-unvalidated',
  title: 'ADD COLUMN … CHECK looks at no row: one that violates it stays, and each UPDATE of it fails from then on',
  category: 'breaking',
  severity: 'error',
  engines: ['mariadb'],
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    if (!isInUse(judged.before, table) || effectOn(judged, table)?.algorithm === 'COPY') return;
    const value = rowsGet(column);
    for (const constraint of column.constraints) {
      if (constraint.type !== 'check') continue;
      const holds = value === undefined ? undefined : letsThrough(constraint.expression.tree, column.name, value);
      if (holds === true) continue;
      const name = `${shown(judged, table)}.${named(judged, column.name)}`;
      judged.report(
        `MariaDB adds ${name} without holding the rows that are there against CHECK (${constraint.expression.text}): ${holds === false ? `they get ${typeof value === 'string' ? `'${value}'` : value}, which violates it, and` : 'where their value violates it,'} every later UPDATE of such a row fails, whichever column it is for (error 4025).`,
        'Give the column a default that the CHECK lets through; or add it nullable without the CHECK, fill it in batches, then add the CHECK.',
        holds === false ? {} : { severity: 'warning' },
      );
      return;
    }
  },
});

/** The value that rows get which are there; undefined where it cannot be told. */
function rowsGet({ default: byDefault, notNull, generated }: ColumnDefinition): Value | undefined {
  if (generated !== undefined) return undefined;
  if (byDefault !== undefined) return literalValue(byDefault.tree);
  return notNull ? undefined : null;
}
