import type { OperationOf, PartitionBound } from '../../operation/operation.ts';
import type { Table } from '../../schema/schema.ts';
import type { Effect } from '../effect.ts';
import { type At, descendants, failing, type Member, member, on } from './at.ts';
import { isSameIndex } from './create-index.ts';
import { incomingForeignKeys, partitions, referencedTables } from './foreign-key.ts';
import { provesBound } from './partition-bound.ts';

/**
 * ATTACH PARTITION: the parent goes on working; the partition is read unless its CHECKs prove the bound, and so is the default partition
 * unless its own exclude it. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION
 */
export function attachPartition(at: At, operation: OperationOf<'attach-partition'>): readonly Effect[] {
  const parent = member(at, operation.table);
  const partition = member(at, operation.partition);
  return [
    on(parent.name, 'ShareUpdateExclusiveLock'),
    ...[partition, ...descendants(at, partition.table)].map((each) => joining(at, parent, each, operation.bound)),
    ...defaultPartition(at, parent, operation.bound),
    ...referencedTables(at, parent.table).map((each) => on(each.name, 'ShareRowExclusiveLock')),
    ...incomingForeignKeys(at, parent.table).map((each) => on(each.from.name, 'ShareRowExclusiveLock')),
  ];
}

/** What one table goes through to become (part of) a partition. */
function joining(at: At, parent: Member, each: Member, bound: PartitionBound): Effect {
  const effect = on(each.name, 'AccessExclusiveLock');
  if (!each.stored) return effect;
  const missing = (parent.table?.indexes ?? []).find(
    (index) => !each.table?.indexes.some((candidate) => isSameIndex(candidate, index.definition)),
  );
  const foreign = (parent.table?.constraints ?? []).filter(({ definition }) => definition.type === 'foreign-key');
  const unchecked = foreign.filter(
    (constraint) => !each.table?.constraints.some((own) => isSameForeignKey(own.definition, constraint.definition)),
  );
  const work = [
    ...(isProven(at, parent, each.table, bound) ? [] : ['scan' as const]),
    ...(missing === undefined ? [] : ['index-build' as const]),
    ...(unchecked.length === 0 ? [] : ['foreign-key-check' as const]),
  ];
  const because =
    work[0] === 'scan'
      ? `every row of ${each.name.name} is tested against the partition's bound`
      : missing === undefined
        ? `the foreign keys of ${parent.name.name} are checked for every row`
        : `${each.name.name} lacks the parent's index ${missing.name}, which is built`;
  if (work.length === 0) return effect;
  const done = on(each.name, 'AccessExclusiveLock', work.includes('index-build') ? work.filter((one) => one !== 'scan') : work, because);
  return work.includes('scan') ? failing(done, '23514', 'a row may lie outside the bound', false) : done;
}

function isSameForeignKey(a: { type: string }, b: { type: string }): boolean {
  const text = (of: object): string =>
    JSON.stringify(
      of,
      ['type', 'columns', 'references', 'schema', 'name', 'onDelete', 'onUpdate', 'match'].filter((key) => key !== 'name'),
    );
  return a.type === b.type && text(a) === text(b);
}

/** The first partition of a table may be its default: then nothing is demanded of it. Ancestors demand their own bounds too. */
function isProven(at: At, parent: Member, table: Table | undefined, bound: PartitionBound): boolean {
  const key = parent.table?.partitionBy;
  if (key === undefined) return false;
  const own = bound.kind === 'default' ? parent.table?.children.length === 0 : provesBound(at, table, key, bound, false);
  const above = parent.table?.partitionOf;
  return own && (above === undefined || isProven(at, member(at, above.parent), table, above.bound));
}

/** A new partition takes its range away from the default partition, which must not hold rows of it. */
export function defaultPartition(at: At, parent: Member, bound: PartitionBound): readonly Effect[] {
  const key = parent.table?.partitionBy;
  const found = (parent.table?.children ?? [])
    .map((child) => member(at, child))
    .find((child) => child.table?.partitionOf?.bound.kind === 'default');
  if (found === undefined || key === undefined || bound.kind === 'default') return [];
  const excluded = provesBound(at, found.table, key, bound, true);
  return partitions(at, found).map((each) => {
    if (excluded || !each.stored || provesBound(at, each.table, key, bound, true)) return on(each.name, 'AccessExclusiveLock');
    const effect = on(
      each.name,
      'AccessExclusiveLock',
      'scan',
      `every row of the default partition ${each.name.name} is tested against the new bound`,
    );
    return failing(effect, '23514', 'the default partition may hold rows of the new partition', false);
  });
}

/** DETACH PARTITION. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DETACH-PARTITION */
export function detachPartition(at: At, operation: OperationOf<'detach-partition'>): readonly Effect[] {
  const parent = member(at, operation.table);
  const partition = member(at, operation.partition);
  const others = (parent.table?.children ?? []).map((child) => member(at, child));
  const byDefault = others.find((child) => child.table?.partitionOf?.bound.kind === 'default');
  if (operation.concurrently || operation.finalize) {
    const effect = on(parent.name, 'ShareUpdateExclusiveLock');
    const refused = operation.concurrently && byDefault !== undefined;
    return [
      refused ? failing(effect, '55000', 'CONCURRENTLY does not exist where there is a default partition', true) : effect,
      on(partition.name, 'AccessExclusiveLock'),
    ];
  }
  return [
    on(parent.name, 'AccessExclusiveLock'),
    on(partition.name, 'AccessExclusiveLock'),
    ...(byDefault === undefined ? [] : [on(byDefault.name, 'AccessExclusiveLock')]),
    ...referencedTables(at, parent.table).map((each) => on(each.name, 'ShareRowExclusiveLock')),
    ...incomingForeignKeys(at, parent.table).map((each) =>
      on(each.from.name, 'ShareLock', 'foreign-key-check', `no row of ${each.from.name.name} may point into the partition`),
    ),
  ];
}
