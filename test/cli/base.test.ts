import { expect, test } from 'vitest';
import { repository } from './workspace.ts';

const config = { '.lockstep.yml': 'lock-timeout: role\nmigrations: m/*.sql\n' };
const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(10));\n';

function report(stdout: string) {
  const { files, notices, verdict } = JSON.parse(stdout) as {
    verdict: string;
    files: { path: string; findings: { rule: string; line: number }[] }[];
    notices: { path: string; message: string }[];
  };
  return { verdict, files: files.map(({ path, findings }) => [path, ...findings.map((each) => each.rule)]), notices };
}

test('all changed migrations are one deployment; everything else is history, also what sorts behind', async () => {
  const repo = repository({ ...config, 'm/1.sql': create, 'm/9.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);\n' });
  repo.write({
    'm/5.sql': 'CREATE TABLE parcels (id bigint);\n',
    'm/6.sql': 'ALTER TABLE parcels ALTER COLUMN id TYPE int;\n',
    'm/7.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(15);\n',
    'elsewhere.sql': 'DROP TABLE orders;\n',
  });
  const { code, stdout } = await repo.lockstep('check', '--base', 'main', '--format=json');
  // parcels is new, so its rewrite blocks nobody; orders.code is varchar(20) by now, so 15 is narrower.
  expect(report(stdout).files).toEqual([['m/5.sql'], ['m/6.sql'], ['m/7.sql', 'alter-column-type-blocking', 'narrow-column-type']]);
  expect(code).toBe(1);
});

test('a pull request without migrations passes and says so', async () => {
  const repo = repository({ ...config, 'm/1.sql': create });
  repo.write({ 'README.md': 'x', 'elsewhere.sql': 'DROP TABLE orders;\n' });
  expect(await repo.lockstep('check', '--base', 'main')).toEqual({ code: 0, stdout: '✓ No migration to judge.\n', stderr: '' });
  const { stdout } = await repo.lockstep('check', '--base', 'main', '--format=json');
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'pass', files: [], summary: { files: 0 } });
});

test('edited, deleted and renamed migrations are told apart', async () => {
  const repo = repository({
    ...config,
    'm/1.sql': create,
    'm/2.sql': 'SELECT 1;\nSELECT 2;\n',
    'm/3.sql': 'SELECT 3;\n',
    'm/4.sql': 'SELECT 4;\nSELECT 44;\n',
  });
  repo.write({ 'm/2.sql': 'SELECT 1;\nSELECT 22;\n' });
  repo.git('rm', '--quiet', 'm/3.sql');
  repo.git('mv', 'm/4.sql', 'm/5.sql');
  const { files, notices } = report((await repo.lockstep('check', '--base', 'main', '--format=json')).stdout);
  expect(files).toEqual([['m/2.sql', 'edited-migration'], ['m/5.sql']]);
  expect(notices.map(({ path, message }) => `${path}: ${message.split(' since')[0]}`)).toEqual(['m/3.sql: Deleted', 'm/5.sql: Renamed']);
});

test('paths narrow it down', async () => {
  const repo = repository({ ...config, 'm/1.sql': create });
  repo.write({ 'm/2.sql': 'SELECT 2;\n', 'm/3.sql': 'SELECT 3;\n', 'elsewhere/1.sql': 'SELECT 1;\n' });
  const files = async (...argv: string[]) =>
    report((await repo.lockstep('check', '--base', 'main', '--format=json', ...argv)).stdout).files;
  expect(await files('m/3.sql')).toEqual([['m/3.sql']]);
  expect(await files('elsewhere')).toEqual([['elsewhere/1.sql']]);
});

test('a glob that names a directory means the .sql files below it, as without --base', async () => {
  const repo = repository({
    '.lockstep.yml': 'lock-timeout: role\nmigrations: [./services/*/migrations/]\n',
    'services/a/migrations/1.sql': create,
  });
  repo.write({
    'services/a/migrations/2.sql': 'SELECT 2;\n',
    'services/a/migrations/x/3.sql': 'SELECT 3;\n',
    'services/a/4.sql': 'SELECT 4;\n',
  });
  const files = async (...argv: string[]) => report((await repo.lockstep('check', '--format=json', ...argv)).stdout).files.flat();
  expect(await files('--base', 'main')).toEqual(['services/a/migrations/2.sql', 'services/a/migrations/x/3.sql']);
  expect(await files()).toEqual(['services/a/migrations/1.sql', 'services/a/migrations/2.sql', 'services/a/migrations/x/3.sql']);
});

test('the default globs hold from wherever in the repository one asks', async () => {
  const repo = repository({ 'db/migrations/1.sql': create });
  repo.write({ 'db/migrations/2.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE int;\n' });
  for (const cwd of ['.', 'db', 'db/migrations']) {
    const { code, stdout } = await repo.lockstepWith({ cwd }, 'check', '--base', 'main', '--quiet');
    expect(code).toBe(1);
    expect(stdout).toContain('2.sql:1:');
  }
});

test('hostile names reach git and the report as names', async () => {
  const repo = repository({ ...config, 'm/1.sql': create });
  repo.write({ 'm/2 "x" \u001b[31m.sql': 'SELECT 1;\n', "m/3 $(touch pwned) '; --.sql": 'SELECT 1;\n' });
  const { code, stdout } = await repo.lockstep('explain', '--base', 'main');
  expect(code).toBe(0);
  expect(stdout).toContain('m/2 "x" ␛[31m.sql\n');
  expect(stdout).toContain("m/3 $(touch pwned) '; --.sql\n");
});

