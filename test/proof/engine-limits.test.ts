import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { failureOf, roomy, rowsOf } from './asking.ts';

/** SQL that means harm, each against the wall that has to hold it. Deadlines are generous: none of these walls is a matter of time, but for those that are. */
let database: ProofDatabase;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
});
beforeEach(() => database.reset());
afterAll(() => database.close());

const block = (body: string, declare = ''): string => `do $do$ ${declare} begin ${body} end $do$`;

/** Still there and still right. */
async function lives(): Promise<void> {
  expect(await rowsOf(database, 'select 6 * 7 as answer')).toEqual([{ answer: 42 }]);
}

/** Gone; a reset brings another. */
async function isReplaced(code: string): Promise<void> {
  expect(await failureOf(database, 'select 1')).toMatchObject({ code, fatal: true });
  await database.reset();
  await lives();
}

describe('memory', () => {
  test.each([
    ['a string that doubles', block('loop s := s || s; end loop;', "declare s text := 'x';")],
    ['an array of everything', "select array_agg(repeat('x', 1000) || i) from generate_series(1, 10000000) i"],
  ])('%s: the server runs out of it, or the process would', async (_, sql) => {
    await database.run('create table t (a int)');
    const { code, fatal } = await failureOf(database, sql);
    expect(['53200', '53100', '54000', '54001', 'memory']).toContain(code);
    if (fatal) await isReplaced(code);
    else await lives();
  });

  test('temporary files are bounded', async () => {
    expect(await failureOf(database, 'select count(*) from generate_series(1, 1e9)')).toMatchObject({ code: '53100', fatal: false });
    await lives();
  });

  test('tables are bounded', async () => {
    const { code, fatal } = await failureOf(
      database,
      "create table big as select i, repeat('x', 200) from generate_series(1, 100000000) i",
    );
    expect(['53100', 'memory']).toContain(code);
    if (!fatal) await lives();
  });

  // Other tests of the same process may take what this one is allowed.
  test('the memory of the process is watched', { retry: 3 }, async () => {
    const watched = await embeddedDatabase({ ...roomy, residentBytes: 350 * 1024 * 1024 });
    try {
      expect(await failureOf(watched, "select string_agg(repeat('x', 1000), '') from generate_series(1, 10000000)")).toMatchObject({
        code: 'memory',
        fatal: true,
        message: 'it took more than 350 MiB',
      });
    } finally {
      await watched.close();
    }
  });
});

describe('what comes back', () => {
  test.each([
    ['rows', 'select generate_series(1, 1000000000)'],
    ['one gigantic row', "select repeat('x', 100000000)"],
    ['messages', block("loop raise notice 'x'; end loop;")],
    ['long messages', block("loop raise notice '%', repeat('x', 100000); end loop;")],
    ['a copy', "copy (select repeat('x', 1000) from generate_series(1, 10000000)) to stdout"],
  ])('%s', async (_, sql) => {
    expect(await failureOf(database, sql)).toMatchObject({ code: 'memory', fatal: true });
    await isReplaced('memory');
  });

  test('a flood of notifications', async () => {
    await database.run('listen flood');
    const sql = block("for i in 1..100000 loop perform pg_notify('flood', i || repeat('x', 7000)); end loop;");
    const { code, fatal } = await failureOf(database, sql);
    expect(['53100', '53200', '54000', '55000', 'memory']).toContain(code);
    if (!fatal) await lives();
  });
});

describe('depth', () => {
  test.each([
    ['a function that calls itself', ['54001'], 'select f(1)'],
    ['a long sum', ['54001'], `select ${'1 + '.repeat(30_000)}1`],
    ['deep parentheses', ['42601'], `select ${'-('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['a trigger that fires itself', ['54001'], 'insert into t values (1)'],
    [
      'a view of a view',
      ['53200', '54001'],
      block("for i in 1..3000 loop execute format('create view v%s as select * from v%s', i, i - 1); end loop; perform * from v3000;"),
    ],
  ])('%s is an error and no trap', async (_, codes, sql) => {
    await database.run('create table t (a int)');
    await database.run('create view v0 as select * from t');
    await database.run('create function f(i int) returns int language plpgsql as $$ begin return f(i + 1); end $$');
    await database.run('create function g() returns trigger language plpgsql as $$ begin insert into t values (1); return new; end $$');
    await database.run('create trigger again before insert on t for each row execute function g()');
    const { code, fatal } = await failureOf(database, sql);
    expect(codes).toContain(code);
    expect(fatal).toBe(false);
    await lives();
  });
});

describe('time', () => {
  let hurried: ProofDatabase;
  beforeAll(async () => {
    hurried = await embeddedDatabase({ ...roomy, statementMilliseconds: 3000, planMilliseconds: 8000 });
  });
  beforeEach(() => hurried.reset());
  afterAll(() => hurried.close());

  test.each([
    ['an empty loop', block('loop end loop;')],
    ['a loop that catches everything', block('loop begin perform pg_sleep(1); exception when others then null; end; end loop;')],
    ['sleep', 'select pg_sleep(1e9)'],
    ['a cross join', 'select count(*) from pg_attribute a, pg_attribute b, pg_attribute c'],
    [
      'endless recursion of a query',
      'with recursive r(n) as (select 1 union select (n + 1) % 2000000000 from r) select sum(n) from r where n < 0',
    ],
  ])('%s ends at the deadline', async (_, sql) => {
    const before = performance.now();
    const { code, fatal } = await failureOf(hurried, sql);
    expect(fatal, code).toBe(true);
    expect(['deadline', 'memory']).toContain(code);
    expect(performance.now() - before).toBeLessThan(30_000);
    await hurried.reset();
    expect((await hurried.run('select 1')).tag).toBe('SELECT 1');
  });

  test('many short statements end at the deadline of the plan', async () => {
    const before = performance.now();
    const failure = await (async () => {
      for (;;) {
        try {
          await hurried.run('select pg_sleep(0.2)');
        } catch (error) {
          return error;
        }
      }
    })();
    expect(failure).toMatchObject({ code: 'deadline', fatal: true });
    expect(performance.now() - before).toBeLessThan(60_000);
  });
});
