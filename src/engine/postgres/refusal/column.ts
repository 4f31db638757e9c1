import type { ResolvedName } from '../../../operation/name.ts';
import type { ColumnDefinition, OperationOf } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { notNullOf } from '../../../schema/automatic-not-null.ts';
import { elementColumns } from '../../../schema/mention.ts';
import { primaryKeyOf } from '../../../schema/primary-key.ts';
import { type Column, columnOf, type Table } from '../../../schema/schema.ts';
import { isSerial, serialType } from '../../../schema/serial.ts';
import { type At, descendants, hasKnownChildren, member } from '../at.ts';
import { reachedByNotNull } from '../not-null.ts';
import { builtInName, sameType, unwrap } from '../types.ts';
import { since } from '../version.ts';
import { constraintRefusals } from './constraint.ts';
import { defaultRefusals, generatedRefusals, rowExpressionRefusals } from './expression.ts';
import { retypedKeyRefusals } from './foreign-key.ts';
import { inheritedColumn, parentTables } from './inheritance.ts';
import { neededBy } from './needed-by.ts';
import { isSystemColumn, missingColumns, type Refusals, refuse } from './refuse.ts';
import { retypedRefusals } from './retyped.ts';

export function* addColumnRefusals(at: At, operation: OperationOf<'add-column'>): Refusals {
  const { column } = operation;
  const table = member(at, operation.table).table;
  if (operation.ifNotExists && columnOf(table, column.name) !== undefined) return;
  yield* typedTable(table);
  yield* definitionRefusals(at, column);
  if (table?.partitionOf !== undefined) yield refuse('42809', 'it is a partition, and columns are added to its parent');
  if (columnOf(table, column.name) !== undefined) yield refuse('42701', `there is a column ${column.name} already`);
  if (isSystemColumn(column.name)) yield refuse('42701', `${column.name} is the name of a system column`);
  if (operation.only && hasKnownChildren(table)) yield refuse('42P16', 'the column must be added to child tables too');
  if (column.identity !== undefined && hasKnownChildren(table) && !(table?.partitionBy && since('identityReachesPartitions', at.major)))
    yield refuse('42P16', 'an identity column is not added to a table that has children');
  for (const { table: child, name } of descendants(at, table)) {
    const own = child === table ? undefined : columnOf(child, column.name);
    if (own !== undefined && !sameType(at.schema, own.type, serialType(column.type) ?? column.type))
      yield refuse('42804', `the column ${column.name} of ${name.name} has another type`);
  }
  if (column.default !== undefined) yield* defaultRefusals(at, column.default.tree, column.type);
  if (column.generated !== undefined) yield* generatedRefusals(at, column.generated, table, column.name);
  for (const constraint of column.constraints) yield* constraintRefusals(at, operation, constraint);
}

/** What contradicts itself in the definition of a column, whatever the table. */
export function* definitionRefusals(at: At, column: ColumnDefinition): Refusals {
  const serial = isSerial(column.type);
  if (column.identity !== undefined && !isIdentityType(at, column.type) && !serial) yield notAnIdentityType;
  if (serial && column.default !== undefined) yield refuse('42601', `${column.type.text} has a default of its own`);
  if (column.default !== undefined && column.identity !== undefined) yield refuse('42601', 'an identity column has no other default');
  if (column.generated !== undefined && (column.default !== undefined || column.identity !== undefined))
    yield refuse('42601', 'a generated column has no other default');
}

const notAnIdentityType = refuse('22023', 'an identity column must be smallint, integer or bigint');

/** A domain over an integer will do. */
function isIdentityType(at: At, type: TypeName): boolean {
  const { base } = unwrap(at.schema, type);
  const name = builtInName(at.schema, base);
  return name === 'int2' || name === 'int4' || name === 'int8';
}

/** The columns of a table OF a type are the type's. */
function* typedTable(table: Table | undefined): Refusals {
  if (table?.ofType !== undefined)
    yield refuse('42809', `it is a table of the type ${table.ofType.name}, whose attributes its columns are`);
}

