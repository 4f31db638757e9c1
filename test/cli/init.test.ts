import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { change, fixtures } from '../convention/fixtures.ts';
import { sampleOf } from '../everywhere.ts';
import { workspace } from './workspace.ts';

const goose = (sql: string): string => `-- +goose Up\n${sql}\n-- +goose Down\nSELECT 1;\n`;
const shop = { 'services/shop/migrations/1_a.sql': goose('CREATE TABLE orders (id int);') };

test('writes what the repository shows, shows it, and check goes by it', async () => {
  const here = workspace({
    ...shop,
    'services/mail/drizzle/0000_a.sql': 'CREATE TABLE letters (id int);\n',
    'services/mail/drizzle/meta/_journal.json': '{"version":"7","dialect":"postgresql","entries":[{"idx":0,"when":1,"tag":"0000_a"}]}',
    'services/bill/mysql/migrations/1_a.sql': 'CREATE TABLE `bills` (id int) ENGINE=InnoDB;\n',
    'queries/list.sql': 'SELECT 1;\n',
    'compose.yaml': 'services:\n  db:\n    image: postgres:16-alpine\n  bills:\n    image: "mysql:8.4"\n',
    '.github/workflows/ci.yml': 'jobs:\n  test:\n    services:\n      db:\n        image: docker.io/library/postgres:16\n',
  });
  const { code, stdout, stderr } = await here.lockstep('init');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const config = readFileSync(join(here.directory, '.lockstep.yml'), 'utf8');
  expect(config).toBe(`# Every key: https://github.com/lockstep-migrations/lockstep/blob/main/docs/configuration.md

# As in compose.yaml.
engine: postgres@16

migrations:
  - "services/bill/mysql/migrations"
  # Drizzle, recognised by services/mail/drizzle/meta/_journal.json
  - "services/mail/drizzle"
  # goose, recognised by \`-- +goose Up\` in its files
  - "services/shop/migrations"

directories:
  "services/bill/mysql/migrations":
    # As in compose.yaml.
    engine: mysql@8.4
`);
  const workflow = readFileSync(join(here.directory, '.github/workflows/lockstep.yml'), 'utf8');
  expect(workflow).toContain('lockstep-migrations/lockstep@');
  for (const line of [...config.split('\n'), ...workflow.split('\n')]) expect(stdout).toContain(line);
  const report = JSON.parse((await here.lockstep('check', '--format', 'json', '--no-proof')).stdout);
  expect(report.files.map((each: { engine: string; migration: { tool: string } }) => `${each.engine} ${each.migration.tool}`)).toEqual([
    'mysql@8.4 plain',
    'postgres@16 drizzle',
    'postgres@16 goose',
  ]);
});

test('versions that contradict each other are not decided', async () => {
  const here = workspace({ ...shop, 'compose.yml': 'image: postgres:15\n', 'docker-compose.yml': 'image: postgres:17\n' });
  await here.lockstep('init');
  expect(readFileSync(join(here.directory, '.lockstep.yml'), 'utf8')).toContain(
    '# Found postgres@15 in compose.yml, postgres@17 in docker-compose.yml. Without one, the worst of all that are known counts: say which your servers run, as in postgres@16.\nengine: postgres\n',
  );
});

test.each(['.lockstep.yml', '.github/workflows/lockstep.yml'])('%s that is there stays, and nothing is written', async (path) => {
  const here = workspace({ ...shop, [path]: '# mine\n' });
  const { code, stderr } = await here.lockstep('init');
  expect({ code, stderr }).toEqual({ code: 2, stderr: `lockstep: ${path}: exists already; nothing was written\n` });
  expect(readFileSync(join(here.directory, path), 'utf8')).toBe('# mine\n');
});

test('nothing is written where nothing is found', async () => {
  const here = workspace({ 'queries/list.sql': 'SELECT 1;\n' });
  expect((await here.lockstep('init')).stderr).toContain('no migrations found here');
});

