import { columnsIn } from '../../../operation/expression.ts';
import type { Operation, PartitionDefinition, PartitionKey } from '../../../operation/operation.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
import { refused } from './refused.ts';

/** https://dev.mysql.com/doc/refman/9.7/en/partitioning-limitations.html */
export function refusalsOfPartition(at: At, operation: Operation, { before }: Tables): readonly Failure[] {
  const { partitionBy } = before;
  switch (operation.kind) {
    case 'repartition-table':
      return operation.partitionBy === undefined && partitionBy === undefined ? refused(at, 1505, 'the table has no partitions') : [];
    case 'alter-partitions': {
      if (partitionBy === undefined) return refused(at, 1505, 'the table has no partitions');
      const isHashed = partitionBy.strategy === 'hash' || partitionBy.strategy === 'key';
      if (operation.action === 'drop' && isHashed) return refused(at, 1512, 'only partitions by RANGE or LIST can be dropped');
      return operation.action === 'add' ? refusalsOfBound(at, partitionBy, operation.definitions ?? []) : [];
    }
    case 'create-index': {
      if (partitionBy === undefined) return [];
      if (operation.index.method === 'fulltext') return refused(at, { mysql: 1214 }, 'a partitioned table has no FULLTEXT index');
      const has = (column: string): boolean => operation.index.elements.some((each) => each.column?.toLowerCase() === column.toLowerCase());
      const missing = operation.index.unique ? columnsOf(partitionBy).find((each) => !has(each)) : undefined;
      return missing === undefined
        ? []
        : refused(at, 1503, `a unique index has every column that the table is partitioned by: ${missing} is missing`);
    }
    default:
      return [];
  }
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
