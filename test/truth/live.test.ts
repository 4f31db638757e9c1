import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReader } from '../../src/sql/load.ts';
import { sampleOf } from '../everywhere.ts';
import type { Case } from './cases/case.ts';
import { everyCase } from './cases/index.ts';
import { type Server, startPglite } from './database.ts';
import { groupsOf } from './groups.ts';
import { type Observed, observeAll } from './observe.ts';
import { type Predictor, predictor } from './predict.ts';

import { disagreement, type Verdict, verdictOf } from './verdict.ts';
import type { Tables } from './work.ts';

/** The same comparison as that with the records, on a PostgreSQL 18 that runs here and now: so the records of 18 are no invention. */
const major = 18;
let server: Server;
let predict: Predictor;

beforeAll(async () => {
  server = await startPglite();
  predict = predictor(await loadReader());
});
afterAll(() => server.db.close());

describe('effects are what PostgreSQL 18 does', () => {
  test.each(sampleOf(groupsOf(everyCase)).map(({ title, of, cases }) => [title, of, [...cases.values()]] as const))(
    '%s (%s)',
    async (_, __, cases) => {
      const wrong = [...(await observeAll(server, cases))].flatMap(([each, observed]) => {
        if (each.byMinor) return [];
        const verdict = verdictOf(predict(each, major));
        const difference = disagreement(each.outsideTransaction ? withinSight(verdict, observed) : verdict, observed);
        return difference === undefined ? [] : [`${each.name}: ${difference}`];
      });
      expect(wrong).toEqual([]);
    },
  );
});

/** Outside a transaction one session sees only what is locked when a probe is called. The records tell the rest. */
function withinSight(verdict: Verdict, observed: Observed): Verdict {
  if (!('tables' in observed)) return verdict;
  const seen = Object.entries(verdict.tables).filter(([name]) => name in observed.tables);
  const tables: Tables = Object.fromEntries(seen.map(([name, { lock, work }]) => [name, { lock, work }]));
  return { ...verdict, tables };
}

test('no two cases have the same name', () => {
  const names = everyCase.map((each: Case) => each.name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});
