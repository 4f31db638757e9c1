import type { Operation } from '../operation/operation.ts';
import { resolve } from '../schema/schema.ts';
import { needs } from './needs.ts';
import { thing } from './things.ts';
import type { Work } from './work.ts';

/** What other tables or names may come to stand on without naming the column. */
const mayStandOnIt: ReadonlySet<Operation['kind']> = new Set<Operation['kind']>([
  'attach-partition',
  'inherit',
  'rename-column',
  'rename-table',
  'set-schema',
  'replica-identity',
]);

/** Why a work need not be done, once what it says or undoes is staged. */
export interface LeftOut {
  /** What takes it back or drops it, does the same before it, or is what it would take back. */
  readonly by: Work;
  readonly how: 'takes it back' | 'does the same' | 'drops the column' | 'is left out';
  /** The work whose steps would be in its way. Absent: it need not be done in any case. */
  readonly staged?: Work;
}

/**
 * Each SET NOT NULL that a DROP NOT NULL of the unit takes back: staged, it would refuse the rows of running code for a while, to no end. And each that another did
 * before: at its place the column is not NOT NULL yet, and it would read every row. What stands on it meanwhile keeps it.
 */
export function leftOut(works: readonly Work[]): ReadonlyMap<Work, LeftOut> {
  const found = new Map<Work, LeftOut>();
  const open = new Map<string, Work>();
  for (const work of works) {
    for (const { operation, before } of work.operations) {
      if (operation.kind === 'set-not-null' || operation.kind === 'drop-not-null') {
        const key = thing.notNull(resolve(before, operation.table), operation.column);
        const set = open.get(key);
        if (operation.kind === 'drop-not-null') {
          if (set !== undefined) found.set(set, { by: work, how: 'takes it back', staged: set });
          open.delete(key);
        } else if (work.operations.length === 1 && !work.inBlock) {
          if (set === undefined) open.set(key, work);
          else found.set(work, { by: set, how: 'does the same', staged: set });
        }
      } else if (mayStandOnIt.has(operation.kind)) open.clear();
      else for (const key of needs(operation, before)) open.delete(key);
    }
  }
  return found;
}
