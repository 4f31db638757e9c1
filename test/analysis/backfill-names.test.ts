import { expect, test } from 'vitest';
import { readBackfills } from '../../src/analysis/backfill.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { loadMysqlSchema } from '../../src/schema/load-mysql.ts';
import { loadMysqlReader } from '../../src/sql/load.ts';

const reader = await loadMysqlReader({ server: 'mysql' });
const schema = reader
  .read('CREATE TABLE `user events` (id int, `2b` int, `odd``name` int, Total int)')
  .statements.reduce((next, { operations }) => applyStatement(next, operations), await loadMysqlSchema());

/** What is stated for a column of MySQL, by the names that a directive or the config gives it. */
test.each([
  ['`user events`.`2b`', '2b'],
  ['`user events`.2b', '2b'],
  ['`user events`.`odd``name`', 'odd`name'],
  ['`user events`.TOTAL', 'Total'],
  ['`user events`.`total`', 'Total'],
  ['"user events".Total', undefined],
  ['`user events`.2', undefined],
  ['2b', undefined],
])('%s', (target, column) => {
  const refused: string[] = [];
  const { get } = readBackfills([{ target, expression: 'id + 1', refuse: (reason) => refused.push(reason) }], schema, reader);
  expect(refused.length).toBe(column === undefined ? 1 : 0);
  if (column !== undefined) expect(get({ schema: '', name: 'user events' }, column)?.printed).toBe('id + 1');
});
