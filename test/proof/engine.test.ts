import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { failureOf, roomy, rowsOf, stateOf } from './asking.ts';
import { zoo } from './zoo.ts';

/** The built worker (`npm run build` comes first), with deadlines for slow machines. */
let database: ProofDatabase;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
});
beforeEach(() => database.reset());
afterAll(() => database.close());

test('says what it is', async () => {
  expect(database.engine).toMatch(/^PostgreSQL 18\.\d+ \(embedded\)$/);
  expect(database.major).toBe(18);
});

test('rows, tags and values', async () => {
  expect(await database.run('create table t (a int, b text)')).toEqual({ rows: [], tag: 'CREATE TABLE' });
  expect((await database.run("insert into t values (1, 'x'), (2, null)")).tag).toBe('INSERT 0 2');
  expect(await rowsOf(database, 'select a, b, a > 1 as c, a::bigint as d, 1.50 as e, array[a] as f from t')).toEqual([
    { a: 1, b: 'x', c: false, d: 1, e: '1.50', f: '{1}' },
    { a: 2, b: null, c: true, d: 2, e: '1.50', f: '{2}' },
  ]);
  expect(await rowsOf(database, `select 9007199254740993 as big, '{"a": [1]}'::jsonb as json`)).toEqual([
    { big: '9007199254740993', json: { a: [1] } },
  ]);
});

test('a refusal has its SQLSTATE and costs nothing', async () => {
  const failure = await failureOf(database, 'create table t (a int, a int)');
  expect(failure).toMatchObject({ code: '42701', fatal: false });
  expect((await database.run('create table t (a int)')).tag).toBe('CREATE TABLE');
});

test('a transaction fails and is rolled back', async () => {
  await database.run('begin');
  await database.run('create table t (a int)');
  expect((await failureOf(database, 'select 1 / 0')).code).toBe('22012');
  expect((await failureOf(database, 'select 1')).code).toBe('25P02');
  expect((await database.run('commit')).tag).toBe('ROLLBACK');
  expect(await rowsOf(database, "select to_regclass('t') as t")).toEqual([{ t: null }]);
});

test.each([
  ['with x as (select 1) select * from x', 'SELECT 1'],
  ['/* a /* nested */ comment */ -- and\n values (1), (2)', 'SELECT 2'],
  ['(select 1) union (select 2)', 'SELECT 2'],
  ['create table copied as select 1 as a', 'SELECT 1'],
  ['select 1 as a into chosen', 'SELECT 1'],
  ['begin', 'BEGIN'],
  ['abort', 'ROLLBACK'],
  ['start transaction', 'START TRANSACTION'],
  ['end', 'COMMIT'],
  ['analyse', 'ANALYZE'],
  ['explain select 1', 'EXPLAIN'],
  ['do $$ begin end $$', 'DO'],
  ['copy (select 1) to stdout', 'COPY 1'],
  ['-- nothing but a comment', ''],
])('%s', async (sql, tag) => {
  expect((await database.run(sql)).tag).toBe(tag);
});

test('COPY … FROM STDIN gets no rows', async () => {
  await database.run('create table t (a int)');
  expect((await database.run('copy t from stdin')).tag).toBe('COPY 0');
});

test('one statement a call', async () => {
  expect((await failureOf(database, 'create table t (a int); create table u (a int)')).code).toBe('42601');
  expect(await rowsOf(database, "select to_regclass('t') as t")).toEqual([{ t: null }]);
});

test('messages of DEBUG1 and above, whatever the history has set', async () => {
  await database.run('set client_min_messages = error');
  await database.run('create table t (a int)');
  const messages: string[] = [];
  await database.run('alter table t alter a type bigint', { onNotice: (message) => messages.push(message) });
  expect(messages).toContain('rewriting table "t"');
});

test('procedures and DO blocks may commit', async () => {
  await database.run('create table t (a int)');
  await database.run('do $$ begin for i in 1..3 loop insert into t values (i); commit; end loop; end $$');
  await database.run('create procedure p() language plpgsql as $$ begin insert into t values (4); commit; rollback; end $$');
  expect((await database.run('call p()')).tag).toBe('CALL');
  expect(await rowsOf(database, 'select count(*) as count from t')).toEqual([{ count: 4 }]);
});

test('an extension that is missing is told by name', async () => {
  const failure = await failureOf(database, 'create extension postgis');
  expect(failure).toMatchObject({ code: '0A000', message: 'extension "postgis" is not available', fatal: false });
});

