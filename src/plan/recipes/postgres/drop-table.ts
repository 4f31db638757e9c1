import { isNew, tableOf } from '../../../schema/schema.ts';
import { quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { dropBehindDeploy } from '../drop-behind-deploy.ts';
import { boundToItsFile } from './alter.ts';

/** A table is dropped when no running code uses it any more: the author's own statement, behind the deploy of the code that does not. */
export const dropTable = defineRecipe({
  on: ['drop-table', 'drop-schema'],
  stage(context) {
    const { operation, before, source, statement } = context;
    if (!context.found.has('breaking')) return undefined;
    if (operation.kind === 'drop-table') {
      if (isNew(before, tableOf(before, operation.table))) return undefined;
      const bound = boundToItsFile(context, operation.table);
      if (bound !== undefined) return { impossible: bound };
      if (operation.cascade)
        return {
          impossible: `CASCADE also drops what needs ${quoteName(operation.table)} (foreign keys, views), which running code may use too: drop that first, each by its name, and write the DROP TABLE without CASCADE`,
        };
    }
    return { steps: [dropBehindDeploy(source.slice(statement.start, statement.end))] };
  },
});
