import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusesTransactionBlock } from '../../src/engine/postgres/transaction-block.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

const setup = `CREATE TABLE t (id integer PRIMARY KEY);
CREATE TABLE p (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (1) TO (2);
CREATE INDEX i ON t (id);`;

let database: PGlite;
let reader: Reader;
let before: Schema;
beforeAll(async () => {
  [database, reader] = await Promise.all([PGlite.create(), loadReader()]);
  await database.exec(setup);
  before = reader
    .read(setup, undefined)
    .statements.reduce((at, each) => applyStatement(at, each.operations, false), emptySchema(['public']));
});
afterAll(() => database.close());

test.each([
  'VACUUM',
  'VACUUM t',
  'VACUUM FULL t',
  'VACUUM ANALYZE t, p',
  'ANALYZE',
  'ANALYZE t, p',
  'CLUSTER',
  'CLUSTER t USING t_pkey',
  'CLUSTER p USING p_pkey',
  'REINDEX INDEX i',
  'REINDEX TABLE t',
  'REINDEX TABLE p',
  'REINDEX INDEX p_pkey',
  'REINDEX SCHEMA public',
  'REINDEX DATABASE',
  'REINDEX SYSTEM',
  'REINDEX TABLE CONCURRENTLY t',
  'CREATE INDEX j ON t (id)',
  'CREATE INDEX CONCURRENTLY j ON t (id)',
  'DROP INDEX i',
  'DROP INDEX CONCURRENTLY i',
  'ALTER TABLE p DETACH PARTITION p_1',
  'ALTER TABLE p DETACH PARTITION p_1 CONCURRENTLY',
  'TRUNCATE t, p',
  'CREATE DATABASE other',
  'DROP DATABASE IF EXISTS other',
  "CREATE TABLESPACE elsewhere LOCATION '/elsewhere'",
  'DROP TABLESPACE IF EXISTS elsewhere',
  "ALTER SYSTEM SET work_mem = '8MB'",
  "ALTER DATABASE postgres SET work_mem = '8MB'",
])('the server refuses %s in a transaction block, or does not', async (sql) => {
  const [operation] = reader.read(sql, undefined).statements[0]?.operations ?? [];
  await database.exec('BEGIN');
  const code = await database.exec(sql).then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
  await database.exec('ROLLBACK');
  expect(operation && refusesTransactionBlock(operation, before)).toBe(code === '25001');
});