export function* dropColumnRefusals(at: At, operation: OperationOf<'drop-column'>): Refusals {
  const { column } = operation;
  const table = member(at, operation.table).table;
  yield* typedTable(table);
  if (operation.columnIfExists && columnOf(table, column) === undefined) return;
  yield* missingColumns(table, [column]);
  if (isSystemColumn(column)) yield refuse('0A000', `${column} is a system column`);
  if (parentTables(at, table).some((parent) => columnOf(parent, column) !== undefined))
    yield refuse('42P16', `${column} is inherited: it is dropped from the parent`);
  yield* partitionedBy(at, table, column);
  if (operation.only && table?.partitionBy !== undefined && hasKnownChildren(table))
    yield refuse('42P16', `${column} must be dropped from the partitions too`);
  if (!operation.cascade) yield* neededBy(at, operation);
}

function isPartitionKey(table: Table | undefined, column: string): boolean {
  return table?.partitionBy?.elements.some((element) => elementColumns(element).includes(column)) === true;
}

export function* renameColumnRefusals(at: At, operation: OperationOf<'rename-column'>): Refusals {
  const { column, to } = operation;
  const table = member(at, operation.table).table;
  yield* typedTable(table);
  yield* missingColumns(table, [column]);
  if (columnOf(table, column) === undefined) return;
  yield* inheritedColumn(at, table, column, operation.only);
  const taken = [table, ...descendants(at, table).map((each) => each.table)].find((each) => columnOf(each, to) !== undefined);
  if (taken !== undefined || isSystemColumn(to)) yield refuse('42701', `there is a column ${to} already`);
}

/** The partitions may be partitioned by it themselves. */
function* partitionedBy(at: At, table: Table | undefined, column: string): Refusals {
  const by = [table, ...descendants(at, table).map((each) => each.table)].find((each) => isPartitionKey(each, column));
  if (by !== undefined) yield refuse('42P16', `${column} is part of the partition key of ${by.name.name}`);
}

export function* columnTypeRefusals(at: At, operation: OperationOf<'alter-column-type'>): Refusals {
  const table = member(at, operation.table).table;
  yield* typedTable(table);
  yield* missingColumns(table, [operation.column]);
  const column = columnOf(table, operation.column);
  yield* partitionedBy(at, table, operation.column);
  yield* inheritedColumn(at, table, operation.column, operation.only);
  if (operation.collation !== undefined && builtInName(at.schema, operation.type) !== undefined && !isCollatable(at, operation.type))
    yield refuse('42804', `${operation.type.text} takes no collation`);
  if (operation.using !== undefined) yield* rowExpressionRefusals(operation.using.tree, table);
  if (column?.identity !== undefined && !isIdentityType(at, operation.type)) yield notAnIdentityType;
  yield* retypedRefusals(at, operation);
  yield* retypedKeyRefusals(at, table, operation.column, operation.type);
}

const collatable = new Set(['text', 'varchar', 'bpchar', 'name', 'citext']);

function isCollatable(at: At, type: TypeName): boolean {
  return collatable.has(builtInName(at.schema, { ...type, dimensions: 0 }) ?? 'text');
}

export function* defaultChangeRefusals(at: At, operation: OperationOf<'set-default' | 'drop-default'>): Refusals {
  const table = member(at, operation.table).table;
  yield* missingColumns(table, [operation.column]);
  const column = columnOf(table, operation.column);
  if (column?.identity !== undefined) yield refuse('42601', `${column.name} is an identity column, which has no other default`);
  if (column?.generated !== undefined) yield refuse('42601', `${column.name} is a generated column, which has no default`);
  if (operation.kind === 'set-default') yield* defaultRefusals(at, operation.expression.tree, column?.type);
}

export function* notNullRefusals(at: At, operation: OperationOf<'set-not-null' | 'drop-not-null'>): Refusals {
  const { column: name } = operation;
  const table = member(at, operation.table).table;
  yield* missingColumns(table, [name]);
  const column = columnOf(table, name);
  if (column === undefined) return;
  if (operation.kind === 'set-not-null') {
    yield* setNotNullRefusals(at, operation, name);
    return;
  }
  if (notNullOf(table, name) === undefined) return;
  if (operation.only && table?.partitionBy && hasKnownChildren(table) && !since('notNullIsInherited', at.major))
    yield refuse('42P16', `${name} must be changed in the partitions too`);
  if (column.identity !== undefined) yield refuse('42601', `${name} is an identity column`);
  if (primaryKeyOf(table)?.columns.includes(name)) yield refuse('42P16', `${name} is in the primary key`);
  const strict = parentTables(at, table).find((parent) => notNullOf(parent, name)?.noInherit === false);
  if (strict !== undefined && (table?.partitionOf !== undefined || since('notNullIsInherited', at.major)))
    yield refuse('42P16', `${name} is NOT NULL in the parent ${strict.name.name}`);
}

