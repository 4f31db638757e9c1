import type { Span } from '../../text/span.ts';
import { limits } from '../statement.ts';
import { type Lexed, lex, punctuation, type Tokens, terminator, word } from './lexer.ts';

/** A statement as the lexer divides a file, by token. */
export interface Piece {
  readonly first: number;
  /** The last token, the semicolon not counted. */
  readonly last: number;
  /** Whether a semicolon follows. */
  readonly closed: boolean;
  /** How deep parentheses and brackets nest. */
  readonly depth: number;
}

/**
 * Divides a file at its semicolons, except those inside `BEGIN ATOMIC … END` of a function and inside the parentheses of a rule.
 * Everywhere else a semicolon ends the statement even where a parenthesis is open, so that a forgotten one costs only its own statement.
 */
export function split(lexed: Lexed): readonly Piece[] {
  const { text, tokens } = lexed;
  const { kinds, starts, ends } = tokens;
  const pieces: Piece[] = [];
  let first = 0;
  let depth = 0;
  let deepest = 0;
  /** Open BEGIN ATOMIC and CASE of the function at hand. */
  let blocks = 0;
  let form: 'function' | 'rule' | 'plain' = 'plain';
  const is = (token: number, value: string): boolean => isWord(text, tokens, token, value);

  const close = (end: number, closed: boolean): void => {
    if (end > first) pieces.push({ first, last: end - 1, closed, depth: deepest });
    first = closed || end < kinds.length ? end + 1 : end;
    depth = 0;
    deepest = 0;
    blocks = 0;
  };

  for (let token = 0; token < kinds.length; token++) {
    const kind = kinds[token];
    if (token === first) form = formOf(text, tokens, first);
    if (kind === punctuation) {
      switch (text.charCodeAt(starts[token] as number)) {
        case 40:
        case 91:
          if (++depth > deepest) deepest = depth;
          break;
        case 41:
        case 93:
          depth--;
          break;
        case 59:
          if (blocks === 0 && (form !== 'rule' || depth <= 0)) close(token, true);
          break;
      }
    } else if (kind === terminator) {
      close(token, false);
    } else if (kind === word && form === 'function' && (ends[token] as number) - (starts[token] as number) <= 6) {
      // A label (`AS end`, `x.end`) is not a keyword.
      if (is(token - 1, 'as') || text[starts[token - 1] ?? -1] === '.') continue;
      if (is(token, 'atomic') && is(token - 1, 'begin')) blocks++;
      else if (blocks > 0 && is(token, 'case')) blocks++;
      else if (blocks > 0 && is(token, 'end')) blocks--;
    }
  }
  close(kinds.length, false);
  return pieces;
}

function formOf(text: string, tokens: Tokens, first: number): 'function' | 'rule' | 'plain' {
  if (!isWord(text, tokens, first, 'create')) return 'plain';
  const at = isWord(text, tokens, first + 1, 'or') ? first + 3 : first + 1;
  if (isWord(text, tokens, at, 'function') || isWord(text, tokens, at, 'procedure')) return 'function';
  return isWord(text, tokens, at, 'rule') ? 'rule' : 'plain';
}

/** Whether a token is the unquoted word `value` (given in lower case), in any case of letters. */
export function isWord(text: string, tokens: Tokens, token: number, value: string): boolean {
  if (tokens.kinds[token] !== word) return false;
  const start = tokens.starts[token] as number;
  if ((tokens.ends[token] as number) - start !== value.length) return false;
  for (let i = 0; i < value.length; i++) {
    const code = text.charCodeAt(start + i);
    if (code !== value.charCodeAt(i) && (code | 32) !== value.charCodeAt(i)) return false;
  }
  return true;
}

/** A file made ready for a parser: what is not SQL, or not to be read, is blanked out, so that every offset stays what it was. */
export interface Prepared {
  readonly lexed: Lexed;
  readonly pieces: readonly Piece[];
  /** The text for the parser, as long as the file's. */
  readonly sql: string;
  /** Whether a parser may be given the whole of it; else only the statements that `refusal` lets pass. */
  readonly clean: boolean;
  /** Why nothing of the file can be read. */
  readonly refused?: string;
}

