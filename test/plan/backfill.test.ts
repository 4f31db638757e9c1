import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backfillSql } from '../../src/plan/backfill.ts';
import { reset } from './catalog.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(async () => {
  await db.close();
});
beforeEach(async () => {
  await reset(db);
});

const one = async (sql: string): Promise<unknown> => Object.values((await db.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
/** The rows that a run wrote: those of transactions that came after. */
const transactions = async (table: string): Promise<unknown> => one(`SELECT count(DISTINCT xmin::text)::int FROM ${table}`);

describe('by key', () => {
  test('fills every row, a thousand in a transaction', async () => {
    await db.exec('CREATE TABLE t (id int PRIMARY KEY, a int, c int); INSERT INTO t SELECT i * 3, i FROM generate_series(1, 2500) AS i');
    await db.exec(backfillSql({ table: 't', column: 'c', expression: 'a + 1', key: ['id'], lowestMajor: 12 }));
    expect(await one('SELECT count(*)::int FROM t WHERE c IS DISTINCT FROM a + 1')).toBe(0);
    expect(await transactions('t')).toBe(3);
  });

  test('goes on where rows are left, and leaves filled rows alone', async () => {
    await db.exec(
      'CREATE TABLE t (id int PRIMARY KEY, c int); INSERT INTO t SELECT i, CASE WHEN i <= 1700 THEN -1 END FROM generate_series(1, 3000) AS i',
    );
    const sql = backfillSql({ table: 't', column: 'c', expression: '7', key: ['id'], lowestMajor: 12 });
    await db.exec(sql);
    expect(await one('SELECT count(*)::int FROM t WHERE c = -1')).toBe(1700);
    expect(await one('SELECT count(*)::int FROM t WHERE c = 7')).toBe(1300);
    const before = await one('SELECT max(xmin::text::bigint) FROM t');
    await db.exec(sql);
    expect(await one('SELECT max(xmin::text::bigint) FROM t')).toBe(before);
  });

  test('goes on after an error in the middle, with the batches before it committed', async () => {
    await db.exec(
      'CREATE TABLE t (id int PRIMARY KEY, a int, c int); INSERT INTO t SELECT i, CASE WHEN i = 2500 THEN 0 ELSE 1 END FROM generate_series(1, 3000) AS i',
    );
    const sql = backfillSql({ table: 't', column: 'c', expression: '10 / a', key: ['id'], lowestMajor: 12 });
    await expect(db.exec(sql)).rejects.toThrow('division by zero');
    expect(await one('SELECT count(*)::int FROM t WHERE c IS NOT NULL')).toBe(2000);
    await db.exec('UPDATE t SET a = 1 WHERE id = 2500');
    await db.exec(sql);
    expect(await one('SELECT count(*)::int FROM t WHERE c IS NULL')).toBe(0);
  });

  test('walks a composite key in the order of its index, text and quoted names included', async () => {
    await db.exec(
      'CREATE SCHEMA "App"; CREATE TABLE "App"."User Events" ("Tenant" text, "select" int, "Wanted %" text, PRIMARY KEY ("Tenant", "select"))',
    );
    await db.exec(`INSERT INTO "App"."User Events" SELECT chr(65 + i % 5) || '''"', i, NULL FROM generate_series(1, 2300) AS i`);
    await db.exec(
      backfillSql({
        table: '"App"."User Events"',
        column: 'Wanted %',
        expression: `"Tenant" || '$$' || "select"`,
        key: ['Tenant', 'select'],
        lowestMajor: 12,
      }),
    );
    expect(await one(`SELECT count(*)::int FROM "App"."User Events" WHERE "Wanted %" IS DISTINCT FROM "Tenant" || '$$' || "select"`)).toBe(
      0,
    );
    expect(await transactions('"App"."User Events"')).toBe(3);
  });

  test('an empty table, a single row, an expression that ends in a comment', async () => {
    await db.exec('CREATE TABLE t (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), c int)');
    const sql = backfillSql({ table: 't', column: 'c', expression: '5 -- as ever', key: ['id'], lowestMajor: 12 });
    await db.exec(sql);
    await db.exec('INSERT INTO t DEFAULT VALUES');
    await db.exec(sql);
    expect(await one('SELECT c FROM t')).toBe(5);
  });

  test('each batch is found through the key’s index', async () => {
    await db.exec(
      'CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b)); INSERT INTO t SELECT i / 10, i % 10 FROM generate_series(1, 20000) AS i; ANALYZE t',
    );
    await db.exec('SELECT pg_stat_force_next_flush()');
    const scans = async (): Promise<unknown> => one("SELECT seq_scan::int FROM pg_stat_user_tables WHERE relname = 't'");
    const before = await scans();
    await db.exec(backfillSql({ table: 't', column: 'c', expression: '1', key: ['a', 'b'], lowestMajor: 12 }));
    await db.exec('SELECT pg_stat_force_next_flush()');
    expect(await scans()).toBe(before);
  });
});

describe.each([12, 14])('by block, PostgreSQL %i', (lowestMajor) => {
  test('fills a table without a key, some blocks in a transaction', async () => {
    await db.exec(`CREATE TABLE t (a int, pad text, c int); INSERT INTO t SELECT i, repeat('x', 500) FROM generate_series(1, 1500) AS i`);
    await db.exec(backfillSql({ table: 't', column: 'c', expression: 'a', key: [], lowestMajor }));
    expect(await one('SELECT count(*)::int FROM t WHERE c IS DISTINCT FROM a')).toBe(0);
    expect(await transactions('t')).toBeGreaterThan(3);
  });

  test('goes on where rows are left; ends where the expression gives NULL', async () => {
    await db.exec(
      'CREATE TABLE t (a int, c int); INSERT INTO t SELECT i, CASE WHEN i % 2 = 0 THEN -1 END FROM generate_series(1, 500) AS i',
    );
    await db.exec(backfillSql({ table: 't', column: 'c', expression: 'NULLIF(a, 3)', key: [], lowestMajor }));
    expect(await one('SELECT count(*)::int FROM t WHERE c = -1')).toBe(250);
    expect(await one('SELECT count(*)::int FROM t WHERE c IS NULL')).toBe(1);
  });

  test('an empty table', async () => {
    await db.exec('CREATE TABLE t (c int)');
    await db.exec(backfillSql({ table: 't', column: 'c', expression: '1', key: [], lowestMajor }));
  });
});
