import { keyOf } from '../../operation/name.ts';
import type { OperationOf, PartitionBound } from '../../operation/operation.ts';
import { isExclusion, matchingIndex } from '../../schema/apply/matching-index.ts';
import type { Constraint, Index, Table } from '../../schema/schema.ts';
import { type At, descendants, failing, isSame, join, type Member, member, on } from './at.ts';
import type { Effect, LockMode } from './effect.ts';
import { above, partitions, pointingTo, pointingToNewPartition, referencedTables } from './foreign-key.ts';
import { provesBound } from './partition-bound.ts';
import { hasRowTriggers } from './program.ts';
import { since } from './version.ts';

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
    ...defaultPartition(at, parent, operation.bound, true),
    ...above(at, parent).map((each) => on(each.name, 'AccessShareLock')),
    ...inheritedForeignKeys(at, parent, partition),
    ...pointingToNewPartition(at, parent),
  ];
}

/** What one table goes through to become (part of) a partition. */
function joining(at: At, parent: Member, each: Member, bound: PartitionBound): Effect {
  const effect = on(each.name, 'AccessExclusiveLock');
  if (!each.stored) return effect;
  const lacked = lackedIndexes(parent, each.table);
  const index = lacked.find(({ definition }) => definition.unique || isExclusion(definition)) ?? lacked[0];
  const key = foreignKeys(parent.table).find((wanted) => wanted.enforced && wanted.validated && !hasForeignKey(each.table, wanted));
  const name = each.name.name;
  const parts = [effect];
  if (!isProven(at, parent, each.table, bound)) {
    const scan = on(each.name, 'AccessExclusiveLock', 'scan', `every row of ${name} is tested against the partition's bound`);
    parts.push(failing(scan, '23514', 'a row may lie outside the bound', false));
  }
  if (index !== undefined) {
    const built = on(each.name, 'AccessExclusiveLock', 'index-build', `${name} lacks the parent's index ${index.name}, which is built`);
    if (index.definition.unique) parts.push(failing(built, '23505', 'two rows may hold the same values', false));
    else if (isExclusion(index.definition)) parts.push(failing(built, '23P01', 'two rows may exclude each other', false));
    else parts.push(built);
  }
  if (key !== undefined) {
    const check = on(
      each.name,
      'AccessExclusiveLock',
      'foreign-key-check',
      `the parent's foreign key ${key.name} is checked for every row`,
    );
    parts.push(failing(check, '23503', `a row may violate the parent's foreign key ${key.name}`, false));
  }
  return join(parts)[0] as Effect;
}

/**
 * The indexes of the parent that no index of the table can serve for. That of an exclusion constraint is built beside one that says the same by
 * PostgreSQL 18.4, and taken over by 18.6 (`CompareIndexInfo`): which of them it is, the history does not tell.
 */
function lackedIndexes(parent: Member, table: Table | undefined): readonly Index[] {
  const wanted = parent.table?.indexes ?? [];
  return wanted.filter(
    ({ definition, constraint }) =>
      table === undefined || isExclusion(definition) || matchingIndex(table, definition, constraint !== undefined) === undefined,
  );
}

const foreignKeys = (table: Table | undefined): readonly Constraint[] =>
  (table?.constraints ?? []).filter(({ definition }) => definition.type === 'foreign-key');

/** Whether the table has such a foreign key, valid and its own, which then becomes the parent's. */
export function hasForeignKey(table: Table | undefined, wanted: Pick<Constraint, 'definition' | 'references'>): boolean {
  return foreignKeys(table).some((own) => own.validated && !own.inherited && comparable(own) === comparable(wanted));
}

function comparable({ definition, references }: Pick<Constraint, 'definition' | 'references'>): string {
  if (definition.type !== 'foreign-key') return '';
  const { columns, referencedColumns, match, onDelete, onUpdate, deferrable, initiallyDeferred } = definition;
  return JSON.stringify([
    references && keyOf(references),
    columns,
    referencedColumns,
    match,
    onDelete,
    onUpdate,
    deferrable,
    initiallyDeferred,
  ]);
}

/** Where a foreign key of the partition becomes the parent's, its own triggers on the referenced table are dropped; where it lacks one, some are made. */
function inheritedForeignKeys(at: At, parent: Member, partition: Member): readonly Effect[] {
  return foreignKeys(parent.table).flatMap((wanted) => {
    const lock = hasForeignKey(partition.table, wanted) ? 'AccessExclusiveLock' : 'ShareRowExclusiveLock';
    return wanted.references === undefined ? [] : partitions(at, member(at, wanted.references)).map((each) => on(each.name, lock));
  });
}

/** A partition, and those above it that are below another. */
export function pathUp(at: At, from: Member, below: Member): readonly Member[] {
  const path = [from, ...above(at, from)];
  const end = path.findIndex((each) => isSame(each, below));
  return path.slice(0, end);
}

