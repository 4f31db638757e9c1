import astParser, { type Expr, type Statement } from 'pgsql-ast-parser';
import { limits } from '../../statement.ts';
import { Unreadable } from '../source.ts';
import { type Feed, refuse, textAt, tokenOf } from './feed.ts';

export function parseStatement(source: Feed): Statement {
  return parse(source, 'main') as Statement;
}

/** The tree of what is one expression and nothing else. */
export function parseExpression(source: Feed): Expr {
  return parse(source, 'expr') as Expr;
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