test('a branch is judged by the config of the base, not by its own, and that is said', async () => {
  const repo = repository({ ...config, 'm/1.sql': create });
  repo.write({
    '.lockstep.yml': 'lock-timeout: role\nmigrations: m/*.sql\nfail-on: never\nrules:\n  alter-column-type-blocking: off\n',
    'm/2.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE int USING code::int;\n',
  });
  const { code, stdout } = await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json');
  expect(code).toBe(1);
  expect(report(stdout).files).toEqual([['m/2.sql', 'alter-column-type-blocking', 'narrow-column-type']]);
  expect(report(stdout).notices).toEqual([
    { path: '.lockstep.yml', line: 1, message: 'Changed since main. This run went by main; the change counts once it is merged.' },
  ]);
  const named = await repo.lockstep('check', '--base', 'main', '--config', '.lockstep.yml', '--quiet');
  expect(named).toMatchObject({ code: 1, stdout: expect.stringContaining('alter-column-type-blocking') });
});

test('a config that the branch brings counts once it is merged; one that is nowhere is an error', async () => {
  const repo = repository({ 'db/migrations/1.sql': create });
  repo.write({
    'conf.yml': 'rules:\n  alter-column-type-blocking: off\n',
    'db/migrations/2.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE int USING code::int;\n',
  });
  const { code, stdout } = await repo.lockstep('check', '--base', 'main', '--config', 'conf.yml', '--no-proof', '--format=json');
  expect(code).toBe(1);
  expect(report(stdout).files[0]).toContain('alter-column-type-blocking');
  expect(report(stdout).notices).toMatchObject([{ path: 'conf.yml' }]);
  expect(await repo.lockstep('check', '--base', 'main', '--config', 'none.yml')).toMatchObject({
    code: 2,
    stderr: 'lockstep: none.yml: no such config file at main\n',
  });
});

test('history and the schema dump are those of the base as it is now', async () => {
  const repo = repository({ ...config, 'm/1.sql': create });
  // Meanwhile main has widened the column; the branch does not have that yet.
  repo.git('checkout', '--quiet', 'main');
  repo.write({ 'm/2.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(40);\n' });
  repo.git('add', '--all');
  repo.git('commit', '--quiet', '--message=meanwhile');
  repo.git('checkout', '--quiet', 'work');
  repo.write({ 'm/3.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);\n' });
  const files = async () => report((await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json')).stdout).files;
  expect(await files()).toEqual([['m/3.sql', 'alter-column-type-blocking', 'narrow-column-type']]);

  const dumped = repository({
    '.lockstep.yml': 'lock-timeout: role\nmigrations: m/*.sql\nschema: schema.sql\n',
    'schema.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(10));\n',
  });
  dumped.write({
    'schema.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, code varchar(40));\n',
    'm/1.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE varchar(20);\n',
  });
  const { stdout } = await dumped.lockstep('check', '--base', 'main', '--no-proof', '--format=json');
  expect(report(stdout).files).toEqual([['m/1.sql']]);
});

test('a renamed or deleted migration is no history under its old name', async () => {
  const repo = repository({ ...config, 'm/1.sql': create, 'm/2.sql': 'ALTER TABLE orders DROP COLUMN code;\n' });
  repo.git('mv', 'm/1.sql', 'm/3.sql');
  repo.git('rm', '--quiet', 'm/2.sql');
  // The table is made by the file under review alone: nothing created it before, and nothing dropped the column.
  repo.write({ 'm/4.sql': 'ALTER TABLE orders ALTER COLUMN code TYPE int USING code::int;\n' });
  const { stdout } = await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json');
  expect(report(stdout).files).toEqual([['m/3.sql'], ['m/4.sql']]);
});

test('a waiver that has to be approved does not count on a laptop, where nobody can ask; of what is merged it does', async () => {
  const waived =
    '-- lockstep-ignore alter-column-type-blocking, narrow-column-type: small\nALTER TABLE orders ALTER COLUMN code TYPE varchar(5);\n';
  const repo = repository({
    '.lockstep.yml': `${config['.lockstep.yml']}waivers: require-approval\n`,
    'm/1.sql': create,
    'm/2.sql': waived,
  });
  expect(await repo.lockstep('check', 'm', '--quiet')).toMatchObject({ code: 0 });
  repo.write({ 'm/3.sql': waived.replace('varchar(5)', 'varchar(4)') });
  const { code, stdout } = await repo.lockstep('check', '--base', 'main', '--no-proof', '--quiet');
  expect(code).toBe(1);
  expect(stdout.split('\n').map((line) => line.replace(/^.*\(|\)$/g, ''))).toEqual([
    'alter-column-type-blocking',
    'narrow-column-type',
    '',
  ]);
  const { waivers } = JSON.parse((await repo.lockstep('check', '--base', 'main', '--no-proof', '--format=json')).stdout);
  expect(waivers).toMatchObject([
    { path: 'm/3.sql', line: 1, rule: 'alter-column-type-blocking', reason: 'small', status: 'unapproved' },
    { path: 'm/3.sql', line: 1, rule: 'narrow-column-type', reason: 'small', status: 'unapproved' },
  ]);
});
