import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { notScalar } from '../../src/sql/postgres/set-functions.ts';
import { reader } from './reading.ts';

const accepted: readonly (readonly [text: string, printed: string])[] = [
  ["'new'", "'new'"],
  ['0', '0'],
  ['NULL', 'NULL'],
  ["  coalesce( a,\t'x' ) ", "coalesce( a, 'x' )"],
  ['a + b * (c - 1)', 'a + b * (c - 1)'],
  ["CASE WHEN paid THEN 'done' ELSE 'open' END", "CASE WHEN paid THEN 'done' ELSE 'open' END"],
  ['lower("E-Mail")::citext', 'lower("E-Mail")::citext'],
  ['a /* DROP TABLE t; */ + 1 -- x', 'a + 1'],
  ["now() AT TIME ZONE 'utc'", "now() AT TIME ZONE 'utc'"],
  ['a = b', 'a = b'],
  ['a BETWEEN 1 AND 2', 'a BETWEEN 1 AND 2'],
  ["ARRAY['é', '😀']::text[]", "ARRAY['é', '😀']::text[]"],
  ["jsonb_build_object('a', b -> 'c')", "jsonb_build_object('a', b -> 'c')"],
  ["$$it's$$ || E'\\n'", "$$it's$$ || E'\\n'"],
  ['CURRENT_TIMESTAMP(3)', 'CURRENT_TIMESTAMP(3)'],
  ['app.count(a)', 'app.count(a)'],
];

test.each(accepted)('%s', (text, printed) => {
  expect(reader.readExpression(text)).toMatchObject({ printed, expression: { text: text.trim() } });
});

test('the tree is the same as in a statement', () => {
  expect(reader.readExpression("'é' || f(a)::varchar( 3 )")).toMatchObject({
    expression: {
      tree: {
        kind: 'operator',
        operator: '||',
        left: { kind: 'constant', value: 'é' },
        right: {
          kind: 'cast',
          type: { name: 'varchar', modifiers: [3], text: 'varchar( 3 )' },
          argument: { kind: 'call', function: { name: 'f' } },
        },
      },
    },
  });
});

const refused: readonly (readonly [text: string, reason: RegExp])[] = [
  ['', /no expression/],
  [' -- x', /no expression/],
  ['1; DROP TABLE t', /more than one statement/],
  ["1'; DROP TABLE t --", /unterminated/],
  ['1, 2', /one expression/],
  ['1 AS x', /named/],
  ['a b', /named/],
  ['1 FROM t', /FROM/],
  ['1 WHERE true', /clause/],
  ['1 INTO t', /clause/],
  ['1 UNION SELECT 2', /clause|SELECT/],
  ['1 LIMIT 1', /clause/],
  ['DISTINCT a', /clause/],
  ['1) + (2', /syntax error/],
  ['1 /* x', /unterminated/],
  ['(SELECT 1)', /subquery/],
  ['a IN (SELECT b FROM t)', /subquery/],
  ['ARRAY(SELECT 1)', /subquery/],
  ['f(EXISTS (SELECT 1))', /subquery/],
  ['json_array(SELECT 1)', /over the row|subquery/],
  ['max(a)', /max\(\) does not give one value a row/],
  ['pg_catalog.count(a)', /count/],
  ['f(count(*))', /aggregate/],
  ['sum(a) FILTER (WHERE b)', /aggregate/],
  ['row_number() OVER ()', /window/],
  ['json_arrayagg(a)', /over the row/],
  ['generate_series(1, 2)', /generate_series/],
  ['unnest(a)', /unnest/],
  ['$1', /parameter/],
  ['*', /\*/],
  ['t.*', /\*/],
  ['DEFAULT', /over the row|DEFAULT/],
  ['\\! rm', /psql/],
  ['1 \0', /NUL/],
  ["'\ud800'", /surrogate/],
  [`${'('.repeat(501)}1${')'.repeat(501)}`, /nested deeper/],
  ['1+'.repeat(600).concat('1'), /nested deeper/],
];

test.each(refused)('refused: %s', (text, reason) => {
  const read = reader.readExpression(text);
  expect(read).toEqual({ refused: expect.stringMatching(reason) });
});

test("the functions that give no single value a row are those of PostgreSQL's catalog", async () => {
  const database = await PGlite.create();
  const { rows } = await database.query<{ name: string }>(
    `SELECT DISTINCT proname AS name FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
     AND (prokind IN ('a', 'w') OR proretset) AND proname NOT LIKE 'pg\\_%' ORDER BY 1`,
  );
  await database.close();
  expect([...notScalar].sort()).toEqual(rows.map(({ name }) => name).sort());
});