test.each([
  ['pgcrypto', "select length(digest('a', 'sha256')) = 32 as works"],
  ['"uuid-ossp"', "select uuid_generate_v5(uuid_ns_url(), 'x') is not null as works"],
  ['citext', "select 'A'::citext = 'a' as works"],
  ['hstore', "select ('a => 1'::hstore) -> 'a' = '1' as works"],
  ['ltree', "select 'a.b'::ltree <@ 'a' as works"],
  ['unaccent', "select unaccent('é') = 'e' as works"],
  ['btree_gist', 'select true as works'],
  ['pg_trgm', "select similarity('abc', 'abc') = 1 as works"],
])('the extension %s', async (name, sql) => {
  await database.run(`create extension ${name}`);
  expect(await rowsOf(database, sql)).toEqual([{ works: true }]);
});

test('a reset leaves nothing behind', async () => {
  const pristine = await stateOf(database);
  expect(Object.keys(pristine).length).toBeGreaterThan(60);
  for (const sql of zoo) await database.run(sql);
  await database.reset();
  expect(await stateOf(database)).toEqual(pristine);
  // The same once more, now that the extensions' libraries are there from the start.
  for (const sql of zoo) await database.run(sql);
  await database.reset();
  expect(await stateOf(database)).toEqual(pristine);
});

test('the same statements give the same OIDs after a reset', async () => {
  const made = async (): Promise<unknown> => {
    await database.run('create table t (a serial primary key)');
    return rowsOf(database, "select oid, relfilenode from pg_class where relname ~ '^t_?' order by relname");
  };
  const first = await made();
  await database.reset();
  expect(await made()).toEqual(first);
});

test('several statements at once are run until one is refused', async () => {
  const messages: string[] = [];
  const onNotice = (message: string): void => void messages.push(message);
  const asked = ['create table t (a int)', "do $$ begin raise notice 'seen'; end $$", 'select 1 / 0', 'drop table t'];
  const { results, refusal } = await database.runAll(asked, { onNotice });
  expect(results.map((each) => each.tag)).toEqual(['CREATE TABLE', 'DO']);
  expect(refusal).toMatchObject({ code: '22012', fatal: false });
  expect(messages).toContain('seen');
  expect(await rowsOf(database, "select to_regclass('t') as t")).toEqual([{ t: 't' }]);
});

test('of several statements those behind one that reaches out are not run, nor is it', async () => {
  const { results, refusal } = await database.runAll(['create table t (a int)', "copy t to '/tmp/x'", 'drop table t']);
  expect(results).toHaveLength(1);
  expect(refusal).toMatchObject({ code: 'refused', fatal: false });
  expect(await rowsOf(database, "select to_regclass('t') as t")).toEqual([{ t: 't' }]);
});

test('what waits finds its time come', async () => {
  const before = performance.now();
  const [row] = await rowsOf(
    database,
    'with t as materialized (select clock_timestamp() as from), s as materialized (select pg_sleep(60) from t) select clock_timestamp() - t.from as slept from s, t',
  );
  expect(performance.now() - before).toBeLessThan(30_000);
  expect(row?.slept).toMatch(/^00:01:/);
});

test('calls wait for each other', async () => {
  const tags = await Promise.all(['create table t (a int)', 'insert into t values (1)', 'drop table t'].map((sql) => database.run(sql)));
  expect(tags.map(({ tag }) => tag)).toEqual(['CREATE TABLE', 'INSERT 0 1', 'DROP TABLE']);
});

test('a mark brings all back, more than once, and marks lie one in another', async () => {
  await database.run('create table t (a int)');
  await database.run("set work_mem = '5MB'");
  const outer = await database.mark();
  await database.run('insert into t values (1)');
  const inner = await database.mark();
  const rows = (): Promise<unknown> => rowsOf(database, "select count(*)::int as rows, current_setting('work_mem') as memory from t");
  for (let i = 0; i < 2; i++) {
    await database.run('drop table t');
    await database.run('reset all');
    expect(await inner.restore()).toBe(true);
    expect(await rows()).toEqual([{ rows: 1, memory: '5MB' }]);
    expect(await outer.restore()).toBe(true);
    expect(await rows()).toEqual([{ rows: 0, memory: '5MB' }]);
  }
  await inner.forget();
  expect(await inner.restore()).toBe(false);
  await database.reset();
  expect(await outer.restore()).toBe(false);
});
