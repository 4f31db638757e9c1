import type { ExpressionNode } from '../../operation/expression.ts';
import { limits } from '../statement.ts';
import type { Cursor } from './cursor.ts';
import { operator } from './lexer.ts';
import { operand } from './operand.ts';
import { behindNot, binding, bindingOf } from './precedence.ts';
import type { Reading } from './reading.ts';

/**
 * Expressions of MySQL and MariaDB, by operator precedence.
 * https://dev.mysql.com/doc/refman/9.5/en/expressions.html, https://dev.mysql.com/doc/refman/9.5/en/operator-precedence.html
 */

/** Reads an expression; what is not part of it is left. @param least how tightly an operator has to bind to belong to it */
export function expression(reading: Reading, least = 0): ExpressionNode {
  const { cursor } = reading;
  if (++reading.depth > limits.expressionDepth) cursor.fail(`an expression is nested deeper than ${limits.expressionDepth}`);
  const entered = reading.depth;
  let left = cursor.accept('not') ? ({ kind: 'not', argument: expression(reading, behindNot) } as const) : operand(reading);
  for (let name = operatorAt(cursor); name !== undefined && bindingOf(name) > least; name = operatorAt(cursor)) {
    const before = left;
    left = operation(reading, name, left);
    // A chain of AND is one node, any other is as deep as it is long.
    if (left.kind !== 'and' && left.kind !== 'or' && before.kind !== 'constant') reading.depth++;
    if (reading.depth > limits.expressionDepth) cursor.fail(`an expression is nested deeper than ${limits.expressionDepth}`);
  }
  reading.depth = entered - 1;
  return left;
}

const otherNames: Readonly<Record<string, string>> = { '&&': 'and', '!=': '<>', rlike: 'regexp', 'not rlike': 'not regexp' };

/** The binary operator that stands next. */
function operatorAt(cursor: Cursor): string | undefined {
  if (cursor.kindAt(cursor.at) === operator) {
    const name = cursor.raw(cursor.at);
    return binding.has(name) ? (otherNames[name] ?? name) : undefined;
  }
  const first = cursor.wordAt(cursor.at);
  const name = first === 'not' || first === 'sounds' || first === 'member' ? `${first} ${cursor.wordAt(cursor.at + 1)}` : first;
  const known = otherNames[name] ?? name;
  return binding.has(known) ? known : undefined;
}

function operation(reading: Reading, name: string, left: ExpressionNode): ExpressionNode {
  const { cursor } = reading;
  const isWord = cursor.kindAt(cursor.at) !== operator;
  cursor.at += isWord ? name.split(' ').length : 1;
  const own = bindingOf(name);
  const right = (): ExpressionNode => expression(reading, own);
  const compare = (symbol: string, a: ExpressionNode, b: ExpressionNode): ExpressionNode => ({
    kind: 'operator',
    operator: symbol,
    left: a,
    right: b,
  });
  switch (name) {
    case 'and':
    case 'or': {
      const argument = right();
      return {
        kind: name,
        arguments: left.kind === name && !reading.enclosed.has(left) ? [...left.arguments, argument] : [left, argument],
      };
    }
    case 'is':
      return test(cursor, left);
    case 'between':
    case 'not between': {
      const negated = name !== 'between';
      const low = expression(reading, own);
      cursor.expect('and');
      const high = expression(reading, own);
      return {
        kind: negated ? 'or' : 'and',
        arguments: [compare(negated ? '<' : '>=', left, low), compare(negated ? '>' : '<=', left, high)],
      };
    }
    case 'in':
    case 'not in':
      return among(reading, left, name === 'not in');
    case 'like':
    case 'not like': {
      const pattern = right();
      if (!cursor.accept('escape')) return compare(name, left, pattern);
      return { kind: 'opaque', name, arguments: [left, pattern, expression(reading, own)] };
    }
    case 'collate':
      return { kind: 'collate', argument: left, collation: { name: cursor.isString() ? cursor.string() : cursor.name('a collation') } };
    case ':=':
      // From right to left.
      return compare(name, left, expression(reading, own - 1));
    default: {
      const quantifier = cursor.accept('any', 'some', 'all');
      return { ...compare(name, left, right()), ...(quantifier && { quantifier: quantifier === 'all' ? 'all' : 'any' }) } as ExpressionNode;
    }
  }
}

/** IS [NOT] NULL, TRUE, FALSE, UNKNOWN, JSON … */
function test(cursor: Cursor, argument: ExpressionNode): ExpressionNode {
  const negated = cursor.accept('not') !== undefined;
  const what = cursor.expect('null', 'true', 'false', 'unknown');
  if (what === 'null') return { kind: 'null-test', argument, negated };
  return { kind: 'boolean-test', argument, test: negated ? `not ${what}` : what };
}

function among(reading: Reading, left: ExpressionNode, negated: boolean): ExpressionNode {
  const { cursor } = reading;
  const right = operand(reading);
  if (right.kind === 'subquery') return { ...right, arguments: [left, ...right.arguments] };
  const list: ExpressionNode = { kind: 'list', arguments: right.kind === 'row' ? right.arguments : [right] };
  if (cursor.done && list.arguments.length === 0) cursor.fail('a list is missing');
  return { kind: 'operator', operator: negated ? '<>' : '=', left, right: list, quantifier: negated ? 'all' : 'any' };
}
