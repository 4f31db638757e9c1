import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned } from './as-pinned.ts';
import { duplicates } from './query.ts';
import { defineMysqlRecipe } from './staging.ts';
import { alterTable, tableText } from './text.ts';

/** An index is built while others write: ALGORITHM=INPLACE or NOCOPY, LOCK=NONE. A duplicate lets a unique one fail at its end, so they are asked for before. */
export const createIndex = defineMysqlRecipe({
  on: ['create-index'],
  stage(context) {
    const { index } = context.operation;
    const columns = index.elements.flatMap((each) => each.column ?? []);
    const rollback = index.name === undefined ? {} : { rollback: [alterTable(context, `DROP INDEX ${quoteIdentifier(index.name)}`)] };
    return asPinned(context, {
      ...rollback,
      why:
        index.unique && columns.length === index.elements.length
          ? `built while others write; fails at its end on a duplicate, so first no row may come from: ${duplicates(tableText(context), columns)}`
          : 'built while others write',
    });
  },
});
