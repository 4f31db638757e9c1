import type { QualifiedName } from '../operation/name.ts';
import { constraintName, indexName } from '../schema/naming.ts';
import { columnOf, resolve, tableOf } from '../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../sql/postgres/quote.ts';
import type { PlannableOperation } from './unit.ts';

/** SQL that undoes a statement of the author's own, where it and the schema before it tell all that it takes; undefined where only he knows. */
export function wayDown({ operation, before }: PlannableOperation): string | undefined {
  // What was there already is not known to go.
  if (operation.conditional || ('ifNotExists' in operation && operation.ifNotExists)) return undefined;
  const alter = (table: QualifiedName, action: string): string => `ALTER TABLE ${quoteName(table)} ${action};`;
  const column = (name: string, action: string): string | undefined =>
    'table' in operation && operation.table !== undefined
      ? alter(operation.table, `ALTER COLUMN ${quoteIdentifier(name)} ${action}`)
      : undefined;
  switch (operation.kind) {
    case 'create-table':
      return operation.partitionOf === undefined ? `DROP TABLE ${quoteName(operation.table)};` : undefined;
    case 'rename-table':
      return alter({ ...operation.table, name: operation.to }, `RENAME TO ${quoteIdentifier(operation.table.name)}`);
    case 'add-column':
      return alter(operation.table, `DROP COLUMN ${quoteIdentifier(operation.column.name)}`);
    case 'rename-column':
      return alter(operation.table, `RENAME COLUMN ${quoteIdentifier(operation.to)} TO ${quoteIdentifier(operation.column)}`);
    case 'set-default':
    case 'drop-default': {
      const known = columnOf(tableOf(before, operation.table), operation.column);
      if (known === undefined || known.inherited) return undefined;
      return column(operation.column, known.default === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${known.default.text}`);
    }
    case 'add-identity':
      return column(operation.column, 'DROP IDENTITY');
    case 'create-index': {
      const { table, index, concurrently } = operation;
      const name = index.name ?? indexName(before, resolve(before, table), index);
      return `DROP INDEX ${concurrently ? 'CONCURRENTLY ' : ''}${quoteName(table.schema === undefined ? { name } : { schema: table.schema, name })};`;
    }
    case 'add-constraint': {
      const { table, constraint } = operation;
      const isPlain = constraint.type === 'check' || constraint.type === 'foreign-key' || constraint.type === 'exclude';
      if (!isPlain && (constraint.type !== 'unique' || constraint.usingIndex !== undefined)) return undefined;
      const name = constraint.name ?? constraintName(before, resolve(before, table), constraint);
      return alter(table, `DROP CONSTRAINT ${quoteIdentifier(name)}`);
    }
    default:
      return undefined;
  }
}
