/** How a tool is run: one deploy each time. */
export interface RealTool {
  /** As the fixtures call it. */
  readonly tool: string;
  /** The fixture among those of the tool, by the ending of its migrations. */
  readonly ending: string;
  /** What is installed from npm. */
  readonly packages: readonly string[];
  /** What is installed from Debian, by whoever runs the script; without it the tool is passed over. */
  readonly program?: { readonly name: string; readonly debian: readonly string[] };
  /** Files of the project that the tool needs. */
  readonly files?: (url: string, directory: string) => Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** The command, in the project's directory; `node` is the Node that runs this script. */
  readonly command: (url: string, directory: string) => readonly [command: string, ...parameters: string[]];
}

const pg = 'pg@8.23.1';
const node = process.execPath;
const run = (text: string): readonly [string, ...string[]] => [node, '--input-type=module', '--no-warnings', '-e', text];
const q = JSON.stringify;

export const realTools: readonly RealTool[] = [
  {
    tool: 'dbmate',
    ending: '.sql',
    packages: ['dbmate@2.36.0'],
    command: (url, directory) => ['node_modules/.bin/dbmate', '--url', `${url}?sslmode=disable`, '-d', directory, '--no-dump-schema', 'up'],
  },
  {
    tool: 'node-pg-migrate',
    ending: '.sql',
    packages: ['node-pg-migrate@9.0.0', pg],
    command: (url, directory) => run(pgMigrate(url, directory)),
  },
  {
    tool: 'node-pg-migrate',
    ending: '.ts',
    packages: ['node-pg-migrate@9.0.0', pg],
    command: (url, directory) => run(pgMigrate(url, directory)),
  },
  {
    tool: 'knex',
    ending: '.js',
    packages: ['knex@3.3.0', pg],
    command: (url, directory) =>
      run(
        `import knex from 'knex'; const db = knex({ client: 'pg', connection: ${q(url)}, migrations: { directory: ${q(directory)} } }); await db.migrate.latest(); await db.destroy();`,
      ),
  },
  {
    tool: 'typeorm',
    ending: '.ts',
    packages: ['typeorm@1.1.1', 'reflect-metadata@0.2.2', pg],
    command: (url, directory) =>
      run(
        `import 'reflect-metadata'; import { DataSource } from 'typeorm'; const source = new DataSource({ type: 'postgres', url: ${q(url)}, migrations: [process.cwd() + '/${directory}/*.ts'], migrationsTransactionMode: 'each' }); await source.initialize(); await source.runMigrations(); await source.destroy();`,
      ),
  },
  {
    tool: 'kysely',
    ending: '.ts',
    packages: ['kysely@0.29.9', pg],
    command: (url, directory) =>
      run(
        `import fs from 'node:fs/promises'; import path from 'node:path'; import { Kysely, PostgresDialect } from 'kysely'; import { FileMigrationProvider, Migrator } from 'kysely/migration'; import pg from 'pg'; const db = new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ${q(url)} }) }) }); const { error } = await new Migrator({ db, provider: new FileMigrationProvider({ fs, path, migrationFolder: path.resolve(${q(directory)}) }) }).migrateToLatest(); await db.destroy(); if (error) throw error;`,
      ),
  },
  {
    tool: 'drizzle',
    ending: '.sql',
    packages: ['drizzle-orm@0.45.4', pg],
    command: (url, directory) =>
      run(
        `import { drizzle } from 'drizzle-orm/node-postgres'; import { migrate } from 'drizzle-orm/node-postgres/migrator'; import pg from 'pg'; const pool = new pg.Pool({ connectionString: ${q(url)} }); await migrate(drizzle(pool), { migrationsFolder: ${q(directory)} }); await pool.end();`,
      ),
  },
  {
    tool: 'prisma',
    ending: '.sql',
    // The schema engine is in the package as WebAssembly, and needs a driver that knows the type `name`, which the adapter of 6.x does not.
    packages: ['prisma@6.19.3', '@prisma/adapter-pg@7.8.0', pg],
    files: (url, directory) => ({
      'tool/schema.prisma': 'datasource db {\n  provider = "postgresql"\n  url = "postgres://unused"\n}\n',
      'tool/no-engine': '',
      'prisma.config.ts': `import { PrismaPg } from '@prisma/adapter-pg';\nexport default { experimental: { adapter: true }, engine: 'js', schema: 'tool/schema.prisma', migrations: { path: ${q(directory)} }, adapter: async () => new PrismaPg({ connectionString: ${q(url)} }) };\n`,
    }),
    // Its query engine, which `migrate` does not use, would be fetched from Prisma's host.
    environment: { PRISMA_QUERY_ENGINE_LIBRARY: 'tool/no-engine', CHECKPOINT_DISABLE: '1' },
    command: () => ['node_modules/.bin/prisma', 'migrate', 'deploy'],
  },
  {
    tool: 'sequelize',
    ending: '.js',
    packages: ['sequelize-cli@6.6.5', 'sequelize@6.37.8', pg],
    command: (url, directory) => ['node_modules/.bin/sequelize', 'db:migrate', '--url', url, '--migrations-path', directory],
  },
  {
    tool: 'mikro-orm',
    ending: '.ts',
    packages: ['@mikro-orm/migrations@7.2.1', '@mikro-orm/postgresql@7.2.1'],
    command: (url, directory) =>
      run(
        `import { Migrator } from '@mikro-orm/migrations'; import { MikroORM } from '@mikro-orm/postgresql'; const orm = await MikroORM.init({ clientUrl: ${q(url)}, entities: [], discovery: { warnWhenNoEntities: false }, extensions: [Migrator], migrations: { path: ${q(directory)}, snapshot: false, allOrNothing: false } }); await orm.migrator.up(); await orm.close();`,
      ),
  },
  {
    tool: 'sqitch',
    ending: '.sql',
    packages: [],
    program: { name: 'sqitch', debian: ['sqitch', 'libdbd-pg-perl', 'postgresql-client'] },
    environment: { SQITCH_FULLNAME: 'Ann', SQITCH_EMAIL: 'ann@example.com' },
    command: (url) => ['sqitch', 'deploy', url.replace('postgres:', 'db:pg:')],
  },
];

function pgMigrate(url: string, directory: string): string {
  return `import { runner } from 'node-pg-migrate'; await runner({ databaseUrl: ${q(url)}, dir: ${q(directory)}, direction: 'up', migrationsTable: 'pgmigrations', log: () => {} });`;
}
