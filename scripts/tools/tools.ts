/** How the tools of npm are run: one deploy each time. */
export interface NpmTool {
  /** As the fixtures call it. */
  readonly tool: string;
  /** The fixture among those of the tool, by the ending of its migrations. */
  readonly ending: string;
  /** What is installed. */
  readonly packages: readonly string[];
  /** Files of the project that the tool needs. */
  readonly files?: (url: string) => Readonly<Record<string, string>>;
  /** The command, in the project's directory; `node` is the Node that runs this script. */
  readonly command: (url: string, directory: string) => readonly [command: string, ...parameters: string[]];
}

const pg = 'pg@8.23.1';
const node = process.execPath;
const run = (text: string): readonly [string, ...string[]] => [node, '--input-type=module', '--no-warnings', '-e', text];
const q = JSON.stringify;

export const npmTools: readonly NpmTool[] = [
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
];

function pgMigrate(url: string, directory: string): string {
  return `import { runner } from 'node-pg-migrate'; await runner({ databaseUrl: ${q(url)}, dir: ${q(directory)}, direction: 'up', migrationsTable: 'pgmigrations', log: () => {} });`;
}
