import { describe, expect, test } from 'vitest';
import { lockstep } from '../../bench/accuracy/mapping.ts';
import { type Judged, precision, recall, score } from '../../bench/accuracy/score.ts';
import { courtOf } from '../../src/analysis/court.ts';
import { judgeMigration } from '../../src/analysis/judge.ts';
import { replayMigration } from '../../src/analysis/replay.ts';
import { defaultConfig } from '../../src/config/config.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import { supportedMajors } from '../../src/engine/postgres/version.ts';
import type { Migration } from '../../src/migration/migration.ts';
import { beginUnit } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Case } from './cases/case.ts';
import { everyCase } from './cases/index.ts';
import { groupsOf } from './groups.ts';
import { labelOf } from './label.ts';
import { linesOf, readRecord } from './record.ts';
import { sessionOf } from './session.ts';

const reader = await loadReader();
const groups = groupsOf(everyCase);

/** Our own part of `npm run bench:accuracy`, in one process: what is called unsafe is, and what is unsafe is called so. */
describe.each(supportedMajors)('PostgreSQL %i', (major) => {
  const { observed } = linesOf(readRecord(major), groups);

  test('no false alarm, no miss; what is refused is called so', () => {
    const judged = [...observed]
      .filter(([{ since = 0 }]) => since <= major)
      .map(([each, seen]) => {
        const rules = rulesOn(each, major);
        return { each, label: labelOf(each, seen), rules, alarms: rules.filter((rule) => lockstep[rule]?.alarm) };
      });
    const result = score(judged);
    const refused = judged.filter(({ label }) => label === 'refused');
    const silent = refused.filter(({ alarms, rules }) => alarms.length === 0 && !rules.includes('drop-still-used'));
    const names = (those: readonly Judged[]): readonly string[] => those.map(({ each, alarms }) => `${each.name} ${alarms}`);
    expect({ falseAlarms: names(result.falseAlarms), misses: names(result.misses), silent: names(silent) }).toEqual({
      falseAlarms: [],
      misses: [],
      silent: [],
    });
    expect([precision(result), recall(result)]).toEqual([1, 1]);
    expect([result.hits.length > 1000, result.quiet.length > 500, refused.length > 2000]).toEqual([true, true, true]);
  });
});

const migration = (path: string, text: string): Migration => ({ path, text, direction: 'up', transaction: 'per-statement' });
const schemas = new Map<string, Schema>();

/** The rules that find something in the statement of a case, with its setup as history and every statement in a transaction of its own. */
function rulesOn(each: Case, major: number): readonly string[] {
  const court = courtOf({ ...defaultConfig, target: { engine: 'postgres', major }, lockTimeout: 'role' }, reader, postgres);
  const schema = schemas.get(each.setup) ?? replayMigration(migration('1.sql', each.setup), emptySchema(), court).after;
  schemas.set(each.setup, schema);
  const session = sessionOf(each.setup);
  const { findings } = judgeMigration(migration('2.sql', session + each.sql), beginUnit(schema, 1), court);
  return findings.filter(({ span }) => span.start >= session.length).map(({ rule }) => rule);
}
