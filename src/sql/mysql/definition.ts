import type { ConstraintDefinition } from '../../operation/operation.ts';
import { readAttribute, type UnfinishedColumn } from './column.ts';
import { Cursor, Unreadable } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { lex } from './lexer.ts';
import { readTypeName } from './type-name.ts';

/** The definition of a column in the author's own pieces. */
export interface DefinitionPieces {
  readonly type: string;
  /** In order, each with the word that it begins with, in lower case: `not`, `default`, `comment`, `constraint` … */
  readonly attributes: readonly { readonly word: string; readonly text: string }[];
}

/** @param text as `ColumnDefinition.text` has it @returns undefined where it is no definition of a column */
export function piecesOf(text: string, dialect: Dialect): DefinitionPieces | undefined {
  const { tokens } = lex(text, dialect);
  const to = tokens.kinds.length;
  const cursor = new Cursor({ text, tokens, place: (each) => each }, { from: 0, to });
  try {
    const column: UnfinishedColumn = { name: cursor.name('a column'), type: readTypeName(cursor), notNull: false };
    const constraints: ConstraintDefinition[] = [];
    const attributes: { readonly word: string; readonly text: string }[] = [];
    for (let from = cursor.at; readAttribute(cursor, column, constraints); from = cursor.at)
      attributes.push({ word: cursor.wordAt(from), text: cursor.textOf({ from, to: cursor.at }) });
    return cursor.at === to ? { type: column.type.text, attributes } : undefined;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
