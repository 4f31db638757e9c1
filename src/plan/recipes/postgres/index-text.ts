import type { IndexDefinition } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';

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
