import type { Operation } from '../../operation/operation.ts';
import type { Span } from '../../text/span.ts';
import { printTokens } from '../print-tokens.ts';
import { limits, type Reader, type SqlFile, type Statement } from '../statement.ts';
import { Cursor, Unreadable } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { type Lexed, lex, punctuation } from './lexer.ts';
import { expressionIn } from './parse.ts';
import { notOverTheRow } from './row-expression.ts';
import { newSession, type Session } from './run.ts';
import { type Piece, split } from './split.ts';
import { readStatement } from './statement.ts';

/**
 * The reader of MySQL and MariaDB. DDL is read from its tokens, by the manual's grammar; so are expressions and queries, as far as operations need
 * them. What is not known is an unreadable statement; of an ALTER TABLE, only the action.
 */
export function mysqlReader(dialect: Dialect): Reader {
  return {
    name: dialect.server,
    read: (text, sections) => readFile(dialect, text, sections),
    readExpression: (text) => readExpression(dialect, text),
  };
}

function readFile(dialect: Dialect, text: string, sections: readonly Span[] | undefined): SqlFile {
  const whole = { start: 0, end: text.length };
  if (text.length > limits.fileBytes || Buffer.byteLength(text) > limits.fileBytes) {
    return { statements: [unread(whole, whole, `the file is larger than ${limits.fileBytes / 1024 / 1024} MB`)], comments: [] };
  }
  const lexed = lex(text, dialect, sections);
  const pieces = split(lexed);
  if (pieces.length > limits.statements) {
    return { statements: [unread(whole, whole, `the file has more than ${limits.statements} statements`)], comments: lexed.comments };
  }
  const session = sessionOf(dialect);
  const statements = pieces.map((piece) => statementOf(session, lexed, piece));
  return { statements: withVersionedComments(statements, lexed), comments: lexed.comments };
}

/** A statement that stands alone in a versioned comment goes with its signs: `/*!50003 DROP TABLE t *\/;`. */
function withVersionedComments(statements: readonly Statement[], { versioned }: Lexed): readonly Statement[] {
  const comments = versioned.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return statements.map((statement, i) => {
    const { span, fullSpan } = statement;
    const before = statements[i - 1]?.fullSpan.end ?? 0;
    while (next < comments.length && (comments[next] as Span).start < before) next++;
    const comment = comments[next];
    const follows = statements[i + 1]?.span.start ?? Number.POSITIVE_INFINITY;
    if (comment === undefined || comment.start > span.start || comment.end < span.end || comment.end > follows) return statement;
    return { ...statement, fullSpan: { start: comment.start, end: Math.max(fullSpan.end, comment.end) } };
  });
}

function sessionOf(dialect: Dialect): Session {
  const session: Session = newSession({
    readStatement: (cursor, span) => known(() => readStatement(session, cursor, span), span),
    readText(text, span) {
      const lexed = lex(text, dialect);
      const place = (): Span => span;
      const pieces = split(lexed);
      session.left -= pieces.length;
      return pieces.flatMap(({ first, end, broken, depth }) => {
        const refused = broken?.message ?? refusal(lexed, first, end, depth);
        if (refused !== undefined) return [dynamic(span, refused)];
        const cursor = new Cursor({ text, tokens: lexed.tokens, place }, { from: first, to: end });
        return known(() => readStatement(session, cursor, span), span);
      });
    },
  });
  return session;
}

/** What is run by way of another statement and cannot be read is not known to do nothing. */
function known(read: () => ReturnType<typeof readStatement>, span: Span): readonly Operation[] {
  try {
    const { operations, unreadable } = read();
    return unreadable === undefined ? operations : [...operations, dynamic(span, unreadable.message)];
  } catch (error) {
    if (error instanceof Unreadable) return [dynamic(span, error.message)];
    throw error;
  }
}

const dynamic = (span: Span, why: string): Operation => ({ kind: 'dynamic-sql', span, reason: `what it runs cannot be read: ${why}` });

function statementOf(session: Session, lexed: Lexed, { first, end, depth, broken }: Piece): Statement {
  const { tokens, text } = lexed;
  const span = { start: tokens.starts[first] as number, end: tokens.ends[end - 1] as number };
  const semicolon = tokens.kinds[end] === punctuation ? (tokens.starts[end] as number) : undefined;
  const fullSpan = semicolon === undefined ? span : { start: span.start, end: semicolon + 1 };
  if (broken !== undefined) return { ...unread(span, fullSpan, broken.message), unreadable: broken };
  const refused = refusal(lexed, first, end, depth);
  if (refused !== undefined) return unread(span, fullSpan, refused);
  const cursor = new Cursor({ text, tokens, place: (each) => each }, { from: first, to: end });
  try {
    const { operations, unreadable } = readStatement(session, cursor, span);
    return { span, fullSpan, operations, ...(unreadable && { unreadable }) };
  } catch (error) {
    if (error instanceof Unreadable) return { span, fullSpan, operations: [], unreadable: { message: error.message, span: error.span } };
    if (error instanceof RangeError) return unread(span, fullSpan, 'the statement is nested too deeply');
    throw error;
  }
}

function unread(span: Span, fullSpan: Span, message: string): Statement {
  return { span, fullSpan, operations: [], unreadable: { message, span } };
}

/** What no server reads, or no reader should: halves of surrogate pairs, and what nests too deeply. */
const hostile = /[\0\p{Surrogate}]/u;

function refusal({ text, tokens, unterminated }: Lexed, first: number, end: number, depth: number): string | undefined {
  const start = tokens.starts[first] as number;
  const last = tokens.ends[end - 1] as number;
  if (unterminated !== undefined && unterminated.start < last && unterminated.start >= start) return `unterminated ${unterminated.what}`;
  const found = hostile.exec(text.slice(start, last));
  if (found !== null) return `the statement holds ${found[0] === '\0' ? 'a NUL character' : 'half of a surrogate pair'}`;
  return depth > limits.expressionDepth ? `parentheses are nested deeper than ${limits.expressionDepth}` : undefined;
}

/** The expression of `-- lockstep: backfill t.c = <expression>`, printed from its tokens. It is read inside parentheses, as it will stand. */
function readExpression(dialect: Dialect, text: string): ReturnType<Reader['readExpression']> {
  if (text.length > limits.fileBytes) return { refused: 'it is too long' };
  const sql = `(${text}\n)`;
  const lexed = lex(sql, dialect);
  const { kinds, starts, ends } = lexed.tokens;
  const last = kinds.length - 1;
  const { unterminated } = lexed;
  if (unterminated !== undefined) return { refused: `unterminated ${unterminated.what}` };
  if (last === 1) return { refused: 'there is no expression' };
  const [piece, ...more] = split(lexed);
  if (piece === undefined || more.length > 0 || piece.first !== 0 || piece.end !== kinds.length)
    return { refused: 'it is more than one statement' };
  const refused = refusal(lexed, 0, kinds.length, piece.depth);
  if (refused !== undefined) return { refused };
  try {
    const cursor = new Cursor({ text: sql, tokens: lexed.tokens, place: (each) => each }, { from: 0, to: kinds.length });
    if (cursor.closing(0) !== last) return { refused: 'it is not one expression' };
    const { tree } = expressionIn(cursor, { from: 1, to: last });
    const why = notOverTheRow(tree);
    if (why !== undefined) return { refused: why };
    const printed = printTokens(sql, { starts: starts.slice(1, last), ends: ends.slice(1, last) });
    return { expression: { text: text.trim(), tree }, printed };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    if (error instanceof RangeError) return { refused: 'it is nested too deeply' };
    throw error;
  }
}
