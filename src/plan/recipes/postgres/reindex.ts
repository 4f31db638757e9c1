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
