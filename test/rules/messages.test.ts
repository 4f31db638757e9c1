import { expect, test } from 'vitest';
import { findingsOf, type Setup } from './judge.ts';

const messageOf = (rule: string, sql: string, setup: Setup = {}): string | undefined =>
  findingsOf(sql, setup).find((finding) => finding.rule === rule)?.message;
const rulesOf = (sql: string, setup: Setup = {}): readonly string[] => findingsOf(sql, setup).map((finding) => finding.rule);

test('names are quoted where SQL needs it, and qualified where they are not in the first schema of the search path', () => {
  expect(messageOf('drop-column', 'ALTER TABLE "User Events" DROP COLUMN "createdAt";')).toContain(' "User Events"."createdAt":');
  expect(messageOf('create-index-blocking', 'CREATE INDEX ON app.orders (a);')).toContain('writes of app.orders wait');
  expect(messageOf('create-index-blocking', 'CREATE INDEX ON public.orders (a);')).toContain('writes of orders wait');
  expect(messageOf('create-index-blocking', 'CREATE INDEX ON app.orders (a);', { config: { searchPath: ['app'] } })).toContain(
    'writes of orders wait',
  );
});

test('a size that the config tells is said', () => {
  const sizes = { 'public.orders': 12_000_000, lines: 1 };
  expect(messageOf('create-index-blocking', 'CREATE INDEX ON orders (a);', { config: { sizes } })).toContain(
    'orders (12,000,000 rows) wait',
  );
  expect(messageOf('update-whole-table', 'UPDATE lines SET a = 1;', { config: { sizes } })).toContain('lines (1 row)');
});

test('versions are said where they differ, and not where the version is configured', () => {
  const history = ["CREATE DOMAIN d AS text; CREATE TABLE t (a d); ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE <> '') NOT VALID;"];
  const sql = 'ALTER DOMAIN d VALIDATE CONSTRAINT c;';
  expect(messageOf('alter-domain-validating', sql, { history })).toContain('(SHARE lock; PostgreSQL 12 to 17)');
  expect(messageOf('alter-domain-validating', sql, { history, engine: 'postgres@16' })).toContain('(SHARE lock)');
  expect(messageOf('alter-domain-validating', sql, { history, engine: 'postgres@18' })).toBeUndefined();
});

test('both tables of a foreign key are named', () => {
  expect(messageOf('add-foreign-key-validating', 'ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b (id);')).toBe(
    'Adding a foreign key from a to b: writes of a and b wait while every row of a is looked up in the referenced table (SHARE ROW EXCLUSIVE lock).',
  );
});

test('many tables are counted', () => {
  const tables = ['a', 'b', 'c', 'd', 'e'].map((name) => `CREATE TABLE ${name} (v email);`).join(' ');
  const history = [`CREATE DOMAIN email AS text; ${tables}`];
  expect(messageOf('alter-domain-validating', "ALTER DOMAIN email ADD CHECK (VALUE <> '');", { history })).toContain(
    'writes of a, b, c and 2 more wait',
  );
});

test('an index of a table that is not known is named by itself', () => {
  expect(messageOf('drop-index-blocking', 'DROP INDEX some_idx;')).toContain('reads and writes of the table of some_idx wait');
});

test('the messages of one statement with several offences each name their own', () => {
  const sql =
    'ALTER TABLE t ADD COLUMN a uuid DEFAULT gen_random_uuid() UNIQUE CHECK (a IS NOT NULL), ADD COLUMN b bigserial, DROP COLUMN c;';
  expect(rulesOf(sql, { config: { lockTimeout: 'role' } }).toSorted()).toEqual([
    'add-column-check',
    'add-column-serial',
    'add-column-unique',
    'add-column-volatile-default',
    'drop-column',
  ]);
});

test('lock_timeout: expected of the migration, of the role or of the tool; switching it off is always reported', () => {
  const sql = 'ALTER TABLE t ADD COLUMN a text;';
  expect(rulesOf(sql)).toEqual(['missing-lock-timeout']);
  expect(rulesOf(sql, { config: { lockTimeout: 'role' } })).toEqual([]);
  expect(rulesOf(sql, { config: { lockTimeout: 'tool' } })).toEqual([]);
  expect(rulesOf(`SET lock_timeout = 0;\n${sql}`, { config: { lockTimeout: 'role' } })).toEqual(['missing-lock-timeout']);
  expect(rulesOf(`SET LOCAL lock_timeout = '2s';\n${sql}`, { transaction: 'wrapped' })).toEqual([]);
  expect(rulesOf(`SET LOCAL lock_timeout = '2s';\n${sql}`, { transaction: 'per-statement' })).toEqual(['missing-lock-timeout']);
});

test('what is only possible warns, what is certain is an error', () => {
  const severities = (sql: string, setup: Setup): readonly string[] =>
    findingsOf(sql, { config: { lockTimeout: 'role' }, ...setup }).map((finding) => `${finding.severity} ${finding.rule}`);
  const backfill = "ALTER TABLE t ADD COLUMN a text;\nUPDATE t SET a = 'x' WHERE b > 0;";
  expect(severities(backfill, { transaction: 'unknown' })).toEqual(['warning data-change-with-schema-change']);
  expect(severities(backfill, { transaction: 'wrapped' })).toEqual(['error data-change-with-schema-change']);
  expect(severities(backfill, { transaction: 'single-query' })).toEqual(['error data-change-with-schema-change']);
  expect(severities(backfill, { transaction: 'per-statement' })).toEqual([]);
  const alone = 'CREATE INDEX CONCURRENTLY i ON t (a);';
  expect(severities(alone, { transaction: 'unknown' })).toEqual(['warning concurrently-in-transaction']);
  expect(severities(`${alone}\nSELECT 1;`, { transaction: 'unknown' })).toEqual(['error concurrently-in-transaction']);
  expect(severities(alone, { transaction: 'wrapped' })).toEqual(['error concurrently-in-transaction']);
  expect(severities(alone, { transaction: 'single-query' })).toEqual([]);
});
