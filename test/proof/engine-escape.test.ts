import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { failureOf, roomy, rowsOf } from './asking.ts';

/** SQL that wants out: of the database, or of its role. */
let database: ProofDatabase;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
});
beforeEach(() => database.reset());
afterAll(() => database.close());

/** Runs SQL that no reading of the statement can tell: put together where it runs. */
const hidden = (sql: string): string =>
  `do $do$ begin execute ${[...sql].map((each) => `chr(${each.codePointAt(0)})`).join('||')}; end $do$`;

const outside = [
  "copy (select 1) to program 'id'",
  "copy (select 1) to '/tmp/x'",
  "copy pg_am from '/etc/passwd'",
  "select pg_read_file('postgresql.conf')",
  "select pg_read_binary_file('global/pg_control')",
  "select * from pg_ls_dir('.')",
  "select lo_import('/etc/passwd')",
  "select lo_export(1, '/tmp/x')",
  "load '/pglite/data/x.so'",
  "alter system set archive_command = 'id'",
  "create subscription s connection 'host=127.0.0.1' publication p",
  'select pg_reload_conf()',
  'create extension file_fdw',
  'create extension plpython3u',
];

describe('out of the database', () => {
  test.each(outside)('refused before it runs: %s', async (sql) => {
    expect(await failureOf(database, sql)).toMatchObject({ code: 'refused', fatal: false });
  });

  test.each(outside)('refused in a body: %s', async (sql) => {
    const quoted = sql.replaceAll("'", "''");
    const body = `create function f() returns void language plpgsql as $f$ begin execute '${quoted}'; end $f$`;
    expect(await failureOf(database, body)).toMatchObject({ code: 'refused' });
    expect(await failureOf(database, `do $$ begin ${sql}; end $$`)).toMatchObject({ code: 'refused' });
  });

  test.each(outside)('not allowed where it is hidden: %s', async (sql) => {
    const { code, fatal } = await failureOf(database, hidden(sql));
    expect(fatal).toBe(false);
    expect(['42501', '0A000', '22023', '25001']).toContain(code);
    expect(await rowsOf(database, 'select 1 as a')).toEqual([{ a: 1 }]);
  });

  test('names that merely look like it are run', async () => {
    for (const sql of [
      'create table copy_jobs (load text, program text, lo_import int)',
      "insert into copy_jobs (load) values ('copy this')",
      "comment on column copy_jobs.load is 'a load to import'",
      "update copy_jobs set program = 'x' where load = 'copy this'",
      'create table extension (server text)',
    ])
      await database.run(sql);
  });
});

describe('out of the role', () => {
  const ways = [
    'set session authorization lockstep_system',
    'set role lockstep_system',
    "select set_config('session_authorization', 'lockstep_system', false)",
    "select set_config('role', 'lockstep_system', false)",
    'alter role postgres superuser',
    'create role r superuser',
    'grant pg_execute_server_program to postgres',
    'grant pg_write_server_files to current_user',
    'grant lockstep_system to postgres',
    "update pg_catalog.pg_authid set rolsuper = true where rolname = 'postgres'",
    'create function f() returns int language internal as $$int4pl$$',
    "create function f() returns int language c as '/pglite/lib/postgresql/x'",
    'create event trigger e on ddl_command_end execute function f()',
    "set dynamic_library_path = '/tmp'",
    "set session_preload_libraries = 'x'",
    "set local_preload_libraries = 'x'",
    'set allow_system_table_mods = on',
    "set max_stack_depth = '100MB'",
    'reassign owned by lockstep_system to postgres',
    'alter function pg_catalog.now() owner to postgres',
    'create or replace function pg_catalog.now() returns timestamptz language sql as $$ select null $$',
    'set zero_damaged_pages = on',
    'drop owned by lockstep_system',
  ];

  test.each(ways)('%s', async (sql) => {
    for (const form of [sql, hidden(sql)]) {
      await database.run(form).catch(() => {});
      expect(await rowsOf(database, 'select rolname from pg_roles where rolsuper')).toEqual([{ rolname: 'lockstep_system' }]);
      expect(await rowsOf(database, "select current_user as u, session_user as s, current_setting('is_superuser') as i")).toEqual([
        { u: 'postgres', s: 'postgres', i: 'off' },
      ]);
      expect(await failureOf(database, hidden("copy (select 1) to '/tmp/x'"))).toMatchObject({ code: '42501' });
    }
  });

  test.each([
    'reset session authorization',
    'set session authorization default',
    'reset role',
    'set role none',
    'reset all',
    'discard all',
  ])('going back leads nowhere: %s', async (sql) => {
    await database.run('create role app');
    await database.run('set role app');
    await database.run(sql);
    const [row] = await rowsOf(database, 'select current_user as u');
    expect(['app', 'postgres']).toContain(row?.u);
    expect(await failureOf(database, hidden('create role r superuser'))).toMatchObject({ code: '42501' });
  });

  test('what is run as superuser runs nobody’s code', async () => {
    await database.run('create role app');
    await database.run('create table t (a int)');
    expect((await database.run('alter table t owner to app')).tag).toBe('ALTER TABLE');
    expect((await database.run('create publication p for all tables')).tag).toBe('CREATE PUBLICATION');
    await database.run(
      'create function f(int) returns int language plpgsql as $$ begin raise exception using message = current_user; end $$',
    );
    const [row] = await rowsOf(database, 'select current_user as u');
    expect(row).toEqual({ u: 'postgres' });
    // More than the change of owner: not as superuser, so that its expressions are not either.
    await database.run('create table u (a int)');
    await database.run('insert into u values (1)');
    const failure = await failureOf(database, 'alter table u alter a type int using f(a), owner to postgres');
    expect(failure.message).toBe('postgres');
    expect(await failureOf(database, 'alter table u owner to nobody')).toMatchObject({ code: '42704' });
    expect(await rowsOf(database, 'select current_user as u')).toEqual([{ u: 'postgres' }]);
  });
});
