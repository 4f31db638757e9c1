import { columnsIn, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import type { Constraint, Table } from '../../../schema/schema.ts';

/**
 * Whether a constraint may refuse a row because one of its columns is NULL in it. A CHECK lets NULL pass as long as its expression hands NULL on; a
 * foreign key does unless it is MATCH FULL over several columns; a unique key unless it takes NULLs for equal.
 */
export function mayRefuseNull({ definition, enforced, name }: Constraint, table: Table | undefined, column: string): boolean {
  if (!enforced) return false;
  switch (definition.type) {
    case 'check':
      return columnsIn(definition.expression.tree).includes(column) && !handsNullOn(definition.expression.tree, column);
    case 'foreign-key':
      return definition.columns.includes(column) && definition.columns.length > 1 && definition.match === 'full';
    case 'unique':
      return (
        definition.columns.includes(column) &&
        (definition.nullsNotDistinct ?? table?.indexes.find((each) => each.name === name)?.definition.nullsNotDistinct) === true
      );
    case 'primary-key':
    case 'not-null':
    case 'exclude':
      return false;
  }
}

/** Whether an expression is NULL (or TRUE) wherever the column is: nothing in it looks at NULL itself, and nothing but operators and AND stand around it. */
function handsNullOn(node: ExpressionNode, column: string): boolean {
  if (node.kind === 'and') return node.arguments.every((each) => handsNullOn(each, column));
  if (node.kind === 'or') return node.arguments.some((each) => handsNullOn(each, column));
  return columnsIn(node).includes(column) && !someNode(node, (each) => !strict.has(each.kind) && columnsIn(each).includes(column));
}

/** What gives NULL for NULL. Calls are not among them: a function need not be strict. */
const strict: ReadonlySet<ExpressionNode['kind']> = new Set<ExpressionNode['kind']>(['column', 'operator', 'not', 'cast', 'collate']);
