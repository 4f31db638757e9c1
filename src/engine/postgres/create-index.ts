import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { matchingIndex } from '../../schema/apply/matching-index.ts';
import { resolve, type Table } from '../../schema/schema.ts';
import type { Effect, LockMode, Work } from '../effect.ts';
import { type At, descendants, failing, family, isSame, type Member, member, on } from './at.ts';
import { unknownPartitions } from './unknown-partitions.ts';
import { since } from './version.ts';

/** CREATE INDEX. https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY */
export function createIndex(at: At, operation: OperationOf<'create-index'>): readonly Effect[] {
  const { index, concurrently } = operation;
  const self = member(at, operation.table);
  const lock: LockMode = concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock';
  if (concurrently && !self.stored) {
    return [failing(on(self.name, lock), '0A000', 'CONCURRENTLY does not exist for the index of a partitioned table', true)];
  }
  const exists = self.table?.indexes.some((each) => each.name === index.name);
  if (operation.ifNotExists && exists) return [on(self.name, lock)];
  const members = self.stored ? [self] : family(at, operation.table, operation.only);
  return members.map((each) => {
    const attached = !isSame(each, self) && each.table && matchingIndex(each.table, index, false) !== undefined;
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
  const self = found;
  if (!operation.concurrently) return withPartitions(at, self).map((each) => on(each.name, 'AccessExclusiveLock'));
  const effect = on(self.name, 'ShareUpdateExclusiveLock');
  return self.stored ? [effect] : [failing(effect, '0A000', 'CONCURRENTLY does not exist for the index of a partitioned table', true)];
}

/** The table or materialized view that an index belongs to; undefined where history does not know the index. */
function ownerOf(at: At, index: QualifiedName): Member | undefined {
  const key = at.schema.indexes.get(keyOf(resolve(at.schema, index, at.schema.indexes)));
  const owner = key === undefined ? undefined : (at.schema.tables.get(key) ?? at.schema.views.get(key));
  return owner && member(at, owner.name);
}

function withPartitions(at: At, self: Member): readonly Member[] {
  return self.stored ? [self] : [self, ...descendants(at, self.table)];
}

/** An index that history does not know belongs to a table that cannot be told from its name; the effect says so, and is not lost. */
function onUnknownTable(at: At, index: QualifiedName, lock: LockMode, work?: Work, because?: string): readonly Effect[] {
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
  const lock: LockMode = operation.concurrently ? 'ShareUpdateExclusiveLock' : 'ShareLock';
  const because = operation.concurrently
    ? 'the index is built anew beside the old one'
    : 'the index is built anew, and queries planned meanwhile wait for it as well';
  const build = (each: Member): Effect => (each.stored ? on(each.name, lock, 'index-build', because) : on(each.name, lock));
  if (operation.target === 'index' && operation.name !== undefined) {
    const found = ownerOf(at, operation.name);
    if (found === undefined) return onUnknownTable(at, operation.name, lock, 'index-build', because);
    return reindexed(at, found, lock, build, true);
  }
  if (operation.target === 'table' && operation.name !== undefined) {
    const effects = reindexed(at, member(at, operation.name), lock, build, false);
    // Partitions are looked up under SHARE, also when they are then worked on in transactions of their own (ReindexPartitions in indexcmds.c).
    return operation.concurrently ? effects.map((each, i) => (i === 0 ? each : { ...each, briefly: 'ShareLock' })) : effects;
  }
  const within = operation.target === 'schema' ? operation.name?.name : undefined;
  return at.schema.tables
    .entries()
    .filter(([, table]) => within === undefined || table.name.schema === within)
    .map(([, table]) => member(at, table.name))
    .flatMap((each) => [each, ...unknownPartitions(at, each)])
    .map(build);
}

function reindexed(at: At, self: Member, lock: LockMode, build: (each: Member) => Effect, index: boolean): readonly Effect[] {
  if (self.stored) return [hasIndex(self.table) ? build(self) : on(self.name, lock)];
  if (since('reindexPartitioned', at.major)) return withPartitions(at, self).map(build);
  const effect = on(self.name, lock);
  return [index ? failing(effect, '0A000', 'REINDEX of a partitioned index is not implemented before PostgreSQL 14', true) : effect];
}

/**
 * ALTER INDEX … SET TABLESPACE copies the index under ACCESS EXCLUSIVE on the index alone. Every plan and every write opens all indexes of its
 * table, so they all wait: the table is given the lock, although `pg_locks` shows it on the index.
 */
export function setIndexTablespace(at: At, operation: OperationOf<'set-index-tablespace'>): readonly Effect[] {
  const because = 'the index is locked while it is copied, and every query of its table waits for it';
  const found = ownerOf(at, operation.index);
  if (found === undefined) return onUnknownTable(at, operation.index, 'AccessExclusiveLock', 'index-build', because);
  return found.stored ? [on(found.name, 'AccessExclusiveLock', 'index-build', because)] : [];
}

/** A table known to have no index has nothing to build. */
function hasIndex(table: Table | undefined): boolean {
  return table?.complete !== true || table.indexes.length > 0;
}
