import type { ExpressionNode } from '../../operation/expression.ts';
import type { PartitionBound, PartitionKey } from '../../operation/operation.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import type { At } from './at.ts';
import { implies, isNumber, type Ordered } from './implies.ts';
import { provenChecks } from './row-tests.ts';
import { builtInName } from './types.ts';

/**
 * What a bound demands of every row, as an expression: `get_qual_from_partbound`.
 * @returns undefined where nothing can prove it: hash partitions, and DEFAULT, whose demand is made of all the other bounds
 */
export function constraintOf(key: PartitionKey, bound: PartitionBound): ExpressionNode | undefined {
  const columns = key.elements.map(keyExpression);
  switch (bound.kind) {
    case 'range':
      return all([
        ...columns.map(notNull),
        ...rangeTests(
          columns,
          bound.from.map((each) => each.tree),
          bound.to.map((each) => each.tree),
        ),
      ]);
    case 'list': {
      const column = columns[0] as ExpressionNode;
      const values = bound.values.map((each) => each.tree).filter((value) => value.kind !== 'null');
      const among = any(values.map((value) => compare(column, '=', value)));
      const takesNull = values.length < bound.values.length;
      return takesNull ? any([{ kind: 'null-test', argument: column, negated: false }, among]) : all([notNull(column), among]);
    }
    default:
      return undefined;
  }
}

function keyExpression(element: PartitionKey['elements'][number]): ExpressionNode {
  return element.column === undefined
    ? (element.expression?.tree ?? { kind: 'opaque', name: 'key', arguments: [] })
    : { kind: 'column', path: [element.column] };
}

/** The leading keys whose bounds are equal are equalities; from the first that differs on, each bound is a comparison of rows. */
function rangeTests(columns: readonly ExpressionNode[], from: readonly ExpressionNode[], to: readonly ExpressionNode[]): ExpressionNode[] {
  const text = (node: ExpressionNode | undefined): string => JSON.stringify(node);
  let first = 0;
  while (first < columns.length - 1 && text(from[first]) === text(to[first]) && !isInfinite(from[first])) first++;
  const prefix = columns.slice(0, first).map((column, i) => compare(column, '=', from[i] as ExpressionNode));
  const lower = rowComparison(columns.slice(first), from.slice(first), '>');
  const upper = rowComparison(columns.slice(first), to.slice(first), '<');
  return [...prefix, ...lower, ...upper];
}

/** `(a, b) >= (x, y)` is `a > x OR (a = x AND b >= y)`; the upper bound is exclusive. Nothing where the bound is infinite. */
function rowComparison(columns: readonly ExpressionNode[], bound: readonly ExpressionNode[], operator: '<' | '>'): ExpressionNode[] {
  const arms: ExpressionNode[] = [];
  for (let i = 0; i < columns.length; i++) {
    const equal = columns.slice(0, i).map((column, at) => compare(column, '=', bound[at] as ExpressionNode));
    if (isInfinite(bound[i])) {
      if (i === 0 && isOpen(bound[i], operator)) return [];
      break;
    }
    // The server says the same in one arm where the next bound lets every row in.
    const open = isOpen(bound[i + 1], operator);
    const last = i === columns.length - 1 && operator === '>';
    arms.push(all([...equal, compare(columns[i] as ExpressionNode, open || last ? `${operator}=` : operator, bound[i] as ExpressionNode)]));
    if (open) break;
  }
  return [any(arms)];
}

function isInfinite(node: ExpressionNode | undefined): 'minvalue' | 'maxvalue' | undefined {
  const name = node?.kind === 'opaque' ? node.name.toLowerCase() : undefined;
  return name === 'minvalue' || name === 'maxvalue' ? name : undefined;
}

/** An infinite bound that every row lies within. */
const isOpen = (node: ExpressionNode | undefined, operator: '<' | '>'): boolean =>
  isInfinite(node) === (operator === '>' ? 'minvalue' : 'maxvalue');

const notNull = (argument: ExpressionNode): ExpressionNode => ({ kind: 'null-test', argument, negated: true });
const compare = (left: ExpressionNode, operator: string, right: ExpressionNode): ExpressionNode => ({
  kind: 'operator',
  operator,
  left,
  right,
});
const all = (of: readonly ExpressionNode[]): ExpressionNode =>
  of.length === 1 ? (of[0] as ExpressionNode) : { kind: 'and', arguments: of };
const any = (of: readonly ExpressionNode[]): ExpressionNode =>
  of.length === 1 ? (of[0] as ExpressionNode) : { kind: 'or', arguments: of };
const not = (argument: ExpressionNode): ExpressionNode => ({ kind: 'not', argument });

/** Whether the table's own CHECK and NOT NULL constraints prove that every row satisfies the bound, or (`excluded`) that none does. */
export function provesBound(at: At, table: Table | undefined, key: PartitionKey, bound: PartitionBound, excluded: boolean): boolean {
  const demanded = constraintOf(key, bound);
  if (table === undefined || demanded === undefined) return false;
  const known = [
    ...provenChecks(table),
    ...table.columns.filter((column) => column.notNull).map((column) => notNull({ kind: 'column', path: [column.name] })),
  ];
  return implies(known, excluded ? not(demanded) : demanded, orderIn(at, table));
}

/** Numbers by value, dates as ISO text; the order of texts hangs on the collation and stays unknown. */
function orderIn(at: At, table: Table): Ordered {
  return (column, a, b) => {
    if (isNumber(a) && isNumber(b)) return Number(a) - Number(b);
    const type = columnOf(table, column)?.type;
    if (type === undefined || !/^(date|timestamp|timestamptz)$/.test(builtInName(at.schema, type) ?? '')) return undefined;
    const [left, right] = [isoTime(a), isoTime(b)];
    return left === undefined || right === undefined ? undefined : left < right ? -1 : left > right ? 1 : 0;
  };
}

/** `2024-01-01`, `2024-01-01 12:00`, `2024-01-01T12:00:00` in one form; anything else (time zones, fractions) is not compared. */
function isoTime(text: string): string | undefined {
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(?::(\d\d))?)?$/.exec(text.trim());
  return match === null ? undefined : `${match[1]} ${match[2] ?? '00:00'}:${match[3] ?? '00'}`;
}
