import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { matchingIndex } from '../../schema/apply/matching-index.ts';
import { resolve } from '../../schema/schema.ts';
import { type At, descendants, everythingStored, failing, family, isSame, type Member, member, on } from './at.ts';
import { needingIndex } from './constraint.ts';
import type { Effect, LockMode, Work } from './effect.ts';
import { pathUp } from './partition.ts';
import { since } from './version.ts';

/** CREATE INDEX. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function createIndex(at: At, operation: OperationOf<'create-index'>): readonly Effect[] {
  const { index, concurrently } = operation;
  const self = member(at, operation.table);
  const lock: LockMode = concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock';
  if (concurrently && !self.stored) {
    return [failing(on(self.name, lock), '0A000', 'CONCURRENTLY does not exist for the index of a partitioned table', true)];
  }
  const members = self.stored ? [self] : family(at, operation.table, operation.only);
  // All are locked before the name is looked up.
  const exists = self.table?.indexes.some((each) => each.name === index.name);
  if (operation.ifNotExists && exists) return members.map((each) => on(each.name, lock));
  const hasPart = (each: Member): boolean => each.table !== undefined && matchingIndex(each.table, index, false, true) !== undefined;
  return members.map((each) => {
    // Where a partition that is partitioned itself has such an index, its own partitions have their parts of it.
    const attached = pathUp(at, each, self).some(hasPart);
    if (!each.stored || attached) return on(each.name, lock);
    const effect = on(each.name, lock, 'index-build');
    return index.unique ? failing(effect, '23505', 'two rows may hold the same values', false) : effect;
  });
}

/** DROP INDEX locks the table, since plans may use the index. https://www.postgresql.org/docs/current/sql-dropindex.html */
export function dropIndex(at: At, operation: OperationOf<'drop-index'>): readonly Effect[] {
  const found = ownerOf(at, operation.index);
  if (found === undefined)
    return onUnknownTable(at, operation.index, operation.concurrently ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock');
  if (!operation.concurrently) {
    const needed = operation.cascade ? needingIndex(at, found.table, operation.index.name) : [];
    return [...withPartitions(at, found).map((each) => on(each.name, 'AccessExclusiveLock')), ...needed];
  }
  const effect = on(found.name, 'ShareUpdateExclusiveLock');
  const others = at.statement?.filter(({ kind }) => kind === 'drop-index') ?? [];
  if (others.length > 1) return [failing(effect, '0A000', 'CONCURRENTLY drops one index at a time', true)];
  return found.stored ? [effect] : [failing(effect, '0A000', 'CONCURRENTLY does not exist for the index of a partitioned table', true)];
}

/** The table or materialized view that an index belongs to; undefined where history does not know the index. */
export function ownerOf(at: At, index: QualifiedName): Member | undefined {
  const key = at.schema.indexes.get(keyOf(resolve(at.schema, index, at.schema.indexes)));
  const owner = key === undefined ? undefined : (at.schema.tables.get(key) ?? at.schema.views.get(key));
  return owner && member(at, owner.name);
}

function withPartitions(at: At, self: Member): readonly Member[] {
  return self.stored ? [self] : [self, ...descendants(at, self.table)];
}

/** An index that history does not know belongs to a table that cannot be told from its name; the effect says so, and is not lost. */
export function onUnknownTable(at: At, index: QualifiedName, lock: LockMode, work?: Work, because?: string): readonly Effect[] {
  return [{ ...on(resolve(at.schema, index, at.schema.indexes), lock, work, because), ofIndex: true }];
}

/** ALTER INDEX … ATTACH PARTITION: the two tables are only looked at. */
export function attachIndex(at: At, operation: OperationOf<'attach-index'>): readonly Effect[] {
  return [operation.parent, operation.index].flatMap((index) => {
    const found = ownerOf(at, index);
    return found === undefined ? [] : [on(found.name, 'AccessShareLock')];
  });
}

/**
 * REINDEX: writes wait, and so do the reads that would use the index, for it is locked itself.
 * https://www.postgresql.org/docs/current/sql-reindex.html#SQL-REINDEX-CONCURRENTLY
 */
export function reindex(at: At, operation: OperationOf<'reindex'>): readonly Effect[] {
  const { target, name, concurrently } = operation;
  const lock: LockMode = concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock';
  const because = concurrently
    ? 'the index is built anew beside the old one'
    : 'the index is built anew, and queries planned meanwhile wait for it as well';
  const build = (each: Member): Effect =>
    each.stored && hasIndex(at, each) ? on(each.name, lock, 'index-build', because) : on(each.name, lock);
  if (target === 'system') return [];
  if (target === 'index' && name !== undefined) {
    const found = ownerOf(at, name);
    if (found === undefined) return onUnknownTable(at, name, lock, 'index-build', because);
    if (found.stored || since('reindexPartitioned', at.major)) {
      return withPartitions(at, found)
        .filter((each) => each.stored || isSame(each, found))
        .map(build);
    }
    return [failing(on(found.name, lock), '0A000', 'REINDEX of a partitioned index is not implemented before PostgreSQL 14', true)];
  }
  if (target === 'table' && name !== undefined) {
    const self = member(at, name);
    const reached = since('reindexPartitioned', at.major) ? withPartitions(at, self) : [self];
    const effects = reached.map(build);
    // Partitions are looked up under SHARE, also when they are then worked on in transactions of their own (ReindexPartitions in indexcmds.c).
    return concurrently ? effects.map((each, i) => (i === 0 ? each : { ...each, briefly: 'ShareLock' })) : effects;
  }
  const within = target === 'schema' ? name?.name : undefined;
  return everythingStored(at)
    .filter((each) => within === undefined || each.name.schema === within)
    .map(build);
}

/** A table that is known to have no index has nothing to build; partitions that the history does not know may have their own. */
function hasIndex(at: At, { name, table }: Member): boolean {
  if (table !== undefined) return !table.complete || table.partitionBy !== undefined || table.indexes.length > 0;
  const view = at.schema.views.get(keyOf(name));
  return view === undefined || view.indexes.length > 0;
}
