import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../../src/operation/name.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import type { Case } from './cases/case.ts';
import { allCases, typeMatrix } from './cases/index.ts';
import { type Observed, observe, type Server, startServer } from './observe.ts';
import { predict } from './predict.ts';

/** Every case's statement, run on PostgreSQL 18: what it locks, what it does and whether it fails must be what the engine says. */
const major = 18;
let server: Server;
let reader: Reader;

beforeAll(async () => {
  [server, reader] = await Promise.all([startServer(), loadReader()]);
});
afterAll(() => server.db.close());

interface Verdict {
  /** Whether it fails, as far as the rows do not decide, and with which SQLSTATEs it may. */
  readonly fails: 'always' | 'never' | 'perhaps';
  readonly codes: readonly string[];
  readonly tables: Observed['tables'];
}

function verdictOf(each: Case): Verdict {
  const effects = predict(reader, each, major);
  const failures = effects.flatMap((effect) => effect.fails ?? []);
  return {
    fails: failures.some((failure) => failure.certain) ? 'always' : failures.length > 0 ? 'perhaps' : 'never',
    codes: failures.map((failure) => failure.code),
    tables: Object.fromEntries(effects.map(({ table, lock, work }) => [keyOf(table).replace('\t', '.'), { lock, work }])),
  };
}

/** What is wrong with the verdict; undefined where it is exact. */
async function disagreement(each: Case): Promise<unknown> {
  const observed = await observe(server, each);
  const verdict = verdictOf(each);
  if (observed.error === undefined && verdict.fails === 'always') return { verdict, observed };
  if (observed.error !== undefined && !verdict.codes.includes(observed.error)) return { verdict, observed };
  // Refused, whatever the rows: there is no lock to compare.
  if (observed.error !== undefined && Object.keys(observed.tables).length === 0) return undefined;
  const predicted = each.outsideTransaction ? withoutParents(verdict.tables, observed.tables) : verdict.tables;
  return sorted(predicted) === sorted(observed.tables) ? undefined : { verdict, observed };
}

/** A partitioned table is locked in a transaction of its own, before its partitions are worked on, where the probe cannot look. */
function withoutParents(predicted: Observed['tables'], observed: Observed['tables']): Observed['tables'] {
  const seen = Object.entries(predicted).filter(([name, { work }]) => name in observed || work[0] !== 'metadata');
  return Object.fromEntries(seen);
}

const sorted = (tables: Observed['tables']): string => JSON.stringify(Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1)));

describe('effects are what PostgreSQL 18 does', () => {
  test.each(allCases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    expect(await disagreement(each)).toBeUndefined();
  });

  test.each(Object.entries(typeMatrix))('the type of a column, from %s', async (_, cases) => {
    for (const each of cases) expect(await disagreement(each), each.sql).toBeUndefined();
  });
});

test('no two cases have the same name', () => {
  const names = [...allCases, ...Object.values(typeMatrix).flat()].map((each) => each.name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
