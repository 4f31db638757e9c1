import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesIn, textOf } from '../lines.ts';
import { everyCase } from './cases/index.ts';
import {
  type Algorithm,
  algorithms,
  type DoneLine,
  type Line,
  locks,
  type MysqlServer,
  mysqlGroupsOf,
  mysqlServers,
  pathOf,
  readRecord,
  works,
} from './record.ts';

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

  test('it is done with the lock and the work of the form that it takes, but where the server does more than it is asked to', () => {
    const wrong = done.filter(([{ sql }, line]) => {
      const [algorithm = '', lock, ...work] = changed(line).split(' ');
      if (algorithm === '' || /\b(algorithm|lock)\s*=/i.test(sql)) return false;
      const [clause, ...formWork] = (line[algorithm as Algorithm] ?? 'refused').split(' ');
      // Where no row is touched there is nothing to lock for, whatever clause has to stand there.
      return work.join() !== formWork.join() || (work.length > 0 && clause !== 'default' && clause !== lock);
    });
    expect(wrong.map(([each]) => each.name)).toEqual(strongerThanAsked[server]);
  });
});

/** What holds more than `LOCK` is taken for: docs/truth-mysql.md. */
const strongerThanAsked: Readonly<Record<MysqlServer, readonly string[]>> = {
  'mysql@9.7': [
    'range partitions: alter table t truncate partition p0 -> select count(*) from t',
    'hash partitions: alter table t truncate partition p0',
    "set sql_mode = '': alter table t add column x datetime not null -> select group_concat(x) from t",
    "set sql_mode = 'strict_trans_tables': alter table t add column x datetime not null -> select group_concat(x) from t",
    'words of one server about partitions: alter table t truncate partition all',
  ],
  'mariadb@10.11': [],
  'mariadb@11.8': [
    'foreign key: alter table t add foreign key (p) references t (id)',
    'table: alter table t order by a',
    "set old_mode = 'lock_alter_table_copy': alter table t modify n bigint not null",
    'orders: alter table orders add column parent bigint, add constraint orders_parent foreign key (parent) references orders (id)',
    'as frameworks write it: ALTER TABLE `users` ORDER BY `email`',
  ],
};

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
