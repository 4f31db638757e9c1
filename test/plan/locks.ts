import type { PGlite } from '@electric-sql/pglite';
import { type LockMode, lockModes } from '../../src/engine/postgres/effect.ts';

/** What a server says (DEBUG1) where it works on rows. */
const work = /^(?:rewriting table|building index|verifying table|validating foreign key constraint)/;

/** Runs a statement in a transaction of its own and tells what it did over rows under a lock that stops reads or writes. */
export async function blockingWork(db: PGlite, sql: string): Promise<readonly string[]> {
  const notices: string[] = [];
  const files = async (): Promise<ReadonlyMap<number, number>> =>
    new Map((await db.query<{ oid: number; file: number }>(filesQuery)).rows.map((row) => [row.oid, row.file]));
  await db.exec('BEGIN; SET LOCAL client_min_messages = debug1');
  try {
    const before = await files();
    await db.exec(sql, { onNotice: (notice) => notices.push(notice.message ?? '') });
    const after = await files();
    const { rows } = await db.query<{ mode: LockMode }>(
      "SELECT DISTINCT mode FROM pg_locks JOIN pg_class c ON c.oid = relation WHERE pid = pg_backend_pid() AND relkind IN ('r', 'p') AND relnamespace <> 'pg_catalog'::regnamespace",
    );
    const stops = rows.some((row) => lockModes.indexOf(row.mode) >= lockModes.indexOf('ShareLock'));
    const rewritten = [...after].filter(([oid, file]) => before.has(oid) && before.get(oid) !== file).map(([oid]) => `new file of ${oid}`);
    await db.exec('COMMIT');
    return stops ? [...notices.filter((notice) => work.test(notice)), ...rewritten] : [];
  } catch (error) {
    await db.exec('ROLLBACK');
    throw error;
  }
}

const filesQuery =
  "SELECT oid::int4 AS oid, relfilenode::int4 AS file FROM pg_class WHERE relkind IN ('r', 'm') AND relnamespace <> 'pg_catalog'::regnamespace";
