import type { Operation, OperationKind } from '../operation/operation.ts';
import { applyColumn } from './apply/column.ts';
import { applyConstraint, distrustConstraint } from './apply/constraint.ts';
import { createTable } from './apply/create-table.ts';
import { applyHanging } from './apply/hanging.ts';
import { applyIndex } from './apply/index.ts';
import { applyPartition } from './apply/partition.ts';
import { applyProgram } from './apply/program.ts';
import { applySequence } from './apply/sequence.ts';
import { applySession } from './apply/session.ts';
import { applyStorage } from './apply/storage.ts';
import { applyTable } from './apply/table.ts';
import { applyType } from './apply/type.ts';
import { applyView } from './apply/view.ts';
import { applyWholeSchema } from './apply/whole-schema.ts';
import { lose, mayDoAnything } from './followed.ts';
import { inPasses } from './passes.ts';
import type { Schema } from './schema.ts';

export { beginUnit, newSession } from './unit.ts';

/**
 * The schema after an operation that succeeded. Pure and total: it never throws, and an operation that contradicts what is known (a column
 * that is not there, a table that exists already) changes what it can and leaves the rest. It models PostgreSQL 18;
 * where older majors differ and it matters, the place says so.
 *
 * `conditional` operations may not have run. What they make is taken in, as not new and (constraints) as proving nothing; what they drop
 * or promise is not believed.
 */
export function apply(schema: Schema, operation: Operation): Schema {
  if (schema.mysql !== undefined) return schema.mysql.replay(schema, [operation]);
  if (operation.conditional && unbelieved.has(operation.kind)) {
    return operation.kind === 'drop-constraint' ? distrustConstraint(schema, operation) : schema;
  }
  switch (operation.kind) {
    case 'create-table':
      return createTable(schema, operation);
    case 'drop-table':
    case 'rename-table':
    case 'set-schema':
    case 'set-logged':
    case 'set-access-method':
    case 'of-type':
    case 'inherit':
    case 'no-inherit':
      return applyTable(schema, operation);
    case 'add-column':
    case 'drop-column':
    case 'rename-column':
    case 'alter-column-type':
    case 'set-default':
    case 'drop-default':
    case 'set-not-null':
    case 'drop-not-null':
    case 'set-expression':
    case 'drop-expression':
    case 'add-identity':
    case 'set-identity':
    case 'drop-identity':
      return applyColumn(schema, operation);
    case 'add-constraint':
    case 'validate-constraint':
    case 'drop-constraint':
    case 'rename-constraint':
    case 'alter-constraint':
      return applyConstraint(schema, operation);
    case 'create-index':
    case 'drop-index':
    case 'rename-index':
    case 'attach-index':
      return applyIndex(schema, operation);
    case 'attach-partition':
    case 'detach-partition':
      return applyPartition(schema, operation);
    case 'create-view':
    case 'drop-view':
    case 'rename-view':
    case 'alter-view':
      return applyView(schema, operation);
    case 'create-enum':
    case 'add-enum-value':
    case 'rename-enum-value':
    case 'create-type':
    case 'create-domain':
    case 'add-domain-constraint':
    case 'validate-domain-constraint':
    case 'drop-domain-constraint':
    case 'set-domain-not-null':
    case 'set-domain-default':
    case 'drop-type':
    case 'rename-type':
    case 'set-type-schema':
    case 'alter-composite':
      return applyType(schema, operation);
    case 'create-sequence':
    case 'alter-sequence':
    case 'drop-sequence':
    case 'rename-sequence':
      return applySequence(schema, operation);
    case 'drop-schema':
    case 'rename-schema':
      return applyWholeSchema(schema, operation);
    case 'create-function':
    case 'alter-function':
    case 'drop-function':
      return applyProgram(schema, operation);
    case 'create-trigger':
    case 'drop-trigger':
    case 'rename-trigger':
    case 'create-rule':
    case 'drop-rule':
    case 'rename-rule':
    case 'create-policy':
    case 'alter-policy':
    case 'drop-policy':
    case 'other':
      return applyHanging(schema, operation);
    case 'create-extension':
      return { ...schema, extensions: [...schema.extensions, operation.extension] };
    case 'drop-extension':
      return { ...schema, extensions: schema.extensions.filter((each) => each !== operation.extension) };
    case 'transaction':
    case 'set-variable':
      return applySession(schema, operation);
    case 'set-tablespace':
    case 'set-index-tablespace':
    case 'cluster-on':
    case 'cluster':
      return applyStorage(schema, operation);
    // Ownership, row security, storage parameters: nothing of it is in the model.
    case 'row-security':
    case 'replica-identity':
    case 'set-trigger-state':
    case 'set-rule-state':
    case 'set-table-options':
    case 'table-owner':
    case 'column-setting':
    case 'index-setting':
    case 'reindex':
    case 'refresh-view':
    case 'create-schema':
    // Rows change, the schema does not.
    case 'insert':
    case 'update':
    case 'delete':
    case 'merge':
    case 'truncate':
    case 'copy':
    case 'vacuum':
    case 'analyze':
    case 'optimize':
    case 'lock-table':
      return schema;
    case 'use-schema':
      return { ...schema, searchPath: [operation.schema] };
    // MySQL's own: not in the model, so that nothing is certain afterwards.
    case 'add-period':
    case 'alter-nothing':
    case 'alter-partitions':
    case 'alter-schema-options':
    case 'alter-table-options':
    case 'convert-character-set':
    case 'drop-period':
    case 'rebuild-table':
    case 'redefine-column':
    case 'repartition-table':
    case 'set-column-visibility':
    case 'set-index-visibility':
    case 'set-keys-state':
    case 'set-system-versioning':
    case 'table-files':
      return lose(schema);
    case 'select':
    case 'call':
    case 'dynamic-sql':
      return mayDoAnything(operation) ? lose(schema) : schema;
  }
}

/** The schema after a whole statement that succeeded: the actions of an ALTER TABLE in the order in which PostgreSQL does them. */
export function applyStatement(schema: Schema, operations: readonly Operation[], unreadable = false): Schema {
  const ordered = inPasses(operations);
  const after = schema.mysql === undefined ? ordered.reduce(apply, schema) : schema.mysql.replay(schema, ordered);
  return unreadable ? lose(after) : after;
}

/** Kinds that take away or promise something: where they may not have run, the worse of both outcomes is that they did not. */
export const unbelieved: ReadonlySet<OperationKind> = new Set<OperationKind>([
  'drop-table',
  'drop-column',
  'drop-constraint',
  'drop-index',
  'drop-view',
  'drop-type',
  'drop-domain-constraint',
  'drop-sequence',
  'drop-schema',
  'drop-function',
  'drop-trigger',
  'drop-identity',
  'drop-expression',
  'set-not-null',
  'validate-constraint',
  'validate-domain-constraint',
  'detach-partition',
  'no-inherit',
  'transaction',
  'set-variable',
]);
