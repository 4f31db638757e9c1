import type { ColumnDefinition } from '../../../operation/operation.ts';
import type { Column } from '../../../schema/schema.ts';
import { type DefinitionPieces, piecesOf } from '../../../sql/mysql/definition.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/mysql/quote.ts';
import type { MysqlStaging } from './staging.ts';

/** What of a definition makes constraints and keys, which steps of their own add. */
export const constraintWords: ReadonlySet<string> = new Set(['unique', 'primary', 'key', 'constraint', 'check', 'references']);

/** The definition of a column as SQL, in the author's own pieces but for those that begin with certain words. */
export function definitionText(name: string, { type, attributes }: DefinitionPieces, without: ReadonlySet<string> = new Set()): string {
  return [quoteIdentifier(name), type, ...attributes.flatMap(({ word, text }) => (without.has(word) ? [] : [text]))].join(' ');
}

/** The author's definition in pieces; where it cannot be parted, all of it as the type, so that nothing is left out unseen. */
export function authorsPieces({ dialect }: MysqlStaging, { text, name, type }: ColumnDefinition): DefinitionPieces {
  return piecesOf(text, dialect) ?? { type: text.slice(text.indexOf(type.text, name.length)), attributes: [] };
}

/** A column that is there, as the replay knows it, in the same pieces. */
export function piecesOfColumn(column: Column): DefinitionPieces {
  const { type, collation, notNull, default: value, onUpdate, autoIncrement, invisible, comment, generated } = column;
  const attributes = [
    ...(type.characterSet === undefined || /char(?:acter)?\s*set|charset/i.test(type.text)
      ? []
      : [{ word: 'character', text: `CHARACTER SET ${type.characterSet}` }]),
    ...(collation === undefined ? [] : [{ word: 'collate', text: `COLLATE ${collation.name}` }]),
    ...(generated === undefined
      ? []
      : [{ word: 'as', text: `AS (${generated.expression.text}) ${generated.stored ? 'STORED' : 'VIRTUAL'}` }]),
    { word: notNull ? 'not' : 'null', text: notNull ? 'NOT NULL' : 'NULL' },
    ...(value === undefined ? [] : [{ word: 'default', text: `DEFAULT ${value.text}` }]),
    ...(onUpdate === undefined ? [] : [{ word: 'on', text: `ON UPDATE ${onUpdate.text}` }]),
    ...(autoIncrement ? [{ word: 'auto_increment', text: 'AUTO_INCREMENT' }] : []),
    ...(invisible ? [{ word: 'invisible', text: 'INVISIBLE' }] : []),
    ...(comment === undefined ? [] : [{ word: 'comment', text: `COMMENT ${quoteLiteral(comment)}` }]),
  ];
  return { type: type.text, attributes: generated === undefined ? attributes : attributes.filter(({ word }) => word !== 'null') };
}
