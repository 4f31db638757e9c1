import type { ExpressionNode } from '../../operation/expression.ts';

/** Whether no two calls give the same: sequences and generators of identifiers, under whatever cast. */
export function isDistinct(node: ExpressionNode): boolean {
  if (node.kind === 'cast') return isDistinct(node.argument);
  return node.kind === 'call' && /^(nextval|(gen_random_)?uuid(v[47])?(_generate_v[14])?)$/.test(node.function.name);
}
