import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { resolve } from '../../schema/schema.ts';
import { type At, on } from './at.ts';
import { naming, reading } from './data.ts';
import type { Effect } from './effect.ts';
import { viewsOver } from './table.ts';

const named = (at: At, name: QualifiedName): ResolvedName => resolve(at.schema, name, at.schema.views);

/** CREATE VIEW only looks at what it reads; a materialized view reads it. https://www.postgresql.org/docs/current/sql-creatematerializedview.html */
export function createView(at: At, operation: OperationOf<'create-view'>): readonly Effect[] {
  const view = operation.temporary ? { schema: 'pg_temp', name: operation.view.name } : named(at, operation.view);
  if (operation.ifNotExists && at.schema.views.has(keyOf(view))) return [];
  const reads = operation.reads.map((read) => read.table);
  const sources = operation.materialized && operation.withData ? reading(at, reads) : naming(at, reads);
  return [on(view, 'AccessExclusiveLock'), ...sources];
}

/** ALTER VIEW and ALTER MATERIALIZED VIEW, RENAME apart: a materialized view has rows, and its actions are those of ALTER TABLE. */
export function alterView(at: At, operation: OperationOf<'alter-view'>): readonly Effect[] {
  const view = named(at, operation.view);
  if (!operation.materialized) return [on(view, 'AccessExclusiveLock')];
  if (/options|cluster|statistics/.test(operation.action)) return [on(view, 'ShareUpdateExclusiveLock')];
  if (operation.sets === undefined) return [on(view, 'AccessExclusiveLock')];
  return [on(view, 'AccessExclusiveLock', 'rewrite', 'the materialized view is written anew')];
}

export function dropView(at: At, operation: OperationOf<'drop-view'>): readonly Effect[] {
  const view = named(at, operation.view);
  return [on(view, 'AccessExclusiveLock'), ...(operation.cascade ? viewsOver(at, [view]) : [])];
}

/**
 * REFRESH puts a new table in the old one's place, under ACCESS EXCLUSIVE; CONCURRENTLY compares and changes the rows that differ, so that reads go on.
 * https://www.postgresql.org/docs/current/sql-refreshmaterializedview.html
 */
export function refreshView(at: At, operation: OperationOf<'refresh-view'>): readonly Effect[] {
  const name = named(at, operation.view);
  const reads = at.schema.views.get(keyOf(name))?.reads.map((read) => read.table) ?? [];
  const own = operation.concurrently
    ? on(name, 'ExclusiveLock', 'scan', 'the old rows are compared with the new ones')
    : operation.withData
      ? on(name, 'AccessExclusiveLock', 'rewrite', 'the materialized view is computed anew')
      : on(name, 'AccessExclusiveLock');
  return operation.withData ? [own, ...reading(at, reads)] : [own];
}
