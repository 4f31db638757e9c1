import { PGlite } from '@electric-sql/pglite';
import { loadModule, scanSync } from 'libpg-query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnWords, functionWords, reserved } from '../../src/sql/postgres/keywords.ts';
import { quoteDollar, quoteIdentifier, quoteLiteral, quoteName } from '../../src/sql/postgres/quote.ts';

let database: PGlite;
beforeAll(async () => {
  await loadModule();
  database = await PGlite.create();
});
afterAll(() => database.close());

const names = [
  'a',
  'A',
  'a_1',
  '1a',
  'a$b',
  'é',
  'a b',
  'a"b',
  '',
  'select',
  'SELECT',
  'between',
  'left',
  'name',
  'value',
  'user',
  'char',
  'a.b',
  "it's",
  '\n',
];

test("the keywords, by category, are PostgreSQL's", async () => {
  const { rows } = await database.query<{ catcode: string; words: string[] }>(
    'SELECT catcode, array_agg(word) AS words FROM pg_get_keywords() GROUP BY catcode',
  );
  const lists = { R: reserved, T: functionWords, C: columnWords };
  for (const [code, words] of Object.entries(lists)) {
    expect([...words].sort()).toEqual(rows.find(({ catcode }) => catcode === code)?.words.sort());
  }
});

test("quote_ident's words for names, and for every keyword", async () => {
  const keywords = (await database.query<{ word: string }>('SELECT word FROM pg_get_keywords()')).rows.map(({ word }) => word);
  expect(keywords.length).toBeGreaterThan(450);
  const { rows } = await database.query<{ quoted: string }>(
    'SELECT quote_ident(n) AS quoted FROM unnest($1::text[]) WITH ORDINALITY u(n, i) ORDER BY i',
    [[...names, ...keywords]],
  );
  expect([...names, ...keywords].map(quoteIdentifier)).toEqual(rows.map(({ quoted }) => quoted));
});

test("the parser's own scanner calls the same words reserved", () => {
  const kinds = ['RESERVED_KEYWORD', 'COL_NAME_KEYWORD', 'TYPE_FUNC_NAME_KEYWORD'];
  for (const word of [
    'select',
    'between',
    'left',
    'verbose',
    'json_table',
    'merge_action',
    'system_user',
    'name',
    'value',
    'admin',
    'text',
  ]) {
    const kind: string = scanSync(word).tokens[0]?.keywordName ?? '';
    expect(quoteIdentifier(word) !== word, `${word} is ${kind}`).toBe(kinds.includes(kind));
  }
});

test("quote_literal's words", async () => {
  const values = ['', 'a', "it's", '\\', "\\'", 'é\n', '$$'];
  const { rows } = await database.query<{ quoted: string }>(
    'SELECT quote_literal(n) AS quoted FROM unnest($1::text[]) WITH ORDINALITY u(n, i) ORDER BY i',
    [values],
  );
  // PostgreSQL puts a blank before E, lest it join the word before it; here that is the caller's.
  expect(values.map(quoteLiteral)).toEqual(rows.map(({ quoted }) => quoted.trimStart()));
});

test('qualified names', () => {
  expect(quoteName({ name: 'orders' })).toBe('orders');
  expect(quoteName({ schema: 'public', name: 'Order' })).toBe('public."Order"');
});

test.each(['', 'a', '$$', '$', 'a$', '$lockstep$', '$$ $lockstep$ $lockstep1$', "it's"])('dollar quotes around %j', async (body) => {
  const { rows } = await database.query<{ value: string }>(`SELECT ${quoteDollar(body)} AS value`);
  expect(rows).toEqual([{ value: body }]);
});
