import { type LockMode, lockModes } from '../engine/postgres/effect.ts';
import { blocksReads } from '../engine/postgres/lock-mode.ts';

/** Whether a lock is at least as strong as another. */
export function atLeast(lock: LockMode | null, least: LockMode): boolean {
  return lock !== null && lockModes.indexOf(lock) >= lockModes.indexOf(least);
}

/** Who waits for a lock that blocks at least writes. */
export function waiting(lock: LockMode | null): 'reads and writes' | 'writes' {
  return blocksReads(lock) ? 'reads and writes' : 'writes';
}

/** The strongest of some locks; of equals, the first. */
export function strongest<T extends { readonly lock: LockMode | null }>(locks: readonly T[]): T | undefined {
  return locks.reduce<T | undefined>(
    (best, each) => (best && (each.lock === null || atLeast(best.lock, each.lock)) ? best : each),
    undefined,
  );
}
