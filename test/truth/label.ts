import { type LockMode, strength } from '../../src/engine/postgres/effect.ts';
import type { Case } from './cases/case.ts';
import type { Observed } from './observe.ts';

/**
 * What a case is in the benchmark, by the record alone; docs/accuracy.md gives the reasons.
 * - `unsafe`: it does real work on a table that was there before, under a lock that stops writes; or it fails on the rows of one.
 * - `safe`: neither.
 * - `refused`: the server refuses it, whatever the rows hold.
 * - `by-rows`: an online form that failed on these very rows. Whether it does is in the rows, where no linter looks, and it blocks nobody.
 * - `no-schema-change`: it reads or changes rows, or settings of the session.
 */
export type Label = 'unsafe' | 'safe' | 'refused' | 'by-rows' | 'no-schema-change';

export function labelOf(each: Case, observed: Observed): Label {
  if (/^(select|insert|update|delete|merge|copy|call|set|reset|values)\b/i.test(each.sql)) return 'no-schema-change';
  if (observed.outcome === 'refused' || observed.outcome === 'no-setup') return 'refused';
  const held = Object.entries(observed.tables).filter(([name, { lock }]) =>
    isMaterializedView(each, name) ? stopsReads(each, lock) : stopsWrites(lock),
  );
  if (observed.outcome === 'fails') return held.length > 0 ? 'unsafe' : 'by-rows';
  return held.some(([, { work }]) => work.some((one) => one !== 'metadata')) ? 'unsafe' : 'safe';
}

/** Conflicts with the RowExclusiveLock of whoever writes. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
function stopsWrites(lock: LockMode | null): boolean {
  return strength(lock) >= strength('ShareLock');
}

/**
 * Nobody writes to a materialized view but REFRESH, so that only what stops reads is felt. REINDEX does, by its AccessExclusiveLock on the index, which every
 * query has to open: https://www.postgresql.org/docs/current/sql-reindex.html
 */
function stopsReads(each: Case, lock: LockMode | null): boolean {
  return lock === 'AccessExclusiveLock' || (/^reindex\b/i.test(each.sql) && stopsWrites(lock));
}

function isMaterializedView(each: Case, name: string): boolean {
  return new RegExp(`create materialized view (if not exists )?${name.slice(name.indexOf('.') + 1)}\\b`, 'i').test(each.setup);
}
