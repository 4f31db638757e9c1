import { keyOf } from '../../../operation/name.ts';
import { resolve, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { tableText } from './alter.ts';

/** CLUSTER writes the table anew, in the order of an index. What stays in the catalog of it is by which index; that can be said by itself. */
export const clusterTable = defineRecipe({
  on: ['cluster'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('blocking')) return undefined;
    if (operation.table === undefined || operation.index === undefined)
      return {
        impossible:
          'CLUSTER writes each table anew while nobody can use it, and leaves nothing behind but the order: leave it out of the migration. The least harmful way is pg_repack, which orders a table by an index while it is used; else a maintenance window',
      };
    if (before.views.has(keyOf(resolve(before, operation.table, before.views))))
      return { impossible: 'a materialized view is ordered anew by REFRESH, if its query has an ORDER BY: leave CLUSTER out' };
    const table = tableText(context);
    if (tableOf(before, operation.table)?.partitionBy !== undefined)
      return {
        impossible: `${table} is partitioned, and each of its partitions is written anew in its turn while nobody can use it: leave CLUSTER out of the migration, and order the partitions with pg_repack while they are used`,
      };
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: `ALTER TABLE ${table} CLUSTER ON ${quoteIdentifier(operation.index)};`,
          transaction: 'shared',
          rollback: `ALTER TABLE ${table} SET WITHOUT CLUSTER;`,
          why: 'notes the index in the catalog, for whoever orders the table later',
        },
      ],
      differs: {
        sentence: `the rows of ${table} stay where they are: to order them by the index while the table is used takes pg_repack, or a maintenance window for CLUSTER`,
        things: [],
      },
    };
  },
});
