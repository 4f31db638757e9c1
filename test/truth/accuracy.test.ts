import { describe, expect, test } from 'vitest';
import { lockstep } from '../../bench/accuracy/mapping.ts';
import { type Judged, precision, recall, score } from '../../bench/accuracy/score.ts';
import { analyze } from '../../src/analysis/analyze.ts';
import { type Config, defaultConfig } from '../../src/config/config.ts';
import { supportedMajors } from '../../src/engine/postgres/version.ts';
import type { Migration } from '../../src/migration/migration.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Case } from './cases/case.ts';
import { everyCase } from './cases/index.ts';
import { labelOf } from './label.ts';
import { groupsOf, linesOf, readRecord } from './record.ts';

const reader = await loadReader();
const groups = groupsOf(everyCase);

/** Our own part of `npm run bench:accuracy`, in one process: what is called unsafe is, and what is unsafe is called so. */
describe.each(supportedMajors)('PostgreSQL %i', (major) => {
  const { observed } = linesOf(readRecord(major), groups);
  const judged = [...observed].flatMap(([each, seen]): Judged[] => {
    if (major < (each.since ?? 0)) return [];
    return [{ each, label: labelOf(each, seen), alarms: rulesOn(each, major).filter((rule) => lockstep[rule]?.alarm) }];
  });

  test('no false alarm and no miss', () => {
    const result = score(judged);
    const names = (those: readonly Judged[]) => those.map(({ each, alarms }) => `${each.name} ${alarms}`);
    expect({ falseAlarms: names(result.falseAlarms), misses: names(result.misses) }).toEqual({ falseAlarms: [], misses: [] });
    expect([precision(result), recall(result)]).toEqual([1, 1]);
    expect(result.hits.length).toBeGreaterThan(1000);
    expect(result.quiet.length).toBeGreaterThan(500);
  });

  test('what is refused is called so', () => {
    const refused = judged.filter(({ label }) => label === 'refused');
    expect(refused.filter(({ alarms }) => alarms.length === 0).map(({ each }) => each.name)).toEqual([]);
    expect(refused.length).toBeGreaterThan(1000);
  });
});

/** The rules that find something in the statement of a case, with its setup as history and every statement in a transaction of its own. */
function rulesOn(each: Case, major: number): readonly string[] {
  const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'per-statement' });
  const timeZoneUtc = /set timezone (=|to) 'utc'/i.test(each.setup);
  const config: Config = { ...defaultConfig, target: { engine: 'postgres', major }, lockTimeout: 'role', timeZoneUtc };
  const set = { history: [migration('1.sql', each.setup)], units: [{ migrations: [migration('2.sql', each.sql)] }] };
  return analyze(set, config, reader).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}
