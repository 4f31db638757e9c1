import type { Node, SelectStmt } from '@pgsql/types';
import { printTokens } from '../print-tokens.ts';
import type { Reader } from '../statement.ts';
import { pick } from './ast.ts';
import { treeOf } from './expression.ts';
import { lex } from './lexer.ts';
import { isFailure, type Parser } from './parser.ts';
import { notOverTheRow } from './row-expression.ts';
import { byteOffsets, type Source, Unreadable } from './source.ts';
import { prepare, refusal } from './split.ts';

const prefix = 'SELECT ';

/**
 * The expression of `-- lockstep: backfill t.c = <expression>`: exactly one scalar expression over the row.
 *
 * It is printed from its tokens, one blank where white space or a comment stood, and the print is accepted only if, read again inside
 * parentheses, it has the same tree: nothing but the expression can be in it, and it is in the author's own words. (Printing with
 * pgsql-deparser was the other way: half a megabyte more to load, and words that are not the author's.)
 */
export function readExpression(parser: Parser, text: string): ReturnType<Reader['readExpression']> {
  const { lexed, pieces, refused } = prepare(text);
  if (refused !== undefined) return { refused };
  const depth = pieces[0]?.depth ?? 0;
  const hostile = refusal(text, { start: 0, end: text.length }, depth);
  if (hostile !== undefined) return { refused: hostile.message };
  if (lexed.skipped.length > 0) return { refused: 'it holds a psql command' };
  const printed = printTokens(text, lexed.tokens);
  if (printed === '') return { refused: 'there is no expression' };
  const read = target(parser, `${prefix}${text}\n`);
  if ('refused' in read) return read;
  try {
    const tree = treeOf(sourceOf(`${prefix}${text}`), read.node);
    const why = notOverTheRow(tree);
    if (why !== undefined) return { refused: why };
    const again = target(parser, `${prefix}(${printed}\n)`);
    if ('refused' in again || !sameTree(read.node, again.node)) return { refused: 'it is not one expression' };
    return { expression: { text: text.trim(), tree }, printed };
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    throw error;
  }
}

/** The one target of a SELECT that is nothing else. */
function target(parser: Parser, sql: string): { readonly node: Node } | { readonly refused: string } {
  const parsed = parser.parse(sql);
  if (isFailure(parsed)) return { refused: parsed.message };
  const select = parsed.length === 1 ? pick(parsed[0]?.stmt, 'SelectStmt') : undefined;
  if (select === undefined) return { refused: 'it is more than one statement' };
  const allowed: (keyof SelectStmt)[] = ['targetList', 'limitOption', 'op'];
  const extra = Object.keys(select).find((key) => !allowed.includes(key as keyof SelectStmt));
  const [first, second] = select.targetList ?? [];
  const result = pick(first, 'ResTarget');
  if (extra !== undefined || second !== undefined || select.op !== 'SETOP_NONE' || result?.val === undefined) {
    return { refused: 'it must be one expression, without FROM or another clause' };
  }
  if (result.name !== undefined) return { refused: `it must not be named (AS ${result.name})` };
  return { node: result.val };
}

/** Equal but for the places in the text. */
function sameTree(a: unknown, b: unknown): boolean {
  const plain = (node: unknown): string =>
    JSON.stringify(node, (key, value) => (/location$|^(list|rexpr_list)_(start|end)$/.test(key) ? undefined : value));
  return plain(a) === plain(b);
}

function sourceOf(text: string): Source {
  const { tokens } = lex(text);
  const span = { start: 0, end: text.length };
  return { text, tokens, first: 0, end: tokens.kinds.length, offset: byteOffsets(text), place: (each) => each, span };
}
