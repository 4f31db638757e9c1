import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { supportedMajors } from '../../src/engine/postgres/version.ts';
import { loadReader } from '../../src/sql/load.ts';
import { everyCase } from './cases/index.ts';
import { groupsOf } from './groups.ts';
import { textOf } from './lines.ts';
import { predictor } from './predict.ts';
import { type Line, lineOf, linesOf, observedOf, pathOf, readRecord } from './record.ts';
import { disagreement, verdictOf } from './verdict.ts';

const predict = predictor(await loadReader());
const groups = groupsOf(everyCase);

/** What real servers did for every case is what the engine says at their version: tables, locks, work, whether it fails and with what. */
describe.each(supportedMajors)('PostgreSQL %i', (major) => {
  const record = readRecord(major);
  const { observed, stale } = linesOf(record, groups);

  test(`every case is recorded as it stands: if not, npm run truth -- postgres@${major}`, () => {
    expect({ missing: everyCase.filter((each) => !observed.has(each)).map((each) => each.name), stale }).toEqual({
      missing: [],
      stale: [],
    });
  });

  test('the file is what the recorder would write', () => {
    const again = ([name, line]: [string, Line]): [string, Line] => [name, lineOf(observedOf(line))];
    const groups = record.groups.map((group) => ({ ...group, cases: Object.fromEntries(Object.entries(group.cases).map(again)) }));
    expect(textOf({ ...record, groups }) === readFileSync(pathOf(major), 'utf8')).toBe(true);
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
