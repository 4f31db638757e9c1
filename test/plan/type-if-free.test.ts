import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { analyzeCase } from './harness.ts';

let db: PGlite;
beforeAll(async () => {
  db = await PGlite.create();
});
afterAll(async () => {
  await db.close();
});

/** The plan's file for a table that the history does not tell. */
async function planned(): Promise<string> {
  const { plans } = await analyzeCase({ name: '', history: '', change: 'ALTER TABLE notes ALTER COLUMN body TYPE text;\n' });
  return plans[0]?.stages[0]?.files[0]?.text ?? '';
}

/** In which files the tables and their indexes lie. */
async function files(): Promise<unknown> {
  return (await db.query("SELECT relname, relfilenode FROM pg_class WHERE relname LIKE 'notes%' ORDER BY 1")).rows;
}

const tables = {
  'a text of any length': 'CREATE TABLE notes (id integer PRIMARY KEY, body varchar)',
  'a text with an index and a key':
    'CREATE TABLE notes (id integer PRIMARY KEY, body varchar(20) UNIQUE); CREATE INDEX notes_body ON notes (body)',
};

test.each(Object.entries(tables))('%s becomes text, and no file is written', async (_, table) => {
  await db.exec(`DROP TABLE IF EXISTS notes; ${table}; INSERT INTO notes VALUES (1, 'a');`);
  const before = await files();
  await db.exec(await planned());
  expect(await files()).toEqual(before);
  expect((await db.query('SELECT pg_typeof(body)::text AS type FROM notes')).rows).toEqual([{ type: 'text' }]);
});

const others = {
  'another type': 'CREATE TABLE notes (id integer PRIMARY KEY, body integer)',
  'a CHECK': "CREATE TABLE notes (id integer PRIMARY KEY, body varchar(20) CHECK (body <> ''))",
  'an index on an expression': 'CREATE TABLE notes (id integer PRIMARY KEY, body varchar(20)); CREATE INDEX ON notes (lower(body))',
  'a collation': 'CREATE TABLE notes (id integer PRIMARY KEY, body varchar(20) COLLATE "C")',
  heirs: 'CREATE TABLE notes (id integer PRIMARY KEY, body varchar(20)); CREATE TABLE notes_old () INHERITS (notes)',
};

test.each(Object.entries(others))('it stops at %s, and has changed nothing', async (_, table) => {
  await db.exec(`DROP TABLE IF EXISTS notes CASCADE; ${table};`);
  const type = async (): Promise<unknown> =>
    (await db.query("SELECT atttypid FROM pg_attribute WHERE attrelid = 'notes'::regclass AND attname = 'body'")).rows;
  const before = await type();
  await expect(db.exec(await planned())).rejects.toThrow('give Lockstep a dump of the schema');
  expect(await type()).toEqual(before);
});
