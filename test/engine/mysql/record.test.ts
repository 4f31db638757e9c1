import { describe, expect, test } from 'vitest';
import { linesIn } from '../../truth/lines.ts';
import { everyCase } from '../../truth/mysql/cases/index.ts';
import { mysqlGroupsOf, mysqlServers, readRecord } from '../../truth/mysql/record.ts';
import { exceptions } from './exceptions.ts';
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
