import { isWork, type LockMode, strength } from '../../src/engine/postgres/effect.ts';
import type { Case } from './cases/case.ts';
import { prepare, type Rows, refusalOf, type Server } from './database.ts';
import { strongestRequests } from './requests.ts';
import { type Attempt, combine, foreignKeys, type Lock, relations, type Tables } from './work.ts';

/**
 * Runs a statement that ends its own transactions, so that its locks are gone when it is done. Where the server takes more sessions, they tell
 * what it asked for; else the probes of its setup tell what was held when they were called.
 */
export async function attemptOutside(server: Server, each: Case, rows: Rows): Promise<Attempt> {
  const { db } = server;
  const notices: string[] = [];
  const before = await relations(db);
  const keys = await foreignKeys(db);
  server.state = undefined;
  // VACUUM names the tables it reads at DEBUG2.
  await db.exec('set client_min_messages = debug2');
  try {
    await db.exec(each.sql, { onNotice: (notice) => notices.push(notice.message ?? '') });
  } catch (error) {
    return { tables: {}, ...refusalOf(error) };
  } finally {
    await db.exec('reset client_min_messages');
  }
  const after = await relations(db);
  const told = combine(each, before, after, toldBy(notices), keys, notices);
  if (server.connect === undefined) return { tables: told };
  const requests = await strongestRequests(server, each.sql, () => prepare(server, each.setup, rows));
  const asked = [...before.values()]
    .flatMap(({ oid, name }) => ({ oid, mode: requests.get(name) }))
    .filter((lock): lock is Lock => lock.mode !== undefined);
  return { tables: withWorkUnder(told, combine(each, before, after, asked, keys, notices)) };
}

/** Where a probe was called in the middle of work, the lock of then is the one the work is done under; a stronger one was held for a moment. */
function withWorkUnder(told: Tables, asked: Tables): Tables {
  const entries = Object.entries(asked).map(([name, done]) => {
    const lock = told[name]?.lock ?? done.lock;
    const briefly = done.lock !== null && isWork(done.work) && strength(lock) < strength(done.lock) ? { lock, briefly: done.lock } : {};
    return [name, { ...done, ...briefly }] as const;
  });
  return Object.fromEntries(entries);
}

/** `probe: [[oid, mode], …]` */
function toldBy(notices: readonly string[]): readonly Lock[] {
  return notices
    .filter((notice) => notice.startsWith('probe: '))
    .flatMap((notice) => JSON.parse(notice.slice('probe: '.length)) as [number, LockMode][])
    .map(([oid, mode]) => ({ oid, mode }));
}
