import fc from 'fast-check';

/** Random DDL over few names, so that statements meet each other. */

const table = fc.constantFrom('t', 'u', 'v', 'p', 'q');
const column = fc.constantFrom('a', 'b', 'c', 'd');
const type = fc.constantFrom('int', 'bigint', 'text', 'varchar(20)', 'numeric(10,2)', 'serial', 'positive', 'mood', 'timestamptz');
const name = fc.constantFrom('one', 'two', 't_pkey', 't_a_key', 't_a_idx', 'u_a_check');
const cascade = fc.constantFrom('', ' CASCADE');
const sql = (parts: TemplateStringsArray, ...values: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...values).map((all) => parts.reduce((text, part, i) => text + part + (all[i] ?? ''), ''));

const inline = fc.constantFrom(
  '',
  '',
  '',
  ' NOT NULL',
  ' UNIQUE',
  ' PRIMARY KEY',
  ' CHECK (a IS NOT NULL)',
  ' REFERENCES t',
  ' REFERENCES u',
);
const constraint = fc.oneof(
  sql`UNIQUE (${column}, ${column})`,
  sql`UNIQUE (${column})`,
  sql`PRIMARY KEY (${column})`,
  sql`CHECK (${column} IS NOT NULL)`,
  sql`CHECK (${column} IS NOT NULL OR ${column} IS NULL) NOT VALID`,
  sql`FOREIGN KEY (${column}) REFERENCES ${table}`,
  sql`FOREIGN KEY (${column}) REFERENCES ${table} (${column}) NOT VALID`,
  sql`CONSTRAINT ${name} UNIQUE (${column})`,
  sql`CONSTRAINT ${name} CHECK (${column} IS NOT NULL)`,
  sql`CONSTRAINT ${name} PRIMARY KEY USING INDEX ${name}`,
  sql`UNIQUE USING INDEX ${name}`,
);
const definition = sql`${column} ${type}${inline}`;
/** A statement, most often one that PostgreSQL takes. */
export const statement = fc.oneof(
  {
    weight: 3,
    arbitrary: sql`CREATE TABLE ${table} (a int${inline}, b text${inline}, c numeric${inline}, d int GENERATED ALWAYS AS (a + 1) STORED)`,
  },
  { weight: 2, arbitrary: sql`CREATE TABLE ${table} (${definition}, CHECK (a IS NOT NULL), UNIQUE (a))` },
  { weight: 2, arbitrary: sql`CREATE TABLE ${table} (a int NOT NULL, b text, c int) PARTITION BY RANGE (a)` },
  sql`CREATE TABLE ${table} PARTITION OF ${table} FOR VALUES FROM (0) TO (10)`,
  sql`CREATE TABLE ${table} PARTITION OF ${table} DEFAULT`,
  sql`CREATE TABLE ${table} (LIKE ${table} INCLUDING ALL)`,
  sql`CREATE TABLE ${table} (b text) INHERITS (${table})`,
  sql`CREATE TABLE IF NOT EXISTS ${table} (${definition})`,
  { weight: 2, arbitrary: sql`ALTER TABLE ${table} ATTACH PARTITION ${table} FOR VALUES FROM (10) TO (20)` },
  sql`ALTER TABLE ${table} DETACH PARTITION ${table}`,
  { weight: 5, arbitrary: sql`ALTER TABLE ${table} ADD COLUMN ${definition}` },
  sql`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${definition}`,
  { weight: 3, arbitrary: sql`ALTER TABLE ${table} DROP COLUMN ${column}${cascade}` },
  { weight: 3, arbitrary: sql`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${column}` },
  { weight: 2, arbitrary: sql`ALTER TABLE ${table} RENAME TO ${table}` },
  { weight: 6, arbitrary: sql`ALTER TABLE ${table} ADD ${constraint}` },
  { weight: 2, arbitrary: sql`ALTER TABLE ${table} DROP CONSTRAINT ${name}${cascade}` },
  sql`ALTER TABLE ${table} RENAME CONSTRAINT ${name} TO ${name}`,
  sql`ALTER TABLE ${table} VALIDATE CONSTRAINT ${name}`,
  sql`ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL`,
  sql`ALTER TABLE ${table} ALTER COLUMN ${column} SET DEFAULT 1`,
  sql`ALTER TABLE ${table} ALTER COLUMN ${column} DROP DEFAULT, ALTER COLUMN ${column} SET NOT NULL`,
  sql`ALTER TABLE ${table} ALTER COLUMN ${column} TYPE bigint USING NULL`,
  { weight: 5, arbitrary: sql`CREATE INDEX ON ${table} (${column})` },
  { weight: 2, arbitrary: sql`CREATE UNIQUE INDEX ${name} ON ${table} (${column})` },
  sql`CREATE INDEX ON ${table} (lower(b), ${column})`,
  sql`CREATE INDEX ON ONLY ${table} (${column}) WHERE b IS NULL`,
  sql`ALTER INDEX ${name} RENAME TO ${name}`,
  sql`DROP INDEX ${name}${cascade}`,
  sql`DROP TABLE ${table}${cascade}`,
  sql`CREATE VIEW w AS SELECT ${column} FROM ${table}`,
  sql`CREATE OR REPLACE VIEW w2 AS SELECT 1 AS x FROM ${table}, w`,
  sql`DROP VIEW w${cascade}`,
  sql`CREATE DOMAIN positive AS int CHECK (VALUE > 0)`,
  sql`CREATE TYPE mood AS ENUM ('a')`,
  sql`DROP TYPE mood${cascade}`,
  sql`DROP DOMAIN positive${cascade}`,
  sql`ALTER TABLE ${table} SET SCHEMA app`,
  sql`ALTER TABLE app.${table} SET SCHEMA public`,
);

/** What stands before the first of them. */
export const start = [
  'CREATE SCHEMA app',
  'CREATE DOMAIN positive AS int',
  'CREATE TABLE t (a int PRIMARY KEY, b text, c int CHECK (c > 0))',
  'CREATE TABLE p (a int NOT NULL, b text, c int) PARTITION BY RANGE (a)',
  'CREATE TABLE q PARTITION OF p DEFAULT',
];
