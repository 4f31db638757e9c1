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
  const history = ['CREATE TABLE t (id bigint) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);'];
  const sql = 'ALTER TABLE t ADD UNIQUE (id);';
  expect(messageOf('add-unique-blocking', sql, { history })).toContain('(ACCESS EXCLUSIVE lock; PostgreSQL 18)');
  expect(messageOf('add-unique-blocking', sql, { history, engine: 'postgres@16' })).toContain('(SHARE lock)');
  expect(messageOf('add-unique-blocking', sql, { history, engine: 'postgres@18' })).toContain('(ACCESS EXCLUSIVE lock)');
});

test('both tables of a foreign key are named', () => {
  expect(messageOf('add-foreign-key-validating', 'ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b (id);')).toBe(
    'Adding a foreign key from a to b: writes of a and b wait while every row of a is looked up in the referenced table (SHARE ROW EXCLUSIVE lock).',
  );
});

test('who waits behind another lock meanwhile is named too', () => {
  expect(messageOf('add-column-foreign-key', 'ALTER TABLE a ADD COLUMN b_id int DEFAULT 1 REFERENCES b (id);')).toBe(
    'Adding b_id with REFERENCES and a default: reads and writes of a wait while every row is looked up in the referenced table (ACCESS EXCLUSIVE lock), and writes of b wait with them (SHARE ROW EXCLUSIVE lock).',
  );
  const history = ['CREATE TABLE t (id bigint) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);'];
  expect(messageOf('add-unique-blocking', 'ALTER TABLE t ADD UNIQUE (id);', { history, engine: 'postgres@16' })).toContain(
    'writes of t1 wait while an index is built over every row (SHARE lock), and reads and writes of t wait with them (ACCESS EXCLUSIVE lock).',
  );
});

test('on a partitioned table, what to do is what partitions can', () => {
  const history = [
    'CREATE TABLE t (id bigint, o int) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);',
  ];
  const adviceOf = (rule: string, sql: string, engine: string): string | undefined =>
    findingsOf(sql, { history, engine }).find((finding) => finding.rule === rule)?.advice;
  const unique = adviceOf('add-unique-blocking', 'ALTER TABLE t ADD UNIQUE (id);', 'postgres@18');
  expect(unique).toContain('ALTER TABLE ONLY the parent');
  expect(adviceOf('add-primary-key-blocking', 'ALTER TABLE t ADD PRIMARY KEY (id);', 'postgres@18')).toContain('on each partition');
  const key = 'ALTER TABLE t ADD FOREIGN KEY (o) REFERENCES other;';
  expect(adviceOf('add-foreign-key-validating', key, 'postgres@17')).toContain('Add it to each partition NOT VALID');
  expect(adviceOf('add-foreign-key-validating', key, 'postgres@18')).toContain('Add it NOT VALID, then VALIDATE');
});

test('partitions that history does not know are the reason that is given', () => {
  const history = ['CREATE TABLE t (id bigint) PARTITION BY RANGE (id);'];
  for (const [rule, sql] of [
    ['create-index-partitioned', 'CREATE INDEX ON t (id);'],
    ['add-unique-blocking', 'ALTER TABLE t ADD UNIQUE (id);'],
  ] as const)
    expect(messageOf(rule, sql, { history })).toContain('because its partitions, which the history does not know');
});

test('two statements on one line are not one statement', () => {
  const sql = 'ALTER TABLE a ADD COLUMN c int; ALTER TABLE b ADD COLUMN c int;';
  expect(messageOf('several-tables-locked', sql)).toContain('(the migration tool may run the whole file in one transaction)');
  expect(messageOf('several-tables-locked', sql, { transaction: 'per-statement' })).toBeUndefined();
  expect(
    messageOf('several-tables-locked', 'DO $$ BEGIN ALTER TABLE a ADD COLUMN c int; ALTER TABLE b ADD COLUMN c int; END $$;'),
  ).toContain('(a DO block is one statement)');
});

test('a new column that gives up its default for an identity in the same ALTER TABLE fills itself', () => {
  const add = 'ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT 0; ALTER TABLE t ALTER COLUMN n DROP DEFAULT';
  expect(rulesOf(`${add};`)).toContain('new-required-column');
  expect(rulesOf(`${add}, ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY;`)).not.toContain('new-required-column');
});

test('the index of a constraint cannot be dropped, with CASCADE or CONCURRENTLY either', () => {
  const history = ['CREATE TABLE o (id int PRIMARY KEY);'];
  for (const sql of ['DROP INDEX o_pkey;', 'DROP INDEX o_pkey CASCADE;', 'DROP INDEX CONCURRENTLY o_pkey;'])
    expect(messageOf('drop-still-used', sql, { history })).toBe('DROP INDEX fails: constraint o_pkey of o needs it (error 2BP01).');
  expect(rulesOf('DROP INDEX o_pkey;', { history })).not.toContain('drop-index-blocking');
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

test('VACUUM does each table in a transaction of its own, and fails once in one of others', () => {
  const sql = 'VACUUM FULL a, b;';
  expect(rulesOf(sql, { transaction: 'per-statement', config: { lockTimeout: 'role' } })).toEqual(['vacuum-full', 'vacuum-full']);
  expect(rulesOf(`ALTER TABLE c ADD COLUMN d text;\n${sql}`, { transaction: 'wrapped', config: { lockTimeout: 'role' } })).toEqual([
    'concurrently-in-transaction',
    'vacuum-full',
    'vacuum-full',
  ]);
  expect(messageOf('concurrently-in-transaction', sql, { transaction: 'wrapped' })).toContain(
    'VACUUM cannot run inside a transaction block',
  );
});
