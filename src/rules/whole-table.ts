import type { Expression, ExpressionNode } from '../operation/expression.ts';
import { columnOf, type Table } from '../schema/schema.ts';

/**
 * Whether a WHERE lets every row through: it is missing, it is constant and true, it tests what can only be true, or it asks for NULL in a column
 * that the unit under review added. (A default that came with the column would leave no NULL, but nobody asks for it then; one that was set
 * afterwards leaves the rows as they are.)
 */
export function matchesEveryRow(where: Expression | undefined, table: Table | undefined, unit: number): boolean {
  return where === undefined || always(where.tree, table, unit);
}

function always(node: ExpressionNode, table: Table | undefined, unit: number): boolean {
  switch (node.kind) {
    case 'constant':
      return node.type === 'bool' ? node.value === 'true' : false;
    case 'and':
      return node.arguments.every((each) => always(each, table, unit));
    case 'or':
      return node.arguments.some((each) => always(each, table, unit));
    case 'operator': {
      const { left, right } = node;
      if (node.operator !== '=' || left === undefined) return false;
      if (left.kind === 'constant' && right.kind === 'constant') return left.value === right.value;
      return left.kind === 'column' && right.kind === 'column' && left.path.join('.') === right.path.join('.') && isNotNull(left, table);
    }
    case 'null-test': {
      if (node.argument.kind !== 'column') return false;
      if (node.negated) return isNotNull(node.argument, table);
      const column = columnOf(table, lastOf(node.argument));
      return column !== undefined && unit !== 0 && column.createdIn === unit && !column.notNull;
    }
    default:
      return false;
  }
}

/** Whether a WHERE compares a whole key of the table with constants: it touches one row, or as many as an IN list has values. */
export function touchesOneRow(where: Expression | undefined, table: Table | undefined): boolean {
  if (where === undefined || table === undefined) return false;
  const fixed = new Set(fixedColumns(where.tree));
  const keys = table.constraints.flatMap(({ definition }) =>
    definition.type === 'primary-key' || definition.type === 'unique' ? [definition.columns] : [],
  );
  return keys.some((columns) => columns.length > 0 && columns.every((column) => fixed.has(column)));
}

function fixedColumns(node: ExpressionNode): readonly string[] {
  if (node.kind === 'and') return node.arguments.flatMap(fixedColumns);
  if (node.kind !== 'operator' || node.operator !== '=' || node.left === undefined) return [];
  const { left, right } = node;
  const constant = right.kind === 'list' ? right.arguments.every(isConstant) : isConstant(right);
  return left.kind === 'column' && constant ? [lastOf(left)] : [];
}

function isConstant(node: ExpressionNode): boolean {
  return node.kind === 'constant' || (node.kind === 'cast' && isConstant(node.argument));
}

function isNotNull(node: ExpressionNode, table: Table | undefined): boolean {
  return node.kind === 'column' && columnOf(table, lastOf(node))?.notNull === true;
}

function lastOf(node: Extract<ExpressionNode, { kind: 'column' }>): string {
  return node.path.at(-1) as string;
}
