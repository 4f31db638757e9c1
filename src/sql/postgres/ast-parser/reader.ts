import type { Operation } from '../../../operation/operation.ts';
import type { Span } from '../../../text/span.ts';
import type { Reader, Statement } from '../../statement.ts';
import { withBesides } from '../besides.ts';
import { is, type Source, Unreadable } from '../source.ts';
import { type Piece, type Prepared, prepare, refusal } from '../split.ts';
import { readAlterTable } from './alter-table.ts';
import { readExpression } from './backfill-expression.ts';
import { feedOf, refuse } from './feed.ts';
import { readForm } from './forms.ts';
import { parseStatement } from './parse.ts';
import { partitionKey, partitionToken } from './partition-key.ts';
import { readStatement } from './statement.ts';

/** Tokens of one statement. The parser's time grows with their square: 10,000 values of an IN take it a second, 32,000 of them 16 seconds and a gigabyte. */
const maximumTokens = 10_000;

/**
 * The second reader of PostgreSQL, for where WebAssembly is unavailable (`node --jitless`): the same operations, by a parser in plain JavaScript.
 * That parser knows a part of the language, an older one, and does not always read it as PostgreSQL does. What it does not know, or may have lost,
 * is an unreadable statement here, never silence. The grammar of pgsql-ast-parser 12.0.2 has been gone through rule by rule for that; a newer one has to be again.
 */
export async function astParserReader(): Promise<Reader> {
  return {
    name: 'pgsql-ast-parser',
    read(text, sections) {
      const prepared = prepare(text, sections);
      const { comments } = prepared.lexed;
      if (prepared.refused !== undefined) {
        const span = { start: 0, end: text.length };
        return { statements: [{ span, fullSpan: span, operations: [], unreadable: { message: prepared.refused, span } }], comments };
      }
      const statements = prepared.pieces.map((piece) => statementOf(text, prepared, piece));
      return { statements: withBesides(statements, prepared.lexed), comments };
    },
    readExpression,
  };
}

/** @param text the file's; a semicolon that is not in it only stands for the end of a section */
function statementOf(text: string, { lexed, sql }: Prepared, piece: Piece): Statement {
  const { tokens } = lexed;
  const span = { start: tokens.starts[piece.first] as number, end: tokens.ends[piece.last] as number };
  const behind = tokens.starts[piece.last + 1];
  const fullSpan = piece.closed && behind !== undefined && text[behind] === ';' ? { start: span.start, end: behind + 1 } : span;
  const unreadable = (message: string, where: Span): Statement => ({
    span,
    fullSpan,
    operations: [],
    unreadable: { message, span: where },
  });
  const refused = refusal(sql, span, piece.depth);
  if (refused !== undefined) return unreadable(refused.message, refused.span);
  const { unterminated } = lexed;
  if (unterminated !== undefined && unterminated.start >= span.start && unterminated.start < span.end)
    return unreadable(`unterminated ${unterminated.what}`, { start: unterminated.start, end: span.end });
  if (piece.last - piece.first >= maximumTokens)
    return unreadable(`the reader without WebAssembly takes at most ${maximumTokens} words a statement`, span);
  const source: Source = {
    text: sql,
    tokens,
    first: piece.first,
    end: piece.last + 1,
    offset: (byte) => byte,
    place: (place) => place,
    span,
  };
  try {
    return { span, fullSpan, operations: operationsOf(source) };
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message, error.span ?? span);
    if (error instanceof RangeError) return unreadable('the statement is nested too deeply, or too large, for the parser', span);
    throw error;
  }
}

/** Most go through the parser; some forms that it does not know are read from their tokens. */
function operationsOf(source: Source): readonly Operation[] {
  if (is(source, source.first, 'do')) refuse('DO, because PL/pgSQL is beyond it', source, source.first);
  if (is(source, source.first, 'alter') && is(source, source.first + 1, 'table')) return readAlterTable(source);
  const form = readForm(source);
  if (form !== undefined) return form;
  const end = partitionToken(source);
  const feed = feedOf({ ...source, end });
  const operations = readStatement(feed, parseStatement(feed));
  if (end === source.end) return operations;
  const partitionBy = partitionKey(source, { from: end, to: source.end });
  return operations.map((each) => (each.kind === 'create-table' ? { ...each, partitionBy } : refuse('PARTITION BY here', source, end)));
}
