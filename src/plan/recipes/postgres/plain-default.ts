import type { ExpressionNode } from '../../../operation/expression.ts';
import type { Column } from '../../../schema/schema.ts';
import { quoteLiteral } from '../../../sql/postgres/quote.ts';

/**
 * A column's default as text that gives the same value wherever it stands and whoever runs it: a constant, or the start of the transaction. A string is given
 * without its cast, whose type need not be on the search path of whoever writes a row; it takes the type of what it is assigned to.
 */
export function plainDefault({ default: value }: Column): string | undefined {
  return value === undefined ? undefined : plain(value.tree, value.text);
}

function plain(node: ExpressionNode, text: string): string | undefined {
  switch (node.kind) {
    case 'constant':
      return node.type === undefined ? quoteLiteral(node.value) : text;
    case 'cast':
      return node.argument.kind === 'constant' && node.argument.type === undefined ? quoteLiteral(node.argument.value) : undefined;
    case 'operator':
      return node.operator === '-' && node.left === undefined && node.right.kind === 'constant' ? text : undefined;
    case 'value-function':
      return text;
    case 'call':
      return node.function.name === 'now' && (node.function.schema ?? 'pg_catalog') === 'pg_catalog' ? 'now()' : undefined;
    default:
      return undefined;
  }
}
