import { isNew, resolve } from '../../../schema/schema.ts';
import { createdIn } from '../../../schema/unit.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned } from './as-pinned.ts';
import { staged } from './sequence.ts';
import { defineMysqlRecipe } from './staging.ts';
import { ownName, ownTable, tableText } from './text.ts';

/**
 * A table gets its new name, and in the same moment a view takes over the old one, through which running code reads and writes. RENAME TABLE exchanges several names at once,
 * those of views too (https://dev.mysql.com/doc/refman/9.5/en/rename-table.html); but a view cannot be made over a table that is not there yet, nor under a name that is taken. So
 * an empty table holds the new name, and a helper name the view, until they change over. The path not taken: a view under the new name, and the rename behind the deploy. Then it is
 * the new code that starts on a view, and whatever else the migration does to the table has to wait for that deploy.
 */
export const renameTable = defineMysqlRecipe({
  on: ['rename-table'],
  stage(context) {
    const { operation, before } = context;
    const table = ownTable(context);
    if (!context.found.has('breaking') || isNew(before, table)) return asPinned(context);
    const elsewhere = operation.toSchema !== undefined && operation.toSchema !== ownName(context).schema;
    if (elsewhere && table?.hanging.some(({ kind }) => kind === 'trigger'))
      return {
        impossible:
          'a table with triggers cannot go to another database: drop them before, in a migration of its own, and make them anew behind it',
      };
    const from = tableText(context);
    const there = { ...operation.table, ...(elsewhere && { schema: operation.toSchema }) };
    const to = context.nameOf({ ...there, name: operation.to });
    const isNewName = createdIn(before, resolve(before, { ...there, name: operation.to }), {}) !== 0;
    const empty = context.nameOf({ ...there, name: context.helperName(ownName(context), 'empty') });
    const view = context.nameOf({ ...operation.table, name: context.helperName(ownName(context), 'view') });
    // `*` leaves out what is invisible.
    const columns = table?.columns.some((each) => each.invisible)
      ? table.columns.map((each) => quoteIdentifier(each.name)).join(', ')
      : '*';
    const makeView = (name: string): string => `CREATE VIEW ${name} AS SELECT ${columns} FROM ${to}`;
    return staged(context, [
      {
        stage: 'expand',
        after: 'none',
        sql: [
          `CREATE TABLE ${to} LIKE ${from}`,
          makeView(view),
          {
            sql: `RENAME TABLE ${to} TO ${empty}, ${from} TO ${to}, ${view} TO ${from}`,
            rule: 'rename-table',
            reason: 'a view has the old name, through which running code reads and writes',
          },
          isNewName
            ? `DROP TABLE ${empty}`
            : { sql: `DROP TABLE ${empty}`, rule: 'drop-table', reason: 'it has only held the name, and never had a row' },
        ],
        rollback: [`RENAME TABLE ${from} TO ${view}, ${to} TO ${from}`, `DROP VIEW ${view}`],
        why: `new code finds the new name, running code the view: both read and write the same rows${elsewhere ? '; accounts with rights on the old table alone need them on the new one' : ''}`,
      },
      {
        stage: 'contract',
        after: 'deploy',
        sql: [`DROP VIEW ${from}`],
        rollback: [makeView(from)],
        why: `no running code uses ${quoteIdentifier(operation.table.name)} any more`,
      },
    ]);
  },
});
