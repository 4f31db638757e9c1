import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load.ts';
import { Problem } from '../../src/problem.ts';
import { workspace } from '../cli/workspace.ts';

async function read(text: string | Uint8Array) {
  const { directory } = workspace({ '.lockstep.yml': text });
  return (await loadConfig(directory)).config;
}

async function problem(text: string | Uint8Array): Promise<string> {
  const { directory } = workspace({ '.lockstep.yml': text });
  try {
    await loadConfig(directory, '.lockstep.yml');
  } catch (error) {
    if (error instanceof Problem) return error.oneLine;
    throw error;
  }
  throw new Error('was accepted');
}

test('every key', async () => {
  const config = await read(`
engine: postgres@16
migrations:
  - db/*.sql
transaction: wrapped
placeholders:
  schema: app
  '{$SHARDS}': 6
rules:
  drop-column: warning
  missing-lock-timeout: off
sizes:
  orders: 12_000_000
  customers: 1.2M
  audit.log: 3B
  '"Odd.Name"': 250k
lock-timeout: tool
search-path: [app, public]
backfill:
  orders.status: "'new'"
schema: db/structure.sql
fail-on: warning
time-zone: UTC
waivers: require-approval
waiver-label: reviewed by dba
waiver-team: acme/dba
`);
  expect(config).toEqual({
    target: { engine: 'postgres', major: 16 },
    engineStated: true,
    directories: [],
    migrations: ['db/*.sql'],
    transaction: 'wrapped',
    placeholders: { schema: 'app', '{$SHARDS}': '6' },
    rules: { 'drop-column': 'warning', 'missing-lock-timeout': 'off' },
    sizes: { 'app.orders': 12_000_000, 'app.customers': 1_200_000, 'audit.log': 3_000_000_000, 'app."Odd.Name"': 250_000 },
    lockTimeout: 'tool',
    searchPath: ['app', 'public'],
    backfill: { 'orders.status': "'new'" },
    schema: 'db/structure.sql',
    failOn: 'warning',
    mysql: {},
    timeZoneUtc: true,
    waivers: 'require-approval',
    waiverApproval: { label: 'reviewed by dba', team: 'acme/dba' },
  });
});

test('the plainest backfills are what YAML takes for numbers and booleans', async () => {
  expect((await read('backfill:\n  t.a: 1\n  t.b: true\n  t.c: now()\n')).backfill).toEqual({ 't.a': '1', 't.b': 'true', 't.c': 'now()' });
});

test('a backfill that is not one scalar expression stops the run', async () => {
  const here = workspace({ '.lockstep.yml': 'backfill:\n  t.a: (select 1)\n', 'm/1.sql': 'SELECT 1;\n' });
  expect(await here.lockstep('check', 'm')).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^lockstep: .*backfill of t\.a .*cannot be used: \S.*\n$/),
  });
});

test('an empty file, and one with only comments, is the default', async () => {
  expect(await read('')).toEqual(defaultConfig);
  expect(await read('# nothing yet\n')).toEqual(defaultConfig);
  expect(await read('engine: postgres\n')).toEqual({ ...defaultConfig, engineStated: true });
});

test.each([
  ['mysql', { engine: 'mysql' }],
  ['mysql@5.7', { engine: 'mysql', version: '5.7' }],
  ['mysql@8.0.36', { engine: 'mysql', version: '8.0.36' }],
  ['mysql@9.7', { engine: 'mysql', version: '9.7' }],
  ['mariadb@10.11', { engine: 'mariadb', version: '10.11' }],
  ['mariadb@11.8.3', { engine: 'mariadb', version: '11.8.3' }],
])('%s is read', async (engine, target) => {
  expect((await read(`engine: ${engine}\n`)).target).toEqual(target);
});

test("MySQL's settings", async () => {
  const config = await read('engine: mysql\nforeign-key-checks: off\nsql-mode: [strict_all_tables, NO_ZERO_DATE]\nbinlog-format: mixed\n');
  expect(config.mysql).toEqual({ foreignKeyChecks: false, sqlMode: 'STRICT_ALL_TABLES,NO_ZERO_DATE', binlogFormat: 'mixed' });
  expect((await read("engine: mariadb\nsql-mode: ''\n")).mysql).toEqual({ sqlMode: '' });
});

