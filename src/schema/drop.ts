import { keyOf, type ResolvedName } from '../operation/name.ts';
import { along } from './along.ts';
import { computedFrom } from './computed-from.ts';
import { keyIndex, needsColumn } from './key-index.ts';
import { constraintColumns, indexColumns } from './mention.ts';
import { type Constraint, columnKey, columnOf, type Schema, type Table } from './schema.ts';
import { putTable, putView, removeSequence, removeTable, removeType, removeView, same, sequenceKey, typeKey } from './store.ts';
import { free } from './unit.ts';

/**
 * What goes with what. A DROP that PostgreSQL would refuse without CASCADE is applied as if it said CASCADE where the dependents are
 * certain to be gone: if it ran at all, they were. https://www.postgresql.org/docs/current/ddl-depend.html
 */

/** Drops a table with its partitions and children, its indexes, constraints and sequences, the foreign keys that point to it and the views that read it. */
export function dropTable(schema: Schema, name: ResolvedName): Schema {
  return along(schema, name, (at, each) => {
    const table = at.tables.get(keyOf(each));
    if (table === undefined) return [at, []];
    let next = removeTable(at, each);
    next = withoutKeysAbove(next, table);
    for (const { table: from, constraint } of table.referencedBy) next = dropConstraint(next, from, constraint);
    for (const view of table.readBy) next = dropView(next, view);
    for (const { sequence } of table.sequences) next = dropSequence(next, sequence);
    if (table.persistence === 'temporary') next = { ...next, temporary: next.temporary.filter((one) => !same(one, each)) };
    return [free(next, keyOf(each), table.createdIn), table.children];
  });
}

/** A foreign key that points to a partitioned table goes with any of its partitions. */
function withoutKeysAbove(schema: Schema, partition: Table): Schema {
  let next = schema;
  for (let above = partition.partitionOf; above !== undefined; ) {
    const parent = next.tables.get(keyOf(above.parent));
    for (const { table, constraint } of parent?.referencedBy ?? []) next = dropConstraint(next, table, constraint);
    above = parent?.partitionOf;
  }
  return next;
}

/** Drops a view and the views that read it. */
export function dropView(schema: Schema, name: ResolvedName): Schema {
  return along(schema, name, (at, each) => {
    const view = at.views.get(keyOf(each));
    return view === undefined ? [at, []] : [free(removeView(at, each), keyOf(each), view.createdIn), view.readBy];
  });
}

/**
 * Drops a column with the indexes, constraints and generated columns that mention it, its sequences, and the foreign keys that point to it;
 * with `cascade` also the views that read it. Without it they can only be views that do not, whatever was read from their text.
 */
export function dropColumn(schema: Schema, name: ResolvedName, column: string, cascade: boolean): Schema {
  const columns = [...computedFrom(schema.tables.get(keyOf(name)), column), column];
  return columns.reduce((next, each) => dropOneColumn(next, name, each, cascade), schema);
}

function dropOneColumn(schema: Schema, name: ResolvedName, column: string, cascade: boolean): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  let next = schema;
  for (const each of table.constraints) {
    if (constraintColumns(each.definition).includes(column)) next = removeConstraint(next, name, each);
  }
  for (const { table: from, constraint } of table.referencedBy) {
    const foreign = constraintOf(next.tables.get(keyOf(from)), constraint);
    if (foreign?.definition.type === 'foreign-key' && needsColumn(table, foreign.definition.referencedColumns, column)) {
      next = dropConstraint(next, from, constraint);
    }
  }
  for (const each of table.indexes) if (indexColumns(each.definition).includes(column)) next = dropIndex(next, name, each.name);
  for (const { sequence, column: owner } of table.sequences) if (owner === column) next = dropSequence(next, sequence);
  for (const reader of table.readBy) {
    const view = next.views.get(keyOf(reader));
    if (view === undefined || !view.reads.some((read) => same(read.table, name) && read.columns.includes(column))) continue;
    next = cascade
      ? dropView(next, reader)
      : putView(next, {
          ...view,
          reads: view.reads.map((read) =>
            same(read.table, name) ? { ...read, columns: read.columns.filter((each) => each !== column) } : read,
          ),
        });
  }
  const now = next.tables.get(keyOf(name)) as Table;
  const known = columnOf(now, column);
  // All but statistics forbid the drop without CASCADE.
  next = putTable(next, {
    ...now,
    columns: now.columns.filter((each) => each.name !== column),
    hanging: now.hanging.filter((each) => !each.columns.includes(column)),
  });
  return free(next, columnKey(name, column), known?.createdIn ?? 0);
}

