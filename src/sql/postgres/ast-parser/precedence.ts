import type { Expr, ExprArrayIndex, ExprBinary, ExprCast, ExprMember, ExprTernary, ExprUnary } from 'pgsql-ast-parser';
import { operator } from '../lexer.ts';
import { type Feed, keyword, nesting, refuse, textAt, tokenOf } from './feed.ts';
import { typeToken } from './type-name.ts';

/**
 * The parser groups some operators otherwise than PostgreSQL: `a = b IS NULL` as `a = (b IS NULL)`, `a || b + c` as `(a || b) + c`, `a -> 'b'::text` as `(a -> 'b')::text`.
 * A tree is PostgreSQL's own if every operand that stands without parentheses binds tighter than the operator over it, or as tight where equals group that way.
 * That is checked at each operator, and a tree that fails is refused. Whether an operand has parentheses shows in how deep its operator's token lies.
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-PRECEDENCE
 */
export type OperatorNode = ExprBinary | ExprTernary | ExprUnary | ExprCast | ExprMember | ExprArrayIndex;

const not = 3;
const comparison = 5;
const matching = 6;
const other = 7;
const sign = 12;
const subscript = 13;
const typecast = 14;
const levels: Readonly<Record<string, number>> = {
  OR: 1,
  AND: 2,
  NOT: not,
  '=': comparison,
  '!=': comparison,
  '<': comparison,
  '>': comparison,
  '<=': comparison,
  '>=': comparison,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  '^': 10,
  'AT TIME ZONE': 11,
};

function levelOf(node: OperatorNode): number {
  switch (node.type) {
    case 'cast':
      return typecast;
    case 'arrayIndex':
      return subscript;
    case 'member':
      return other;
    case 'ternary':
      return matching;
    case 'unary':
      if (node.op.startsWith('IS')) return 4;
      return node.op === 'NOT' ? not : sign;
    case 'binary':
      if (node.opSchema !== undefined) return other;
      return /^(?:NOT )?(?:IN|LIKE|ILIKE)$/.test(node.op) ? matching : (levels[node.op] ?? other);
  }
}

function isOperator(node: Expr, source: Feed): node is OperatorNode {
  switch (node.type) {
    case 'binary':
    case 'ternary':
    case 'unary':
    case 'member':
    case 'arrayIndex':
      return true;
    case 'cast':
      return !isPrefixCast(source, node);
    default:
      return false;
  }
}

/** `CAST (x AS type)` and `type 'x'`, which group nothing. */
function isPrefixCast(source: Feed, node: ExprCast): boolean {
  return keyword(source, typeToken(source, node.to) - 1) !== '::';
}

/** @throws Unreadable where PostgreSQL would group the operands of `node` otherwise. */
export function checkGrouping(source: Feed, node: OperatorNode): void {
  if (!isOperator(node, source)) return;
  const level = levelOf(node);
  const depth = depthOf(source, node);
  const leftToRight = level <= 2 || (level >= other && level !== sign);
  const check = (operand: Expr, equalsGroup: boolean): void => {
    if (!isOperator(operand, source) || depthOf(source, operand) > depth) return;
    const inner = levelOf(operand);
    if (inner < level || (inner === level && !equalsGroup))
      refuse('operators whose grouping has to be told by parentheses', source, operatorToken(source, node));
  };
  switch (node.type) {
    case 'binary':
      check(node.left, leftToRight);
      check(node.right, false);
      break;
    case 'ternary':
      check(node.value, false);
      check(node.lo, false);
      check(node.hi, false);
      break;
    case 'unary':
      check(node.operand, node.op === 'NOT' || level === sign);
      break;
    case 'arrayIndex':
      check(node.array, true);
      break;
    default:
      check(node.operand, true);
  }
}

function depthOf(source: Feed, node: OperatorNode): number {
  let depth = 0;
  const at = operatorToken(source, node);
  for (let token = source.first; token < at; token++) depth += nesting(source, token);
  return depth;
}

/** The token of a node's operator: the first of its kind behind everything that its left operand mentions. */
export function operatorToken(source: Feed, node: OperatorNode): number {
  if (node.type === 'unary' && !node.op.startsWith('IS')) {
    const token = tokenOf(source, node);
    return operatorText(source, token) === node.op.toLowerCase() ? token : refuse('this expression', source, token);
  }
  const spellings = spellingsOf(node);
  for (let token = lastMention(source, leftOf(node)) + 1; token < source.end; token++) {
    if (spellings.includes(operatorText(source, token))) return token;
  }
  return refuse('this expression', source, tokenOf(source, node));
}

function leftOf(node: OperatorNode): Expr {
  switch (node.type) {
    case 'binary':
      return node.left;
    case 'ternary':
      return node.value;
    case 'arrayIndex':
      return node.array;
    default:
      return node.operand;
  }
}

function spellingsOf(node: OperatorNode): readonly string[] {
  switch (node.type) {
    case 'cast':
      return ['::'];
    case 'arrayIndex':
      return ['['];
    case 'member':
      return [node.op];
    case 'ternary':
      return ['between', 'not'];
    case 'unary':
      return ['is', 'isnull', 'notnull'];
    case 'binary':
      if (node.opSchema !== undefined) return ['operator'];
      switch (node.op) {
        case '!=':
          return ['!=', '<>'];
        case 'LIKE':
          return ['like', '~~'];
        case 'ILIKE':
          return ['ilike', '~~*'];
        case 'NOT LIKE':
          return ['not', '!~~'];
        case 'NOT ILIKE':
          return ['not', '!~~*'];
        case 'IN':
        case 'NOT IN':
          return ['in', 'not'];
        case 'AT TIME ZONE':
          return ['at'];
        default:
          return [node.op.toLowerCase()];
      }
  }
}

/** An operator of several signs does not end in `+` or `-` unless it holds one of `~ ! @ # % ^ & | ? `` `; what follows it is a sign of its own. */
function operatorText(source: Feed, token: number): string {
  const text = textAt(source, token);
  if (source.tokens.kinds[token] !== operator || /[~!@#%^&|`?]/.test(text)) return text.toLowerCase();
  return text.length > 1 && !text.startsWith('->') ? text.replace(/(?<=.)[+-]+$/, '') : text;
}

/** The last token that a tree mentions: of its nodes' beginnings, and of what has no node of its own: an `IS NULL`, the key in `a -> 'key'`. */
function lastMention(source: Feed, node: unknown): number {
  if (node === null || typeof node !== 'object') return -1;
  let last = -1;
  for (const [key, value] of Object.entries(node)) {
    last = Math.max(last, key === '_location' ? tokenOf(source, node) : lastMention(source, value));
  }
  const expression = node as Expr;
  if (expression.type === 'unary' && expression.op.startsWith('IS')) return Math.max(last, operatorToken(source, expression));
  if (expression.type === 'member') return Math.max(last, operatorToken(source, expression) + 1);
  return last;
}
