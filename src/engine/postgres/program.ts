import type { OperationOf } from '../../operation/operation.ts';
import type { Effect } from '../effect.ts';
import { type At, type Member, member, on } from './at.ts';
import { partitions } from './foreign-key.ts';

const reached = (at: At, operation: { readonly table: { readonly name: string; readonly schema?: string } }): readonly Member[] =>
  partitions(at, member(at, operation.table));

/** CREATE TRIGGER lets reads go on; a row trigger of a partitioned table is made on each partition. https://www.postgresql.org/docs/current/sql-createtrigger.html */
export function createTrigger(at: At, operation: OperationOf<'create-trigger'>): readonly Effect[] {
  const referenced = operation.references === undefined ? [] : [on(member(at, operation.references).name, 'AccessShareLock')];
  return [...reached(at, operation).map((each) => on(each.name, 'ShareRowExclusiveLock')), ...referenced];
}

export function dropTrigger(at: At, operation: OperationOf<'drop-trigger' | 'rename-trigger'>): readonly Effect[] {
  return reached(at, operation).map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** ENABLE and DISABLE TRIGGER. */
export function setTriggerState(at: At, operation: OperationOf<'set-trigger-state'>): readonly Effect[] {
  const members = operation.only ? [member(at, operation.table)] : reached(at, operation);
  return members.map((each) => on(each.name, 'ShareRowExclusiveLock'));
}
