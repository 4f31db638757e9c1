import { type ExpressionNode, partsOf } from '../../operation/expression.ts';
import { notScalar } from './set-functions.ts';

/** Why a tree is not a scalar expression over the row. */
export function notOverTheRow(node: ExpressionNode): string | undefined {
  switch (node.kind) {
    case 'subquery':
      return 'it must not hold a subquery';
    case 'parameter':
      return `it must not hold a parameter ($${node.number})`;
    case 'column':
      if (node.path.includes('*')) return 'it must name single columns, not *';
      break;
    case 'call':
      if (node.aggregate) return `${node.function.name}() is used as an aggregate`;
      if (node.window) return `${node.function.name}() is used as a window function`;
      if (notScalar.has(node.function.name) && (node.function.schema ?? 'pg_catalog') === 'pg_catalog') {
        return `${node.function.name}() does not give one value a row`;
      }
      break;
    case 'opaque':
      if (/^(SetToDefault|CurrentOfExpr|GroupingFunc|MultiAssignRef|SelectStmt)$|Agg$|QueryConstructor$/.test(node.name))
        return 'it is not an expression over the row';
  }
  for (const part of partsOf(node)) {
    const refused = notOverTheRow(part);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
