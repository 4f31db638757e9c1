import astParser from 'pgsql-ast-parser';
import type { Span } from '../../../text/span.ts';
import type { Reader, Statement } from '../../statement.ts';
import { type Source, spanOf } from '../source.ts';
import { type Piece, type Prepared, prepare, refusal } from '../split.ts';
import { readExpression } from './backfill-expression.ts';
import { type Feed, feedOf, tokenOf, Unreadable } from './feed.ts';
import { readStatement } from './statement.ts';

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
      return { statements: prepared.pieces.map((piece) => statementOf(prepared, piece)), comments };
    },
    readExpression,
  };
}

function statementOf({ lexed }: Prepared, piece: Piece): Statement {
  const { text, tokens } = lexed;
  const span = { start: tokens.starts[piece.first] as number, end: tokens.ends[piece.last] as number };
  const fullSpan = piece.closed ? { start: span.start, end: tokens.ends[piece.last + 1] as number } : span;
  const unreadable = (message: string, where: Span): Statement => ({
    span,
    fullSpan,
    operations: [],
    unreadable: { message, span: where },
  });
  const refused = refusal(text, span, piece.depth);
  if (refused !== undefined) return unreadable(refused.message, refused.span);
  const source: Source = {
    text,
    tokens,
    first: piece.first,
    end: piece.last + 1,
    offset: (byte) => byte,
    place: (place) => place,
    span,
  };
  try {
    return { span, fullSpan, operations: operationsOf(feedOf(source)) };
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message, error.span);
    if (error instanceof RangeError) return unreadable('the statement is nested too deeply, or too large, for the parser', span);
    throw error;
  }
}

function operationsOf(source: Feed): ReturnType<typeof readStatement> {
  const [statement, ...more] = parse(source);
  if (statement === undefined || more.length > 0)
    throw new Unreadable('the reader without WebAssembly found no statement here', source.span);
  return readStatement(source, statement);
}

/** The parser throws on what it does not know, with the place of the token it stopped at; and on ambiguity, when its grammar has two trees for one text. */
function parse(source: Feed): ReturnType<typeof astParser.parse> {
  try {
    return astParser.parse(source.fed, { locationTracking: true });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    const offset = (error as { token?: { offset?: number } }).token?.offset;
    const token = offset === undefined ? source.first : tokenOf(source, { _location: { start: offset, end: offset } });
    const word =
      offset === undefined
        ? ''
        : `, at ${JSON.stringify(source.text.slice(source.tokens.starts[token], source.tokens.ends[token]).slice(0, 40))}`;
    throw new Unreadable(`the reader without WebAssembly cannot read this form${word}`, spanOf(source, { from: token, to: token + 1 }));
  }
}
