import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogDifference, catalogOf } from '../../src/proof/catalog.ts';
import type { Mark, ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { roomy } from './asking.ts';

let database: ProofDatabase;
let mark: Mark;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
  for (const sql of schema) await database.run(sql);
  // Once planned, the query is planned wherever the mark leads back to.
  await catalogOf(database);
  mark = await database.mark();
});
afterAll(() => database.close());

const schema = [
  'CREATE TABLE users (id bigint PRIMARY KEY)',
  'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total numeric(12,2) DEFAULT 0, owner bigint)',
  'CREATE INDEX orders_email ON orders (email)',
  'CREATE SEQUENCE numbers',
  'CREATE VIEW totals AS SELECT id FROM orders',
  "CREATE TYPE mood AS ENUM ('glad', 'sad')",
  'CREATE DOMAIN positive AS int CHECK (value > 0)',
  'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
  'CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()',
  'CREATE ROLE reader',
];

/** What two schemas may differ in, each by a statement that makes it so. */
const changes = [
  'ALTER TABLE orders ADD COLUMN note text',
  'ALTER TABLE orders ALTER COLUMN email SET NOT NULL',
  'ALTER TABLE orders ALTER COLUMN total TYPE numeric(14,2)',
  'ALTER TABLE orders ALTER COLUMN total SET DEFAULT 1',
  'ALTER TABLE orders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY',
  'ALTER TABLE orders ALTER COLUMN email SET STATISTICS 5',
  'ALTER TABLE orders ALTER COLUMN email SET STORAGE EXTERNAL',
  'ALTER TABLE orders ALTER COLUMN email TYPE text COLLATE "C"',
  'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0)',
  'ALTER TABLE orders ADD FOREIGN KEY (owner) REFERENCES users',
  'ALTER TABLE orders SET (fillfactor = 70)',
  'ALTER TABLE orders SET UNLOGGED',
  'ALTER TABLE orders ENABLE ROW LEVEL SECURITY',
  'ALTER TABLE orders REPLICA IDENTITY FULL',
  'ALTER TABLE orders CLUSTER ON orders_email',
  'ALTER TABLE orders DISABLE TRIGGER touched',
  'ALTER INDEX orders_email RENAME TO orders_mail',
  'DROP INDEX orders_email',
  'ALTER SEQUENCE numbers INCREMENT 2',
  'ALTER SEQUENCE numbers OWNED BY orders.id',
  'CREATE OR REPLACE VIEW totals AS SELECT id, total FROM orders',
  "ALTER TYPE mood ADD VALUE 'so so' BEFORE 'sad'",
  'ALTER DOMAIN positive SET NOT NULL',
  'CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$',
  'DROP TRIGGER touched ON orders',
  'CREATE RULE ignored AS ON DELETE TO orders DO INSTEAD NOTHING',
  'CREATE POLICY own ON orders USING (true)',
  'CREATE STATISTICS together ON email, total FROM orders',
  'CREATE PUBLICATION ours FOR TABLE orders',
  "COMMENT ON COLUMN orders.email IS 'where to'",
  'GRANT SELECT ON orders TO reader',
  'GRANT SELECT (email) ON orders TO reader',
  'CREATE SCHEMA other',
  'CREATE EXTENSION citext',
];

test.each(changes)('%s makes another schema', async (sql) => {
  await mark.restore();
  const before = await catalogOf(database);
  await database.run(sql);
  expect(catalogDifference(before, await catalogOf(database))).not.toEqual([]);
});

test.each([
  ['rows', "INSERT INTO orders VALUES (1, 'x')"],
  ['where a sequence stands', "SELECT setval('numbers', 100)"],
  ['what the session has set', 'SET search_path = pg_catalog'],
  ['what ANALYZE found', 'ANALYZE'],
  [
    'another order of columns',
    'ALTER TABLE users RENAME id TO x; ALTER TABLE users ADD COLUMN id bigint; ALTER TABLE users DROP COLUMN x CASCADE; ALTER TABLE users ALTER COLUMN id SET NOT NULL; ALTER TABLE users ADD CONSTRAINT users_pkey PRIMARY KEY (id)',
  ],
])('%s are no schema', async (_, statements) => {
  await mark.restore();
  const before = await catalogOf(database);
  for (const sql of statements.split('; ')) await database.run(sql);
  expect(catalogDifference(before, await catalogOf(database))).toEqual([]);
});
