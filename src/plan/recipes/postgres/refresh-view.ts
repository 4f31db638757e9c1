import { keyOf } from '../../../operation/name.ts';
import { resolve } from '../../../schema/schema.ts';
import { quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { boundToItsFile } from './alter.ts';
import { insertAfter, notPlain } from './concurrently.ts';

/**
 * REFRESH … CONCURRENTLY changes only the rows that differ, and the view is read meanwhile. It needs a unique index over columns, without WHERE, and a view that was filled
 * before. https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
 */
export const refreshView = defineRecipe({
  on: ['refresh-view'],
  stage(context) {
    const { operation, before, source, statement } = context;
    if (!context.found.has('blocking') || operation.concurrently || !operation.withData) return undefined;
    const bound = boundToItsFile(context, operation.view);
    if (bound !== undefined) return { impossible: bound };
    const name = quoteName(operation.view);
    const key = keyOf(resolve(before, operation.view, before.views));
    const view = before.views.get(key);
    if (view !== undefined && before.unit !== 0 && (view.createdIn === before.unit || before.freedNames.has(key)))
      return {
        impossible: `${name} is made anew in this migration, and cannot be read from the moment at which the old one goes until it is filled: create it WITH DATA under another name, and change the names over in a transaction of its own when it and its indexes are there`,
      };
    const unique = view?.indexes.find(
      ({ definition, valid }) =>
        valid && definition.unique && definition.where === undefined && definition.elements.every((each) => each.column !== undefined),
    );
    if (unique === undefined)
      return {
        impossible: `REFRESH … CONCURRENTLY needs a unique index over columns of ${name} that tell its rows apart, and ${view === undefined ? 'the history does not show one' : 'it has none'}: create one first (CREATE UNIQUE INDEX on a materialized view stops no reads), then refresh it CONCURRENTLY`,
      };
    const sql = insertAfter(source.slice(statement.start, statement.end), 'view', 'CONCURRENTLY');
    if (sql === undefined) return { impossible: notPlain };
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: `${sql};`,
          transaction: 'shared',
          rollback: '-- nothing to undo: its rows are computed anew each time',
          why: 'changes only the rows that differ, while the view is read',
        },
      ],
    };
  },
});
