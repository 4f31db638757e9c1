/** A repository of each tool, as small as it can be: two migrations that are there, and one that does what has to be staged. */
export interface Fixture {
  readonly tool: string;
  /** What tells the tool, and the history. */
  readonly files: Readonly<Record<string, string>>;
  readonly change: { readonly path: string; readonly wrap?: (sql: string) => string };
}

export const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, total int, customer bigint);\n';
/** A check that needs two transactions, and an index that needs none. */
export const change =
  'ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0);\n\nCREATE INDEX orders_customer ON orders (customer);\n';

/** What may stay in its file, if the file can leave the tool's transaction. */
export const alone = 'CREATE INDEX orders_customer ON orders (customer);\n';

const sections = (up: string, down: string) => (sql: string) => `${up}\n${sql}\n${down}\nSELECT 1;\n`;
const goose = sections('-- +goose Up', '-- +goose Down');
const sqlMigrate = sections('-- +migrate Up', '-- +migrate Down');
const dbmate = sections('-- migrate:up', '-- migrate:down');
const rambler = sections('-- rambler up', '-- rambler down');
const nodePg = sections('-- Up Migration', '-- Down Migration');
const tern = (sql: string) => `${sql}\n---- create above / drop below ----\n\nSELECT 1;\n`;
const liquibase = (id: string) => (sql: string) => `--liquibase formatted sql\n\n--changeset ann:${id}\n${sql}\n--rollback SELECT 1;\n`;

