import { type LockMode, lockModes, strength } from '../../src/engine/postgres/effect.ts';
import type { Server } from './database.ts';
import { runAgainst } from './holders.ts';

/**
 * The strongest lock that a statement asks for on each table, told by sessions that make it wait: each holds a lock on one table; what the
 * statement waits for stands in pg_locks, together with all that it holds by then; that session lets go, and the statement goes on to the next
 * table. One such run a mode held, weaker and weaker ones, until no request can have gone unseen.
 */
export async function strongestRequests(
  server: Server,
  sql: string,
  prepare: () => Promise<unknown>,
): Promise<ReadonlyMap<string, LockMode>> {
  const strongest = new Map<string, LockMode>();
  const known = (name: string): number => strength(strongest.get(name) ?? null);
  /** What may be asked for on each table that is reached, and has not been seen or ruled out. */
  const open = new Map<string, readonly LockMode[]>();
  for (const held of heldModes) {
    const isTold = held !== 'AccessExclusiveLock' && ![...open.values()].flat().some((mode) => stopped[held].includes(mode));
    if (isTold) continue;
    await prepare();
    server.state = undefined;
    const { seen, passed } = await runAgainst(server, sql, held);
    for (const [name, mode] of seen) if (strength(mode) > known(name)) strongest.set(name, mode);
    for (const name of strongest.keys()) {
      const ruledOut = passed.includes(name) ? stopped[held] : [];
      open.set(
        name,
        (open.get(name) ?? lockModes).filter((mode) => strength(mode) > known(name) && !ruledOut.includes(mode)),
      );
    }
  }
  return strongest;
}

/** The requests that a lock held by another session stops. https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES */
const stopped: Readonly<Record<LockMode, readonly LockMode[]>> = {
  AccessShareLock: lockModes.slice(7),
  RowShareLock: lockModes.slice(6),
  RowExclusiveLock: lockModes.slice(4),
  ShareUpdateExclusiveLock: lockModes.slice(3),
  ShareLock: lockModes.filter((mode) => !/^(Access|Row)ShareLock$|^ShareLock$/.test(mode)),
  ShareRowExclusiveLock: lockModes.slice(2),
  ExclusiveLock: lockModes.slice(1),
  AccessExclusiveLock: lockModes,
};

/** First what stops everything, which tells the tables; then from what stops the strongest request alone to what stops weaker ones too. */
const heldModes = [...lockModes.slice(7), ...lockModes.slice(0, 7)];
