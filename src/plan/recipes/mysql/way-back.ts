import type { QualifiedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import { columnOf, type Schema, tableOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { definitionText, piecesOfColumn } from './definition.ts';

/**
 * What undoes an operation, without its semicolon; undefined where the schema before it does not tell.
 * @param nameOf a table as statements name it
 */
export function wayBackOf(operation: Operation, before: Schema, nameOf: (name: QualifiedName) => string): string | undefined {
  if (operation.conditional || ('ifNotExists' in operation && operation.ifNotExists) || !('table' in operation)) return undefined;
  if (operation.table === undefined) return undefined;
  if (operation.kind === 'create-table') return `DROP TABLE ${nameOf(operation.table)}`;
  if (operation.kind === 'rename-table') {
    const to = { ...operation.table, ...(operation.toSchema !== undefined && { schema: operation.toSchema }), name: operation.to };
    return `RENAME TABLE ${nameOf(to)} TO ${nameOf(operation.table)}`;
  }
  const action = actionBack(operation, before);
  return action === undefined ? undefined : `ALTER TABLE ${nameOf(operation.table)} ${action}`;
}

function actionBack(operation: Operation & { readonly table?: QualifiedName }, before: Schema): string | undefined {
  const table = operation.table && tableOf(before, operation.table);
  switch (operation.kind) {
    case 'add-column':
      return `DROP COLUMN ${quoteIdentifier(operation.column.name)}`;
    case 'rename-column':
      return `RENAME COLUMN ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.column)}`;
    case 'redefine-column':
    case 'set-default':
    case 'drop-default': {
      const old = columnOf(table, operation.column);
      const now = operation.kind === 'redefine-column' ? operation.definition.name : operation.column;
      if (old === undefined) return undefined;
      const pieces = definitionText(old.name, piecesOfColumn(old));
      return now === old.name ? `MODIFY COLUMN ${pieces}` : `CHANGE COLUMN ${quoteIdentifier(now)} ${pieces}`;
    }
    case 'create-index':
      return table === undefined || operation.index.name === undefined ? undefined : `DROP INDEX ${quoteIdentifier(operation.index.name)}`;
    case 'rename-index':
      return `RENAME INDEX ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.index.name)}`;
    default:
      return undefined;
  }
}