/** Ancestors demand their own bounds too. */
function isProven(at: At, parent: Member, table: Table | undefined, bound: PartitionBound): boolean {
  const key = parent.table?.partitionBy;
  if (key === undefined) return false;
  // The default partition takes what no other does: nothing may lie within their bounds. Where it is the first, that is anything.
  const others = (parent.table?.children ?? []).map((child) => member(at, child).table?.partitionOf?.bound);
  const own =
    bound.kind === 'default'
      ? others.every((other) => other !== undefined && provesBound(at, table, key, other, true))
      : provesBound(at, table, key, bound, false);
  const next = parent.table?.partitionOf;
  return own && (next === undefined || isProven(at, member(at, next.parent), table, next.bound));
}

/**
 * A new partition takes its range away from the default partition, which must not hold rows of it.
 * @param isAttached it was a table before: ATTACH descends to partitions of the default one only as far as none excludes the bound, CREATE TABLE locks all at once
 */
export function defaultPartition(at: At, parent: Member, bound: PartitionBound, isAttached = false): readonly Effect[] {
  const key = parent.table?.partitionBy;
  const found = (parent.table?.children ?? [])
    .map((child) => member(at, child))
    .find((child) => child.table?.partitionOf?.bound.kind === 'default');
  if (found === undefined || key === undefined || bound.kind === 'default') return [];
  const isExcluded = ({ table }: Member): boolean => provesBound(at, table, key, bound, true);
  if (isExcluded(found)) return [on(found.name, 'AccessExclusiveLock')];
  const under = partitions(at, found).filter((each) => !isAttached || !pathUp(at, each, found).slice(1).some(isExcluded));
  return under.map((each) => {
    if (!each.stored || isExcluded(each)) return on(each.name, 'AccessExclusiveLock');
    const effect = on(
      each.name,
      'AccessExclusiveLock',
      'scan',
      `every row of the default partition ${each.name.name} is tested against the new bound`,
    );
    return failing(effect, '23514', 'the default partition may hold rows of the new partition', false);
  });
}

/** A row of a table that points to the parent may point into the partition that goes: they are looked up. */
function pointingInto(each: Member, lock: LockMode): Effect {
  if (!each.stored) return on(each.name, lock);
  const effect = on(each.name, lock, 'foreign-key-check', `no row of ${each.name.name} may point into the partition`);
  return failing(effect, '23503', `a row of ${each.name.name} may point into the partition`, false);
}

/** DETACH PARTITION. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-DETACH-PARTITION */
export function detachPartition(at: At, operation: OperationOf<'detach-partition'>): readonly Effect[] {
  const parent = member(at, operation.table);
  const partition = member(at, operation.partition);
  const others = (parent.table?.children ?? []).map((child) => member(at, child));
  const byDefault = others.find((child) => child.table?.partitionOf?.bound.kind === 'default');
  // CONCURRENTLY looks under ShareLock alone, and takes the rest when it drops the partition's own half of the foreign key.
  const pointing = pointingTo(at, parent).flatMap(({ from, constraint }) => {
    if (constraint.inherited) return [];
    if (operation.finalize) return [on(from.name, 'AccessExclusiveLock')];
    // A partitioned table is locked as one and read as its partitions, with the one that goes: its own rows may not point into it either.
    return partitions(at, from).map((each) => pointingInto(each, isSame(each, from) ? 'AccessExclusiveLock' : 'AccessShareLock'));
  });
  if (operation.concurrently || operation.finalize) {
    const effect = on(parent.name, 'ShareUpdateExclusiveLock');
    const refused = operation.concurrently && byDefault !== undefined;
    return [
      refused ? failing(effect, '55000', 'CONCURRENTLY does not exist where there is a default partition', true) : effect,
      on(partition.name, 'AccessExclusiveLock'),
      ...descendants(at, partition.table).map((each) => on(each.name, 'AccessExclusiveLock')),
      ...pointing,
    ];
  }
  const hasTriggers = (pointing.length > 0 && partition.stored) || hasRowTriggers(parent.table);
  const locksPartition = since('detachLocksPartition', at.major) || hasTriggers;
  return [
    on(parent.name, 'AccessExclusiveLock'),
    on(partition.name, locksPartition ? 'AccessExclusiveLock' : 'ShareUpdateExclusiveLock'),
    ...descendants(at, partition.table).map((each) => on(each.name, 'AccessExclusiveLock')),
    ...(byDefault === undefined ? [] : [on(byDefault.name, 'AccessExclusiveLock')]),
    ...givenTriggers(at, parent.table).map((each) => on(each.name, 'ShareRowExclusiveLock')),
    ...pointing,
    // What lies in the partition is told by the bounds of all above it.
    ...(pointing.length > 0 ? above(at, parent).map((each) => on(each.name, 'AccessShareLock')) : []),
  ];
}

/** What the foreign keys of a partition point to gets triggers of its own for them, when they are no longer the parent's. */
function givenTriggers(at: At, table: Table | undefined): readonly Member[] {
  if (since('triggersOnPartitionedTarget', at.major)) return referencedTables(at, table);
  return foreignKeys(table)
    .flatMap(({ references }) => (references === undefined ? [] : member(at, references)))
    .filter(({ stored }) => stored);
}
