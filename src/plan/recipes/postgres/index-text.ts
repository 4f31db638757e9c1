import type { IndexDefinition } from '../../../operation/operation.ts';
import { renameInIndex } from '../../../schema/mention.ts';
import type { Index } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { besideTable, tableText } from './alter.ts';
import { buildIndex } from './build-index.ts';

/** An index from USING or the parenthesis on, in the author's words. */
export function definitionText(index: IndexDefinition): string {
  const list = (names: readonly string[]): string => names.map((each) => quoteIdentifier(each)).join(', ');
  return [
    index.method === 'btree' ? '' : `USING ${quoteIdentifier(index.method)}`,
    `(${index.elements.map((each) => each.text).join(', ')})`,
    index.include.length === 0 ? '' : `INCLUDE (${list(index.include)})`,
    index.nullsNotDistinct ? 'NULLS NOT DISTINCT' : '',
    index.storage === undefined ? '' : `WITH (${index.storage})`,
    index.tablespace === undefined ? '' : `TABLESPACE ${quoteIdentifier(index.tablespace)}`,
    index.where === undefined ? '' : `WHERE ${index.where.text}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The same index under a helper name, on another column in the place of one. @param why ends in what it is for */
export function copiedIndex(
  context: StagingContext,
  { definition }: Pick<Index, 'definition'>,
  helper: string,
  [from, to]: readonly [from: string, to: string],
  why: string,
): RecipeStep {
  const copy = renameInIndex(definition, from, to);
  return buildIndex(
    { stage: 'enforce', after: 'transaction' },
    `CREATE ${copy.unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteIdentifier(helper)} ON ${tableText(context)} ${definitionText(copy)};`,
    besideTable(context, helper),
    why,
  );
}
