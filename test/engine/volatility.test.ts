import { beforeAll, expect, test } from 'vitest';
import { volatilityOf } from '../../src/engine/postgres/volatility.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { schemaOf } from '../truth/predict.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

const setup = `
  create function pick() returns int language sql stable as 'select 1';
  create function pick(text) returns int language sql volatile as 'select 1';
  create function app.stamp() returns text language sql immutable as $$ select 'x' $$;
  create domain code as text;`;

const expected: readonly (readonly [expression: string, volatility: string, part?: string])[] = [
  ['1', 'immutable'],
  ["'x'", 'immutable'],
  ['null', 'immutable'],
  ["'{}'::jsonb", 'immutable'],
  ["'now'::timestamptz", 'immutable'],
  ["'x'::code", 'immutable'],
  ['1 + 2 * 3', 'immutable'],
  ["lower('X') || 'y'", 'immutable'],
  ['now()', 'stable', 'now()'],
  ['pg_catalog.now()', 'stable', 'now()'],
  ['current_timestamp', 'stable', 'current_timestamp'],
  ["current_setting('x')", 'stable'],
  ["now() - interval '1 day'", 'stable'],
  ["date_trunc('day', now())", 'stable'],
  ["date_trunc('day', '2020-01-01'::timestamp)", 'immutable'],
  ["'2020-01-01'::timestamptz at time zone 'UTC'", 'immutable'],
  ["'x'::text::date", 'stable'],
  ['random()', 'volatile', 'random()'],
  // No now() takes an argument: what this is, nobody knows.
  ['now(5)', 'volatile', 'now()'],
  ['1 + (2 * floor(random()))', 'volatile', 'random()'],
  ['gen_random_uuid()', 'volatile', 'gen_random_uuid()'],
  ['clock_timestamp()', 'volatile', 'clock_timestamp()'],
  ["nextval('s')", 'volatile', 'nextval()'],
  ['array[1, random()]', 'volatile', 'random()'],
  ['case when true then 1 else random() end', 'volatile', 'random()'],
  ['coalesce(null, clock_timestamp())', 'volatile', 'clock_timestamp()'],
  ['pick()', 'stable', 'pick()'],
  ["pick('x')", 'volatile', 'pick()'],
  ['app.stamp()', 'immutable'],
  ['uuid_generate_v4()', 'volatile', 'uuid_generate_v4()'],
  ['other.now()', 'volatile', 'now()'],
];

test.each(expected.map(([text, volatility, part = '']) => [text, volatility, part] as const))('%s is %s', (text, volatility, part) => {
  const read = reader.readExpression(text);
  if ('refused' in read) throw new Error(read.refused);
  const found = volatilityOf(read.expression.tree, { schema: schemaOf(reader, setup) });
  expect(found.volatility).toBe(volatility);
  if (part !== '') expect(found.part).toBe(part);
  expect(found.unknown === true).toBe(/uuid_generate|other\.|now\(5\)/.test(text));
});
