import { columnOf, isNew } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { ownName, ownTable, tableText } from './alter.ts';
import { enforceNotNull } from './enforce-not-null.ts';
import { fillRows } from './fill-rows.ts';

/**
 * NOT NULL on a column that is there: at once NOT VALID, then validated, then itself. A column that the unit itself adds without a default is
 * filled again after the deploy, since running code goes on writing rows without it until then.
 */
export const setNotNull = defineRecipe({
  on: ['set-not-null'],
  stage(context) {
    const { operation, before } = context;
    const table = ownTable(context);
    const column = columnOf(table, operation.column);
    if (isNew(before, table)) return undefined;
    const notNull = enforceNotNull(context, operation.column);
    const rest = [notNull.validate, ...notNull.finish];
    const unknownToCode = column !== undefined && before.unit !== 0 && column.createdIn === before.unit;
    if (!unknownToCode || column.default !== undefined || column.generated !== undefined || column.identity !== undefined) {
      if (context.effects.every((effect) => effect.work.every((work) => work === 'metadata'))) return undefined;
      return { steps: [{ ...notNull.add, stage: 'expand', after: 'none' }, ...rest] };
    }
    const answer = context.backfill(ownName(context), operation.column);
    if (answer === undefined)
      return {
        question: {
          table: ownName(context),
          column: operation.column,
          message: `${tableText(context)}.${quoteIdentifier(operation.column)} is new in this deployment, and code that is running writes rows without it until the new code is everywhere: only you know what those rows should hold.`,
        },
      };
    const filled = fillRows(context, operation.column, { text: answer.printed, tree: answer.expression.tree }, 'deploy');
    if ('impossible' in filled) return filled;
    return { steps: [...filled, { ...notNull.add, after: 'backfill' }, ...rest] };
  },
});
