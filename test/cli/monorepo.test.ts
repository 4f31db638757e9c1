import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './workspace.ts';

/** Four services of one repository: Prisma on PostgreSQL 16, goose on MySQL 8.0, Knex in TypeScript, Flyway on MariaDB. */
const history = {
  'apps/web/prisma/schema.prisma': 'datasource db {\n  provider = "postgresql"\n}\n\nmodel User {\n  id Int @id\n  email String?\n}\n',
  'apps/web/prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
  'apps/web/prisma/migrations/20240101000000_init/migration.sql':
    'CREATE TABLE "User" ("id" INTEGER NOT NULL, "email" TEXT, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));\n',
  'services/billing/migrations/00001_init.sql':
    '-- +goose Up\nCREATE TABLE invoices (id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY, note VARCHAR(20)) ENGINE=InnoDB;\n-- +goose Down\nDROP TABLE invoices;\n',
  'services/mail/src/db/migrations/20240101000000_init.ts':
    'import type { Knex } from "knex";\n\nexport const up = (knex: Knex) => knex.raw(`CREATE TABLE letters (id int PRIMARY KEY, sender int)`);\n',
  'services/catalog/src/main/resources/db/migration/V1__init.sql':
    'CREATE TABLE products (id INT NOT NULL PRIMARY KEY, price INT) ENGINE=InnoDB;\n',
  'docker-compose.yml':
    'services:\n  web-db:\n    image: postgres:16\n  billing-db:\n    image: mysql:8.0\n  catalog-db:\n    image: mariadb:10.11\n',
};
const changes = {
  'apps/web/prisma/schema.prisma': history['apps/web/prisma/schema.prisma'].replace('String?', 'String'),
  'apps/web/prisma/migrations/20240201000000_email/migration.sql': 'ALTER TABLE "User" ALTER COLUMN "email" SET NOT NULL;\n',
  'services/billing/migrations/00002_remark.sql':
    '-- +goose Up\nALTER TABLE invoices RENAME COLUMN note TO remark;\n-- +goose Down\nALTER TABLE invoices RENAME COLUMN remark TO note;\n',
  'services/mail/src/db/migrations/20240201000000_sender.ts':
    'import type { Knex } from "knex";\n\nexport const up = (knex: Knex) =>\n  knex.raw(`ALTER TABLE letters ADD CONSTRAINT sender_positive CHECK (sender > 0)`);\n',
  'services/catalog/src/main/resources/db/migration/V2__price.sql': 'ALTER TABLE products DROP COLUMN price;\n',
};

test('is set up, judged, staged and followed, each service by its own tool and engine', async () => {
  const here = repository(history);
  expect((await here.lockstep('init')).code).toBe(0);
  const config = readFileSync(join(here.directory, '.lockstep.yml'), 'utf8');
  expect(config.match(/^ *engine: .*$/gm)).toEqual(['engine: postgres@16', '    engine: mysql@8.0', '    engine: mariadb@10.11']);
  here.write({ '.lockstep.yml': `${config}\nlock-timeout: role\n` });
  here.git('add', '--all');
  here.git('commit', '--quiet', '--message=lockstep');
  here.git('branch', '--force', 'main');
  here.write(changes);

  const { files } = JSON.parse((await here.lockstep('check', '--base', 'main', '--format', 'json', '--no-proof')).stdout);
  type File = { engine: string; migration: { tool: string }; findings: { rule: string }[] };
  expect(
    files.map(({ engine, migration, findings }: File) => `${engine} ${migration.tool}: ${findings.map(({ rule }) => rule).join(' ')}`),
  ).toEqual([
    'postgres@16 prisma: set-not-null-scanning',
    'mysql@8.0 goose: rename-column',
    'mariadb@10.11 flyway: drop-column',
    'postgres@16 knex: add-check-validating',
  ]);

  const { stdout, code } = await here.lockstep('plan', '--base', 'main', '--write', '--no-proof');
  expect(code).toBe(0);
  const written = [...stdout.matchAll(/^wrote +(\S+)/gm)].map((match) => match[1]);
  expect(written).toEqual([
    'apps/web/prisma/migrations/20240201000001_enforce_1/migration.sql',
    'apps/web/prisma/migrations/20240201000002_enforce_2/migration.sql',
    'services/billing/migrations/00003_backfill.sql',
    'services/billing/migrations/00004_contract.sql',
    'services/catalog/src/main/resources/db/migration/V2_1__contract.sql',
    'services/mail/src/db/migrations/20240201000001_enforce.ts',
  ]);
  // Of PostgreSQL's CONCURRENTLY nothing has to be said to MariaDB.
  expect(stdout).not.toContain('CONCURRENTLY');
  expect((await here.lockstep('check', '--base', 'main', '--no-proof')).stdout).toMatch(/nothing unsafe/);
  expect((await here.lockstep('status')).stdout).toBe('✓ Nothing is unfinished.\n');
  for (const path of written.filter((each) => /enforce_2|contract|enforce\.ts/.test(each ?? ''))) here.remove(path as string);
  const { unfinished } = JSON.parse((await here.lockstep('status', '--format', 'json')).stdout);
  expect(unfinished.map(({ path, kind }: { path: string; kind: string }) => `${path} ${kind}`)).toEqual([
    'apps/web/prisma/migrations/20240201000000_email/migration.sql stage',
    'services/billing/migrations/00002_remark.sql stage',
    'services/catalog/src/main/resources/db/migration/V2__price.sql stage',
    'services/mail/src/db/migrations/20240201000000_sender.ts stage',
  ]);
});
