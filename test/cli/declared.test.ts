import { expect, test } from 'vitest';
import { repository, workspace } from './workspace.ts';

/** What the repository declares beside its migrations, and what they lead to. */

const config = { '.lockstep.yml': 'lock-timeout: role\n' };
const prisma = (fields: string): string =>
  `datasource db {\n  provider = "postgresql"\n}\n\nmodel Order {\n  id Int @id\n${fields}\n  @@map("orders")\n}\n`;
const dump = (columns: string): string =>
  `--\n-- PostgreSQL database dump\n--\n\nSET search_path = '';\n\nCREATE TABLE public.orders (\n    id integer NOT NULL${columns}\n);\n`;
const first = 'CREATE TABLE orders (id int PRIMARY KEY);\n';
const add = 'ALTER TABLE orders ADD COLUMN note text;\n';

async function drifts(files: Readonly<Record<string, string>>, path: string): Promise<readonly string[]> {
  const here = workspace({ ...config, ...files });
  const { stdout } = await here.lockstep('check', path, '--format', 'json', '--no-proof');
  return JSON.parse(stdout).files.flatMap(
    (file: { path: string; findings: { rule: string; line: number; severity: string; message: string }[] }) =>
      file.findings
        .filter((each) => each.rule === 'declared-schema-differs')
        .map(({ line, severity, message }) => `${severity} ${file.path}:${line} ${message}`),
  );
}

test.each([
  ['schema.prisma', { 'prisma/schema.prisma': prisma('') }, 'prisma/schema.prisma:5'],
  ['structure.sql', { 'prisma/structure.sql': dump('') }, 'prisma/structure.sql:7'],
  ['schema.sql, further up', { 'schema.sql': dump('') }, 'schema.sql:7'],
  [
    'what sqlc reads',
    { 'sqlc.yaml': 'version: "2"\nsql:\n  - schema: "db/tables.sql"\n', 'db/tables.sql': 'CREATE TABLE orders (id int);\n' },
    'db/tables.sql:1',
  ],
])('%s: a column that only the migrations have', async (_, declared, place) => {
  const files = { ...declared, 'prisma/migrations/1/migration.sql': first, 'prisma/migrations/2/migration.sql': add } as Readonly<
    Record<string, string>
  >;
  expect(await drifts(files, 'prisma/migrations/2/migration.sql')).toEqual([
    `warning prisma/migrations/2/migration.sql:1 Declared and migrated differ: the migrations leave orders with the column note, which ${place} does not have.`,
  ]);
});

test('a column that is only declared, with its place', async () => {
  const files = { 'prisma/schema.prisma': prisma('  note  String? @map("remark")\n  total Int?'), 'm/1.sql': '' };
  const migrations = {
    'prisma/migrations/1/migration.sql': first,
    'prisma/migrations/2/migration.sql': 'ALTER TABLE orders ADD COLUMN total int;\n',
  };
  expect(await drifts({ ...files, ...migrations }, 'prisma/migrations/2/migration.sql')).toEqual([
    'warning prisma/migrations/2/migration.sql:1 Declared and migrated differ: prisma/schema.prisma:7 has the column remark of orders, and the migrations leave the table without it.',
  ]);
});

test.each([
  ['nothing is declared', {}],
  ['SQL that is no dump', { 'schema.sql': 'CREATE TABLE orders (id int);\n' }],
  ['the same is declared', { 'schema.sql': dump(',\n    note text') }],
  ['the schema is what the replay starts from', { 'schema.sql': dump(''), '.lockstep.yml': 'lock-timeout: role\nschema: schema.sql\n' }],
  ['a Prisma schema that cannot be read', { 'schema.prisma': 'model Order {\n  id Int\n' }],
])('silent: %s', async (_, declared) => {
  expect(await drifts({ 'm/1.sql': first, 'm/2.sql': add, ...(declared as Readonly<Record<string, string>>) }, 'm/2.sql')).toEqual([]);
});

