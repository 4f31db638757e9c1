import { keyOf } from '../../../operation/name.ts';
import { columnOf, isNew } from '../../../schema/schema.ts';
import { parentsOf } from '../../../schema/store.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { alterColumn, ownTable, textOf } from './alter.ts';
import { atOnce } from './at-once.ts';
import { computedColumn } from './computed-column.ts';
import { parenthesised } from './conversion.ts';
import { fillRows } from './fill-rows.ts';
import { differs } from './sync-trigger.ts';

/**
 * Another expression for a stored generated column. DROP EXPRESSION leaves the values where they are (https://www.postgresql.org/docs/current/sql-altertable.html), and
 * a trigger computes new ones from then on; the old rows follow in batches.
 */
export const setExpression = defineRecipe({
  on: ['set-expression'],
  stage(context) {
    const { operation } = context;
    const table = ownTable(context);
    if (!context.found.has('blocking') || isNew(context.before, table)) return undefined;
    const { column, expression } = operation;
    const known = columnOf(table, column);
    if (known?.generated === undefined)
      return {
        impossible: `the history does not show that ${quoteIdentifier(column)} is a generated column: give Lockstep a dump of the schema (docs/configuration.md)`,
      };
    const parent = parentsOf(table).find((each) => columnOf(context.before.tables.get(keyOf(each)), column) !== undefined);
    if (parent !== undefined)
      return {
        impossible: `${quoteIdentifier(column)} comes from ${textOf(context, parent)}, and PostgreSQL lets no table that inherits a generated column make a plain one of it. The least harmful way is a maintenance window with a lock_timeout, or the same expression for ${textOf(context, parent)}`,
      };
    const computed = computedColumn(context, column, expression);
    if ('impossible' in computed) return computed;
    // The expression may be of a type that only an assignment makes the column's.
    const where = differs(quoteIdentifier(column), `CAST(${parenthesised(expression.text)} AS ${known.type.text})`);
    const filled = fillRows(context, column, { ...expression, where }, 'transaction');
    if ('impossible' in filled) return filled;
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: atOnce([alterColumn(context, column, 'DROP EXPRESSION'), ...computed.trigger.create]),
          transaction: 'shared',
          rollback: '-- cannot be undone without rewriting the table: PostgreSQL makes no column that is there generated',
          why: `the values stay, and new ones are computed by a trigger; ${computed.differs.sentence}`,
        },
        ...filled,
      ],
      differs: computed.differs,
    };
  },
});
