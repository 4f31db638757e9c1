import { constraintOf } from '../../../engine/postgres/partition-bound.ts';
import type { ExpressionNode } from '../../../operation/expression.ts';
import type { PartitionBound, PartitionKey } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';

/**
 * What a partition's bound demands of its rows, as SQL for a CHECK that proves it: in the form in which PostgreSQL holds it, or it would not see the proof.
 * @returns undefined for hash partitions, which no CHECK proves, and for DEFAULT
 */
export function boundText(key: PartitionKey, bound: PartitionBound): string | undefined {
  const demanded = constraintOf(key, bound);
  if (demanded === undefined) return undefined;
  const values = bound.kind === 'range' ? [...bound.from, ...bound.to] : bound.kind === 'list' ? bound.values : [];
  const expressions = key.elements.flatMap((each) => each.expression ?? []);
  const texts = new Map<ExpressionNode, string>([
    ...values.map((each) => [each.tree, each.text] as const),
    ...expressions.map((each) => [each.tree, `(${each.text})`] as const),
  ]);
  const text = print(demanded, texts);
  return demanded.kind === 'and' || demanded.kind === 'or' ? text?.slice(1, -1) : text;
}

function print(node: ExpressionNode, texts: ReadonlyMap<ExpressionNode, string>): string | undefined {
  const known = texts.get(node);
  if (known !== undefined) return known;
  const of = (each: ExpressionNode): string | undefined => print(each, texts);
  switch (node.kind) {
    case 'column':
      return node.path.map((each) => quoteIdentifier(each)).join('.');
    case 'null-test':
      return joined([of(node.argument), node.negated ? 'IS NOT NULL' : 'IS NULL'], ' ');
    case 'and':
    case 'or': {
      const parts = joined(node.arguments.map(of), node.kind === 'and' ? ' AND ' : ' OR ');
      return parts === undefined ? undefined : `(${parts})`;
    }
    case 'operator':
      return joined([node.left && of(node.left), node.operator, of(node.right)], ' ');
    default:
      return undefined;
  }
}

function joined(parts: readonly (string | undefined)[], by: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(by);
}
