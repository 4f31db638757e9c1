import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/operation/name.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { allCases } from './cases/index.ts';
import { predict } from './predict.ts';
import { observe, type Server, startServer } from './server.ts';

/** Every case's statement, run on PostgreSQL 18: what it locks, what it does and whether it fails must be what the engine says. */
const major = 18;
let server: Server;
let reader: Reader;

beforeAll(async () => {
  [server, reader] = await Promise.all([startServer(), loadReader()]);
});
afterAll(() => server.db.close());

describe('effects are what PostgreSQL 18 does', () => {
  test.each(allCases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const observed = await observe(server, each);
    const effects = predict(reader, each, major);
    const tables = Object.fromEntries(effects.map(({ table, lock, work }) => [keyOf(table).replace('\t', '.'), { lock, work }]));
    if (observed.error !== undefined) {
      expect(
        effects.map((effect) => effect.fails?.code),
        observed.message,
      ).toContain(observed.error);
    } else {
      expect(effects.filter((effect) => effect.fails?.certain).map((effect) => effect.fails)).toEqual([]);
    }
    if (Object.keys(observed.tables).length > 0 || observed.error === undefined) expect(tables).toEqual(observed.tables);
  });
});

test('no two cases have the same name', () => {
  const names = allCases.map((each) => each.name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