test.each(sampleOf(fixtures))(
  '$tool ($change.path): what init writes finds all of it, and nothing else',
  async ({ tool, files, change: { path, wrap = (sql) => sql } }) => {
    const own = { ...files, [path]: wrap(change) };
    const here = workspace(
      tool === 'plain' ? Object.fromEntries(Object.entries(own).map(([name, text]) => [`db/migrations/${name}`, text])) : own,
    );
    here.write({ '404.js': 'export default 1;\n', 'queries/list.sql': 'SELECT 1;\n', 'scripts/2024/01_seed.ts': 'console.log(1);\n' });
    expect(await here.lockstep('init')).toMatchObject({ code: 0, stderr: '' });
    const { files: judged } = JSON.parse((await here.lockstep('check', '--format', 'json', '--no-proof')).stdout);
    const found = judged.map(
      (each: { path: string; migration: { tool: string } }) => `${each.path.replace(/^db\/migrations\/m\//, 'm/')} ${each.migration.tool}`,
    );
    const expected = Object.keys(own).filter((name) => /\.(?:sql|ts|js)$/.test(name) && !/(?:^|[/.])(?:down|revert|verify)\b/.test(name));
    expect(found.sort()).toEqual(expected.map((name) => `${name} ${tool}`).sort());
  },
);

test('a pull request in any directory is judged, and a copy that a build has made is no migration', async () => {
  const {
    files,
    change: { path, wrap = (sql) => sql },
  } = fixtures.find((each) => each.tool === 'typeorm') as (typeof fixtures)[number];
  const built = Object.fromEntries(Object.entries(files).map(([name, text]) => [name.replace('src', 'dist').replace('.ts', '.js'), text]));
  const here = workspace({ ...files, [path]: wrap(change), ...built, '.gitignore': 'dist/\n' });
  here.git('init', '--quiet');
  const judged = JSON.parse((await here.lockstep('check', '--format', 'json', '--no-proof')).stdout).files;
  expect(judged.map((each: { path: string }) => each.path)).toEqual([...Object.keys(files), path]);
  await here.lockstep('init');
  expect(readFileSync(join(here.directory, '.lockstep.yml'), 'utf8')).toContain(
    'migrations:\n  # TypeORM, recognised by `MigrationInterface` in its files\n  - "src/migrations"\n',
  );
  // A filter on paths would leave a required check pending for good.
  expect(readFileSync(join(here.directory, '.github/workflows/lockstep.yml'), 'utf8')).toContain('  pull_request:\n  merge_group:\n');
});

test('several servers: the nearest file counts, and the service that is called as the directory is', async () => {
  const mysql = 'CREATE TABLE `bills` (id int) ENGINE=InnoDB;\n';
  const here = workspace({
    ...shop,
    'services/billing/migrations/1_a.sql': mysql,
    'services/catalog/migrations/1_a.sql': mysql,
    'services/stock/migrations/1_a.sql': mysql,
    'services/mail/migrations/1_a.sql': goose('CREATE TABLE letters (id int);'),
    'services/mail/compose.yml': 'services:\n  db:\n    image: postgres:13\n',
    'docker-compose.yml':
      'services:\n  shop:\n    image: postgres:16\n  billing-db:\n    restart: always\n    image: mysql:8.0\n  catalog_mariadb:\n    image: mariadb:10.11\n',
  });
  await here.lockstep('init');
  const text = readFileSync(join(here.directory, '.lockstep.yml'), 'utf8');
  expect(text).toContain('# As in services/mail/compose.yml.\nengine: postgres@13\n');
  expect(text.slice(text.indexOf('directories:'))).toBe(`directories:
  "services/billing/migrations":
    # As in docker-compose.yml.
    engine: mysql@8.0
  "services/catalog/migrations":
    # As in docker-compose.yml.
    engine: mariadb@10.11
  "services/shop/migrations":
    # As in docker-compose.yml.
    engine: postgres@16
  "services/stock/migrations":
    # Found mysql@8.0 in docker-compose.yml, mariadb@10.11 in docker-compose.yml. Without one, the worst of all that are known counts: say which your servers run, as in mysql@8.4.
    engine: mysql
`);
});

test("MySQL's words on a MariaDB server are MariaDB's", async () => {
  const here = workspace({
    'migrations/1_a.sql': 'CREATE TABLE `bills` (id int) ENGINE=InnoDB;\n',
    'compose.yml': 'services:\n  db:\n    image: mariadb:11.4\n',
  });
  await here.lockstep('init');
  expect(readFileSync(join(here.directory, '.lockstep.yml'), 'utf8')).toContain('# As in compose.yml.\nengine: mariadb@11.4\n');
});