function* setNotNullRefusals(at: At, { table: name, only }: OperationOf<'set-not-null'>, column: string): Refusals {
  const self = member(at, name);
  const { children, partitionBy } = self.table ?? {};
  const isOpen = (child: ResolvedName): boolean =>
    since('setNotNullStopsEarly', at.major) || columnOf(member(at, child).table, column)?.notNull === false;
  if (only) {
    if (partitionBy && notNullOf(self.table, column) === undefined && children?.some(isOpen))
      yield refuse('42P16', `${column} must be NOT NULL in the partitions too`);
    return;
  }
  const alone = reachedByNotNull(at, self, column).find((each) => notNullOf(each.table, column)?.noInherit);
  if (alone !== undefined) yield refuse('0A000', `the NOT NULL constraint of ${alone.name.name} is NO INHERIT`);
}

export function* identityRefusals(at: At, operation: OperationOf<'add-identity' | 'set-identity' | 'drop-identity'>): Refusals {
  const table = member(at, operation.table).table;
  const column = columnOf(table, operation.column);
  if (operation.kind !== 'add-identity') {
    if (operation.kind === 'drop-identity' && operation.identityIfExists && column?.identity === undefined) return;
    yield* missingColumns(table, [operation.column]);
    yield* identityOfPartition(at, operation, column);
    if (column !== undefined && column.identity === undefined && table?.complete)
      yield refuse('55000', `${operation.column} is not an identity column`);
    return;
  }
  yield* missingColumns(table, [operation.column]);
  if (column === undefined) return;
  if (builtInName(at.schema, unwrap(at.schema, column.type).base) !== undefined && !isIdentityType(at, column.type))
    yield notAnIdentityType;
  yield* identityOfPartition(at, operation, column);
  // Of a table that was only mentioned, nothing told that the column is NOT NULL: it may be.
  if (!column.notNull && table?.complete) yield refuse('55000', `${column.name} must be NOT NULL before it can be an identity column`);
  if (column.identity !== undefined) yield refuse('55000', `${column.name} is an identity column already`);
  if (column.default !== undefined) yield refuse('55000', `${column.name} has a default, which an identity column cannot have`);
}

/** Since PostgreSQL 17 the identity of a partitioned table is that of all its partitions. */
function* identityOfPartition(
  at: At,
  operation: OperationOf<'add-identity' | 'set-identity' | 'drop-identity'>,
  column: Column | undefined,
): Refusals {
  if (!since('identityReachesPartitions', at.major) || column === undefined) return;
  const table = member(at, operation.table).table;
  if (table?.partitionOf !== undefined) yield refuse('42P16', 'it is a partition, and identity is that of its parent');
  if (operation.only && table?.partitionBy !== undefined && hasKnownChildren(table))
    yield refuse('42P16', 'its partitions must have the identity too');
}

export function* expressionRefusals(at: At, operation: OperationOf<'set-expression' | 'drop-expression'>): Refusals {
  const table = member(at, operation.table).table;
  yield* missingColumns(table, [operation.column]);
  const column = columnOf(table, operation.column);
  if (column === undefined) return;
  if (operation.kind === 'set-expression') {
    if (column.generated === undefined) yield refuse('55000', `${column.name} is not a generated column`);
    yield* generatedRefusals(at, { ...column.generated, stored: true, expression: operation.expression }, table, column.name);
    return;
  }
  if (hasKnownChildren(table) && operation.only) yield refuse('42P16', `the expression must be dropped in child tables too`);
  if (parentTables(at, table).some((parent) => columnOf(parent, column.name)?.generated))
    yield refuse('42P16', `${column.name} is inherited: its expression is dropped in the parent`);
  if (column.generated?.stored === false)
    yield refuse('0A000', 'the expression of a virtual column cannot be dropped: there is no value to keep');
  if (column.generated === undefined && !operation.expressionIfExists) yield refuse('55000', `${column.name} is not a generated column`);
}
