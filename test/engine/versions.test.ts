import { beforeAll, describe, expect, test } from 'vitest';
import type { Effect } from '../../src/engine/postgres/effect.ts';
import { lockModes } from '../../src/engine/postgres/effect.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import { conflicts, lockModeOf, sqlNameOf } from '../../src/engine/postgres/lock-mode.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { schemaOf } from '../truth/predict.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

function effects(setup: string, sql: string, major?: number): readonly Effect[] {
  const [statement] = reader.read(sql).statements;
  const target = { engine: 'postgres', ...(major === undefined ? {} : { major }) } as const;
  return postgres.statementEffects(statement?.operations ?? [], schemaOf(reader, setup), { target });
}

const partitioned = `create table r (id int primary key); create table m (id int not null, r int references r) partition by range (id);
  create table m_1 partition of m for values from (1) to (10);`;

describe('without a configured version', () => {
  test('the worst counts, and says where it holds', () => {
    const sql = 'alter table m disable trigger all';
    expect(effects(partitioned, sql).map(({ table, lock, versions }) => [table.name, lock, versions])).toEqual([
      ['m', 'ShareRowExclusiveLock', undefined],
      ['m_1', 'ShareRowExclusiveLock', [15, 16, 17, 18]],
    ]);
    expect(effects(partitioned, sql, 14).map(({ table }) => table.name)).toEqual(['m']);
    expect(effects(partitioned, sql, 15).map(({ table }) => table.name)).toEqual(['m', 'm_1']);
  });

  test('a weaker lock of an older version loses', () => {
    const sql = 'alter table m detach partition m_1';
    const found = effects(partitioned, sql).find(({ table }) => table.name === 'm_1');
    expect([found?.lock, found?.versions]).toEqual(['AccessExclusiveLock', [14, 15, 16, 17, 18]]);
  });

  test('what no version changes has no versions', () => {
    expect(effects(partitioned, 'alter table m_1 add column x int default random()')[0]).not.toHaveProperty('versions');
  });

  test('what every version refuses is refused, under whatever code', () => {
    const [effect] = effects('create table plain (a int); create table p (a int);', 'alter table plain attach partition p default');
    expect([effect?.fails?.certain, effect?.versions]).toEqual([true, undefined]);
  });

  test('a form of PostgreSQL 18 is judged as 18 runs it', () => {
    const [effect] = effects('', 'alter table t add constraint c not null a');
    expect([effect?.lock, effect?.work, effect?.fails?.code]).toEqual(['AccessExclusiveLock', ['scan'], '23502']);
  });
});

test('an older server refuses a newer form', () => {
  const [effect] = effects('', 'alter table t add constraint c not null a', 17);
  const reason = 'NOT NULL as a table constraint needs PostgreSQL 18 or later';
  expect([effect?.lock, effect?.fails]).toEqual([null, { code: '42601', reason, certain: true }]);
});

describe('what the history does not know is taken to be the worst that is plausible', () => {
  const unknown: readonly (readonly [sql: string, work: string, because?: RegExp])[] = [
    ['alter table t alter column c type bigint', 'rewrite', /not known to the history/],
    ['alter table t alter column c type text using c::text', 'rewrite', /not known to the history/],
    ['alter table t alter column c set not null', 'scan'],
    ['alter table t add primary key using index i', 'scan', /not known to the history/],
    ['alter table t add column c int default made_up()', 'rewrite', /unknown to the history/],
    ['alter table t validate constraint c', 'scan'],
    ['alter table t add column c int default 1', 'metadata'],
    ['alter table t drop column c', 'metadata'],
    ['reindex index i', 'index-build'],
    ['alter table t attach partition p for values from (1) to (2)', 'metadata'],
  ];
  test.each(unknown.map(([sql, work, because = /^/]) => [sql, work, because] as const))('%s: %s', (sql, work, because) => {
    const [effect] = effects('', sql);
    expect(effect?.work).toEqual([work]);
    expect(effect?.because ?? '').toMatch(because);
  });

  test('a partition that is attached is read', () => {
    const attached = effects('', 'alter table t attach partition p for values from (1) to (2)').find(({ table }) => table.name === 'p');
    expect([attached?.lock, attached?.work]).toEqual(['AccessExclusiveLock', ['scan']]);
  });
});

test('two locks conflict both ways, and a stronger one with all that a weaker one does', () => {
  for (const a of lockModes) for (const b of lockModes) expect(conflicts(a, b)).toBe(conflicts(b, a));
  expect(lockModes.filter((mode) => conflicts(mode, 'AccessShareLock'))).toEqual(['AccessExclusiveLock']);
  expect(lockModes.filter((mode) => !conflicts(mode, 'RowExclusiveLock'))).toEqual([
    'AccessShareLock',
    'RowShareLock',
    'RowExclusiveLock',
    'ShareUpdateExclusiveLock',
  ]);
});

test('the modes of LOCK TABLE', () => {
  expect(lockModes.map((mode) => lockModeOf(sqlNameOf(mode)))).toEqual(lockModes);
  expect(sqlNameOf('ShareUpdateExclusiveLock')).toBe('SHARE UPDATE EXCLUSIVE');
});
