import { columnOf } from '../../../schema/schema.ts';
import { defineRecipe } from '../../recipe.ts';
import { alterColumn, ownTable } from './alter.ts';

/** The default of a required column that the unit itself adds: running code needs it until all of it writes the column. */
export const dropDefault = defineRecipe({
  on: ['drop-default'],
  stage(context) {
    const { operation, before } = context;
    const column = columnOf(ownTable(context), operation.column);
    if (column === undefined || !column.notNull || before.unit === 0 || column.createdIn !== before.unit) return undefined;
    return {
      steps: [
        {
          stage: 'contract',
          after: 'deploy',
          sql: alterColumn(context, operation.column, 'DROP DEFAULT'),
          transaction: 'shared',
          rollback:
            column.default === undefined
              ? '-- nothing to undo: it had no default'
              : alterColumn(context, operation.column, `SET DEFAULT ${column.default.text}`),
          why: 'all running code writes the column now',
        },
      ],
    };
  },
});
