import { setTimeout as wait } from 'node:timers/promises';
import { type Lock, locks } from '../../../test/truth/mysql/record.ts';
import type { Session } from './client.ts';
import { codeOf, type Ground } from './field.ts';

/** How a statement came to wait for another session's transaction that had used a table. */
export interface Wait {
  readonly wanted: Lock;
  /** What it held on the table by then; undefined: nothing at all. */
  readonly held: Lock | undefined;
  /** Whether it had done its work by then. */
  readonly worked: boolean;
}

export interface HeldRun {
  readonly waits: readonly Wait[];
  /** The number of the error that it ended with. */
  readonly error?: number;
}

/** What keeps a transaction in a statement's way: of one that wants the table for itself, or also of one that only wants no writers. */
const transactions = {
  reader: (table: string) => `begin; select 1 from ${table} limit 1`,
  // An UPDATE or DELETE would use the tables that refer to this one, too.
  writer: (table: string) => `begin; select 1 from ${table} where 1 = 0 for update`,
};
export type Holder = keyof typeof transactions;

/**
 * Runs a statement while another session's transaction has used the table. Where the statement comes to wait for it, a second such transaction queues up
 * behind, and the first ends: the second gets in as soon as the statement lets others use the table, and is in its way where it wants to be alone again.
 * No clock decides anything.
 */
export async function runHeld(
  { server, observer, database }: Ground,
  session: Session,
  sql: string,
  [table, holder]: readonly [table: string, holder: Holder],
  hasWorked: () => Promise<boolean>,
): Promise<HeldRun> {
  let [holding, next] = [await server.connect(), await server.connect()];
  const waits: Wait[] = [];
  const transaction = transactions[holder](`\`${database}\`.\`${table}\``);
  await holding.run(transaction);
  let [done, error] = [false, undefined as unknown];
  const run = session
    .run(sql)
    .catch((reason: unknown) => {
      error = reason;
    })
    .finally(() => {
      done = true;
    });
  const held = (by: Session): Promise<Held> => heldBy(observer, by.id, [database, table]);
  try {
    const deadline = Date.now() + 25_000;
    while (!done) {
      if (Date.now() > deadline) throw new Error(`it waits for something unknown: ${sql}`);
      const { pending, granted } = await held(session);
      if (pending === undefined || (await held(holding)).granted === undefined) {
        await wait(2);
        continue;
      }
      waits.push({ wanted: pending, held: granted, worked: await hasWorked() });
      const queued = next.run(transaction).catch(() => {});
      let behind = await held(next);
      for (; !done && behind.pending === undefined && behind.granted === undefined; behind = await held(next)) await wait(1);
      // Some locks do not keep writers from overtaking whoever waits for them: such a one is not in the way for long.
      if (behind.granted !== undefined) await next.run('rollback');
      await holding.run('rollback');
      if (behind.granted !== undefined) break;
      [holding, next] = [next, holding];
      // It is granted when the statement lets others in, or ends and keeps nothing.
      await Promise.race([queued, run]);
    }
    await run;
  } finally {
    holding.close();
    next.close();
  }
  return error === undefined ? { waits } : { waits, error: codeOf(error) };
}

interface Held {
  readonly pending: Lock | undefined;
  readonly granted: Lock | undefined;
}

/** MariaDB keeps on showing the lock that was asked for first where a stronger one has taken its place. */
async function heldBy(observer: Session, connection: number, [database, table]: readonly [string, string]): Promise<Held> {
  const rows = await observer.rows(
    `select lock_type, lock_status from performance_schema.metadata_locks join performance_schema.threads on owner_thread_id = thread_id
     where processlist_id = ${connection} and object_type = 'TABLE' and object_schema = '${database}' and object_name = '${table}'`,
  );
  const inState = (state: string): Lock | undefined =>
    strongest(rows.filter(([, each]) => each === state).map(([type]) => lockOf(String(type))));
  return { pending: inState('PENDING'), granted: inState('GRANTED') };
}

/** What a metadata lock keeps other sessions from. https://dev.mysql.com/doc/dev/mysql-server/latest/mdl_8h.html */
function lockOf(type: string): Lock {
  if (type === 'EXCLUSIVE' || type === 'SHARED_NO_READ_WRITE') return 'exclusive';
  return type === 'SHARED_NO_WRITE' || type === 'SHARED_READ_ONLY' ? 'shared' : 'none';
}

export const strongest = (all: readonly (Lock | undefined)[]): Lock | undefined => locks.findLast((lock) => all.includes(lock));
