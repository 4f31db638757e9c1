import type { ExpressionNode } from '../operation/expression.ts';
import { columnOf, type Table } from './schema.ts';

/**
 * Whether it is certain that a column holds no NULL, so that SET NOT NULL need not look: it is NOT NULL already, or a valid, enforced constraint
 * says so, as ConstraintImpliedByRelConstraint proves it (PostgreSQL 12 and later, src/backend/commands/tablecmds.c). It takes `c IS NOT NULL`
 * as it stands, within AND, in every branch of OR, and behind NOT. It takes nothing else: `c > 0` is not false for NULL, so it proves nothing.
 */
export function provesNotNull(table: Table | undefined, column: string): boolean {
  if (columnOf(table, column)?.notNull) return true;
  return (table?.constraints ?? []).some(({ validated, enforced, definition }) => {
    if (!validated || !enforced) return false;
    if (definition.type === 'not-null') return definition.column === column;
    return definition.type === 'check' && impliesNotNull(definition.expression.tree, column);
  });
}

/** Whether an expression that is not false leaves no room for a NULL in the column. */
export function impliesNotNull(node: ExpressionNode, column: string): boolean {
  switch (node.kind) {
    case 'null-test':
      return node.negated && isColumn(node.argument, column);
    case 'distinct-test':
      // The parser makes a NULL test of IS [NOT] DISTINCT FROM NULL.
      return !node.negated && againstNull(node, column);
    case 'and':
      return node.arguments.some((each) => impliesNotNull(each, column));
    case 'or':
      return node.arguments.length > 0 && node.arguments.every((each) => impliesNotNull(each, column));
    case 'not':
      return refutesNull(node.argument, column);
    default:
      return false;
  }
}

/** The same for `NOT node`, by De Morgan's laws, as the planner moves NOT inwards. */
function refutesNull(node: ExpressionNode, column: string): boolean {
  switch (node.kind) {
    case 'null-test':
      return !node.negated && isColumn(node.argument, column);
    case 'distinct-test':
      return node.negated && againstNull(node, column);
    case 'or':
      return node.arguments.some((each) => refutesNull(each, column));
    case 'and':
      return node.arguments.length > 0 && node.arguments.every((each) => refutesNull(each, column));
    case 'not':
      return impliesNotNull(node.argument, column);
    default:
      return false;
  }
}

function againstNull(node: ExpressionNode & { readonly kind: 'distinct-test' }, column: string): boolean {
  const { left, right } = node;
  return (left.kind === 'null' && isColumn(right, column)) || (right.kind === 'null' && isColumn(left, column));
}

function isColumn(node: ExpressionNode, column: string): boolean {
  return node.kind === 'column' && node.path.at(-1) === column;
}
