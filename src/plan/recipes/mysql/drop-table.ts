import { isNew, tableOf } from '../../../schema/schema.ts';
import { quoteName } from '../../../sql/mysql/quote.ts';
import { dropBehindDeploy } from '../drop-behind-deploy.ts';
import { defineMysqlRecipe, type MysqlStaging } from './staging.ts';

/** A table is dropped when no running code uses it any more: the author's own statement, behind the deploy of the code that does not. */
export const dropTable = defineMysqlRecipe({
  on: ['drop-table', 'drop-schema'],
  stage(context) {
    const { operation, before, found } = context;
    if (!found.has('breaking')) return undefined;
    if (operation.kind === 'drop-table' && isNew(before, tableOf(before, operation.table))) return undefined;
    return { steps: [dropBehindDeploy(statementOf(context))] };
  },
});

/** As the author wrote it; table by table, with its database, where a file of its own would not find it. */
function statementOf({ operation, source, statement, nameOf }: MysqlStaging): string {
  if (operation.kind !== 'drop-table' || nameOf(operation.table) === quoteName(operation.table))
    return source.slice(statement.start, statement.end);
  return `DROP TABLE ${operation.ifExists ? 'IF EXISTS ' : ''}${nameOf(operation.table)}`;
}
