import type { Name, QName } from 'pgsql-ast-parser';
import type { QualifiedName } from '../../../operation/name.ts';
import { quotedName, word } from '../lexer.ts';
import { markAt, type Range, type Source } from '../source.ts';
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

/** Reserved words of PostgreSQL that the parser takes for names: `ADD COLUMN text` would add a column named "column" to it. */
const reserved: ReadonlySet<string> = new Set(['column', 'primary', 'system_user', 'unique']);

export function nameOf(source: Feed, node: Name): string {
  const token = tokenOf(source, node);
  if (source.tokens.kinds[token] === word && reserved.has(nameAt(source, token))) refuse('a reserved word as a name', source, token);
  return nameAt(source, token, node.name);
}

export function namesOf(source: Feed, nodes: readonly Name[]): readonly string[] {
  return nodes.map((node) => nameOf(source, node));
}

export function qualifiedName(source: Feed, node: QName): QualifiedName {
  if (node.schema === undefined) return { name: nameOf(source, node) };
  const token = tokenOf(source, node);
  return { schema: nameAt(source, token, node.schema), name: nameAt(source, token + 2, node.name) };
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
