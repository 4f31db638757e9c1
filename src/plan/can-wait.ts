import type { Operation } from '../operation/operation.ts';

/** What may wait for a later stage: nothing that the new code needs at its deploy. */
const mayWait = new Set<Operation['kind']>([
  'create-index',
  'drop-index',
  'rename-index',
  'attach-index',
  'index-setting',
  'set-index-tablespace',
  'reindex',
  'add-constraint',
  'validate-constraint',
  'drop-constraint',
  'rename-constraint',
  'alter-constraint',
  'set-not-null',
  'drop-not-null',
  'drop-default',
  'set-default',
  'add-identity',
  'cluster-on',
  'replica-identity',
  'alter-sequence',
  'drop-column',
  'drop-table',
  'drop-view',
  'drop-schema',
  'drop-sequence',
  'drop-type',
  'drop-function',
  'other',
]);

export function canWait(operation: Operation): boolean {
  return mayWait.has(operation.kind);
}
