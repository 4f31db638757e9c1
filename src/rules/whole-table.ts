import type { Expression, ExpressionNode } from '../operation/expression.ts';
import type { QualifiedName } from '../operation/name.ts';
import type { OperationOf } from '../operation/operation.ts';
import { columnOf, type Table } from '../schema/schema.ts';

type ColumnNode = Extract<ExpressionNode, { kind: 'column' }>;

/**
 * Whether every row is reached: WHERE is missing, it is constant and true, it tests what can only be true, or it asks for NULL in a column
 * that the unit under review added, and so are the conditions of joins. (A default that came with the column would leave no NULL, but nobody asks for it then; one that was set
 * afterwards leaves the rows as they are.)
 */
export function matchesEveryRow(operation: OperationOf<'update' | 'delete'>, table: Table | undefined, unit: number): boolean {
  const { where, joinedOn = [], reads, alias, table: name } = operation;
  const isAlone = reads.length === 0 && alias === undefined && joinedOn.length === 0;
  const isOwn = ({ path }: ColumnNode): boolean => {
    const qualifier = path.at(-2);
    return qualifier === undefined || isAlone || qualifier === (alias ?? name.name);
  };
  return [...(where ? [where.tree] : []), ...joinedOn].every((each) => always(each, { table, unit, reads, isOwn }));
}

/** What is known of the rows of a table, and the other tables that the statement reads. */
interface Known {
  readonly table: Table | undefined;
  readonly unit: number;
  readonly reads: readonly QualifiedName[];
  /** Whether a column is one of the table, and not of another that is read. */
  readonly isOwn: (column: ColumnNode) => boolean;
}

function always(node: ExpressionNode, known: Known): boolean {
  const { table, unit, isOwn } = known;
  switch (node.kind) {
    case 'constant':
      return node.type === 'bool' ? node.value === 'true' : node.type === 'int4' && Number(node.value) !== 0;
    case 'and':
      return node.arguments.every((each) => always(each, known));
    case 'or':
      return node.arguments.some((each) => always(each, known));
    case 'operator': {
      const { left, right } = node;
      if (node.operator !== '=' || left === undefined) return false;
      if (left.kind === 'constant' && right.kind === 'constant') return left.value === right.value;
      if (left.kind !== 'column' || right.kind !== 'column') return false;
      if (left.path.join('.') === right.path.join('.')) return isOwn(left) && isNotNull(left, table);
      return isForeignKey(left, right, known) || isForeignKey(right, left, known);
    }
    case 'null-test': {
      if (node.argument.kind !== 'column' || !isOwn(node.argument)) return false;
      if (node.negated) return isNotNull(node.argument, table);
      const column = columnOf(table, lastOf(node.argument));
      return column !== undefined && unit !== 0 && column.createdIn === unit && !column.notNull;
    }
    default:
      return false;
  }
}

/** Whether a column is NOT NULL and a foreign key to another one, of the only other table that is read: then every row has its match there. */
function isForeignKey(column: ColumnNode, other: ColumnNode, { table, reads: [read, ...others], isOwn }: Known): boolean {
  if (table === undefined || !isOwn(column) || read === undefined || others.length > 0 || !isNotNull(column, table)) return false;
  return table.constraints.some(
    ({ definition, validated, enforced, references }) =>
      definition.type === 'foreign-key' &&
      validated &&
      enforced &&
      references?.name === read.name &&
      String(definition.columns) === lastOf(column) &&
      String(definition.referencedColumns) === lastOf(other),
  );
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

function lastOf(node: ColumnNode): string {
  return node.path.at(-1) as string;
}
