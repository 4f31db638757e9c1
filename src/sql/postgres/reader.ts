import type { Node } from '@pgsql/types';
import type { Span } from '../../text/span.ts';
import type { Reader, SqlFile, Statement } from '../statement.ts';
import { withBesides } from './besides.ts';
import { isFailure, type ParseFailure, type Parser } from './parser.ts';
import { readExpression } from './read-expression.ts';
import { readStatement } from './read-statement.ts';
import { byteOffsets, codePointOffset, type Source, tokenAt, Unreadable } from './source.ts';
import { type Piece, type Prepared, prepare, refusal } from './split.ts';

/** PostgreSQL's own parser behind the contract. */
export function libpgReader(parser: Parser): Reader {
  return {
    name: 'libpg-query',
    read: (text, sections) => readFile(parser, text, sections),
    readExpression: (text) => readExpression(parser, text),
  };
}

/**
 * A file is parsed whole. Where that fails, or something in it must not reach the parser, it is divided by the lexer and read statement by
 * statement: twice the work at most, and one bad statement costs only itself.
 */
function readFile(parser: Parser, text: string, sections: readonly Span[] | undefined): SqlFile {
  const file = prepare(text, sections);
  const statements =
    file.refused === undefined ? readStatements(parser, file, text) : [unreadable({ start: 0, end: text.length }, file.refused)];
  return { statements: withBesides(statements, file.lexed), comments: file.lexed.comments };
}

function readStatements(parser: Parser, file: Prepared, text: string): readonly Statement[] {
  if (file.pieces.length === 0) return [];
  const whole = file.clean ? parser.parse(file.sql) : undefined;
  if (whole === undefined || isFailure(whole)) {
    return file.pieces.map((piece) => readPiece(parser, file, piece, text, whole));
  }
  const { tokens } = file.lexed;
  const offset = byteOffsets(file.sql);
  return whole.map(({ stmt, stmt_location = 0, stmt_len }) => {
    const first = tokenAt(tokens, offset(stmt_location));
    const last =
      stmt_len === undefined ? (file.pieces[file.pieces.length - 1] as Piece).last : tokenAt(tokens, offset(stmt_location + stmt_len)) - 1;
    return fromTree(parser, file, text, { first, last }, stmt as Node, offset);
  });
}

/** @param whole why the file could not be parsed whole: for a file of one statement it need not be tried again */
function readPiece(parser: Parser, file: Prepared, piece: Piece, text: string, whole: ParseFailure | undefined): Statement {
  const { tokens } = file.lexed;
  const span = { start: tokens.starts[piece.first] as number, end: tokens.ends[piece.last] as number };
  const fullSpan = withSemicolon(file, text, span, piece.last);
  const refused = refusal(file.sql, span, piece.depth);
  if (refused !== undefined) return { span, fullSpan, operations: [], unreadable: refused };
  const alone = whole !== undefined && file.pieces.length === 1 && file.lexed.unterminated === undefined;
  const start = alone ? 0 : span.start;
  // With the semicolon, so that an error is worded as in a file of one statement.
  const semicolon = tokens.starts[piece.last + 1];
  const sql = alone ? file.sql : file.sql.slice(span.start, semicolon === undefined ? span.end : semicolon + 1);
  const parsed = alone ? whole : parser.parse(sql);
  if (isFailure(parsed)) {
    const at = parsed.cursor === undefined ? undefined : start + codePointOffset(sql, parsed.cursor);
    return { span, fullSpan, operations: [], unreadable: { message: parsed.message, span: place(file, span, at) } };
  }
  const [statement] = parsed;
  if (statement === undefined || parsed.length > 1) {
    return { span, fullSpan, operations: [], unreadable: { message: 'it cannot be told where the statement ends', span } };
  }
  const shift = byteOffsets(sql);
  return fromTree(parser, file, text, piece, statement.stmt as Node, (byte) => span.start + shift(byte));
}

/** The token that an error points to; the whole statement where there is none. */
function place(file: Prepared, statement: Span, at: number | undefined): Span {
  if (at === undefined) return statement;
  const { tokens } = file.lexed;
  const token = tokenAt(tokens, at);
  const span = { start: tokens.starts[token] ?? 0, end: tokens.ends[token] ?? 0 };
  return span.start >= statement.start && span.start < statement.end ? span : statement;
}

function fromTree(
  parser: Parser,
  file: Prepared,
  text: string,
  { first, last }: { readonly first: number; readonly last: number },
  node: Node,
  offset: (byte: number) => number,
): Statement {
  const { tokens } = file.lexed;
  const span = { start: tokens.starts[first] as number, end: tokens.ends[last] as number };
  const fullSpan = withSemicolon(file, text, span, last);
  const source: Source = { text: file.sql, tokens, first, end: last + 1, offset, place: (each) => each, span };
  try {
    return { span, fullSpan, operations: readStatement(source, node, parser) };
  } catch (error) {
    if (error instanceof Unreadable)
      return { span, fullSpan, operations: [], unreadable: { message: error.message, span: error.span ?? span } };
    if (error instanceof RangeError)
      return { span, fullSpan, operations: [], unreadable: { message: 'the statement is nested too deeply', span } };
    throw error;
  }
}

/** A semicolon that the file has, and not one that stands for the end of a section. */
function withSemicolon({ lexed }: Prepared, text: string, span: Span, last: number): Span {
  const next = lexed.tokens.starts[last + 1];
  return next !== undefined && lexed.text[next] === ';' && text[next] === ';' ? { start: span.start, end: next + 1 } : span;
}

function unreadable(span: Span, message: string): Statement {
  return { span, fullSpan: span, operations: [], unreadable: { message, span } };
}
