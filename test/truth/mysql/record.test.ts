import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesIn, textOf } from '../lines.ts';
import { everyCase } from './cases/index.ts';
import { algorithms, type DoneLine, type Line, locks, mysqlGroupsOf, mysqlServers, pathOf, readRecord, works } from './record.ts';

const groups = mysqlGroupsOf(everyCase);

describe.each(mysqlServers)('%s', (server) => {
  const record = readRecord(server);
  const { lines, stale } = linesIn(record, groups);
  const done = [...lines].flatMap(([each, line]) => (isDone(line) ? [[each, line] as const] : []));

  test(`every case is recorded as it stands: if not, npm run truth -- ${server}`, () => {
    expect({ missing: everyCase.filter((each) => !lines.has(each)).map((each) => each.name), stale }).toEqual({ missing: [], stale: [] });
  });

  test('at least 350 cases are understood', () => {
    expect(done.length).toBeGreaterThan(350);
  });

  test('the file is what the recorder would write', () => {
    expect(textOf(record) === readFileSync(pathOf(server), 'utf8')).toBe(true);
  });

  test('a line says nothing but what docs/truth.md knows', () => {
    const wrong = done.filter(
      ([, line]) => !algorithms.every((algorithm) => isForm(line[algorithm])) || !Object.values(line.plain).every(isPlain),
    );
    expect(wrong.map(([each, line]) => [each.name, line])).toEqual([]);
  });

  test('the statement as it stands is no lighter than a form that is taken', () => {
    const wrong = done.filter(([, line]) => {
      const algorithm = algorithms.find((word) => changed(line).startsWith(`${word} `));
      return algorithm !== undefined && algorithms.indexOf(algorithm) < algorithms.findIndex((each) => line[each] !== undefined);
    });
    expect(wrong.map(([each, line]) => [each.name, line])).toEqual([]);
  });

  test('it is done with the lock and the work of the form that it takes', () => {
    const wrong = done.filter(([{ sql }, line]) => {
      if (clausesAreIgnored.test(sql)) return false;
      const [algorithm = '', lock, ...work] = changed(line).split(' ');
      const form = line[algorithm as (typeof algorithms)[number]];
      if (form === undefined) return algorithm !== '';
      const [clause, ...formWork] = form.split(' ');
      // Where no row is touched there is nothing to lock for, whatever clause has to stand there.
      return work.join() !== formWork.join() || (work.length > 0 && clause !== 'default' && clause !== lock);
    });
    expect(wrong.map(([each, line]) => [each.name, line])).toEqual([]);
  });
});

/** The servers take any clause with these, and do what they do. */
const clausesAreIgnored = /\b(truncate|optimize|analyze|check|exchange) partition\b/;

function isDone(line: Line): line is DoneLine {
  return 'plain' in line;
}

/** What it does to the table that it changes. */
function changed({ plain }: DoneLine): string {
  return Object.values(plain).find((words) => algorithms.some((algorithm) => words.startsWith(`${algorithm} `))) ?? '';
}

const isForm = (words: string | undefined): boolean =>
  words === undefined || new RegExp(`^(${[...locks, 'default'].join('|')})( (${works.join('|')}))*$`).test(words);
const isPlain = (words: string): boolean =>
  new RegExp(`^((${algorithms.join('|')}) )?(${locks.join('|')})( (${works.join('|')}))*( briefly (${locks.join('|')}))?$`).test(words);
