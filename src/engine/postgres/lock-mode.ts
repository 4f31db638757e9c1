import { type LockMode, lockModes } from './effect.ts';

/**
 * Which table lock modes conflict: the table of https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES,
 * a row a mode, `x` where the modes of row and column cannot be held at once. Rows and columns in the order of `lockModes`.
 */
const conflictTable: Readonly<Record<LockMode, string>> = {
  AccessShareLock: '.......x',
  RowShareLock: '......xx',
  RowExclusiveLock: '....xxxx',
  ShareUpdateExclusiveLock: '...xxxxx',
  ShareLock: '..xx.xxx',
  ShareRowExclusiveLock: '..xxxxxx',
  ExclusiveLock: '.xxxxxxx',
  AccessExclusiveLock: 'xxxxxxxx',
};

/** Whether a request for one mode waits while another session holds the other. */
export function conflicts(a: LockMode, b: LockMode): boolean {
  return conflictTable[a][lockModes.indexOf(b)] === 'x';
}

/** SELECT takes AccessShareLock: only AccessExclusiveLock makes it wait. */
export function blocksReads(lock: LockMode | null): boolean {
  return lock !== null && conflicts(lock, 'AccessShareLock');
}

/** INSERT, UPDATE and DELETE take RowExclusiveLock. */
export function blocksWrites(lock: LockMode | null): boolean {
  return lock !== null && conflicts(lock, 'RowExclusiveLock');
}

/** What a mode makes wait, as the start of a sentence: `reads and writes wait`. */
export const whatWaits: Readonly<Record<LockMode, string>> = {
  AccessShareLock: 'nothing but ACCESS EXCLUSIVE locks waits',
  RowShareLock: 'schema changes wait',
  RowExclusiveLock: 'schema changes and index builds wait',
  ShareUpdateExclusiveLock: 'schema changes and VACUUM wait; reads and writes go on',
  ShareLock: 'writes wait; reads go on',
  ShareRowExclusiveLock: 'writes wait; reads go on',
  ExclusiveLock: 'writes and SELECT … FOR UPDATE wait; plain reads go on',
  AccessExclusiveLock: 'reads and writes wait',
};

/** The mode as LOCK TABLE writes it (`ACCESS EXCLUSIVE`) by the name of `pg_locks`, and back. */
export function sqlNameOf(lock: LockMode): string {
  return sqlNames[lock];
}

const sqlNames = Object.fromEntries(
  lockModes.map((lock) => [
    lock,
    lock
      .replace(/Lock$/, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toUpperCase(),
  ]),
) as Readonly<Record<LockMode, string>>;

/** @returns undefined for a mode that does not exist. */
export function lockModeOf(sqlName: string): LockMode | undefined {
  const wanted = sqlName
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
    .replace(/ MODE$/, '');
  return lockModes.find((mode) => mode.toUpperCase() === wanted.replaceAll(' ', '') || sqlNameOf(mode) === wanted);
}
