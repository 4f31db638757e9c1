import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { comparableConstraint } from '../comparable.ts';
import { isInheritable } from '../inheritable.ts';
import { isUnder } from '../partition-tree.ts';
import { type Column, type Constraint, columnOf, resolve, type Schema, type Table } from '../schema.ts';
import { putTable, same, unknownTable } from '../store.ts';
import { addConstraint, unnamed } from './add-constraint.ts';
import { localColumn } from './column-definition.ts';
import { extendIndex } from './index.ts';
import { withTable } from './with-table.ts';

export function applyPartition(schema: Schema, operation: OperationOf<'attach-partition' | 'detach-partition'>): Schema {
  return withTable(schema, operation, (next, parent) => {
    const name = resolve(next, operation.partition);
    const partition = next.tables.get(keyOf(name)) ?? unknownTable(name);
    if (operation.kind === 'detach-partition') return detach(next, parent.name, partition);
    return isUnder(next, parent.name, name) ? next : attach(next, parent, partition, operation);
  });
}

function attach(schema: Schema, parent: Table, partition: Table, operation: OperationOf<'attach-partition'>): Schema {
  const next = putTable(schema, {
    ...partition,
    partitionOf: { parent: parent.name, bound: operation.bound },
    attached: true,
    columns: partition.columns.map((each): Column => {
      const above = columnOf(parent, each.name);
      return above ? { ...each, inherited: true, ...(above.identity && { identity: above.identity }) } : each;
    }),
    constraints: partition.constraints.map((each) =>
      parent.constraints.some((above) => isInheritable(above) && above.name === each.name) ? { ...each, inherited: true } : each,
    ),
  });
  return adoptFromParent(next, partition.name, parent.name);
}

/**
 * Gives a new partition what its parent has: indexes and the constraints on them (one that fits is attached, else one is built) and foreign
 * keys. Columns, CHECK and NOT NULL it has already: by inheriting, or else ATTACH would have refused it.
 */
export function adoptFromParent(schema: Schema, partition: ResolvedName, parent: ResolvedName): Schema {
  const above = schema.tables.get(keyOf(parent));
  if (above === undefined) return schema;
  let next = schema;
  for (const index of above.indexes) {
    const constraint = above.constraints.find((each) => each.index === index.name);
    if (constraint === undefined) next = extendIndex(next, partition, index);
    else next = addConstraint(next, partition, unnamed(constraint.definition), { fresh: true, parent: constraint });
  }
  for (const constraint of above.constraints) {
    if (constraint.definition.type === 'foreign-key') next = adoptForeignKey(next, partition, constraint);
  }
  return next;
}

/** A foreign key of the partition that says the same is taken as the parent's; else it gets the parent's, by the parent's name unless that is taken. */
function adoptForeignKey(schema: Schema, partition: ResolvedName, constraint: Constraint): Schema {
  const table = schema.tables.get(keyOf(partition));
  if (table === undefined) return schema;
  const wanted = comparableConstraint(constraint.definition);
  const match = table.constraints.find(
    (each) => !each.inherited && each.definition.type === 'foreign-key' && comparableConstraint(each.definition) === wanted,
  );
  if (match) {
    const constraints = table.constraints.map((each) => (each === match ? { ...each, inherited: true as const } : each));
    return putTable(schema, { ...table, constraints });
  }
  const taken = table.constraints.some((each) => each.name === constraint.definition.name);
  return addConstraint(schema, partition, taken ? unnamed(constraint.definition) : constraint.definition, {
    fresh: constraint.validated,
    parent: constraint,
  });
}

/** What the partition had of its parent becomes its own; identity stays with the parent. */
function detach(schema: Schema, parent: ResolvedName, partition: Table): Schema {
  const { partitionOf, attached: _, ...rest } = partition;
  if (partitionOf === undefined || !same(partitionOf.parent, parent)) return schema;
  return putTable(schema, {
    ...rest,
    columns: partition.columns.map((each) => {
      const { identity: _, ...column } = localColumn(each);
      return column;
    }),
    constraints: partition.constraints.map(({ inherited: _, ...each }) => each),
    indexes: partition.indexes.map(({ parent: _, ...each }) => each),
  });
}
