import type { NodeLocation } from 'pgsql-ast-parser';
import { dollarString, number, quotedName, string, word } from '../lexer.ts';
import { is, markAt, type Source, spanOf, Unreadable } from '../source.ts';

/**
 * One statement and the text that the second parser is given for it.
 *
 * The parser's own lexer is not trusted with the author's text: it reads `U&'a'` as `u & 'a'`, `b'1'` as a cast, `1e5` as `1 AS e5`, `a -1` not at all,
 * and knows neither nested comments nor `$tag$`. So our lexer divides the text, and the parser gets the tokens one blank apart, without comments, and a
 * stand-in for each that it would misread. Its places then lead back to tokens, and names, values and texts are taken from those.
 */
export interface Feed extends Source {
  readonly fed: string;
  /** Where each token of the statement stands in `fed`. */
  readonly fedStarts: readonly number[];
}

/** @param lead what the parser is told before the tokens: the beginning of a statement, for a part of it */
export function feedOf(source: Source, lead = ''): Feed {
  const fedStarts: number[] = [];
  let fed = lead;
  for (let token = source.first; token < source.end; token++) {
    fedStarts.push(fed.length);
    fed += `${standIn(source, token)} `;
    if (endsReference(source, token)) fed += '( c ) ';
  }
  return { ...source, fed, fedStarts };
}

function standIn(source: Source, token: number): string {
  const text = textAt(source, token);
  switch (source.tokens.kinds[token]) {
    case string:
    case dollarString:
      return "'s'";
    case number:
      // `1AND` is no number to PostgreSQL; with a blank in between it would be one.
      if (source.tokens.kinds[token + 1] === word && source.tokens.starts[token + 1] === source.tokens.ends[token])
        refuse('a number that runs into a word', source, token);
      return /^(?:\d+|\d*\.\d+)$/.test(text) ? text : '1.5';
    case word:
      // The parser's words end at `$` and at letters outside ASCII.
      return /^\w+$/.test(text) ? text : `"${folded(text)}"`;
    case quotedName:
      return /^"[^"*]+"$/.test(text) ? text : refuse('this quoted name', source, token);
    default:
      return text;
  }
}

/** Whether a token ends the name in `REFERENCES name`, and no columns follow, which the parser insists on. */
function endsReference(source: Source, token: number): boolean {
  const { kinds } = source.tokens;
  if (kinds[token] !== word && kinds[token] !== quotedName) return false;
  if (markAt(source, token + 1) === '(' || markAt(source, token + 1) === '.') return false;
  return is(source, token - (markAt(source, token - 1) === '.' ? 3 : 1), 'references');
}

/** A word as PostgreSQL folds it: in a UTF-8 database only ASCII letters change. */
export function folded(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** The token at which a node of the parser's tree begins. Only the beginnings of its places are right: their ends lose brackets and words. */
export function tokenOf(source: Feed, node: { readonly _location?: NodeLocation }): number {
  const offset = node._location?.start ?? 0;
  let low = 0;
  let high = source.fedStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.fedStarts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return source.first + low;
}

/** A token as written; empty outside the statement. */
export function textAt(source: Source, token: number): string {
  return token < source.first || token >= source.end ? '' : source.text.slice(source.tokens.starts[token], source.tokens.ends[token]);
}

/** A word in lower case, a sign, a number; empty for quoted names and strings, so that none is taken for a keyword. */
export function keyword(source: Source, token: number): string {
  const kind = source.tokens.kinds[token];
  return kind === string || kind === dollarString || kind === quotedName ? '' : textAt(source, token).toLowerCase();
}

/** +1 for an opening bracket, −1 for a closing one. */
export function nesting(source: Source, token: number): -1 | 0 | 1 {
  const mark = markAt(source, token);
  return mark === '(' || mark === '[' ? 1 : mark === ')' || mark === ']' ? -1 : 0;
}

/** The value of a string token: quotes taken off, pieces on several lines joined. */
export function stringAt(source: Source, token: number): string {
  const text = textAt(source, token);
  if (source.tokens.kinds[token] === dollarString) {
    const tag = text.indexOf('$', 1) + 1;
    return text.slice(tag, text.length - tag);
  }
  const plain = text.startsWith("'") || (/^e/i.test(text) && !text.includes('\\'));
  if (source.tokens.kinds[token] !== string || !plain) refuse('a string with escapes, or of bits', source, token);
  return [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] as string).replaceAll("''", "'")).join('');
}

/** @throws Unreadable always, worded around the form that is refused, pointing at a token. */
export function refuse(what: string, source: Source, token: number): never {
  throw new Unreadable(`the reader without WebAssembly cannot read this form: ${what}`, spanOf(source, { from: token, to: token + 1 }));
}
