import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../src/schema/apply.ts';
import { provesNotNull } from '../../src/schema/proof.ts';
import { emptySchema, tableOf } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

/** Held against PostgreSQL, which says at DEBUG1 that a constraint spared it the scan. */

let database: PGlite;
let reader: Reader;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec('SET client_min_messages = debug1');
  reader = await loadReader();
});
afterAll(() => database.close());

async function proven(constraints: string): Promise<{ readonly model: boolean; readonly postgres: boolean }> {
  const sql = `CREATE TABLE t (c int, d int, e text); ALTER TABLE t ${constraints}`;
  const schema = reader
    .read(sql)
    .statements.flatMap((each) => each.operations)
    .reduce(apply, emptySchema());
  await database.exec(`DROP TABLE IF EXISTS t; ${sql}`);
  const notices: string[] = [];
  await database.exec('ALTER TABLE t ALTER COLUMN c SET NOT NULL', { onNotice: (notice) => notices.push(notice.message ?? '') });
  return { model: provesNotNull(tableOf(schema, { name: 't' }), 'c'), postgres: notices.some((each) => /sufficient to prove/.test(each)) };
}

test.each([
  ['ADD CHECK (c IS NOT NULL)', true],
  ['ADD CHECK (t.c IS NOT NULL AND d > 0)', true],
  ['ADD CHECK (d > 0 AND (e IS NULL AND (c IS NOT NULL)))', true],
  ['ADD CHECK ((c IS NOT NULL AND d > 0) OR (c IS NOT NULL AND d < 0))', true],
  ['ADD CHECK (NOT (c IS NULL))', true],
  ['ADD CHECK (NOT (c IS NULL OR d IS NULL))', true],
  ['ADD CHECK (c IS DISTINCT FROM NULL)', true],
  ['ADD CHECK (c IS NOT NULL) NOT VALID, VALIDATE CONSTRAINT t_c_check', true],
  ['ADD CHECK (c IS NOT NULL) NOT VALID', false],
  ['ADD CHECK (c IS NOT NULL) NOT ENFORCED', false],
  ['ADD CHECK (c > 0)', false],
  ['ADD CHECK (c IS NOT NULL OR d > 0)', false],
  ['ADD CHECK (c IS NULL)', false],
  ['ADD CHECK (d IS NOT NULL)', false],
  ['ADD CHECK ((c IS NOT NULL) = (d > 0))', false],
  ['ADD CHECK (coalesce(c, 0) IS NOT NULL)', false],
])('%s: %s', async (constraints, expected) => {
  expect(await proven(constraints)).toEqual({ model: expected, postgres: expected });
});

const atom = fc.constantFrom(
  'c IS NOT NULL',
  'c IS NULL',
  'd IS NOT NULL',
  'd > 0',
  'c > 0',
  'c IS DISTINCT FROM NULL',
  'c IS NOT DISTINCT FROM NULL',
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    atom,
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) AND (${b})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `(${a}) OR (${b})`),
    tie('expression').map((a) => `NOT (${a})`),
  ),
}));

test('nothing is taken for proven that PostgreSQL would look for', async () => {
  let both = 0;
  const property = fc.asyncProperty(expression, async (check) => {
    const { model, postgres } = await proven(`ADD CHECK (${check})`);
    if (model && postgres) both++;
    expect(model && !postgres, check).toBe(false);
  });
  await fc.assert(property, { seed: 3, numRuns: 200, endOnFailure: true });
  expect(both).toBeGreaterThan(20);
});
