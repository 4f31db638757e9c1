import { keyOf } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { resolve } from '../../schema/schema.ts';
import { type At, descendants, everythingStored, failing, family, type Member, member, on, partitionedTables } from './at.ts';
import type { Effect, LockMode } from './effect.ts';
import { since } from './version.ts';

/** VACUUM lets everybody work; VACUUM FULL writes the table anew. Both do a partitioned table's partitions. https://www.postgresql.org/docs/current/sql-vacuum.html */
export function vacuum(at: At, operation: OperationOf<'vacuum'>): readonly Effect[] {
  return targets(at, operation).map((each) => {
    if (!operation.full) return on(each.name, 'ShareUpdateExclusiveLock', each.stored ? 'scan' : 'metadata');
    return each.stored
      ? on(each.name, 'AccessExclusiveLock', 'rewrite', 'VACUUM FULL writes the table anew')
      : on(each.name, 'AccessExclusiveLock');
  });
}

/** ANALYZE reads a sample, however large the table. https://www.postgresql.org/docs/current/sql-analyze.html */
export function analyze(at: At, operation: OperationOf<'analyze'>): readonly Effect[] {
  const done = targets(at, operation);
  const effects = done.map((each) => on(each.name, 'ShareUpdateExclusiveLock'));
  // Before PostgreSQL 18 the children of a plain table are only read, for the figures of both together.
  const sampled = operation.table === undefined || operation.only || done.length > 1 ? [] : family(at, operation.table).slice(1);
  return [...effects, ...sampled.map((each) => on(each.name, 'AccessShareLock'))];
}

/** A partitioned table's partitions are done with it, and since PostgreSQL 18 the children of a plain table. */
function targets(at: At, { table, only }: OperationOf<'vacuum' | 'analyze'>): readonly Member[] {
  if (table === undefined) return [...everythingStored(at), ...partitionedTables(at)];
  const self = member(at, table);
  return only || (self.stored && !since('maintenanceReachesHeirs', at.major)) ? [self] : family(at, table);
}

/** CLUSTER writes the table anew in the order of an index. https://www.postgresql.org/docs/current/sql-cluster.html */
export function cluster(at: At, operation: OperationOf<'cluster'>): readonly Effect[] {
  const anew = (each: Member): Effect => on(each.name, 'AccessExclusiveLock', 'rewrite', 'CLUSTER writes the table anew');
  if (operation.table === undefined)
    return everythingStored(at)
      .filter((each) => isClustered(at, each))
      .map(anew);
  const self = member(at, operation.table);
  if (self.stored) return [anew(self)];
  if (!since('clusterPartitioned', at.major)) {
    return [failing(on(self.name, 'AccessExclusiveLock'), '0A000', 'CLUSTER does not do partitioned tables before PostgreSQL 15', true)];
  }
  const partitions = descendants(at, self.table).filter((each) => each.stored);
  return [on(self.name, 'AccessExclusiveLock'), ...partitions.map(anew)];
}

/** Without a table, CLUSTER does all that were clustered before, as far as the history knows. */
function isClustered(at: At, { name, table }: Member): boolean {
  return (table ?? at.schema.views.get(keyOf(name)))?.indexes.some((index) => index.clustered) === true;
}

/**
 * Statements that change no table, yet lock the ones they name: those write something about the table into the catalog and must not run twice at once.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
export function other(at: At, operation: OperationOf<'other'>): readonly Effect[] {
  if (/^(GRANT|REVOKE)$/.test(operation.command) && !since('grantLocks', at.major)) return [];
  // What hangs on a table is looked up by way of it; the comment's own lock is on that.
  if (operation.command === 'DROP STATISTICS') return withStatistics(at, operation.hanging?.name);
  const lock = operation.ofPart ? 'AccessShareLock' : otherLocks[operation.command];
  if (lock === undefined) return [];
  return operation.tables.map((table) => {
    const name = member(at, table).name;
    const view = resolve(at.schema, table, at.schema.views);
    return on(at.schema.views.has(keyOf(view)) ? view : name, lock);
  });
}

/** The table that the statistics object of that name is about. */
function withStatistics(at: At, name: string | undefined): readonly Effect[] {
  return at.schema.tables
    .entries()
    .filter(([, table]) => table.hanging.some((each) => each.kind === 'statistics' && each.name === name))
    .map(([, table]) => on(table.name, 'ShareUpdateExclusiveLock'));
}

const otherLocks: Readonly<Record<string, LockMode>> = {
  COMMENT: 'ShareUpdateExclusiveLock',
  'SECURITY LABEL': 'ShareUpdateExclusiveLock',
  // SET WITHOUT OIDS, which does nothing any more.
  'ALTER TABLE': 'AccessExclusiveLock',
  GRANT: 'AccessShareLock',
  REVOKE: 'AccessShareLock',
  'CREATE STATISTICS': 'ShareUpdateExclusiveLock',
  'CREATE PUBLICATION': 'ShareUpdateExclusiveLock',
  'ALTER PUBLICATION': 'ShareUpdateExclusiveLock',
};