describe('what is wrong is named with its line and with what is allowed', () => {
  test.each<[string, string, RegExp]>([
    [
      'an unknown key',
      'engine: postgres\nlock_timeout: role\n',
      /^\.lockstep\.yml:2: there is no key `lock_timeout` \(did you mean `lock-timeout`\?\); there are engine, migrations, /,
    ],
    ['a wrong word', '\ntransaction: always\n', /:2: `transaction` must be wrapped, single-query, per-statement or unknown$/],
    ['a wrong severity', 'rules:\n  drop-column: error\n  drop-table: fatal\n', /:3: `rules.drop-table` must be error, warning or off$/],
    ['an unknown rule', 'rules:\n  drop-colum: off\n', /:2: there is no rule `drop-colum` \(did you mean `drop-column`\?\)/],
    ['what may not be off', 'rules:\n  unreadable-statement: off\n', /:2: `unreadable-statement` cannot be turned off/],
    [
      'an unknown version',
      'engine: postgres@11\n',
      /:1: `engine` PostgreSQL 11 is not known here; known are 12, 13, 14, 15, 16, 17 and 18$/,
    ],
    ['another engine', 'engine: oracle\n', /there is no engine `oracle`; there are postgres, mysql and mariadb/],
    ['an unknown version of MySQL', 'engine: mysql@5.6\n', /:1: `engine` MySQL 5\.6 is not known here; known are 5\.7, 8\.0, .* and 9\.7$/],
    ['half a version', 'engine: mysql@8\n', /MySQL 8 is not known here/],
    ['too much of a version', 'engine: mariadb@10.11.6.1\n', /MariaDB 10\.11\.6\.1 is not known here/],
    ['modes that are none', "engine: mysql\nsql-mode: 'STRICT; DROP'\n", /:2: `sql-mode` must be modes of the server/],
    [
      "MySQL's settings for PostgreSQL",
      'engine: postgres\nbinlog-format: row\n',
      /:2: `binlog-format` is a setting of MySQL and MariaDB, and means nothing to PostgreSQL$/,
    ],
    ['a size that is no number', 'sizes:\n  a: 1\n  orders: many\n', /:3: `sizes.orders` must be a number of rows/],
    ['a negative size', 'sizes:\n  orders: -1\n', /:2: `sizes.orders` must be a number of rows/],
    ['a list in place of a mapping', 'rules: [a]\n', /:1: `rules` must map rule ids/],
    ['no glob at all', 'migrations: []\n', /:1: `migrations` must be a glob, or a list of them$/],
    ['a time zone that is none', 'time-zone: Mars\n', /:1: `time-zone` must be a time zone/],
    ['an expression that is a list', 'backfill:\n  t.a: [1]\n', /:2: `backfill\.t\.a` must be an expression$/],
    ['an empty glob', 'migrations: ""\n', /:1: `migrations` must be a glob/],
    ['a backfill without a column', 'backfill:\n  orders: 1\n', /:2: .*`backfill\.orders`|:2: `backfill` maps/],
    ['a list as the whole', '- a\n', /must be a mapping/],
    ['the same key twice', 'engine: postgres\nengine: postgres\n', /:2: is not valid YAML: .*unique/i],
    ['broken YAML', 'engine: postgres\nrules: [\n', /:[23]: is not valid YAML/],
    ['a tag', 'engine: !!js/function "function () {}"\n', /:1: is not valid YAML: .*tag/i],
    ['two documents', 'engine: postgres\n---\nengine: postgres\n', /is not valid YAML/],
    ['a prototype', 'rules:\n  __proto__: error\n', /:1: `rules` must map/],
    ['a prototype at the top', '__proto__: {}\n', /:1: /],
  ])('%s', async (_, text, message) => expect(await problem(text)).toMatch(message));

  test('a billion laughs', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    expect(await problem(`l0: &l0 [ha]\n${levels.join('\n')}\n`)).toMatch(/alias/i);
  });

  test('too large, not UTF-8', async () => {
    expect(await problem(`#${'x'.repeat(1024 * 1024)}`)).toMatch(/larger than 1024 KiB/);
    expect(await problem(Buffer.from([0x61, 0xe9]))).toMatch(/not UTF-8/);
  });
});

describe('where it is found', () => {
  const at = async (directory: string, explicit?: string) => (await loadConfig(directory, explicit)).path;

  test('in the working directory or above it, up to the root of the repository', async () => {
    const { directory } = workspace({
      '.lockstep.yml': 'engine: postgres@12\n',
      'repo/.git/HEAD': '',
      'repo/.lockstep.yml': 'engine: postgres@13\n',
      'repo/a/.lockstep.yml': 'engine: postgres@14\n',
      'repo/a/b/x.sql': '',
      'repo/c/x.sql': '',
      'bare/.git/HEAD': '',
      'bare/a/x.sql': '',
    });
    expect(await at(join(directory, 'repo/a/b'))).toBe(join(directory, 'repo/a/.lockstep.yml'));
    expect(await at(join(directory, 'repo/c'))).toBe(join(directory, 'repo/.lockstep.yml'));
    expect(await at(join(directory, 'bare/a'))).toBeUndefined();
  });

  test('outside of a repository only the working directory counts', async () => {
    const { directory } = workspace({ '.lockstep.yml': 'engine: postgres@12\n', 'a/x.sql': '' });
    expect(await at(join(directory, 'a'))).toBeUndefined();
    expect(await at(directory)).toBe('.lockstep.yml');
  });

  test('the search begins at the files under review', async () => {
    const { directory } = workspace({ '.git/HEAD': '', '.lockstep.yml': '', 'a/.lockstep.yml': '', 'a/m/1.sql': '', 'b/1.sql': '' });
    const from = async (path: string) => (await loadConfig(directory, undefined, path)).path;
    expect(await from('a/m')).toBe('a/.lockstep.yml');
    expect(await from('b')).toBe('.lockstep.yml');
    expect(await from('.')).toBe('.lockstep.yml');
  });

  test('--config names it; a missing one is a problem', async () => {
    const { directory } = workspace({ 'conf/lock.yml': 'engine: postgres@15\n' });
    const loaded = await loadConfig(directory, 'conf/lock.yml');
    expect(loaded.config.target).toEqual({ engine: 'postgres', major: 15 });
    expect(loaded.directory).toBe(join(directory, 'conf'));
    await expect(loadConfig(directory, 'none.yml')).rejects.toThrow(/no such config file/);
    await expect(loadConfig(directory, 'conf')).rejects.toThrow(/cannot be read/);
  });

  test('a file whose name is nearly right is not passed over', async () => {
    const { directory } = workspace({ '.lockstep.yaml': 'engine: postgres\n' });
    await expect(loadConfig(directory)).rejects.toThrow(/name it \.lockstep\.yml/);
  });
});
