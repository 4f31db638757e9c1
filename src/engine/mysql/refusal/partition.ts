import { columnsIn } from '../../../operation/expression.ts';
import type { Operation, OperationOf, PartitionDefinition, PartitionKey } from '../../../operation/operation.ts';
import { columnOf, type Table, tableOf } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';

/** https://dev.mysql.com/doc/refman/9.7/en/partitioning-limitations.html */
export function refusalsOfPartition(at: At, operation: Operation, tables: Tables): readonly Failure[] {
  const { before } = tables;
  const { partitionBy } = before;
  switch (operation.kind) {
    case 'repartition-table':
      if (operation.partitionBy === undefined) return partitionBy === undefined ? refused(at, 1505, 'the table has no partitions') : [];
      return refusalsOfPartitioning(at, operation.partitionBy, tables);
    case 'add-constraint': {
      const { constraint } = operation;
      if (constraint.type === 'primary-key' && partitionBy !== undefined) return refusalsOfUnique(at, partitionBy, constraint.columns);
      if (constraint.type !== 'foreign-key') return [];
      const target = tableOf(at.schema, constraint.references);
      return partitionBy === undefined && target?.partitionBy === undefined
        ? []
        : refused(at, { mysql: 1506, mariadb: partitionBy ? 1506 : 1005 }, 'a partitioned table has no foreign keys, and none point to it');
    }
    case 'drop-column': {
      const isOf = partitionBy && columnsOf(partitionBy).some((each) => each.toLowerCase() === operation.column.toLowerCase());
      return isOf ? refused(at, { mariadb: 1072 }, `the table is partitioned by ${operation.column}`) : [];
    }
    case 'alter-partitions': {
      if (partitionBy === undefined) return refused(at, 1505, 'the table has no partitions');
      const missing = missingPartition(operation, partitionBy);
      if (missing !== undefined) {
        const isNamed = operation.action === 'drop' || operation.action === 'reorganize';
        return refused(at, isNamed ? 1507 : 1735, `there is no partition ${missing}`);
      }
      if (operation.with !== undefined) return refusalsOfExchange(at, operation, before);
      const isHashed = partitionBy.strategy === 'hash' || partitionBy.strategy === 'key';
      if (operation.action === 'drop' && isHashed) return refused(at, 1512, 'only partitions by RANGE or LIST can be dropped');
      return operation.action === 'add' ? refusalsOfBound(at, partitionBy, operation.definitions ?? []) : [];
    }
    case 'create-index': {
      if (partitionBy === undefined) return [];
      if (operation.index.method === 'fulltext') return refused(at, { mysql: 1214 }, 'a partitioned table has no FULLTEXT index');
      return operation.index.unique
        ? refusalsOfUnique(
            at,
            partitionBy,
            operation.index.elements.map((each) => each.column ?? ''),
          )
        : [];
    }
    default:
      return [];
  }
}

/** A unique key has every column that the table is partitioned by. */
function refusalsOfUnique(at: At, partitionBy: PartitionKey, columns: readonly string[]): readonly Failure[] {
  const missing = columnsOf(partitionBy).find((each) => !columns.some((column) => column.toLowerCase() === each.toLowerCase()));
  return missing === undefined
    ? []
    : refused(at, 1503, `a unique key has every column that the table is partitioned by: ${missing} is missing`);
}

function refusalsOfPartitioning(at: At, by: PartitionKey, { before, after }: Tables): readonly Failure[] {
  const lost = columnsOf(by).find((each) => columnOf(after, each) === undefined);
  if (lost !== undefined) return refused(at, by.strategy === 'key' ? 1488 : 1054, `there is no column ${lost}`);
  const names = by.partitions?.map(({ name }) => name.toLowerCase()) ?? [];
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) return refused(at, 1517, `two partitions are called ${twice}`);
  const bounds = by.strategy === 'range' ? (by.partitions ?? []).map(boundOf) : [];
  const falling = bounds.findIndex((bound, i) => i > 0 && bound !== undefined && bound <= (bounds[i - 1] ?? Number.NEGATIVE_INFINITY));
  if (falling !== -1) return refused(at, 1493, `the partition ${by.partitions?.[falling]?.name} does not lie above the one before it`);
  const unique = after.indexes.filter(({ definition }) => definition.unique);
  const wrong = unique.flatMap(({ definition }) =>
    refusalsOfUnique(
      at,
      by,
      definition.elements.map(({ column }) => column ?? ''),
    ),
  );
  const isTied = before.referencedBy.length > 0 || after.constraints.some(({ definition }) => definition.type === 'foreign-key');
  const tied = isTied
    ? refused(
        at,
        { mysql: 1506, mariadb: before.columns.length === 0 ? 1506 : 1217 },
        'a partitioned table has no foreign keys, and none point to it',
      )
    : [];
  return [...tied, ...wrong.slice(0, 1)];
}

/** A partition that the statement names and the table's definition does not. */
function missingPartition(operation: OperationOf<'alter-partitions'>, { partitions }: PartitionKey): string | undefined {
  if (operation.partitions === 'all' || partitions === undefined || operation.partitionIfExists) return undefined;
  return operation.partitions.find((each) => !partitions.some(({ name }) => name.toLowerCase() === each.toLowerCase()));
}

/** The two tables have the same columns and keys; how many is what is looked at. */
function refusalsOfExchange(at: At, operation: OperationOf<'alter-partitions'>, before: Table): readonly Failure[] {
  const other = operation.with && tableOf(at.schema, operation.with);
  if (!other?.complete || operation.action === 'convert to table') return [];
  const isAlike = other.columns.length === before.columns.length && other.indexes.length === before.indexes.length;
  return isAlike ? [] : refused(at, 1736, `${other.name.name} has other columns or keys than the partitions`);
}

function columnsOf({ elements }: PartitionKey): readonly string[] {
  return elements.flatMap(({ column, expression }) => (column !== undefined ? [column] : expression ? columnsIn(expression.tree) : []));
}

/** Ranges rise. Only plain numbers are compared. */
function refusalsOfBound(at: At, { strategy, partitions }: PartitionKey, added: readonly PartitionDefinition[]): readonly Failure[] {
  const [last, next] = [boundOf(partitions?.at(-1)), boundOf(added[0])];
  if (strategy !== 'range' || last === undefined || next === undefined || next > last) return [];
  return refused(at, 1493, `the partition ${added[0]?.name} does not lie above the last one`);
}

function boundOf(definition: PartitionDefinition | undefined): number | undefined {
  if (/\bmaxvalue\b/i.test(definition?.values ?? '')) return Number.POSITIVE_INFINITY;
  const [, digits] = /\(\s*(-?\d+)\s*\)/.exec(definition?.values ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}
