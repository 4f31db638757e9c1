import { describe, expect, test } from 'vitest';
import { linesIn } from '../../truth/lines.ts';
import { everyCase } from '../../truth/mysql/cases/index.ts';
import { type MysqlServer, mysqlGroupsOf, mysqlServers, readRecord } from '../../truth/mysql/record.ts';
import { disagreement, formsDisagreement, predict } from './predict.ts';

const groups = mysqlGroupsOf(everyCase);

/** What real servers did for every case is what the engine says at their version: algorithm, lock, work by table, and whether it fails and with what. */
describe.each(mysqlServers)('%s', (server) => {
  const { lines } = linesIn(readRecord(server), groups);
  const predicted = [...lines].map(([each, line]) => ({ each, line, prediction: predict(each, server) }));
  const wrong = (difference: (one: (typeof predicted)[number]) => string | undefined): readonly string[] =>
    predicted.flatMap((one) => {
      const told = difference(one);
      return told === undefined || exceptions[server][one.each.name] !== undefined ? [] : [`${one.each.name}: ${told}`];
    });

  test('the engine says what the server does', () => {
    expect(wrong(({ prediction, line }) => disagreement(prediction, line))).toEqual([]);
  });

  test('the algorithms and locks that the server takes are those that the engine says it takes', () => {
    // Nobody else sees a temporary table, and nothing is said of it.
    expect(
      wrong(({ each, prediction, line }) => (each.name.startsWith('temporary: ') ? undefined : formsDisagreement(prediction, line))),
    ).toEqual([]);
  });

  test('every exception is one', () => {
    const needless = predicted.filter(
      ({ each, line, prediction }) => exceptions[server][each.name] !== undefined && disagreement(prediction, line) === undefined,
    );
    expect(needless.map(({ each }) => each.name)).toEqual([]);
  });
});

const bothServersWords = 'the reader takes the words of both servers for it, and does not tell which';
const unknownTable = 'a table that history has not made may be there all the same';

/** What the engine does not say as the server does, and why. */
const exceptions: Readonly<Record<MysqlServer, Readonly<Record<string, string>>>> = {
  'mysql@9.7': {
    'exchange a partition: alter table t exchange partition p0 with table wrong':
      'it fails on the rows, and was seen on emptied tables, where the server holds less than with rows that belong into the partition',
    'add index: alter table t add index t_b (b) ignored': bothServersWords,
    'drop index: alter table t alter index t_a ignored': bothServersWords,
    'table: alter online table t add column x int': bothServersWords,
    'range partitions: alter table t drop partition if exists p0 -> select count(*) from t': bothServersWords,
    'foreign key: alter table t add foreign key (p) references nothing (id)': unknownTable,
    "table: alter table t encryption = 'Y'": 'the recorded server has no keyring; one that has copies the table',
  },
  'mariadb@10.11': {
    'add index: alter table t add index t_b (b) invisible': bothServersWords,
    'drop index: alter table t alter index t_a invisible': bothServersWords,
    'drop index: alter table t alter index t_a visible': bothServersWords,
    'foreign key: alter table t add foreign key (p) references nothing (id)': unknownTable,
    'exchange a partition: alter table t exchange partition p0 with table other without validation': bothServersWords,
    'exchange a partition: alter table t exchange partition p0 with table wrong without validation': bothServersWords,
  },
  'mariadb@11.8': {
    'add index: alter table t add index t_b (b) invisible': bothServersWords,
    'drop index: alter table t alter index t_a invisible': bothServersWords,
    'drop index: alter table t alter index t_a visible': bothServersWords,
    'foreign key: alter table t add foreign key (p) references nothing (id)': unknownTable,
  },
};
