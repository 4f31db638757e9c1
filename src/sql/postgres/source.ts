import type { Span } from '../../text/span.ts';
import type { Tokens } from './lexer.ts';
import { punctuation } from './lexer.ts';
import { isPlain, isWord } from './split.ts';

/**
 * One statement's text and tokens. The parser says where things begin, in bytes; where they end, the tokens say.
 * Places are token indices; a range of tokens is half-open.
 */
export interface Source {
  /** The text that was lexed: the file, or an SQL string inside a DO block. */
  readonly text: string;
  readonly tokens: Tokens;
  /** The statement's tokens, the semicolon not counted. */
  readonly first: number;
  readonly end: number;
  /** The place in `text` of a byte offset of the parser. */
  readonly offset: (byte: number) => number;
  /** Where a span of `text` lies in the file. */
  readonly place: (span: Span) => Span;
  /** The statement, in the file. */
  readonly span: Span;
}

/** Why a statement is not read. Thrown inside this folder and caught where a statement is read, and nowhere else. */
export class Unreadable extends Error {
  readonly span: Span | undefined;

  constructor(message: string, span?: Span) {
    super(message);
    this.span = span;
  }
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Maps the parser's byte offsets to UTF-16. Offsets must lie on character boundaries.
 * The parser counts bytes of UTF-8, so only what stands behind characters outside ASCII is shifted: one entry for each of them.
 */
export function byteOffsets(text: string): (byte: number) => number {
  if (isPlain(text)) return (byte) => byte;
  /** Byte offset behind each character outside ASCII, and by how much bytes then lead. */
  const places: number[] = [];
  const leads: number[] = [];
  let lead = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 128) continue;
    // A surrogate pair has four bytes and two units: two bytes for each half.
    lead += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
    places.push(i + 1 + lead);
    leads.push(lead);
  }
  return (byte) => {
    const entry = upperBound(places, byte) - 1;
    return entry < 0 ? byte : byte - (leads[entry] as number);
  };
}

/** The UTF-16 offset of a code point, as the parser counts error positions. */
export function codePointOffset(text: string, codePoint: number): number {
  let offset = 0;
  for (let i = 0; i < codePoint && offset < text.length; i++) {
    const code = text.charCodeAt(offset);
    offset += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  }
  return offset;
}

/** How many of the ascending values are at most `value`. */
function upperBound(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first token that ends behind an offset. */
export function tokenAt(tokens: Tokens, offset: number): number {
  return upperBound(tokens.ends, offset);
}

/** The token at a place that the parser gives (a missing location is 0). */
export function at(source: Source, location: number | undefined): number {
  return tokenAt(source.tokens, source.offset(location ?? 0));
}

export function is(source: Source, token: number, value: string): boolean {
  return isWord(source.text, source.tokens, token, value);
}

/** The character of a punctuation token, else undefined. */
export function markAt(source: Source, token: number): string | undefined {
  return source.tokens.kinds[token] === punctuation ? source.text[source.tokens.starts[token] as number] : undefined;
}

/** The token that closes the parenthesis or bracket at `open`; the statement's end if none does. */
export function closing(source: Source, open: number): number {
  let depth = 0;
  for (let token = open; token < source.end; token++) {
    const mark = markAt(source, token);
    if (mark === '(' || mark === '[') depth++;
    else if ((mark === ')' || mark === ']') && --depth === 0) return token;
  }
  return source.end;
}

/** The token that closes the parenthesis around a token; the statement's end if there is none. */
export function enclosingEnd(source: Source, token: number): number {
  for (let at = token; at < source.end; at++) {
    const mark = markAt(source, at);
    if (mark === '(' || mark === '[') at = closing(source, at);
    else if (mark === ')' || mark === ']') return at;
  }
  return source.end;
}

/** Calls `visit` with each token of the range that no parenthesis encloses; stops where it returns true, and gives that token, else `to`. */
function walk(source: Source, range: Range, visit: (token: number) => boolean): number {
  for (let token = range.from; token < range.to; token++) {
    if (visit(token)) return token;
    const mark = markAt(source, token);
    if (mark === '(' || mark === '[') token = closing(source, token);
  }
  return range.to;
}

/** The first token of the range that is the word, outside parentheses; `range.to` if there is none. */
export function find(source: Source, range: Range, value: string): number {
  return walk(source, range, (token) => is(source, token, value));
}

/** The first opening parenthesis of the range; `range.to` if there is none. */
export function findOpen(source: Source, range: Range): number {
  return walk(source, range, (token) => markAt(source, token) === '(');
}

/** The parts of a range between its outermost commas. */
export function commaParts(source: Source, range: Range): readonly Range[] {
  const parts: Range[] = [];
  let from = range.from;
  walk(source, range, (token) => {
    if (markAt(source, token) === ',') {
      parts.push({ from, to: token });
      from = token + 1;
    }
    return false;
  });
  if (from < range.to) parts.push({ from, to: range.to });
  return parts;
}

/** The range inside the parentheses that open at `open`. */
export function inside(source: Source, open: number): Range {
  return { from: open + 1, to: closing(source, open) };
}

export function textOf(source: Source, range: Range): string {
  return range.from < range.to ? source.text.slice(source.tokens.starts[range.from], source.tokens.ends[range.to - 1]) : '';
}

/** Where the range lies in the file. */
export function spanOf(source: Source, range: Range): Span {
  if (range.from >= range.to) return source.span;
  return source.place({ start: source.tokens.starts[range.from] as number, end: source.tokens.ends[range.to - 1] as number });
}
