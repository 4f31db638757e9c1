import { indexOf, resolve } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { boundToItsFile } from './alter.ts';

/** An index is dropped CONCURRENTLY: it waits for those who use it, and nobody waits for it. https://www.postgresql.org/docs/current/sql-dropindex.html */
export const dropIndex = defineRecipe({
  on: ['drop-index'],
  stage(context) {
    const { operation, before } = context;
    const found = indexOf(before, operation.index);
    const bound = boundToItsFile(context, operation.index);
    if (bound !== undefined) return { impossible: bound };
    const name = quoteName(operation.index);
    if (found?.index.constraint !== undefined)
      return {
        impossible: `${name} belongs to the constraint ${quoteIdentifier(found.index.constraint)}, and PostgreSQL drops it only with that: write ALTER TABLE ${quoteName({ ...operation.index, name: found.table.name.name })} DROP CONSTRAINT ${quoteIdentifier(found.index.constraint)}`,
      };
    if (found?.table.partitionBy !== undefined)
      return {
        impossible: `the index of a partitioned table cannot be dropped CONCURRENTLY; with a lock_timeout the lock on ${name} and its partitions is brief`,
      };
    if (operation.cascade && (found === undefined || found.table.referencedBy.length > 0))
      return {
        impossible: `DROP INDEX CONCURRENTLY takes no CASCADE, and what would go with ${name} is not known: drop that first, each by its name`,
      };
    const { schema } = resolve(before, operation.index, before.indexes);
    const definition =
      found === undefined ? undefined : `${found.table.name.name} (${found.index.definition.elements.map((each) => each.text).join(', ')})`;
    return {
      steps: [
        {
          stage: 'expand',
          after: 'transaction',
          sql: `DROP INDEX CONCURRENTLY ${operation.ifExists ? 'IF EXISTS ' : ''}${name};`,
          transaction: 'none',
          queues: false,
          rollback: `-- build it again, CONCURRENTLY: ${definition === undefined ? `an index of schema ${schema} that history does not show` : definition}`,
          why: 'nobody waits for it',
        },
      ],
    };
  },
});
