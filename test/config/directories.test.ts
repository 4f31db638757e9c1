import { expect, test } from 'vitest';
import { workspace } from '../cli/workspace.ts';

/** One repository, several databases: each directory of migrations is judged on its own. */

const goose = (sql: string): string => `-- +goose Up\n${sql}\n-- +goose Down\nSELECT 1;\n`;
const files = {
  'services/shop/migrations/1_a.sql': goose('CREATE TABLE orders (id int);'),
  'services/shop/migrations/2_b.sql': goose('CREATE INDEX CONCURRENTLY o ON orders (id);'),
  'services/mail/prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
  'services/mail/prisma/migrations/1_a/migration.sql': 'CREATE TABLE letters (id int);\n',
  'services/mail/prisma/migrations/2_b/migration.sql': 'CREATE INDEX CONCURRENTLY l ON letters (id);\n',
};

const judged = async (config: string, ...args: string[]): Promise<readonly string[]> => {
  const here = workspace({ ...files, '.lockstep.yml': config });
  const { stdout } = await here.lockstep('check', '--no-proof', '--format', 'json', ...args);
  const report = JSON.parse(stdout) as {
    error?: { message: string };
    files: readonly {
      path: string;
      engine: string;
      migration: { tool: string; transaction: string };
      findings: readonly { rule: string }[];
    }[];
  };
  if (report.error) return [report.error.message];
  return report.files
    .filter(({ path }) => /2_b/.test(path))
    .map(({ engine, migration, findings }) =>
      [engine, migration.tool, migration.transaction, ...findings.map(({ rule }) => rule)].join(' '),
    );
};

test('each directory goes by its own tool', async () => {
  expect(await judged('lock-timeout: role\n')).toEqual([
    'postgres prisma single-query',
    'postgres goose wrapped concurrently-in-transaction',
  ]);
});

test('and by what the config says of it; the nearest entry wins', async () => {
  const config = `lock-timeout: role
directories:
  services:
    engine: postgres@14
    transaction: per-statement
  ./services/shop/:
    engine: postgres@17
    tool: atlas
`;
  expect(await judged(config)).toEqual(['postgres@14 prisma per-statement', 'postgres@17 atlas wrapped concurrently-in-transaction']);
  expect(await judged(config, '--engine', 'postgres@15')).toEqual([
    'postgres@15 prisma per-statement',
    'postgres@15 atlas wrapped concurrently-in-transaction',
  ]);
});

test.each([
  [
    'directories:\n  a:\n    migration: x\n',
    '.lockstep.yml:3: there is no key `directories.a.migration`; there are engine, tool, transaction, placeholders, lock-timeout, search-path, time-zone, foreign-key-checks, sql-mode, binlog-format',
  ],
  [
    'directories:\n  a: goose\n',
    '.lockstep.yml:2: `directories.a` must be a mapping of engine, tool, transaction, placeholders, lock-timeout, search-path, time-zone, foreign-key-checks, sql-mode, binlog-format',
  ],
  ['directories: a\n', '.lockstep.yml:1: `directories` must map directories to what holds for them'],
  ['tool: gose\n', /^\.lockstep\.yml:1: `tool` must be goose, /],
])('%j is refused', async (config, message) => {
  const [said] = await judged(config);
  if (typeof message === 'string') expect(said).toBe(message);
  else expect(said).toMatch(message);
});
