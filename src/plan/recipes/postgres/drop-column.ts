import { dependentsOf } from '../../../schema/dependents.ts';
import { isNew } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { namesIn } from '../../needs.ts';
import { defineRecipe, type RecipeContext } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterTable, ownTable } from './alter.ts';
import { releaseColumn } from './release-column.ts';

/**
 * A column is dropped when no running code names it any more. The code that no longer does is deployed before that, so that rows must be able to come
 * without a value: what would refuse them goes first.
 */
export const dropColumn = defineRecipe({
  on: ['drop-column'],
  stage(context) {
    const { operation, before } = context;
    const table = ownTable(context);
    if (!context.found.has('breaking') || isNew(before, table)) return undefined;
    const taken = operation.cascade ? dependentsOf(operation, before, [operation]) : [];
    if (operation.cascade && (taken.length > 0 || !table?.complete))
      return {
        impossible: `CASCADE also drops what needs ${quoteIdentifier(operation.column)}, which running code may use too: drop that first, each by its name, and write the DROP COLUMN without CASCADE`,
      };
    const released = releaseColumn(context);
    if ('impossible' in released) return released;
    return {
      steps: [
        ...released,
        {
          stage: 'contract',
          after: 'deploy',
          sql: waived(
            'drop-column',
            'it comes behind the deploy of the code that no longer names it',
            alterTable(context, dropText(context)),
          ),
          transaction: 'shared',
          rollback: `-- cannot be undone: the values of ${quoteIdentifier(operation.column)} are gone, and come back from a backup only`,
          why: 'the code that no longer names the column has to run everywhere before this',
        },
      ],
    };
  },
});

/**
 * The author's own text; where he renames the column first, with the name that it has. Without CASCADE: nothing goes along that the history does not tell.
 */
function dropText({ operation, source }: RecipeContext<'drop-column'>): string {
  const written = source.slice(operation.span.start, operation.span.end).replace(/\s+cascade$/i, '');
  const exists = operation.columnIfExists ? 'IF EXISTS ' : '';
  return namesIn(written).includes(operation.column) ? written : `DROP COLUMN ${exists}${quoteIdentifier(operation.column)}`;
}
