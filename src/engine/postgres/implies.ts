import { type ExpressionNode, partsOf } from '../../operation/expression.ts';

/**
 * Whether rows that satisfy `known` satisfy `goal`, as far as PostgreSQL's planner proves it (`predicate_implied_by`, weak form: a CHECK
 * also holds where it is NULL). It proves by structure and by comparing constants; never more than the planner does.
 * https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-MAINTENANCE
 */
export function implies(known: readonly ExpressionNode[], goal: ExpressionNode, ordered: Ordered = byNumber): boolean {
  return proves(
    known.flatMap((each) => conjuncts(normal(each, false))),
    normal(goal, false),
    ordered,
  );
}

/** Compares two constants of the column's type, undefined where their order is not known here (text: by collation). */
export type Ordered = (column: string, a: string, b: string) => number | undefined;

const byNumber: Ordered = (_, a, b) => (isNumber(a) && isNumber(b) ? Number(a) - Number(b) : undefined);
export const isNumber = (text: string): boolean => /^[+-]?\d+(\.\d+)?$/.test(text);

/** `not` is pushed down to the tests, lists are taken apart: only AND, OR and tests remain. */
function normal(node: ExpressionNode, negated: boolean): ExpressionNode {
  switch (node.kind) {
    case 'not':
      return normal(node.argument, !negated);
    case 'and':
    case 'or': {
      const kind = (node.kind === 'and') !== negated ? 'and' : 'or';
      return { kind, arguments: node.arguments.map((each) => normal(each, negated)) };
    }
    case 'null-test':
      return { ...node, argument: bare(node.argument), negated: node.negated !== negated };
    case 'operator':
      return normalOperator(node, negated);
    default:
      return negated ? { kind: 'not', argument: bare(node) } : bare(node);
  }
}

const negations: Readonly<Record<string, string>> = { '<': '>=', '>=': '<', '>': '<=', '<=': '>', '=': '<>', '<>': '=', '!=': '=' };
const mirrored: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=', '=': '=', '<>': '<>', '!=': '<>' };

function normalOperator(node: Extract<ExpressionNode, { kind: 'operator' }>, negated: boolean): ExpressionNode {
  const elements = node.right.kind === 'list' || node.right.kind === 'array' ? node.right.arguments : undefined;
  if (node.quantifier !== undefined && node.left !== undefined && elements !== undefined) {
    const left = node.left;
    const each = elements.map((right): ExpressionNode => ({ kind: 'operator', operator: node.operator, left, right }));
    return normal({ kind: node.quantifier === 'any' ? 'or' : 'and', arguments: each }, negated);
  }
  const operator = negated ? negations[node.operator] : node.operator === '!=' ? '<>' : node.operator;
  if (operator === undefined || node.quantifier !== undefined || node.left === undefined) {
    return negated ? { kind: 'not', argument: bare(node) } : bare(node);
  }
  const [left, right] = [bare(node.left), bare(node.right)];
  const turned = mirrored[operator];
  if (left.kind === 'constant' && right.kind !== 'constant' && turned !== undefined)
    return { kind: 'operator', operator: turned, left: right, right: left };
  return { kind: 'operator', operator, left, right };
}

/** Without what does not change the meaning of a test: qualification, and casts around columns and constants. */
function bare(node: ExpressionNode): ExpressionNode {
  switch (node.kind) {
    case 'column':
      return { kind: 'column', path: node.path.slice(-1) };
    case 'cast': {
      const argument = bare(node.argument);
      return argument.kind === 'constant' || argument.kind === 'column' ? argument : { ...node, argument };
    }
    case 'constant':
      return { kind: 'constant', value: node.value };
    case 'operator': {
      const right = bare(node.right);
      if (node.left === undefined && node.operator === '-' && right.kind === 'constant')
        return { kind: 'constant', value: `-${right.value}` };
      return { ...node, right, ...(node.left === undefined ? {} : { left: bare(node.left) }) };
    }
    case 'call':
      return { ...node, function: { name: node.function.name }, arguments: node.arguments.map(bare) };
    default:
      return node;
  }
}

function conjuncts(node: ExpressionNode): readonly ExpressionNode[] {
  return node.kind === 'and' ? node.arguments.flatMap(conjuncts) : [node];
}

function proves(known: readonly ExpressionNode[], goal: ExpressionNode, ordered: Ordered): boolean {
  if (goal.kind === 'and') return goal.arguments.every((each) => proves(known, each, ordered));
  if (known.some((each) => each.kind !== 'or' && test(each, goal, ordered))) return true;
  if (goal.kind === 'or' && goal.arguments.some((each) => proves(known, each, ordered))) return true;
  return known.some((each) => each.kind === 'or' && each.arguments.every((way) => proves(conjuncts(way), goal, ordered)));
}

/** Whether one test proves another. */
function test(known: ExpressionNode, goal: ExpressionNode, ordered: Ordered): boolean {
  if (same(known, goal)) return true;
  const [a, b] = [comparison(known), comparison(goal)];
  if (a === undefined || b === undefined || !same(a.of, b.of)) return false;
  const order = a.value === b.value ? 0 : ordered(a.of.kind === 'column' ? (a.of.path[0] as string) : '', a.value, b.value);
  // Constants of a type whose order is not known here can still be told apart where both are equalities.
  if (order === undefined) return a.operator === '=' && b.operator === '<>';
  switch (b.operator) {
    case '=':
      return a.operator === '=' && order === 0;
    case '<>':
      return (a.operator === '=' && order !== 0) || (a.operator === '<>' && order === 0) || beyond(a.operator, order);
    case '>':
      return (a.operator === '>' && order >= 0) || ((a.operator === '=' || a.operator === '>=') && order > 0);
    case '>=':
      return ['=', '>', '>='].includes(a.operator) && order >= 0;
    case '<':
      return (a.operator === '<' && order <= 0) || ((a.operator === '=' || a.operator === '<=') && order < 0);
    case '<=':
      return ['=', '<', '<='].includes(a.operator) && order <= 0;
    default:
      return false;
  }
}

const beyond = (operator: string, order: number): boolean =>
  (operator === '>' && order >= 0) ||
  (operator === '>=' && order > 0) ||
  (operator === '<' && order <= 0) ||
  (operator === '<=' && order < 0);

function comparison(node: ExpressionNode): { readonly of: ExpressionNode; readonly operator: string; readonly value: string } | undefined {
  if (node.kind !== 'operator' || node.left === undefined || node.right.kind !== 'constant') return undefined;
  return { of: node.left, operator: node.operator, value: node.right.value };
}

/** The same tree, once both are in normal form. */
function same(a: ExpressionNode, b: ExpressionNode): boolean {
  const own = (node: ExpressionNode): string => JSON.stringify(node, (key, value) => (isPart(key) ? undefined : value));
  const [left, right] = [partsOf(a), partsOf(b)];
  return own(a) === own(b) && left.length === right.length && left.every((part, i) => same(part, right[i] as ExpressionNode));
}

const isPart = (key: string): boolean => ['argument', 'arguments', 'left', 'right', 'parts', 'text'].includes(key);
