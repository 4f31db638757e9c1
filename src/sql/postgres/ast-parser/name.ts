import type { Name, QName } from 'pgsql-ast-parser';
import type { QualifiedName } from '../../../operation/name.ts';
import { quotedName, word } from '../lexer.ts';
import { markAt, type Range, type Source } from '../source.ts';
import { type Feed, folded, refuse, textAt, tokenOf } from './feed.ts';

/** Names are taken from the author's tokens, at the places where the parser says that names are: its own are trimmed. */
export function nameAt(source: Source, token: number): string {
  const text = textAt(source, token);
  return source.tokens.kinds[token] === quotedName ? text.slice(1, -1) : folded(text);
}

/** Reserved words of PostgreSQL that the parser takes for names: `ADD COLUMN text` would add a column named "column" to it. */
const reserved: ReadonlySet<string> = new Set(['column', 'primary', 'system_user', 'unique']);

export function nameOf(source: Feed, node: Name): string {
  const token = tokenOf(source, node);
  if (source.tokens.kinds[token] === word && reserved.has(nameAt(source, token))) refuse('a reserved word as a name', source, token);
  return nameAt(source, token);
}

export function namesOf(source: Feed, nodes: readonly Name[]): readonly string[] {
  return nodes.map((node) => nameOf(source, node));
}

export function qualifiedName(source: Feed, node: QName): QualifiedName {
  if (node.schema === undefined) return { name: nameOf(source, node) };
  const token = tokenOf(source, node);
  return { schema: nameAt(source, token), name: nameAt(source, token + 2) };
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
