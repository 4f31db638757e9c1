import type { ExpressionNode } from '../operation/expression.ts';
import type { OperationOf } from '../operation/operation.ts';
import { columnOf, type Table } from '../schema/schema.ts';

/**
 * The columns for which an INSERT must give a value once the operation has run, unless they have a default. A NOT VALID constraint
 * counts too: it spares the old rows only.
 */
export function requiresValue(
  operation: OperationOf<'set-not-null' | 'drop-default' | 'add-constraint' | 'redefine-column'>,
  table: Table | undefined,
): readonly string[] {
  switch (operation.kind) {
    case 'set-not-null':
      return [operation.column];
    case 'redefine-column': {
      const { notNull, default: byDefault, autoIncrement, generated } = operation.definition;
      return notNull && byDefault === undefined && !autoIncrement && generated === undefined ? [operation.column] : [];
    }
    case 'drop-default':
      return columnOf(table, operation.column)?.notNull ? [operation.column] : [];
    case 'add-constraint': {
      const { constraint } = operation;
      if (constraint.notEnforced) return [];
      if (constraint.type === 'not-null') return [constraint.column];
      if (constraint.type === 'primary-key')
        return constraint.usingIndex === undefined ? constraint.columns : indexColumns(table, constraint.usingIndex);
      return constraint.type === 'check' ? refusesNull(constraint.expression.tree) : [];
    }
  }
}

/** The columns that `x IS NOT NULL`, alone or joined by AND, keeps from being NULL. */
function refusesNull(node: ExpressionNode): readonly string[] {
  if (node.kind === 'and') return node.arguments.flatMap(refusesNull);
  return node.kind === 'null-test' && node.negated && node.argument.kind === 'column' ? node.argument.path.slice(-1) : [];
}

function indexColumns(table: Table | undefined, name: string): readonly string[] {
  const index = table?.indexes.find((each) => each.name === name);
  return index?.definition.elements.flatMap((each) => (each.column === undefined ? [] : [each.column])) ?? [];
}
