import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { fill } from '../../src/proof/fill.ts';
import { shapesOf } from '../../src/proof/shape.ts';
import { roomy, rowsOf } from './asking.ts';

let database: ProofDatabase;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
});
beforeEach(() => database.reset());
afterAll(() => database.close());

test.each([
  [
    'a column of every common type',
    'CREATE TABLE t (a int2, b int4, c int8, d numeric(6,2), e float8, f text, g varchar(3), h char(2), i bool, j date, k timestamp, l timestamptz, m time, n interval, o uuid, p json, q jsonb, r bytea, s inet, t cidr, u int4range, v tstzrange, w bit(4), x varbit(5), y point, z xml)',
  ],
  [
    'arrays, domains over them and enums',
    "CREATE TYPE mood AS ENUM ('glad', 'sad'); CREATE DOMAIN moods AS mood[] CHECK (cardinality(value) > 0); CREATE TABLE t (a int[] NOT NULL, b mood NOT NULL, c moods NOT NULL)",
  ],
  ['unique keys', 'CREATE TABLE t (id int PRIMARY KEY, code varchar(4) NOT NULL UNIQUE, UNIQUE (id, code))'],
  [
    'what a CHECK lists',
    "CREATE TABLE t (state text NOT NULL CHECK (state IN ('open', 'closed')), percent int NOT NULL CHECK (percent BETWEEN 40 AND 60))",
  ],
  ['a domain that asks for a form', "CREATE DOMAIN mail AS text CHECK (value LIKE '%@%'); CREATE TABLE t (a mail NOT NULL)"],
  [
    'foreign keys in a row',
    'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a); CREATE TABLE t (b int NOT NULL REFERENCES b, a int REFERENCES a)',
  ],
  [
    'identity and generated columns',
    'CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int NOT NULL, b int GENERATED ALWAYS AS (a * 2) STORED)',
  ],
  [
    'partitions',
    "CREATE TABLE t (at date NOT NULL, v int) PARTITION BY RANGE (at); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2031-01-01') TO ('2032-01-01')",
  ],
  [
    'a trigger that refuses everything',
    "CREATE TABLE t (a int); CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$; CREATE TRIGGER no BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no()",
  ],
  ['a rule that lets nothing in', 'CREATE TABLE t (a int); CREATE RULE nothing AS ON INSERT TO t DO INSTEAD NOTHING'],
])('%s', async (_, schema) => {
  for (const sql of schema.split(/; (?=CREATE)/)) await database.run(sql);
  const { rows, empty } = await fill(database, ['public.t'], { nulls: true, shapes: await shapesOf(database) });
  expect([...empty]).toEqual([]);
  expect(rows.get('public.t')?.size).toBe(6);
  expect(await rowsOf(database, 'SELECT count(*)::int FROM t')).toEqual([{ count: 6 }]);
});

test('what no row is found for stays empty, and says so', async () => {
  await database.run('CREATE TABLE t (a int CHECK (a * a = 1522756) NOT NULL)');
  const { rows, empty } = await fill(database, ['public.t'], { nulls: true, shapes: await shapesOf(database) });
  expect([...rows]).toEqual([['public.t', new Map()]]);
  expect(empty.get('public.t')).toContain('violates check constraint "t_a_check"');
});

test('twice the same', async () => {
  const run = async (): Promise<unknown> => {
    await database.reset();
    await database.run('CREATE TABLE t (id uuid PRIMARY KEY, a text, b timestamptz)');
    await fill(database, ['public.t'], { nulls: true, shapes: await shapesOf(database) });
    return rowsOf(database, 'SELECT * FROM t ORDER BY 1');
  };
  expect(await run()).toEqual(await run());
});
