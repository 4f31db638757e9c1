import type { OperationOf } from '../../operation/operation.ts';
import type { Effect } from '../effect.ts';
import { type At, type Member, member, on } from './at.ts';
import { partitions } from './foreign-key.ts';
import { since } from './version.ts';

const reached = (at: At, operation: { readonly table: { readonly name: string; readonly schema?: string } }): readonly Member[] =>
  partitions(at, member(at, operation.table));

/** CREATE TRIGGER lets reads go on; a row trigger of a partitioned table is made on each partition. https://www.postgresql.org/docs/current/sql-createtrigger.html */
export function createTrigger(at: At, operation: OperationOf<'create-trigger'>): readonly Effect[] {
  const referenced = operation.references === undefined ? [] : [on(member(at, operation.references).name, 'AccessShareLock')];
  return [...reached(at, operation).map((each) => on(each.name, 'ShareRowExclusiveLock')), ...referenced];
}

export function dropTrigger(at: At, operation: OperationOf<'drop-trigger'>): readonly Effect[] {
  return reached(at, operation).map((each) => on(each.name, 'AccessExclusiveLock'));
}

export function renameTrigger(at: At, operation: OperationOf<'rename-trigger'>): readonly Effect[] {
  const members = since('triggersReachPartitions', at.major) ? reached(at, operation) : [member(at, operation.table)];
  return members.map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** ENABLE and DISABLE TRIGGER; before PostgreSQL 15, ALL and USER meant only the triggers of the table named. */
export function setTriggerState(at: At, operation: OperationOf<'set-trigger-state'>): readonly Effect[] {
  const many = operation.trigger === 'all' || operation.trigger === 'user';
  const alone = operation.only || (many && !since('triggersReachPartitions', at.major));
  const members = alone ? [member(at, operation.table)] : reached(at, operation);
  return members.map((each) => on(each.name, 'ShareRowExclusiveLock'));
}
