import type { Span } from '../../text/span.ts';
import { limits } from '../statement.ts';
import { bodyOf, readBlock } from './compound.ts';
import { Cursor, Unreadable } from './cursor.ts';
import { type Lexed, punctuation, terminator } from './lexer.ts';

/** A statement as a file is divided, by token. */
export interface Piece {
  readonly first: number;
  /** Behind its last token. */
  readonly end: number;
  /** How deep parentheses nest. */
  readonly depth: number;
  /** Why its block cannot be followed: it then goes as far as the client sends it. */
  readonly broken?: { readonly message: string; readonly span: Span };
}

/**
 * Divides a file as the client and the server do together: the client at its delimiter, the server what it is sent at semicolons, but for
 * those inside a stored program. A semicolon ends a statement even where a parenthesis is open, so that a forgotten one costs only its own.
 */
export function split(lexed: Lexed): readonly Piece[] {
  const { kinds } = lexed.tokens;
  const pieces: Piece[] = [];
  for (let first = 0; first < kinds.length; ) {
    let end = first;
    while (end < kinds.length && kinds[end] !== terminator) end++;
    splitSent(lexed, first, end, pieces);
    first = end + 1;
  }
  return pieces;
}

/** What the client sends at once. */
function splitSent(lexed: Lexed, from: number, to: number, pieces: Piece[]): void {
  const cursor = new Cursor({ ...lexed, place: (span) => span }, { from, to });
  const isSemicolon = (token: number): boolean =>
    lexed.tokens.kinds[token] === punctuation && lexed.text.charCodeAt(lexed.tokens.starts[token] as number) === 59;
  while (!cursor.done) {
    const first = cursor.at;
    if (isSemicolon(first)) {
      cursor.at++;
      continue;
    }
    const broken = skipBody(cursor);
    while (!cursor.done && !isSemicolon(cursor.at)) cursor.at++;
    const end = cursor.at;
    pieces.push({ first, end, depth: depthOf(lexed, first, end), ...(broken && { broken }) });
  }
}

/** Moves behind the body of a stored program, if one begins here. */
function skipBody(cursor: Cursor): Piece['broken'] {
  const body = bodyOf(cursor);
  if (body === undefined) return undefined;
  cursor.at = body;
  try {
    readBlock(cursor);
    return undefined;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    cursor.at = cursor.end;
    return { message: error.message, span: error.span };
  }
}

function depthOf({ text, tokens }: Lexed, first: number, end: number): number {
  let depth = 0;
  let deepest = 0;
  for (let token = first; token < end; token++) {
    if (tokens.kinds[token] !== punctuation) continue;
    const code = text.charCodeAt(tokens.starts[token] as number);
    if (code === 40 && ++depth > deepest) deepest = depth;
    else if (code === 41) depth--;
    if (deepest > limits.expressionDepth) break;
  }
  return deepest;
}
