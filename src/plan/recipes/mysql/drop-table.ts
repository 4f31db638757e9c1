import { isNew, tableOf } from '../../../schema/schema.ts';
import { waived } from '../../waiver.ts';
import { defineMysqlRecipe } from './staging.ts';

/** A table is dropped when no running code uses it any more: the author's own statement, behind the deploy of the code that does not. */
export const dropTable = defineMysqlRecipe({
  on: ['drop-table', 'drop-schema'],
  stage({ operation, before, source, statement, found }) {
    if (!found.has('breaking')) return undefined;
    if (operation.kind === 'drop-table' && isNew(before, tableOf(before, operation.table))) return undefined;
    return {
      steps: [
        {
          stage: 'contract',
          after: 'deploy',
          sql: waived(
            'drop-table',
            'it comes behind the deploy of the code that no longer uses it',
            `${source.slice(statement.start, statement.end)};`,
          ),
          transaction: 'shared',
          rollback: '-- cannot be undone: the rows are gone, and come back from a backup only',
          why: 'the code that no longer uses it has to run everywhere before this',
        },
      ],
    };
  },
});
