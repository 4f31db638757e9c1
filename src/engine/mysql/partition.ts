import type { OperationOf, PartitionAction } from '../../operation/operation.ts';
import { resolve, type Table } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Algorithm, Effect, Lock, Work } from './effect.ts';
import { has } from './version.ts';

/**
 * What is done with partitions of one table. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-partitioning-operations,
 * https://mariadb.com/kb/en/partition-maintenance/. MariaDB, and MySQL before 8.0, take no ALGORITHM for it.
 */
const facts: Readonly<Record<PartitionAction, readonly [algorithm: Algorithm, lock: Lock, work: Work]>> = {
  add: ['INPLACE', 'none', 'metadata'],
  drop: ['INPLACE', 'none', 'metadata'],
  truncate: ['INPLACE', 'exclusive', 'rebuild'],
  coalesce: ['INPLACE', 'shared', 'rebuild'],
  reorganize: ['INPLACE', 'shared', 'rebuild'],
  rebuild: ['INPLACE', 'shared', 'rebuild'],
  optimize: ['INPLACE', 'none', 'rebuild'],
  /** InnoDB repairs nothing; MySQL holds the table while it says so. */
  repair: ['INSTANT', 'exclusive', 'metadata'],
  analyze: ['INSTANT', 'none', 'metadata'],
  check: ['INSTANT', 'none', 'metadata'],
  exchange: ['INSTANT', 'shared', 'metadata'],
  'convert to table': ['INPLACE', 'none', 'metadata'],
  'convert from table': ['INPLACE', 'exclusive', 'metadata'],
  discard: ['INPLACE', 'exclusive', 'metadata'],
  import: ['INPLACE', 'exclusive', 'metadata'],
};

export function alterPartitions(at: At, operation: OperationOf<'alter-partitions'>, table: Table): readonly Effect[] {
  const [algorithm, held, work] = factsOf(operation, table);
  const lock = operation.action === 'repair' && at.server === 'mariadb' ? 'none' : held;
  const own: Effect = { table: table.name, algorithm: has(at, { mysql: '8.0' }) ? algorithm : null, lock, work: [work] };
  if (operation.action !== 'exchange' || operation.with === undefined) return [own];
  const fails = { code: '1526', reason: `a row of ${operation.with.name} does not belong into the partition`, certain: false };
  return [
    { ...own, fails },
    { table: resolve(at.schema, operation.with), algorithm: null, lock: 'shared', briefly: 'exclusive', work: ['metadata'] },
  ];
}

/** Partitions by HASH and KEY share the rows anew where their number changes. */
function factsOf(operation: OperationOf<'alter-partitions'>, { partitionBy }: Table): (typeof facts)[PartitionAction] {
  const isHashed = partitionBy?.strategy === 'hash' || partitionBy?.strategy === 'key' || operation.count !== undefined;
  return operation.action === 'add' && isHashed ? facts.coalesce : facts[operation.action];
}
