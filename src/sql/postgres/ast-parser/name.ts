import type { Name, QName, QNameAliased } from 'pgsql-ast-parser';
import type { QualifiedName } from '../../../operation/name.ts';
import { columnWords, functionWords, reserved } from '../keywords.ts';
import { quotedName, word } from '../lexer.ts';
import { is, markAt, type Range, type Source } from '../source.ts';
import { type Feed, folded, refuse, textAt, tokenOf } from './feed.ts';

/**
 * The name that a token is. Names are taken from the author's text, at the places where the parser says that names are.
 * @param expected the parser's own idea of it: a few of its places are wrong, and its names have lost their outer blanks
 */
export function nameAt(source: Source, token: number, expected?: string): string {
  const text = textAt(source, token);
  const name = source.tokens.kinds[token] === quotedName ? text.slice(1, -1) : folded(text);
  if (expected !== undefined && name.trim() !== expected.trim()) refuse(`the name ${expected}`, source, token);
  return clipped(name);
}

/** PostgreSQL cuts names at 63 bytes, between characters. https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-IDENTIFIERS */
function clipped(name: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > 63) break;
    end += character.length;
  }
  return name.slice(0, end);
}

/** A name of a table, a column and the like. The parser knows fewer reserved words: `ADD COLUMN text` would add a column named "column" to it. */
export function columnNameAt(source: Source, token: number, expected?: string): string {
  const name = nameAt(source, token, expected);
  if (source.tokens.kinds[token] === word && (reserved.has(name) || functionWords.has(name)))
    refuse('a reserved word as a name', source, token);
  return name;
}

export function nameOf(source: Feed, node: Name): string {
  return columnNameAt(source, tokenOf(source, node), node.name);
}

export function namesOf(source: Feed, nodes: readonly Name[]): readonly string[] {
  return nodes.map((node) => nameOf(source, node));
}

export function qualifiedName(source: Feed, node: QName): QualifiedName {
  if (node.schema === undefined) return { name: nameOf(source, node) };
  const token = tokenOf(source, node);
  return { schema: nameAt(source, token, node.schema), name: nameAt(source, token + 2, node.name) };
}

/** A table as FROM names it, or a statement that writes to it. */
export function aliasedName(source: Feed, node: QNameAliased): { readonly table: QualifiedName; readonly alias: string | undefined } {
  const table = qualifiedName(source, node);
  if (node.alias === undefined) return { table, alias: undefined };
  const { from } = behindName(source, node);
  return { table, alias: columnNameAt(source, is(source, from, 'as') ? from + 1 : from, node.alias) };
}

export function functionName(source: Feed, node: QName): QualifiedName {
  if (node.schema !== undefined) return qualifiedName(source, node);
  const token = tokenOf(source, node);
  const name = nameAt(source, token, node.name);
  if (source.tokens.kinds[token] === word && (reserved.has(name) || columnWords.has(name)))
    refuse('a reserved word as a function', source, token);
  return { name };
}

/** A name where PostgreSQL takes no schema. */
export function bareName(source: Feed, node: QName): string {
  if (node.schema !== undefined) refuse('a qualified name here', source, tokenOf(source, node));
  return nameOf(source, node);
}

/** What a statement says behind the name of the object that it is about. */
export function behindName(source: Feed, node: QName): Range {
  const token = tokenOf(source, node);
  return { from: markAt(source, token + 1) === '.' ? token + 3 : token + 1, to: source.end };
}
