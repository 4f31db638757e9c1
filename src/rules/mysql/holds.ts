import type { ExpressionNode } from '../../operation/expression.ts';

/** A value as SQL knows it: a number, a string, NULL. */
export type Value = number | string | null;

/** What a literal says; undefined for anything that is no literal. */
export function literalValue(node: ExpressionNode): Value | undefined {
  if (node.kind === 'null') return null;
  if (node.kind === 'operator' && node.left === undefined && node.operator === '-') {
    const value = literalValue(node.right);
    return typeof value === 'number' ? -value : undefined;
  }
  if (node.kind !== 'constant') return undefined;
  if (node.type === undefined) return node.value;
  if (node.type === 'bool') return node.value === 'true' ? 1 : 0;
  return node.type === 'bit' ? undefined : Number(node.value);
}

/**
 * Whether a CHECK lets a row through whose one column in question has a value: true, false, or undefined where that cannot be told. As SQL has it, what is unknown
 * (NULL) lets through.
 */
export function letsThrough(check: ExpressionNode, column: string, value: Value): boolean | undefined {
  const found = truth(check, column, value);
  return found === null ? true : found;
}

/** SQL's three truths, and undefined for what is not followed. */
function truth(node: ExpressionNode, column: string, value: Value): boolean | null | undefined {
  const of = (each: ExpressionNode): boolean | null | undefined => truth(each, column, value);
  switch (node.kind) {
    case 'and':
      return joined(node.arguments.map(of), false);
    case 'or':
      return joined(node.arguments.map(of), true);
    case 'not': {
      const inner = of(node.argument);
      return typeof inner === 'boolean' ? !inner : inner;
    }
    case 'null-test': {
      const operand = operandOf(node.argument, column, value);
      return operand === undefined ? undefined : (operand === null) !== node.negated;
    }
    case 'operator': {
      if (node.left === undefined) return undefined;
      const left = operandOf(node.left, column, value);
      if (node.right.kind === 'list') {
        const found = node.right.arguments.map((each) => compare(node.operator, left, operandOf(each, column, value)));
        return joined(found, node.quantifier !== 'all');
      }
      return compare(node.operator, left, operandOf(node.right, column, value));
    }
    default:
      return undefined;
  }
}

/** OR where `decisive` is true, AND where it is false: one that is decisive decides, whatever the others are. */
function joined(truths: readonly (boolean | null | undefined)[], decisive: boolean): boolean | null | undefined {
  if (truths.includes(decisive)) return decisive;
  if (truths.includes(undefined)) return undefined;
  return truths.includes(null) ? null : !decisive;
}

function operandOf(node: ExpressionNode, column: string, value: Value): Value | undefined {
  if (node.kind !== 'column') return literalValue(node);
  return node.path.at(-1)?.toLowerCase() === column.toLowerCase() ? value : undefined;
}

function compare(operator: string, left: Value | undefined, right: Value | undefined): boolean | null | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left === null || right === null) return null;
  if (typeof left !== typeof right) return undefined;
  // Which strings are equal, and which comes first, is the collation's word; the same letters are the same in all.
  if (typeof left === 'string' && left !== right) return undefined;
  switch (operator) {
    case '=':
      return left === right;
    case '<>':
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return undefined;
  }
}
