import { type ExpressionNode, partsOf } from '../../operation/expression.ts';

/** Why a tree is not a scalar expression over the row. */
export function notOverTheRow(node: ExpressionNode): string | undefined {
  switch (node.kind) {
    case 'subquery':
      return 'it must not hold a subquery';
    case 'parameter':
      return 'it must not hold a parameter (?)';
    case 'column':
      if (node.path.includes('*')) return 'it must name single columns, not *';
      break;
    case 'call':
      if (node.window) return `${node.function.name}() is used as a window function`;
      if (node.aggregate) return `${node.function.name}() is used as an aggregate`;
      break;
    case 'opaque':
      if (node.name.startsWith('@')) return `it must not hold a variable (${node.name})`;
      break;
    case 'operator':
      if (node.operator === ':=') return 'it must not assign a variable';
      break;
  }
  for (const part of partsOf(node)) {
    const refused = notOverTheRow(part);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
