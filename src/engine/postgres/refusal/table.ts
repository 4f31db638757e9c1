import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../../operation/operation.ts';
import { inlineConstraints } from '../../../schema/apply/column-definition.ts';
import { draftedTable } from '../../../schema/apply/create-table.ts';
import { notNullOf } from '../../../schema/automatic-not-null.ts';
import { relationExists } from '../../../schema/naming.ts';
import { columnOf, newName, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { type At, member } from '../at.ts';
import { sameType } from '../types.ts';
import { since } from '../version.ts';
import { definitionRefusals } from './column.ts';
import { withoutPartitionKey } from './constraint.ts';
import { conditionRefusals, defaultRefusals, generatedRefusals } from './expression.ts';
import { type ForeignKey, persistenceRefusals, referenceRefusals, viewTarget } from './foreign-key.ts';
import { neededBy } from './needed-by.ts';
import { missingColumns, type Refusals, refuse, repeatedColumns, takenName } from './refuse.ts';

type CreateTable = OperationOf<'create-table'>;

export function* createTableRefusals(at: At, operation: CreateTable): Refusals {
  const name =
    operation.persistence === 'temporary' ? { schema: 'pg_temp', name: operation.table.name } : newName(at.schema, operation.table);
  if (relationExists(at.schema, name)) {
    if (!operation.ifNotExists) yield* takenName(at.schema, name);
    return;
  }
  if (operation.persistence === 'unlogged' && operation.partitionBy !== undefined && since('partitionedIsLogged', at.major))
    yield refuse('0A000', 'a partitioned table cannot be UNLOGGED; its partitions can');
  for (const column of operation.columns) {
    yield* definitionRefusals(at, column);
    if (column.default !== undefined) yield* defaultRefusals(at, column.default.tree, column.type);
  }
  yield* parentRefusals(at, operation);
  if (operation.partitionOf === undefined) {
    const copied = operation.like.flatMap((like) => tableOf(at.schema, like.table)?.columns.map((column) => column.name) ?? []);
    yield* repeatedColumns([...copied, ...operation.columns.map((column) => column.name)]);
  }
  yield* ownConstraints(at, operation, name);
}

function* parentRefusals(at: At, operation: CreateTable): Refusals {
  const parent = operation.partitionOf && member(at, operation.partitionOf.parent).table;
  if (parent?.complete && parent.partitionBy === undefined) yield refuse('42P17', `${parent.name.name} is not partitioned`);
  for (const each of operation.inherits) {
    const table = member(at, each).table;
    if (table?.partitionBy !== undefined) yield refuse('42809', `${each.name} is partitioned, and only its partitions inherit from it`);
    if (table?.partitionOf !== undefined) yield refuse('42809', `${each.name} is a partition, and nothing inherits from a partition`);
    const other = operation.columns.find((column) => {
      const inherited = columnOf(table, column.name);
      return inherited !== undefined && !sameType(at.schema, inherited.type, column.type);
    });
    if (other !== undefined) yield refuse('42804', `the column ${other.name} has another type in ${each.name}`);
  }
}

function* ownConstraints(at: At, operation: CreateTable, name: ResolvedName): Refusals {
  const made = draftedTable(at.schema, operation);
  const all: readonly ConstraintDefinition[] = [...operation.columns.flatMap(inlineConstraints), ...operation.constraints];
  if (all.filter((each) => each.type === 'primary-key').length > 1) yield refuse('42P16', 'it has two primary keys');
  yield* constraintNames(at, name, all);
  const { strategy, elements } = operation.partitionBy ?? { strategy: undefined, elements: [] };
  yield* missingColumns(
    made,
    elements.flatMap((each) => each.column ?? []),
  );
  if (strategy === 'list' && elements.length > 1) yield refuse('42P17', 'LIST partitions go by one column');
  for (const { name: column, generated } of operation.columns) if (generated) yield* generatedRefusals(at, generated, made, column);
  for (const each of all) {
    if (each.type === 'check') yield* conditionRefusals(at, each.expression.tree, made);
    if (!('columns' in each)) continue;
    yield* missingColumns(made, each.columns);
    if (each.type === 'foreign-key') yield* referring(at, operation, each, made);
    else {
      yield* repeatedColumns(each.columns);
      yield* withoutPartitionKey(made, each.columns, each.type === 'unique' ? 'a UNIQUE constraint' : 'a primary key');
    }
  }
}

function* constraintNames(at: At, table: ResolvedName, all: readonly ConstraintDefinition[]): Refusals {
  const seen = new Set<string>();
  for (const { name, type } of all) {
    if (name === undefined) continue;
    const isIndex = type === 'unique' || type === 'primary-key' || type === 'exclude';
    if (isIndex) yield* takenName(at.schema, { schema: table.schema, name });
    if (seen.has(name) && !isIndex) yield refuse('42710', `there are two constraints ${name}`);
    seen.add(name);
  }
}

function* referring(at: At, operation: CreateTable, key: ForeignKey, made: Table | undefined): Refusals {
  const target = resolve(at.schema, key.references);
  if (made !== undefined && keyOf(target) === keyOf(made.name)) return;
  yield* viewTarget(at, key);
  const table = at.schema.tables.get(keyOf(target));
  yield* persistenceRefusals(operation.persistence, table);
  yield* referenceRefusals(at, key, table, (column) => columnOf(made, column)?.type);
}

export function* dropTableRefusals(at: At, operation: OperationOf<'drop-table'>): Refusals {
  const isView = at.schema.views.has(keyOf(resolve(at.schema, operation.table, at.schema.views)));
  if (member(at, operation.table).table === undefined && isView) yield refuse('42809', 'it is a view');
  if (!operation.cascade) yield* neededBy(at, operation);
}

export function* renameTableRefusals(at: At, operation: OperationOf<'rename-table' | 'set-schema'>): Refusals {
  const { name } = member(at, operation.table);
  if (!relationExists(at.schema, name)) return;
  const to = operation.kind === 'rename-table' ? { schema: name.schema, name: operation.to } : { schema: operation.to, name: name.name };
  if (keyOf(to) !== keyOf(name) || operation.kind === 'rename-table') yield* takenName(at.schema, to);
}

export function* persistenceChangeRefusals(at: At, operation: OperationOf<'set-logged'>): Refusals {
  const table = member(at, operation.table).table;
  if (table?.persistence === 'temporary') yield refuse('42P16', 'it is a temporary table');
  if (table?.partitionBy !== undefined && since('partitionedIsLogged', at.major))
    yield refuse('42809', 'a partitioned table has no rows to be logged; its partitions have');
}

export function* tableOptionsRefusals(at: At, operation: OperationOf<'set-table-options'>): Refusals {
  if (operation.reset || member(at, operation.table).table?.partitionBy === undefined) return;
  yield refuse(since('partitionedHasNoOptions', at.major) ? '42809' : '22023', 'a partitioned table has no storage; its partitions have');
}

export function* indexOfTableRefusals(at: At, operation: OperationOf<'cluster-on' | 'replica-identity'>): Refusals {
  const table = member(at, operation.table).table;
  const wanted = operation.index;
  if (wanted === undefined || !table?.complete) return;
  if (operation.kind === 'cluster-on') return yield* clusterIndexRefusals(table, wanted);
  const index = table.indexes.find((each) => each.name === wanted);
  if (index === undefined) {
    yield refuse('42704', `there is no index ${wanted} on it`);
    return;
  }
  const { definition } = index;
  if (!definition.unique) yield refuse('42809', `the index ${wanted} is not unique`);
  if (definition.elements.some((each) => each.expression !== undefined)) yield refuse('42809', `the index ${wanted} has expressions`);
  if (definition.where !== undefined) yield refuse('42809', `the index ${wanted} is partial`);
  // A NOT NULL that is NOT VALID will do.
  const nullable = definition.elements.find(({ column }) => notNullOf(table, column ?? '') === undefined);
  if (nullable !== undefined) yield refuse('42809', `${nullable.column} may be NULL`);
}

/** Rows are brought into the order of an index that has them all. */
export function* clusterIndexRefusals(table: Table | undefined, name: string): Refusals {
  const index = table?.indexes.find((each) => each.name === name);
  if (index === undefined) {
    if (table?.complete) yield refuse('42704', `there is no index ${name} on it`);
    return;
  }
  if (index.definition.where !== undefined) yield refuse('0A000', `the index ${name} is partial, and leaves rows out`);
  if (index.definition.method === 'hash' || index.definition.method === 'gin' || index.definition.method === 'brin')
    yield refuse('0A000', `a ${index.definition.method} index gives the rows no order`);
}
