import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { conventions } from '../../src/convention/index.ts';
import { placeOf } from '../../src/convention/plain.ts';
import { workspace } from '../cli/workspace.ts';
import { change, fixtures } from './fixtures.ts';

/** A repository of each tool: the tool is recognised, the plan is written in its own files, and what is written is clean. */

const filesIn = (directory: string): readonly string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(directory.length + 1))
    .sort();

test.each(fixtures)('$tool', async ({ tool, files, change: { path, wrap = (sql: string) => sql } }) => {
  const before: Readonly<Record<string, string>> = { ...files, [path]: wrap(change), '.lockstep.yml': 'engine: postgres@16\n' };
  const here = workspace(before);
  const report = JSON.parse((await here.lockstep('check', path, '--no-proof', '--format', 'json')).stdout);
  expect(report.files[0].migration).toMatchObject({ tool, direction: 'up' });
  expect(report.verdict).toBe('fail');

  const { code, stdout, stderr } = await here.lockstep('plan', path, '--write', '--no-proof');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const after = filesIn(here.directory).filter((each) => readFileSync(join(here.directory, each), 'utf8') !== before[each]);
  const page = after.map((each) => `\n## ${each}\n\n\`\`\`\n${readFileSync(join(here.directory, each), 'utf8').trimEnd()}\n\`\`\`\n`);
  await expect(`# ${tool}, ${report.files[0].transaction}\n\n\`\`\`\n${stdout.trimEnd()}\n\`\`\`\n${page.join('')}`).toMatchFileSnapshot(
    `written/${tool}${/\.[jt]s$/.test(path) && (tool === 'node-pg-migrate' || tool === 'db-migrate') ? '-programs' : ''}.md`,
  );

  const again = await here.lockstep('check', '--no-proof', placeOf(path).series);
  expect(again.stdout).toMatch(/nothing unsafe/);
});

test('every tool has a fixture, but those whose SQL a command has printed', () => {
  const printed = ['django', 'alembic', 'rails'];
  expect([...new Set(fixtures.map((each) => each.tool))].sort()).toEqual(
    [...conventions.map((each) => each.id).filter((id) => !printed.includes(id)), 'plain'].sort(),
  );
});

test.each([
  ['django', 'BEGIN;\n--\n-- Add field total to order\n--\nALTER TABLE "shop_order" ADD COLUMN "total" integer NULL;\nCOMMIT;\n'],
  // As Django 3.2 has printed them.
  [
    'django',
    '--\n-- Concurrently create index orders_note on field(s) note of model Order\n--\nCREATE INDEX CONCURRENTLY "orders_note" ON "shop_order" ("note");\n',
  ],
  [
    'django',
    'BEGIN;\n--\n-- Remove constraint total_positive from model Order\n--\nALTER TABLE "shop_order" DROP CONSTRAINT "total_positive";\nCOMMIT;\n',
  ],
  [
    'alembic',
    "BEGIN;\n\n-- Running upgrade 1975ea83b712 -> ae1027a6acf\n\nALTER TABLE orders ADD COLUMN total INTEGER;\n\nUPDATE alembic_version SET version_num='ae1027a6acf' WHERE alembic_version.version_num = '1975ea83b712';\n\nCOMMIT;\n",
  ],
  [
    'rails',
    'CREATE TABLE public.orders (id bigint NOT NULL);\n\nINSERT INTO "schema_migrations" (version) VALUES\n(\'20240101000000\');\n',
  ],
])('%s prints where its transactions begin and end', async (tool, sql) => {
  const here = workspace({ 'x.sql': 'SELECT 1;\n' });
  const { stdout } = await here.lockstepWith({ stdin: sql }, 'check', '-', '--format', 'json', '--no-proof');
  expect(JSON.parse(stdout).files[0].migration).toMatchObject({ tool, transaction: 'per-statement' });
});

test('docs/conventions.md has a line for every tool, with its manual, in the order in which they are recognised', () => {
  const page = readFileSync(new URL('../../docs/conventions.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| \[`([a-z-]+)`\]\((https:[^)]+)\) \|/gm)].map(([, id, manual]) => ({ id, manual }));
  expect(rows).toEqual(conventions.map(({ id, manual }) => ({ id, manual })));
});

test.each([
  ['require github.com/maragudk/migrate v0.4.3', undefined, 'maragudk-migrate'],
  ['require github.com/golang-migrate/migrate/v4 v4.17.1', undefined, 'golang-migrate'],
  // A project may use both; which runs a directory, no manifest says.
  ['require (\n\tgithub.com/golang-migrate/migrate/v4 v4.17.1\n\tgithub.com/maragudk/migrate v0.4.3\n)', undefined, 'plain'],
  [
    'require (\n\tgithub.com/golang-migrate/migrate/v4 v4.17.1\n\tgithub.com/maragudk/migrate v0.4.3\n)',
    'github.com/maragudk/migrate',
    'maragudk-migrate',
  ],
  [
    'require (\n\tgithub.com/golang-migrate/migrate/v4 v4.17.1\n\tgithub.com/maragudk/migrate v0.4.3\n)',
    'github.com/golang-migrate/migrate/v4',
    'golang-migrate',
  ],
])('two tools of Go that take the same files: %j, imported %s', async (manifest, imported, tool) => {
  const here = workspace({
    'go.mod': `module shop\n\n${manifest}\n`,
    'app/postgres/0001_a.up.sql': 'SELECT 1;\n',
    ...(imported && { 'app/migrate.go': `package app\n\nimport "${imported}"\n` }),
  });
  const { stdout } = await here.lockstep('check', 'app/postgres', '--format', 'json', '--no-proof');
  expect(JSON.parse(stdout).files[0].migration.tool).toBe(tool);
});
