import { indexName, relationExists } from '../../../schema/naming.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { besideTable, boundToItsFile, ownName, ownTable, tableText } from './alter.ts';
import { buildIndex } from './build-index.ts';
import { insertAfter, notPlain } from './concurrently.ts';
import { partitionedIndex } from './partitioned-index.ts';

/** An index is built CONCURRENTLY, from the author's own statement. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export const createIndex = defineRecipe({
  on: ['create-index'],
  stage(context) {
    const { operation } = context;
    if (ownTable(context)?.partitionBy !== undefined && !operation.only) return partitionedIndex(context);
    const felt = context.effects.some((effect) => effect.work.includes('index-build'));
    if (!felt && !operation.concurrently) return undefined;
    const bound = boundToItsFile(context, operation.table);
    if (bound !== undefined) return { impossible: bound };
    const name = operation.index.name ?? indexName(context.before, ownName(context), operation.index);
    const words = [operation.concurrently ? '' : 'CONCURRENTLY', operation.index.name === undefined ? quoteIdentifier(name) : ''];
    const author = context.source.slice(context.statement.start, context.statement.end);
    const inserted = words.filter((word) => word !== '').join(' ');
    const sql = inserted === '' ? author : insertAfter(author, operation.concurrently ? 'concurrently' : 'index', inserted);
    if (sql === undefined) return { impossible: notPlain };
    const index = besideTable(context, name);
    const why = `builds the index while ${tableText(context)} is read and written`;
    const step = buildIndex({ stage: 'expand', after: 'transaction' }, `${sql};`, index, why, { ifNotExists: operation.ifNotExists });
    // It may be there, and would go with a way back that takes it for new.
    const isKnown = operation.ifNotExists && relationExists(context.before, { schema: ownName(context).schema, name });
    return {
      steps: [isKnown ? { ...step, rollback: `-- nothing to undo where the index was there before; else ${step.rollback}` } : step],
    };
  },
});