/** Lexes and divides a file. Both readers begin here. */
export function prepare(text: string, sections?: readonly Span[]): Prepared {
  if (text.length > limits.fileBytes || (text.length > limits.fileBytes / 3 && Buffer.byteLength(text) > limits.fileBytes)) {
    const lexed: Lexed = { text, tokens: { kinds: [], starts: [], ends: [] }, comments: [], skipped: [] };
    return { lexed, pieces: [], sql: text, clean: false, refused: `the file is larger than ${limits.fileBytes / 1024 / 1024} MB` };
  }
  const lexed = lex(sections === undefined ? text : keepSections(text, sections));
  const pieces = split(lexed);
  const sql = lexed.skipped.length === 0 ? lexed.text : blankSkipped(lexed);
  if (pieces.length > limits.statements) {
    return { lexed, pieces, sql, clean: false, refused: `the file has more than ${limits.statements} statements` };
  }
  const clean = (isPlain(sql) || !hostile.test(sql)) && pieces.every((piece) => piece.depth <= limits.expressionDepth);
  return { lexed, pieces, sql, clean };
}

/** What must not reach a parser: NUL, at which it stops as if the text ended there, and halves of surrogate pairs, which no encoding can store. */
const hostile = /[\0\p{Surrogate}]/u;

// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is not plain
const notPlain = /[^\u0001-\u007f]/;

/** ASCII without NUL, as nearly every file is. */
export function isPlain(text: string): boolean {
  return !notPlain.test(text);
}

/** Why a statement is not handed to a parser at all, and where. */
export function refusal(text: string, span: Span, depth: number): { readonly message: string; readonly span: Span } | undefined {
  const found = hostile.exec(text.slice(span.start, span.end));
  if (found !== null) {
    const start = span.start + found.index;
    const what = found[0] === '\0' ? 'a NUL character' : 'half of a surrogate pair';
    return { message: `the statement holds ${what}, which PostgreSQL cannot read`, span: { start, end: start + 1 } };
  }
  if (depth > limits.expressionDepth) {
    return { message: `parentheses are nested deeper than ${limits.expressionDepth}`, span };
  }
  return undefined;
}

/**
 * The text outside the sections as blanks, line breaks kept. A section's last statement may lack its semicolon, so that one is put where the
 * blanks begin: the statement would else run into the next section. Sections may come in any order.
 */
function keepSections(text: string, sections: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  const skipTo = (to: number): void => {
    const blank = text.slice(at, to).replace(/[^\r\n]/g, ' ');
    // Behind a line break, for the section may end in a comment.
    parts.push(at > 0 && blank.length >= 2 ? `\n;${blank.slice(2)}` : blank);
  };
  for (const section of [...sections].sort((a, b) => a.start - b.start)) {
    if (section.end <= at) continue;
    const start = Math.max(section.start, at);
    skipTo(start);
    parts.push(text.slice(start, section.end));
    at = Math.min(section.end, text.length);
  }
  skipTo(text.length);
  return parts.join('');
}

/** A terminating psql command (`\g`) leaves a semicolon. */
function blankSkipped(lexed: Lexed): string {
  const parts: string[] = [];
  const ends = new Set<number>();
  for (let i = 0; i < lexed.tokens.kinds.length; i++) {
    if (lexed.tokens.kinds[i] === terminator) ends.add(lexed.tokens.starts[i] as number);
  }
  let at = 0;
  for (const { span } of lexed.skipped) {
    const length = span.end - span.start;
    parts.push(lexed.text.slice(at, span.start), ends.has(span.start) ? `;${' '.repeat(length - 1)}` : ' '.repeat(length));
    at = span.end;
  }
  parts.push(lexed.text.slice(at));
  return parts.join('');
}
