import { printTokens } from '../../print-tokens.ts';
import type { Reader } from '../../statement.ts';
import { notOverTheRow } from '../row-expression.ts';
import { Unreadable } from '../source.ts';
import { prepare, refusal } from '../split.ts';
import { expression } from './expression.ts';
import { feedOf } from './feed.ts';
import { parseExpression } from './parse.ts';

/**
 * The expression of `-- lockstep: backfill t.c = <expression>`. The parser is asked for an expression and for nothing else, so that what it accepts is one;
 * it is printed from its tokens.
 */
export function readExpression(text: string): ReturnType<Reader['readExpression']> {
  const { lexed, pieces, refused } = prepare(text);
  const span = { start: 0, end: text.length };
  const [piece] = pieces;
  const why = refused ?? refusal(text, span, piece?.depth ?? 0)?.message;
  if (why !== undefined) return { refused: why };
  if (piece === undefined) return { refused: 'there is no expression' };
  if (lexed.skipped.length > 0) return { refused: 'it holds a psql command' };
  if (pieces.length > 1 || piece.closed) return { refused: 'it is more than one statement' };
  const { tokens } = lexed;
  const end = tokens.kinds.length;
  try {
    const source = feedOf({ text, tokens, first: 0, end, offset: (byte) => byte, place: (place) => place, span });
    const read = expression(source, parseExpression(source), { from: 0, to: end });
    const reason = notOverTheRow(read.tree);
    if (reason !== undefined) return { refused: reason };
    return { expression: { ...read, text: text.trim() }, printed: printTokens(text, tokens) };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    throw error;
  }
}