/** The statements of a text, each as a call of a program. */
const calls = (sql: string, send: (text: string) => string): string =>
  sql
    .split(/;\n\n?/)
    .filter((each) => each !== '')
    .map((each) => `${send(`\`${each}\``)}\n`)
    .join('');
const knex = (sql: string) =>
  `exports.up = async (knex) => {\n${calls(sql, (text) => `  await knex.raw(${text});`)}};\n\nexports.down = async () => {};\n`;
const typeorm = (name: string) => (sql: string) =>
  `import type { MigrationInterface, QueryRunner } from 'typeorm';\n\nexport class ${name} implements MigrationInterface {\n  public async up(queryRunner: QueryRunner): Promise<void> {\n${calls(sql, (text) => `    await queryRunner.query(${text});`)}  }\n\n  public async down(): Promise<void> {}\n}\n`;
const sequelize = (sql: string) =>
  `module.exports = {\n  async up(queryInterface) {\n${calls(sql, (text) => `    await queryInterface.sequelize.query(${text});`)}  },\n  async down() {},\n};\n`;
const mikroOrm = (name: string) => (sql: string) =>
  `import { Migration } from '@mikro-orm/migrations';\n\nexport class ${name} extends Migration {\n  override async up(): Promise<void> {\n${calls(sql, (text) => `    this.addSql(${text});`)}  }\n}\n`;
const kysely = (sql: string) =>
  `import { type Kysely, sql } from 'kysely';\n\nexport async function up(db: Kysely<unknown>): Promise<void> {\n${calls(sql, (text) => `  await sql${text}.execute(db);`)}}\n`;
const dbMigrate = (sql: string) =>
  `exports.up = async (db) => {\n${calls(sql, (text) => `  await db.runSql(${text});`)}};\n\nexports.down = async () => {};\n`;
const pgm = (sql: string) =>
  `import type { MigrationBuilder } from 'node-pg-migrate';\n\nexport async function up(pgm: MigrationBuilder): Promise<void> {\n${calls(sql, (text) => `  pgm.sql(${text});`)}}\n`;

export const fixtures: readonly Fixture[] = [
  { tool: 'goose', files: { 'm/00001_a.sql': goose(create) }, change: { path: 'm/00002_b.sql', wrap: goose } },
  { tool: 'sql-migrate', files: { 'm/1_a.sql': sqlMigrate(create) }, change: { path: 'm/2_b.sql', wrap: sqlMigrate } },
  {
    tool: 'dbmate',
    files: { 'db/migrations/20240101000000_a.sql': dbmate(create) },
    change: { path: 'db/migrations/20240102000000_b.sql', wrap: dbmate },
  },
  { tool: 'rambler', files: { 'm/1_a.sql': rambler(create) }, change: { path: 'm/2_b.sql', wrap: rambler } },
  {
    tool: 'liquibase',
    files: { 'changes/001_a.sql': liquibase('1')(create) },
    change: { path: 'changes/002_b.sql', wrap: liquibase('2') },
  },
  {
    tool: 'sqitch',
    files: {
      'sqitch.conf': '[core]\n\tengine = pg\n',
      'sqitch.plan':
        '%syntax-version=1.0.0\n%project=shop\n\norders 2024-01-01T00:00:00Z Ann <ann@example.com> # orders\nchecks 2024-01-02T00:00:00Z Ann <ann@example.com> # checks\n',
      'deploy/orders.sql': `BEGIN;\n\n${create}\nCOMMIT;\n`,
      'revert/orders.sql': 'DROP TABLE orders;\n',
      'verify/orders.sql': 'SELECT id FROM orders WHERE false;\n',
    },
    change: { path: 'deploy/checks.sql' },
  },
  {
    tool: 'atlas',
    files: { 'migrations/atlas.sum': 'h1:x\n', 'migrations/20240101000000_a.sql': create },
    change: { path: 'migrations/20240102000000_b.sql' },
  },
  {
    tool: 'prisma',
    files: {
      'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
      'prisma/migrations/20240101000000_a/migration.sql': create,
    },
    change: { path: 'prisma/migrations/20240102000000_b/migration.sql' },
  },
  {
    tool: 'drizzle',
    files: {
      'drizzle/meta/_journal.json': JSON.stringify({
        version: '7',
        dialect: 'postgresql',
        entries: [
          { idx: 0, when: 1, tag: '0000_a' },
          { idx: 1, when: 2, tag: '0001_b' },
        ],
      }),
      'drizzle/0000_a.sql': create,
    },
    change: { path: 'drizzle/0001_b.sql', wrap: (sql) => sql.replace('\n\n', '\n--> statement-breakpoint\n') },
  },
  {
    tool: 'supabase',
    files: { 'supabase/config.toml': 'project_id = "shop"\n', 'supabase/migrations/20240101000000_a.sql': create },
    change: { path: 'supabase/migrations/20240102000000_b.sql' },
  },
  {
    tool: 'hasura',
    files: { 'metadata/version.yaml': 'version: 3\n', 'migrations/default/1700000000000_a/up.sql': create },
    change: { path: 'migrations/default/1700000001000_b/up.sql' },
  },
  { tool: 'tern', files: { 'm/tern.conf': '[database]\n', 'm/001_a.sql': tern(create) }, change: { path: 'm/002_b.sql', wrap: tern } },
  {
    tool: 'popx',
    files: { 'm/20240101000000000000_a.up.sql': create, 'm/20240101000001000000_i.autocommit.up.sql': 'SELECT 1;\n' },
    change: { path: 'm/20240102000000000000_b.up.sql' },
  },
  {
    tool: 'diesel',
    files: { 'diesel.toml': '', 'migrations/2024-01-01-000000_a/up.sql': create },
    change: { path: 'migrations/2024-01-02-000000_b/up.sql' },
  },
  {
    tool: 'refinery',
    files: { 'Cargo.toml': '[dependencies]\nrefinery = "0.9"\n', 'migrations/V1__a.sql': create },
    change: { path: 'migrations/V2__b.sql' },
  },
  {
    tool: 'sqlx',
    files: { 'Cargo.toml': '[dependencies]\nsqlx = { version = "0.8" }\n', 'migrations/20240101000000_a.up.sql': create },
    change: { path: 'migrations/20240102000000_b.up.sql' },
  },
  {
    tool: 'golang-migrate',
    files: {
      'go.mod': 'module shop\n\nrequire github.com/golang-migrate/migrate/v4 v4.17.0\n',
      'm/000001_a.up.sql': create,
      'm/000001_a.down.sql': 'DROP TABLE orders;\n',
    },
    change: { path: 'm/000002_b.up.sql' },
  },
  {
    tool: 'maragudk-migrate',
    files: { 'go.mod': 'module shop\n\nrequire github.com/maragudk/migrate v0.4.3\n', 'm/0001_a.up.sql': create },
    change: { path: 'm/0002_b.up.sql' },
  },
  {
    tool: 'node-pg-migrate',
    files: { 'package.json': '{"devDependencies":{"node-pg-migrate":"^7.0.0"}}', 'migrations/1700000000000_a.sql': nodePg(create) },
    change: { path: 'migrations/1700000001000_b.sql', wrap: nodePg },
  },
  {
    tool: 'flyway',
    files: { 'src/main/resources/db/migration/V1__a.sql': create },
    change: { path: 'src/main/resources/db/migration/V2__b.sql' },
  },
  {
    tool: 'togo',
    files: { 'm/001_a.sql': `-- name: create-orders\n\n${create}` },
    change: { path: 'm/002_b.sql', wrap: (sql) => `-- name: change-orders\n\n${sql}` },
  },
  { tool: 'plain', files: { 'm/1_a.sql': create }, change: { path: 'm/2_b.sql' } },
  {
    tool: 'knex',
    files: { 'db/migrations/20240101000000_a.js': knex(create) },
    change: { path: 'db/migrations/20240102000000_b.js', wrap: knex },
  },
  {
    tool: 'typeorm',
    files: { 'src/migrations/1704067200000-A.ts': typeorm('A1704067200000')(create) },
    change: { path: 'src/migrations/1704153600000-B.ts', wrap: typeorm('B1704153600000') },
  },
  {
    tool: 'sequelize',
    files: { 'migrations/20240101000000-a.js': sequelize(create) },
    change: { path: 'migrations/20240102000000-b.js', wrap: sequelize },
  },
  {
    tool: 'mikro-orm',
    files: { 'migrations/Migration20240101000000.ts': mikroOrm('Migration20240101000000')(create) },
    change: { path: 'migrations/Migration20240102000000.ts', wrap: mikroOrm('Migration20240102000000') },
  },
  {
    tool: 'kysely',
    files: { 'migrations/20240101000000_a.ts': kysely(create) },
    change: { path: 'migrations/20240102000000_b.ts', wrap: kysely },
  },
  {
    tool: 'node-pg-migrate',
    files: { 'migrations/1704067200000_a.ts': pgm(create) },
    change: { path: 'migrations/1704153600000_b.ts', wrap: pgm },
  },
  {
    tool: 'db-migrate',
    files: { 'migrations/20240101000000-a.js': dbMigrate(create) },
    change: { path: 'migrations/20240102000000-b.js', wrap: dbMigrate },
  },
  {
    tool: 'db-migrate',
    files: { 'package.json': '{"dependencies":{"db-migrate":"0.11.14"}}', 'migrations/sqls/20240101000000-a-up.sql': create },
    change: { path: 'migrations/sqls/20240102000000-b-up.sql' },
  },
];