test('a table that history does not create, or that the review leaves alone, is not compared', async () => {
  const files = { 'schema.sql': dump(''), 'm/1.sql': `${first}CREATE TABLE parcels (id int);\n`, 'm/2.sql': add };
  expect(await drifts({ ...files, 'm/3.sql': 'ALTER TABLE other ADD COLUMN x int;\n' }, 'm/3.sql')).toEqual([]);
  expect(await drifts({ ...files, 'm/3.sql': 'CREATE INDEX CONCURRENTLY a ON parcels (id);\n' }, 'm/3.sql')).toEqual([]);
});

test('it can be waived, and is told once, where the last migration of a branch works on the table; the branch’s own schema counts', async () => {
  const repo = repository({ ...config, 'schema.sql': dump(''), 'migrations/1.sql': first });
  repo.write({ 'migrations/2.sql': add, 'migrations/3.sql': 'ALTER TABLE orders ADD COLUMN other int;\n' });
  const told = async (): Promise<readonly string[]> =>
    JSON.parse((await repo.lockstep('check', '--base', 'main', '--format', 'json', '--no-proof')).stdout).files.flatMap(
      (file: { path: string; findings: { rule: string; suppressed?: unknown }[] }) =>
        file.findings.filter((each) => each.suppressed === undefined).map((each) => `${file.path} ${each.rule}`),
    );
  expect(await told()).toEqual(['migrations/3.sql declared-schema-differs', 'migrations/3.sql declared-schema-differs']);
  repo.write({ 'schema.sql': dump(',\n    note text') });
  expect(await told()).toEqual(['migrations/3.sql declared-schema-differs']);
  repo.write({
    'migrations/3.sql': '-- lockstep-ignore declared-schema-differs: of a partner\nALTER TABLE orders ADD COLUMN other int;\n',
  });
  expect(await told()).toEqual([]);
});

const inFolder = {
  'db/schema/base.prisma': 'datasource db {\n  provider = "postgresql"\n}\n\nmodel User {\n  id Int @id\n  orders Order[]\n}\n',
  'db/schema/models/order.prisma': 'model Order {\n  id Int @id\n  user User?\n  total Int?\n  @@map("orders")\n}\n',
};
const moved = (from: string, to: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(inFolder).map(([path, text]) => [path.replace(from, to), text]));

test.each([
  ['package.json', { 'package.json': '{"prisma":{"schema":"./db/schema"}}', ...inFolder }, 'db/schema'],
  ['prisma.config.ts', { 'prisma.config.ts': "export default defineConfig({\n  schema: 'db/schema',\n});\n", ...inFolder }, 'db/schema'],
  [
    'path.join, and migrations elsewhere',
    {
      'prisma.config.ts': "export default { schema: path.join('models'), migrations: { path: 'db/migrations' } };\n",
      ...moved('db/schema', 'models'),
    },
    'models',
  ],
])('a Prisma schema in a folder, that %s names', async (_, declared, folder) => {
  const files = { ...declared, 'db/migrations/1/migration.sql': first, 'db/migrations/2/migration.sql': add } as Readonly<
    Record<string, string>
  >;
  expect(await drifts(files, 'db/migrations/2/migration.sql')).toEqual([
    `warning db/migrations/2/migration.sql:1 Declared and migrated differ: ${folder}/models/order.prisma:4 has the column total of orders, and the migrations leave the table without it.`,
    `warning db/migrations/2/migration.sql:1 Declared and migrated differ: the migrations leave orders with the column note, which ${folder}/models/order.prisma:1 does not have.`,
  ]);
});

test('the folder `prisma/schema` needs no name; a configuration for other migrations says nothing of these', async () => {
  const migrations = { 'prisma/migrations/1/migration.sql': first, 'prisma/migrations/2/migration.sql': add };
  expect(await drifts({ ...moved('db/schema', 'prisma/schema'), ...migrations }, 'prisma/migrations/2/migration.sql')).toHaveLength(2);
  const other = { 'package.json': '{"prisma":{"schema":"./db/schema"}}', ...inFolder };
  expect(await drifts({ ...other, ...migrations }, 'prisma/migrations/2/migration.sql')).toEqual([]);
  expect(await drifts({ 'package.json': '{"prisma":{"schema":"../../etc"}}', ...migrations }, 'prisma/migrations/2/migration.sql')).toEqual(
    [],
  );
});
