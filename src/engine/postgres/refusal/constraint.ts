import type { ConstraintDefinition, OperationOf } from '../../../operation/operation.ts';
import { automaticNotNull, type NotNull, notNullOf } from '../../../schema/automatic-not-null.ts';
import { isInheritable } from '../../../schema/inheritable.ts';
import { relationExists, shorten } from '../../../schema/naming.ts';
import { primaryKeyOf } from '../../../schema/primary-key.ts';
import { type Constraint, columnOf, indexOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import { type At, descendants, hasKnownChildren, member } from '../at.ts';
import { wholeKey } from '../foreign-key.ts';
import { reachedByNotNull } from '../not-null.ts';
import { since } from '../version.ts';
import { conditionRefusals } from './expression.ts';
import { foreignKeyRefusals } from './foreign-key.ts';
import { inheritedBeside, inheritedConstraint, inheritsNotNull, parentTables } from './inheritance.ts';
import { neededBy } from './needed-by.ts';
import { missingColumns, type Refusals, refuse, repeatedColumns } from './refuse.ts';

type Key = Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>;
type Adding = OperationOf<'add-constraint' | 'add-column'>;

/** A constraint that is added to a table, alone or with a new column. */
export function* constraintRefusals(at: At, operation: Adding, constraint: ConstraintDefinition): Refusals {
  const table = member(at, operation.table).table;
  const inline = operation.kind === 'add-column' ? operation.column.name : undefined;
  const notNull = constraint.type === 'not-null' ? notNullOf(table, constraint.column) : undefined;
  if (notNull === undefined) yield* nameRefusals(at, table, constraint);
  switch (constraint.type) {
    case 'check':
      if (constraint.noInherit && table?.partitionBy !== undefined)
        yield refuse('42P16', 'a constraint of a partitioned table holds for its partitions, so that it cannot be NO INHERIT');
      yield* conditionRefusals(at, constraint.expression.tree, table, [
        ...addedBeside(at, table),
        ...(inline === undefined ? [] : [inline]),
      ]);
      return;
    case 'not-null':
      if (inline !== undefined) return;
      yield* missingColumns(table, [constraint.column], addedBeside(at, table));
      if (notNull !== undefined) yield* secondNotNull(notNull, constraint);
      else if (!constraint.noInherit) yield* keptNotNull(at, operation, constraint.column, constraint.notValid);
      return;
    case 'foreign-key': {
      const columns = inline === undefined ? constraint.columns : [inline];
      yield* missingColumns(table, columns, [...addedBeside(at, table), ...columns.filter((each) => each === inline)]);
      yield* foreignKeyRefusals(at, operation, { ...constraint, columns });
      return;
    }
    case 'unique':
    case 'primary-key':
      if (constraint.type === 'primary-key') {
        for (const column of constraint.columns) yield* keptNotNull(at, operation, column);
        if (operation.only) yield* nullableInChildren(at, table, constraint.columns);
      }
      yield* keyRefusals(at, operation, constraint);
      return;
    case 'exclude':
      yield* missingColumns(
        table,
        constraint.elements.flatMap((each) => each.column ?? []),
        addedBeside(at, table),
      );
      if (table?.partitionBy !== undefined && !since('excludeOnPartitioned', at.major))
        yield refuse('0A000', 'an EXCLUDE constraint of a partitioned table needs PostgreSQL 17');
      yield* withoutPartitionKey(
        table,
        constraint.elements.flatMap((each) => each.column ?? []),
        'an EXCLUDE constraint',
      );
  }
}

/** A column has one not-null constraint: one that says the same adds nothing, any other is refused. */
function* secondNotNull(own: NotNull, { name, noInherit, notValid }: Extract<ConstraintDefinition, { type: 'not-null' }>): Refusals {
  if (name !== undefined && own.name !== name) yield refuse('55000', `the column is NOT NULL already, by the constraint ${own.name}`);
  if (own.noInherit !== (noInherit === true)) yield refuse('55000', `NO INHERIT of ${own.name} cannot be changed so`);
  if (!own.validated && !notValid) yield refuse('55000', `${own.name} is NOT VALID: it is to be validated`);
}

/** A constraint below the table that the new one cannot be merged with. */
function* keptNotNull(at: At, { table, only }: Adding, column: string, mayBePending?: true): Refusals {
  const self = member(at, table);
  for (const each of only ? [self] : reachedByNotNull(at, self, column)) {
    const own = notNullOf(each.table, column);
    if (own?.noInherit) yield refuse('55000', `${own.name} of ${each.name.name} is NO INHERIT`);
    if (own?.validated === false && !mayBePending)
      yield refuse('55000', `${own.name} of ${each.name.name} is NOT VALID: it is to be validated`);
  }
}

/** Columns that other actions of the statement add to the table: constraints come after all of them. */
function addedBeside(at: At, table: Table | undefined): readonly string[] {
  return (at.statement ?? []).flatMap((each) =>
    each.kind === 'add-column' && table !== undefined && member(at, each.table).table === table ? [each.column.name] : [],
  );
}

function* nameRefusals(at: At, table: Table | undefined, { name, ...constraint }: ConstraintDefinition): Refusals {
  if (name === undefined || table === undefined) return;
  const isIndex = constraint.type === 'unique' || constraint.type === 'primary-key' || constraint.type === 'exclude';
  const own = 'usingIndex' in constraint && constraint.usingIndex === name;
  if (isIndex && !own && relationExists(at.schema, { schema: table.name.schema, name: shorten(name) }))
    yield refuse('42P07', `there is a table, view, index or sequence ${name} already`);
  const taken = table.constraints.find((each) => each.name === shorten(name));
  // USING INDEX looks for a relation of the name only, and then meets the catalog's own key.
  const code = 'usingIndex' in constraint && constraint.usingIndex !== undefined ? '23505' : '42710';
  if (taken !== undefined && !(taken.inherited && isInheritable(taken))) yield refuse(code, `there is a constraint ${name} already`);
}

/** The NOT NULL of a primary key is inherited, and ONLY leaves the children alone. */
function* nullableInChildren(at: At, table: Table | undefined, columns: readonly string[]): Refusals {
  if (table?.partitionBy === undefined && !since('notNullIsInherited', at.major)) return;
  for (const name of table?.children ?? []) {
    const child = member(at, name).table;
    const nullable = columns.find((column) => columnOf(child, column)?.notNull === false);
    if (nullable !== undefined)
      yield refuse(since('notNullIsInherited', at.major) ? 'XX000' : '42P16', `${nullable} must be NOT NULL in ${name.name} first`);
  }
}

function* keyRefusals(at: At, operation: Adding, constraint: Key): Refusals {
  const { table } = member(at, operation.table);
  const inline = operation.kind === 'add-column' ? operation.column.name : undefined;
  const columns = inline === undefined ? constraint.columns : [inline];
  const what = constraint.type === 'unique' ? 'a UNIQUE constraint' : 'a primary key';
  if (constraint.type === 'primary-key' && primaryKeyOf(table) !== undefined) yield refuse('42P16', 'there is a primary key already');
  if (constraint.usingIndex !== undefined) {
    yield* usingIndexRefusals(at, table, constraint.usingIndex, constraint);
    return;
  }
  yield* missingColumns(
    table,
    [...columns, ...(constraint.include ?? [])],
    [...addedBeside(at, table), ...(inline === undefined ? [] : [inline])],
  );
  yield* repeatedColumns(columns);
  const virtual = columns.find((column) => columnOf(table, column)?.generated?.stored === false);
  if (virtual !== undefined) yield refuse('0A000', `${virtual} is a virtual column, which has no index`);
  for (const each of operation.only ? [table] : withPartitions(at, table)) yield* withoutPartitionKey(each, columns, what);
}

/** A partition that is partitioned itself has a key of its own. */
export function withPartitions(at: At, table: Table | undefined): readonly (Table | undefined)[] {
  return table?.partitionBy === undefined ? [table] : [table, ...descendants(at, table).map((each) => each.table)];
}

/** What is unique in each partition is unique in all only if the key tells the partition. https://www.postgresql.org/docs/current/ddl-partitioning.html#DDL-PARTITIONING-DECLARATIVE-LIMITATIONS */
export function* withoutPartitionKey(table: Table | undefined, columns: readonly string[], what: string): Refusals {
  for (const { column } of table?.partitionBy?.elements ?? []) {
    if (column === undefined) yield refuse('0A000', `${what} cannot be put on a table that is partitioned by an expression`);
    else if (!columns.includes(column))
      yield refuse('0A000', `${what} of a partitioned table must include the column ${column}, by which it is partitioned`);
  }
}

/** An index serves for a constraint if the constraint would have made the same. */
function* usingIndexRefusals(at: At, table: Table | undefined, name: string, { type }: Key): Refusals {
  if (table === undefined) return;
  const found = indexOf(at.schema, { schema: table.name.schema, name });
  if (found === undefined) {
    if (table.complete) yield refuse('42704', `there is no index ${name}`);
    return;
  }
  const { definition, constraint, valid } = found.index;
  if (constraint !== undefined) yield refuse('55000', `the index ${name} belongs to the constraint ${constraint}`);
  if (found.table !== table) yield refuse('55000', `the index ${name} is one of ${found.table.name.name}`);
  if (!valid) yield refuse('55000', `the index ${name} is not valid`);
  if (!definition.unique) yield refuse('42809', `the index ${name} is not unique`);
  if (definition.elements.some((each) => each.expression !== undefined)) yield refuse('42809', `the index ${name} has expressions`);
  if (definition.where !== undefined) yield refuse('42809', `the index ${name} is partial`);
  if (definition.elements.some((each) => each.descending || each.nulls === 'first'))
    yield refuse('42809', `the index ${name} is not in the default order`);
  if (table.partitionBy !== undefined) yield refuse('0A000', 'USING INDEX does not exist for partitioned tables');
  const pending = definition.elements.find(({ column }) => hasPendingNotNull(table, column));
  if (type === 'primary-key' && pending !== undefined)
    yield refuse('55000', `the NOT NULL constraint of ${pending.column} is not validated`);
}

/** PostgreSQL 18 does not validate a NOT VALID constraint on the way to a primary key. */
function hasPendingNotNull(table: Table, column: string | undefined): boolean {
  return table.constraints.some(
    ({ definition, validated }) => definition.type === 'not-null' && !validated && definition.column === column,
  );
}

type Named = OperationOf<'validate-constraint' | 'drop-constraint' | 'rename-constraint' | 'alter-constraint'>;

/** What is done to a constraint that is there. */
export function* namedConstraintRefusals(at: At, operation: Named): Refusals {
  const table = member(at, operation.table).table;
  const found = table?.constraints.find((each) => each.name === operation.constraint);
  if (found === undefined && wholeKey(at, table, operation.constraint) !== undefined) {
    if (operation.kind === 'drop-constraint')
      yield refuse('42P16', `${operation.constraint} is dropped with the foreign key it is a part of`);
    if (operation.kind === 'alter-constraint') yield partOfAnother(at, operation.constraint);
    return;
  }
  if (found === undefined) {
    const mayMissing = operation.kind === 'drop-constraint' && operation.constraintIfExists;
    // A constraint trigger is one too.
    const isTrigger = table?.hanging.some(({ kind, name }) => kind === 'trigger' && name === operation.constraint);
    const column = automaticNotNull(table, operation.constraint);
    if (column !== undefined) yield* notNullRefusals(at, table, column.name, operation);
    if (table?.complete && !mayMissing && !isTrigger && column === undefined)
      yield refuse('42704', `there is no constraint ${operation.constraint}`);
    return;
  }
  const { type } = found.definition;
  if (found.definition.type === 'not-null') yield* notNullRefusals(at, table, found.definition.column, operation);
  switch (operation.kind) {
    case 'validate-constraint':
      if (type !== 'check' && type !== 'foreign-key' && type !== 'not-null')
        yield refuse('42809', `${found.name} is neither a foreign key nor a CHECK constraint`);
      if (operation.only && !found.validated && isInheritable(found) && hasKnownChildren(table))
        yield refuse('42P16', `${found.name} must be validated in child tables too`);
      return;
    case 'alter-constraint':
      if (type !== 'foreign-key' && operation.inherit === undefined) yield refuse('42809', `${found.name} is not a foreign key`);
      if (type === 'foreign-key' && found.inherited) yield partOfAnother(at, found.name);
      return;
    case 'rename-constraint':
      yield* renameRefusals(at, table as Table, found, operation);
      return;
    case 'drop-constraint':
      yield* inheritedByIndex(at, table as Table, found);
      yield* inheritedConstraint(at, table, found.name);
      if (operation.only && table?.partitionBy && hasKnownChildren(table) && !since('onlyDropsConstraint', at.major))
        yield refuse('42P16', `${found.name} must be dropped from the partitions too`);
      if (!operation.cascade) yield* neededBy(at, operation);
  }
}

/** What else stands behind a NOT NULL, by whatever name it goes. */
function* notNullRefusals(at: At, table: Table | undefined, column: string, operation: Named): Refusals {
  const inherited = inheritsNotNull(at, table, column);
  if (operation.kind === 'alter-constraint' && operation.inherit === false && inherited)
    yield refuse('55000', `NOT NULL of ${column} is inherited: it is changed in the parent`);
  if (operation.kind !== 'drop-constraint' && operation.kind !== 'rename-constraint') return;
  if (inherited) yield refuse('42P16', `NOT NULL of ${column} is inherited: it is changed in the parent`);
  if (operation.kind === 'rename-constraint') {
    if (operation.only && hasKnownChildren(table) && !notNullOf(table, column)?.noInherit)
      yield refuse('42P16', `NOT NULL of ${column} must be changed in child tables too`);
    const below = operation.only || notNullOf(table, column)?.noInherit ? [] : descendants(at, table);
    const other = below.find((each) => each.table?.complete && notNullOf(each.table, column)?.name !== operation.constraint);
    if (other !== undefined) yield refuse('42704', `NOT NULL of ${column} has another name in ${other.name.name}`);
    if (below.length > 0)
      yield* inheritedBeside(at, table, operation.constraint, (parent) => notNullOf(parent, column)?.noInherit === false);
    return;
  }
  if (primaryKeyOf(table)?.columns.includes(column)) yield refuse('42P16', `${column} is in the primary key`);
  if (columnOf(table, column)?.identity !== undefined) yield refuse('55000', `${column} is an identity column`);
}

const partOfAnother = (at: At, name: string): Failure =>
  refuse(since('partsOfKeys', at.major) ? '55000' : 'XX000', `${name} is altered with the foreign key it is a part of`);

function* renameRefusals(at: At, table: Table, found: Constraint, operation: OperationOf<'rename-constraint'>): Refusals {
  yield* inheritedConstraint(at, table, found.name, operation.only);
  if (found.definition.type === 'check' && !found.definition.noInherit)
    yield* inheritedBeside(at, table, found.name, ({ constraints }) =>
      constraints.some((each) => each.name === found.name && isInheritable(each)),
    );
  if (table.constraints.some((each) => each.name === operation.to)) yield refuse('42710', `there is a constraint ${operation.to} already`);
  if (found.index !== undefined && relationExists(at.schema, { schema: table.name.schema, name: operation.to }))
    yield refuse('42P07', `there is a table, view, index or sequence ${operation.to} already`);
}

/** A partition's key or foreign key that hangs on its parent's. */
function* inheritedByIndex(at: At, table: Table, found: Constraint): Refusals {
  if (!found.inherited || isInheritable(found) || table.partitionOf === undefined || parentTables(at, table).length === 0) return;
  yield refuse('42P16', `${found.name} is inherited: it is dropped from the parent`);
}
