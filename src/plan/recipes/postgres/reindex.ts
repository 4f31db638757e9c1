import { indexOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { boundToItsFile } from './alter.ts';
import { insertAfter, notPlain } from './concurrently.ts';

/** REINDEX CONCURRENTLY (PostgreSQL 12) builds the new index beside the old one. https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY */
export const reindex = defineRecipe({
  on: ['reindex'],
  stage(context) {
    const { operation, source, statement } = context;
    if (operation.target === 'system')
      return {
        impossible: 'REINDEX SYSTEM has no CONCURRENTLY: system catalogs can only be locked. Name the index or the table that needs it',
      };
    const bound = operation.name && boundToItsFile(context, operation.name);
    if (bound !== undefined) return { impossible: bound };
    const found = operation.target === 'index' && operation.name ? indexOf(context.before, operation.name) : undefined;
    const constraint = found?.table.constraints.find((each) => each.name === found.index.constraint);
    if (constraint?.definition.type === 'exclude')
      return {
        impossible: `the index of the exclusion constraint ${quoteIdentifier(constraint.name)} cannot be built anew CONCURRENTLY, so that reads and writes wait while it is built. The least harmful way is a maintenance window with a lock_timeout`,
      };
    const author = source.slice(statement.start, statement.end);
    const sql = operation.concurrently ? author : insertAfter(author, operation.target, 'CONCURRENTLY');
    if (sql === undefined) return { impossible: notPlain };
    return {
      steps: [
        {
          stage: 'expand',
          after: 'transaction',
          sql: `${sql};`,
          transaction: 'none',
          queues: false,
          rollback: '-- nothing to undo; if it fails, drop the invalid index whose name ends in _ccnew and try again',
          why: 'builds the new index beside the old one while rows are read and written',
        },
      ],
    };
  },
});
