import { beforeAll, describe, expect, test } from 'vitest';
import { postgres } from '../../src/engine/postgres/index.ts';
import { lowestMajorFor, majorsToAsk, supportedMajors } from '../../src/engine/postgres/version.ts';
import type { Operation } from '../../src/operation/operation.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { emptySchema, type Schema } from '../../src/schema/schema.ts';
import { beginUnit } from '../../src/schema/unit.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { sampleOf } from '../everywhere.ts';
import { corpusFiles, hasCorpus } from '../sql/corpus.ts';
import { allCases, typeMatrix } from '../truth/cases/index.ts';
import { schemaOf } from '../truth/predict.ts';

/** Most operations are evaluated at one major, some at a few. That no major in between says anything else is held here by asking them all. */
let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

/** The majors at which the statement does something else than at the asked one below; none, if the gates name all that differs. */
function hidden(operations: readonly Operation[], before: Schema): readonly number[] {
  const asked = operations.flatMap((operation) => majorsToAsk(operation, before));
  const lowest = Math.max(...operations.map(lowestMajorFor));
  const at = (major: number): string =>
    JSON.stringify(postgres.statementEffects(operations, before, { target: { engine: 'postgres', major } }));
  return supportedMajors.filter((major) => {
    const below = Math.max(...asked.filter((each) => each <= major));
    return major > lowest && !asked.includes(major) && at(major) !== at(Math.max(below, lowest));
  });
}

/** As `hidden`, of each operation by itself too: what stands beside it must not be what makes it asked. */
function allHidden(operations: readonly Operation[], before: Schema): readonly number[] {
  const alone = operations.length > 1 ? operations.flatMap((operation) => hidden([operation], before)) : [];
  return operations.length === 0 ? [] : [...hidden(operations, before), ...alone];
}

test.each([1, 0])('no major is passed over that differs in a case of the server tests (unit %i)', (unit) => {
  const schemas = new Map<string, Schema>();
  const differing = sampleOf([...allCases, ...Object.values(typeMatrix).flat()]).filter(({ setup, sql }) => {
    const before = schemas.get(setup) ?? schemaOf(reader, setup, beginUnit(emptySchema(), unit));
    schemas.set(setup, before);
    return allHidden(reader.read(sql).statements[0]?.operations ?? [], before).length > 0;
  });
  expect(differing.map(({ name }) => name)).toEqual([]);
});

test.skipIf(!hasCorpus)('no major is passed over that differs in the corpus', { timeout: 120_000 }, () => {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
  const differing: string[] = [];
  let schema = emptySchema();
  let folder = '';
  for (const { path, text } of [...corpusFiles()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (folderOf(path) !== folder) schema = emptySchema();
    folder = folderOf(path);
    for (const { operations, span } of reader.read(text).statements) {
      if (allHidden(operations, schema).length > 0) differing.push(`${path}: ${text.slice(span.start, span.end)}`);
      schema = applyStatement(schema, operations);
    }
  }
  expect(differing).toEqual([]);
});

describe('ordinary operations are evaluated once', () => {
  const history =
    "create type mood as enum ('ok'); create domain d as int default 1; create table t (a int); create table p (a int) partition by range (a);";
  const majors: readonly (readonly [sql: string, majors: readonly number[]])[] = [
    ['create table n (id bigint primary key, t_id int references t)', [12]],
    ['create table p_1 partition of p for values from (1) to (2)', [12, 15]],
    ['alter table t add column b int default 1', [12]],
    ['alter table t add column b mood', [12]],
    ['alter table t add column b d', [12, 13]],
    ['alter table t add column b int references t', [12, 13]],
    ['alter table t add constraint c check (a > 0)', [12]],
    ['alter table p add constraint c check (a > 0)', [12, 18]],
    ["comment on table t is 'x'", [12]],
    ['grant select on t to public', [12, 18]],
  ];
  test.each(majors)('%s', (sql, asked) => {
    const [operation] = reader.read(sql).statements[0]?.operations ?? [];
    expect(operation && majorsToAsk(operation, schemaOf(reader, history))).toEqual(asked);
  });
});
