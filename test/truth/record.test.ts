import { describe, expect, test } from 'vitest';
import { supportedMajors } from '../../src/engine/postgres/version.ts';
import { loadReader } from '../../src/sql/load.ts';
import { everyCase } from './cases/index.ts';
import { predictor } from './predict.ts';
import { groupsOf, linesOf, readRecord } from './record.ts';
import { disagreement, verdictOf } from './verdict.ts';

const predict = predictor(await loadReader());
const groups = groupsOf(everyCase);

/** What real servers did for every case is what the engine says at their version: tables, locks, work, whether it fails and with what. */
describe.each(supportedMajors)('PostgreSQL %i', (major) => {
  const { observed, stale } = linesOf(readRecord(major), groups);

  test(`every case is recorded as it stands: if not, npm run truth -- postgres@${major}`, () => {
    expect({ missing: everyCase.filter((each) => !observed.has(each)).map((each) => each.name), stale }).toEqual({
      missing: [],
      stale: [],
    });
  });

  test('the engine says what the server does', () => {
    const wrong = [...observed].flatMap(([each, seen]) => {
      if (major < (each.since ?? 0))
        return /^(refused|no-setup)$/.test(seen.outcome) ? [] : [`${each.name}: understood before ${each.since}`];
      const difference = disagreement(verdictOf(predict(each, major)), seen);
      return difference === undefined ? [] : [`${each.name}: ${difference}`];
    });
    expect(wrong).toEqual([]);
  });
});
