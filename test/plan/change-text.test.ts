import { PGlite } from '@electric-sql/pglite';
import { describe, expect, test } from 'vitest';
import { idempotent, readChange } from '../../src/plan/recipes/postgres/change-text.ts';

describe('is taken apart at its WHERE', () => {
  test.each([
    ['UPDATE t SET a = 1', { head: 'UPDATE t SET a = 1', name: 't', joins: false }],
    ['DELETE FROM t', { head: 'DELETE FROM t', name: 't', joins: false }],
    [
      'update only s."T" as o set a = 1 where a is distinct from 1',
      { head: 'update only s."T" as o set a = 1', where: 'a is distinct from 1', name: 'o' },
    ],
    ['DELETE FROM t USING u WHERE u.id = t.id RETURNING *', { head: 'DELETE FROM t USING u', where: 'u.id = t.id', joins: true }],
    [
      'UPDATE t SET a = (SELECT b FROM u WHERE u.id = t.id) WHERE c',
      { head: 'UPDATE t SET a = (SELECT b FROM u WHERE u.id = t.id)', where: 'c', joins: false },
    ],
    ["UPDATE t o SET a = ' where ' FROM u WHERE /* x */ u.id = o.id", { where: 'u.id = o.id', name: 'o', joins: true }],
  ])('%s', (sql, parts) => expect(readChange(sql, ['a'])).toMatchObject(parts));

  test.each(['WITH x AS (SELECT 1) UPDATE t SET a = 1', 'INSERT INTO t VALUES (1)', 'UPDATE', 'DELETE'])('%s: not', (sql) => {
    expect(readChange(sql, ['a'])).toBeUndefined();
  });
});

describe('whether it computes a column from itself', () => {
  test.each([
    ['a = 1', false],
    ['a = b + 1, c = 2', false],
    ['a = a + 1', true],
    ['a = t.a + 1', true],
    ['a = u.a', false],
    ['b = 1, a = b', true],
    ['(a, b) = (b, a)', true],
    ['a = lower(a)', false],
    ['a = COALESCE(a, b)', false],
    ["a = lower(a) || 'x'", true],
    ['a = lower(b) || lower(a)', true],
    ['a = lower(a), b = 1', true],
    ['a = md5(a)', true],
    ['a = a(1)', false],
    ['a = b::a', false],
    ['a = (SELECT max(a) FROM u)', true],
  ])('SET %s: %s', (set, itself) => expect(readChange(`UPDATE t SET ${set} FROM u WHERE a > 0`, ['a', 'b'])?.readsItself).toBe(itself));
});

test('what is said to be as it was when it is done again, is', async () => {
  const db = await PGlite.create();
  const calls: Readonly<Record<string, (value: string) => string>> = {
    abs: (value) => `abs(${value}::numeric)`,
    ceil: (value) => `ceil(${value}::numeric)`,
    floor: (value) => `floor(${value}::numeric)`,
    coalesce: (value) => `coalesce(${value}, '-1.5')`,
    nullif: (value) => `nullif(${value}, '2')`,
  };
  for (const name of idempotent) {
    const call = calls[name] ?? ((value: string): string => `${name}(${value})`);
    const samples = calls[name] ? "'-1.5', '2', '0.001', NULL" : "'  Ab cD ', 'ÀÉ ß', 'x', '', NULL";
    const { rows } = await db.query(
      `SELECT v FROM unnest(ARRAY[${samples}]) AS v WHERE ${call(`(${call('v')})::text`)}::text IS DISTINCT FROM (${call('v')})::text`,
    );
    expect(rows, name).toEqual([]);
  }
  await db.close();
});
