import { isNew } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned } from './as-pinned.ts';
import { staged } from './sequence.ts';
import { defineMysqlRecipe } from './staging.ts';
import { ownName, ownTable, tableText } from './text.ts';

/**
 * A table under both names, until no running code uses the old one: a view of the new name that reads and writes through, and behind the deploy the table in its place. RENAME TABLE
 * exchanges names in one moment, those of views too. https://dev.mysql.com/doc/refman/9.5/en/rename-table.html
 */
export const renameTable = defineMysqlRecipe({
  on: ['rename-table'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('breaking') || isNew(before, ownTable(context))) return asPinned(context);
    if (operation.toSchema !== undefined && operation.toSchema !== ownName(context).schema)
      return {
        impossible:
          'it goes to another database, where no view of the old one can stand in for it with the same rights: let the code name the database, and move it when nothing uses it',
      };
    const from = tableText(context);
    const beside = (name: string): string => context.nameOf({ ...operation.table, name });
    const to = beside(operation.to);
    const view = beside(context.helperName(ownName(context), 'view'));
    return staged(context, [
      {
        stage: 'expand',
        after: 'none',
        sql: [`CREATE VIEW ${to} AS SELECT * FROM ${from}`],
        rollback: [`DROP VIEW ${to}`],
        why: 'the table under its new name, to read and to write',
      },
      {
        stage: 'contract',
        after: 'deploy',
        sql: [
          {
            sql: `RENAME TABLE ${to} TO ${view}, ${from} TO ${to}`,
            rule: 'rename-table',
            reason: 'it comes behind the deploy of the code that no longer uses the old name',
          },
          `DROP VIEW ${view}`,
        ],
        rollback: [`RENAME TABLE ${to} TO ${from}`, `CREATE VIEW ${to} AS SELECT * FROM ${from}`],
        why: `no running code uses ${quoteIdentifier(operation.table.name)} any more: in one moment the table takes the place of the view`,
      },
    ]);
  },
});
