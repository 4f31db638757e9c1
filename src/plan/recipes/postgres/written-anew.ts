import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext, type RecipeResult } from '../../recipe.ts';
import { boundToItsFile, tableText } from './alter.ts';

/**
 * What can only be had by writing every row to another file. An index can be written beside the old one, since PostgreSQL 14 into another tablespace too
 * (https://www.postgresql.org/docs/14/sql-reindex.html); for a table nothing of the kind exists.
 */
export const writtenAnew = defineRecipe({
  on: ['set-logged', 'set-access-method', 'set-tablespace', 'set-index-tablespace', 'alter-view'],
  stage(context) {
    if (!context.found.has('blocking')) return undefined;
    const { operation } = context;
    if (operation.kind === 'set-index-tablespace') return indexMoved(context as RecipeContext<'set-index-tablespace'>);
    if (operation.kind === 'alter-view')
      return {
        impossible: `a materialized view is written anew for this while nobody can read it: create it anew under another name, and give it the name of ${quoteName(operation.view)} when it is filled`,
      };
    const what = {
      'set-logged': 'logged' in operation && operation.logged ? 'SET LOGGED' : 'SET UNLOGGED',
      'set-access-method': 'SET ACCESS METHOD',
      'set-tablespace': 'SET TABLESPACE',
    }[operation.kind];
    const tool =
      operation.kind === 'set-tablespace'
        ? 'pg_repack --tablespace, which moves it while it is used'
        : 'a new table of the kind that is wanted, filled in batches and kept in step by a trigger, which then takes the name';
    return {
      impossible: `${what} writes every row and index of ${tableText(context)} to another file while nobody can use it, and PostgreSQL has no other way to do it. The least harmful is ${tool}; else a maintenance window with a lock_timeout`,
    };
  },
});

function indexMoved(context: RecipeContext<'set-index-tablespace'>): RecipeResult {
  const { operation, lowestMajor } = context;
  const bound = boundToItsFile(context, operation.index);
  if (bound !== undefined) return { impossible: bound };
  const index = quoteName(operation.index);
  if (lowestMajor < 14)
    return {
      impossible: `before PostgreSQL 14 an index is moved to another tablespace only while nobody can use it: build a second one there with CREATE INDEX CONCURRENTLY … TABLESPACE ${quoteIdentifier(operation.tablespace)}, then DROP INDEX CONCURRENTLY ${index} and rename the second`,
    };
  return {
    steps: [
      {
        stage: 'expand',
        after: 'transaction',
        sql: `REINDEX (TABLESPACE ${quoteIdentifier(operation.tablespace)}) INDEX CONCURRENTLY ${index};`,
        transaction: 'none',
        queues: false,
        rollback: `-- REINDEX (TABLESPACE …) INDEX CONCURRENTLY ${index}, with the tablespace that it came from`,
        why: 'builds it in the other tablespace while rows are read and written; if it fails, drop the invalid index whose name ends in _ccnew and try again',
      },
    ],
  };
}