/** Drops a sequence, and the defaults that draw from it. */
export function dropSequence(schema: Schema, name: ResolvedName): Schema {
  let next = schema;
  for (const user of schema.sequenceUsers.get(keyOf(name)) ?? []) {
    const table = next.tables.get(keyOf(user));
    if (table === undefined) continue;
    const columns = table.columns.map((column) => {
      const { default: value, ...rest } = column;
      return sequenceKey(schema, value) === keyOf(name) ? rest : column;
    });
    next = putTable(next, { ...table, columns });
  }
  return removeSequence(next, name);
}

/** Drops a constraint with its index, and with what partitions and children have of it only by inheritance. */
export function dropConstraint(schema: Schema, name: ResolvedName, constraint: string): Schema {
  return along(schema, { name, constraint }, (at, each) => {
    const table = at.tables.get(keyOf(each.name));
    const dropped = constraintOf(table, each.constraint);
    if (table === undefined || dropped === undefined) return [at, []];
    const copies = table.children.flatMap((child) => {
      const other = at.tables.get(keyOf(child));
      const copy = other?.constraints.find((one) => one.inherited && isCopy(one, dropped, other));
      return copy === undefined ? [] : [{ name: child, constraint: copy.name }];
    });
    return [removeConstraint(at, each.name, dropped), copies];
  });
}

/** Takes out the constraint of this one table: a column takes no more with it, and those of partitions and children go with their columns. */
function removeConstraint(schema: Schema, name: ResolvedName, constraint: Constraint): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  return putTable(schema, {
    ...table,
    constraints: table.constraints.filter((each) => each.name !== constraint.name),
    indexes: constraint.index === undefined ? table.indexes : table.indexes.filter((each) => each.name !== constraint.index),
  });
}

/** Whether a child's constraint came of a parent's: by the name, or, where an index enforces it, by the index it hangs on. */
function isCopy(copy: Constraint, original: Constraint, child: Table): boolean {
  if (original.index === undefined) return copy.name === original.name && copy.definition.type === original.definition.type;
  return child.indexes.some((each) => each.name === copy.index && each.parent === original.index);
}

/** Drops an index, the constraint that it enforces, and the indexes of partitions that hang on it. */
export function dropIndex(schema: Schema, name: ResolvedName, index: string): Schema {
  return along(schema, { name, index }, (at, each) => {
    const table = at.tables.get(keyOf(each.name));
    const dropped = table?.indexes.find((one) => one.name === each.index);
    if (table === undefined || dropped === undefined) return [at, []];
    const needing = table.referencedBy.filter(({ table: from, constraint }) => {
      const definition = constraintOf(at.tables.get(keyOf(from)), constraint)?.definition;
      return definition?.type === 'foreign-key' && keyIndex(table, definition.referencedColumns)?.name === each.index;
    });
    const parts = table.children.flatMap((child) => {
      const hanging = at.tables.get(keyOf(child))?.indexes.find((one) => one.parent === each.index);
      return hanging === undefined ? [] : [{ name: child, index: hanging.name }];
    });
    const without = putTable(at, {
      ...table,
      indexes: table.indexes.filter((one) => one !== dropped),
      constraints: dropped.constraint === undefined ? table.constraints : table.constraints.filter((one) => one.index !== each.index),
    });
    return [needing.reduce((next, { table: from, constraint }) => dropConstraint(next, from, constraint), without), parts];
  });
}

function constraintOf(table: Table | undefined, name: string): Constraint | undefined {
  return table?.constraints.find((each) => each.name === name);
}

/** Drops a type with the columns of that type and the domains over it, as CASCADE does; without it there are none. */
export function dropType(schema: Schema, name: ResolvedName): Schema {
  return along(schema, name, (at, type) => {
    const users = at.typeUsers.get(keyOf(type)) ?? [];
    let next = removeType(at, type);
    for (const [, table] of at.tables.entries()) if (table.ofType && same(table.ofType, type)) next = dropTable(next, table.name);
    for (const user of users.filter(({ kind }) => kind === 'table')) {
      for (const column of next.tables.get(keyOf(user.name))?.columns ?? []) {
        if (typeKey(at, column.type) === keyOf(type)) next = dropColumn(next, user.name, column.name, true);
      }
    }
    return [next, users.filter(({ kind }) => kind === 'domain').map((domain) => domain.name)];
  });
}
