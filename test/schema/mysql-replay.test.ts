import { describe, expect, test } from 'vitest';
import { applyStatement } from '../../src/schema/apply.ts';
import type { Table } from '../../src/schema/schema.ts';
import { readers, schemaOf } from '../engine/mysql/predict.ts';
import { linesIn } from '../truth/lines.ts';
import { everyCase } from '../truth/mysql/cases/index.ts';
import { columnsOf, indexesOf } from '../truth/mysql/cases/several.ts';
import { mysqlGroupsOf, mysqlServers, readRecord } from '../truth/mysql/record.ts';

const columns = ({ columns: all }: Table): readonly string[] => all.map(({ name, type }) => `${name} ${type.name}`);
/** What is no column shows none. */
const indexes = (table: Table): readonly string[] =>
  table.indexes
    .flatMap(({ name, definition }) => definition.elements.flatMap(({ column }) => (column === undefined ? [] : [`${name} ${column}`])))
    .sort();

/** `id int(11)`, `c varchar(20)`: the servers differ in what they show of a type. */
const names = (answer: string): readonly string[] => answer.split(',').map((each) => each.replace(/\(\d+\)/g, ''));

/** What servers said of columns and indexes after statements whose actions are about the same ones is what the replay comes to. */
describe.each(mysqlServers)('%s', (server) => {
  const reader = server.startsWith('mysql') ? readers.mysql : readers.mariadb;
  const answered = [...linesIn(readRecord(server), mysqlGroupsOf(everyCase)).lines].flatMap(([each, line]) => {
    const answer = 'answers' in line ? line.answers?.plain : undefined;
    return answer !== undefined && (each.ask === columnsOf || each.ask === indexesOf) ? [{ ...each, answer }] : [];
  });

  test.each(answered)('$sql', ({ setup, sql, ask, answer }) => {
    const schema = schemaOf(setup, reader);
    const [statement] = reader.read(sql).statements;
    const [[, table] = []] = [...applyStatement(schema, statement?.operations ?? []).tables.entries()];
    if (ask === columnsOf) expect(columns(table as Table)).toEqual(names(answer));
    else expect(indexes(table as Table)).toEqual([...names(answer)].sort());
  });

  test('they are many', () => expect(answered.length).toBeGreaterThan(50));
});
