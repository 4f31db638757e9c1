import type { IndexElement } from '../../../operation/operation.ts';
import type { Index } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';

/** `ADD INDEX …` of an index that is there, under a name; undefined where the replay does not know all of it. @param name quoted */
export function addIndex({ definition }: Index, name: string): string | undefined {
  if (definition.options !== undefined || definition.method !== 'btree') return undefined;
  return `ADD ${definition.unique ? 'UNIQUE ' : ''}INDEX ${name} (${elementsText(definition.elements)})`;
}

/** What stands between the parentheses of an index or a key. */
export function elementsText(elements: readonly IndexElement[]): string {
  return elements
    .map((each) =>
      each.column === undefined
        ? `(${each.expression?.text})`
        : `${quoteIdentifier(each.column)}${each.prefix === undefined ? '' : `(${each.prefix})`}${each.descending ? ' DESC' : ''}`,
    )
    .join(', ');
}
