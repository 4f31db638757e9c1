import astParser, { type Expr, type Statement as ParsedStatement } from 'pgsql-ast-parser';
import type { Span } from '../../../text/span.ts';
import { limits, type Reader, type Statement } from '../../statement.ts';
import { withBesides } from '../besides.ts';
import { type Source, Unreadable } from '../source.ts';
import { type Piece, type Prepared, prepare, refusal } from '../split.ts';
import { readExpression } from './backfill-expression.ts';
import { type Feed, feedOf, keyword, refuse, textAt, tokenOf } from './feed.ts';
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
    readExpression: (text) => readExpression((source) => parse(source, 'expr') as Expr, text),
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
    return { span, fullSpan, operations: operationsOf(feedOf(source)) };
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message, error.span ?? span);
    if (error instanceof RangeError) return unreadable('the statement is nested too deeply, or too large, for the parser', span);
    throw error;
  }
}

function operationsOf(source: Feed): ReturnType<typeof readStatement> {
  if (keyword(source, source.first) === 'do') refuse('DO, because PL/pgSQL is beyond it', source, source.first);
  return readStatement(source, parse(source, 'main') as ParsedStatement);
}

/**
 * The parser throws on what it does not know, with the token that it stopped at, and on ambiguity, when its grammar has two trees for one text.
 * @param entry the rule of its grammar to begin with
 */
function parse(source: Feed, entry: 'main' | 'expr'): unknown {
  try {
    const [node] = astParser.parse(source.fed, { entry, locationTracking: true });
    if (depthOf(node) > limits.expressionDepth) throw new Unreadable(`the statement nests deeper than ${limits.expressionDepth}`);
    return node;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    if (error instanceof RangeError) throw new Unreadable('the statement is nested too deeply, or too large, for the parser');
    const offset = (error as { token?: { offset?: number } }).token?.offset;
    const token = offset === undefined ? source.end - 1 : tokenOf(source, { _location: { start: offset, end: offset } });
    return refuse(offset === undefined ? 'it ends too early' : `it stops at \`${textAt(source, token).slice(0, 40)}\``, source, token);
  }
}

/** How many nodes of a tree lie inside each other. Costs no stack: what is too deep is what is asked for. */
function depthOf(root: unknown): number {
  let deepest = 0;
  const todo = [{ value: root, depth: 0 }];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    const own = depth + ('type' in value ? 1 : 0);
    deepest = Math.max(deepest, own);
    for (const part of Object.values(value)) todo.push({ value: part, depth: own });
  }
  return deepest;
}
