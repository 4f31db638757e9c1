import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { along } from '../along.ts';
import { automaticNotNull, notNullColumn } from '../automatic-not-null.ts';
import { dropConstraint } from '../drop.ts';
import { partitionTree } from '../partition-tree.ts';
import { renameConstraint } from '../rename.ts';
import { type Constraint, columnOf, type Schema, type Table } from '../schema.ts';
import { putTable, same } from '../store.ts';
import { addConstraint } from './add-constraint.ts';
import { hasNotNull, markNotNull, notInherited, withoutNotNull } from './not-null.ts';
import { withTable } from './with-table.ts';

type ConstraintOperation = OperationOf<
  'add-constraint' | 'validate-constraint' | 'drop-constraint' | 'rename-constraint' | 'alter-constraint'
>;

export function applyConstraint(schema: Schema, operation: ConstraintOperation): Schema {
  return withTable(schema, operation, (next, table) => {
    switch (operation.kind) {
      case 'add-constraint':
        if (operation.constraint.type === 'not-null' && hasNotNull(table, operation.constraint.column))
          return columnOf(table, operation.constraint.column)?.notNull
            ? markNotNull(next, table.name, [operation.constraint.column], true)
            : next;
        return addConstraint(next, table.name, operation.constraint, { operation, only: operation.only === true });
      case 'validate-constraint':
        return validate(next, table.name, operation.constraint);
      case 'drop-constraint':
        return drop(next, table, operation);
      case 'rename-constraint':
        if (operation.conditional && table.constraints.some((each) => each.name === operation.to)) return next;
        return renameConstraint(next, table.name, operation.constraint, operation.to);
      case 'alter-constraint':
        return alter(next, table, operation);
    }
  });
}

/** VALIDATE CONSTRAINT, here and in the tables under it. It proves that the constraint is there and holds for all rows. */
function validate(schema: Schema, name: ResolvedName, constraint: string): Schema {
  return along(schema, name, (at, each) => {
    const table = at.tables.get(keyOf(each));
    const found = table?.constraints.find((one) => one.name === constraint);
    if (table === undefined || found === undefined) return [at, []];
    if (!same(each, name) && (!found.inherited || found.validated)) return [at, []];
    const constraints = table.constraints.map((one) => (one === found ? { ...one, validated: one.enforced } : one));
    const next = putTable(at, { ...table, constraints });
    const column = found.definition.type === 'not-null' && found.enforced ? [found.definition.column] : [];
    return [markNotNull(next, each, column), table.children];
  });
}

function drop(schema: Schema, table: Table, operation: OperationOf<'drop-constraint'>): Schema {
  const dropped = table.constraints.find((each) => each.name === operation.constraint);
  let next = schema;
  // The columns of a dropped primary key stay NOT NULL, in PostgreSQL 18 and before. A not-null constraint takes it away.
  const column = notNullColumn(table, operation.constraint);
  if (column !== undefined) return withoutNotNull(schema, table.name, column, operation.only);
  if (dropped === undefined) return schema;
  if (operation.cascade) {
    const { definition } = dropped;
    if (definition.type === 'unique' || definition.type === 'primary-key') {
      for (const reference of table.referencedBy) {
        const foreign = next.tables.get(keyOf(reference.table))?.constraints.find((each) => each.name === reference.constraint);
        const columns = foreign?.definition.type === 'foreign-key' ? foreign.definition.referencedColumns : [];
        if ([...columns].sort().join('\t') === [...definition.columns].sort().join('\t')) {
          next = dropConstraint(next, reference.table, reference.constraint);
        }
      }
    }
  }
  if (!operation.only) return dropConstraint(next, table.name, operation.constraint);
  for (const child of table.children) next = makeLocal(next, child, operation.constraint);
  return dropConstraint(next, table.name, operation.constraint);
}

function makeLocal(schema: Schema, name: ResolvedName, constraint: string): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const constraints = table.constraints.map((each) => {
    const { inherited: _, ...local } = each;
    return each.name === constraint ? local : each;
  });
  return putTable(schema, { ...table, constraints });
}

function alter(schema: Schema, table: Table, operation: OperationOf<'alter-constraint'>): Schema {
  const found = table.constraints.find((each) => each.name === operation.constraint);
  if (found === undefined) {
    const column = operation.inherit === false ? automaticNotNull(table, operation.constraint) : undefined;
    return column === undefined ? schema : notInherited(schema, table.name, column.name);
  }
  const { deferrable: _deferrable, initiallyDeferred: _deferred, noInherit: _inherit, ...plain } = found.definition;
  const deferrable = operation.deferrable ?? (operation.initiallyDeferred === true || found.definition.deferrable === true);
  const deferred = operation.initiallyDeferred ?? (deferrable && found.definition.initiallyDeferred === true);
  const noInherit = operation.inherit === undefined ? found.definition.noInherit === true : !operation.inherit;
  const enforced = operation.enforced ?? found.enforced;
  const changed: Constraint = {
    ...found,
    definition: {
      ...plain,
      ...(deferrable && { deferrable: true }),
      ...(deferred && { initiallyDeferred: true }),
      ...(noInherit && { noInherit: true }),
    } as ConstraintDefinition,
    enforced,
    // ALTER … ENFORCED checks the rows as ADD CONSTRAINT does.
    validated: enforced && (found.enforced ? found.validated : true),
  };
  const { definition } = changed;
  const spread = (next: Schema): Schema =>
    operation.inherit && definition.type === 'not-null'
      ? table.children.reduce((at, child) => addConstraint(at, child, definition, { parent: changed }), next)
      : next;
  const altered = partitionTree(schema, table.name).reduce((next, each) => {
    const at = next.tables.get(keyOf(each));
    if (at === undefined) return next;
    const constraints = at.constraints.map((own) => {
      if (own === found) return changed;
      return own.inherited && own.name === found.name ? { ...changed, inherited: true as const } : own;
    });
    return putTable(next, { ...at, constraints });
  }, schema);
  return spread(altered);
}

/** A constraint that may have been dropped is kept, and proves nothing. */
export function distrustConstraint(schema: Schema, operation: OperationOf<'drop-constraint'>): Schema {
  return withTable(schema, operation, (next, table) => {
    if (!table.constraints.some((each) => each.name === operation.constraint && each.validated)) return next;
    const constraints = table.constraints.map((each) => (each.name === operation.constraint ? { ...each, validated: false } : each));
    return putTable(next, { ...table, constraints });
  });
}
