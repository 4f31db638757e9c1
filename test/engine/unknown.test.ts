import { beforeAll, describe, expect, test } from 'vitest';
import type { Effect } from '../../src/engine/postgres/effect.ts';
import { postgres } from '../../src/engine/postgres/index.ts';
import { emptySchema } from '../../src/schema/schema.ts';
import { beginUnit } from '../../src/schema/unit.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';
import { schemaOf } from '../truth/predict.ts';

/** What no server can be asked: what counts where the history does not tell. */
let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

/** The effects of the last statement; `unit` is the part of the unit under review that stands before it. */
function effects(history: string, sql: string, unit = ''): readonly Effect[] {
  const [statement] = reader.read(sql).statements;
  const before = schemaOf(reader, unit, beginUnit(schemaOf(reader, history, emptySchema()), 1));
  return postgres.statementEffects(statement?.operations ?? [], before, { target: { engine: 'postgres' } });
}

const summary = (all: readonly Effect[]): string[] => all.map(({ table, lock, work }) => `${table.name} ${lock} ${work}`);

describe('partitions that the history does not know', () => {
  const parent = 'create domain whole as int; create table t (a int, b whole) partition by range (a); create table u (id int primary key);';
  const why = /^its partitions, which the history does not know and .* would show, may hold rows/;

  const worked: readonly (readonly [sql: string, lock: string, work: string])[] = [
    ['create index i on t (a)', 'ShareLock', 'index-build'],
    ['alter table t add unique (a)', 'AccessExclusiveLock', 'index-build'],
    ['alter table t add primary key (a)', 'AccessExclusiveLock', 'index-build'],
    ['alter table t add column c float8 default random()', 'AccessExclusiveLock', 'rewrite'],
    ['alter table t add column c serial', 'AccessExclusiveLock', 'rewrite'],
    ['alter table t alter a set not null', 'AccessExclusiveLock', 'scan'],
    ['alter table t alter b type bigint', 'AccessExclusiveLock', 'rewrite'],
    ['alter table t add check (a > 0)', 'AccessExclusiveLock', 'scan'],
    ['alter table t add foreign key (a) references u', 'ShareRowExclusiveLock', 'foreign-key-check'],
    ['alter domain whole add check (value > 0)', 'ShareLock', 'scan'],
    ['update t set a = 1', 'RowExclusiveLock', 'scan'],
    ['vacuum full', 'AccessExclusiveLock', 'rewrite'],
    ['reindex table t', 'ShareLock', 'index-build'],
  ];
  test.each(worked)('%s', (sql, lock, work) => {
    const own = effects(parent, sql).find(({ table }) => table.name === 't');
    expect([own?.lock, own?.work]).toEqual([lock, [work]]);
    expect(own?.because).toMatch(why);
  });

  test('the reason of the work is told behind it', () => {
    const [effect] = effects(parent, 'alter table t alter a set not null');
    expect(effect?.because).toBe(
      'its partitions, which the history does not know and a schema dump (`--schema FILE`) would show, may hold rows: every row is tested for NULL in a',
    );
  });

  test.each([
    'alter table t add column c int',
    'create index i on only t (a)',
    'drop table t',
    'truncate t',
    'alter table t add check (a > 0) not valid',
  ])('nothing is done in any: %s', (sql) => {
    expect(summary(effects(parent, sql))).toEqual([expect.stringMatching(/^t \w+ metadata$/)]);
  });

  test('a table of the unit has none', () => {
    expect(summary(effects('', 'create index i on t (a)', parent))).toEqual(['t ShareLock metadata']);
  });

  test('one that the history knows speaks for all, one of the unit does not', () => {
    const one = 'create table t_1 partition of t for values from (1) to (2);';
    expect(summary(effects(parent + one, 'create index i on t (a)'))).toEqual(['t ShareLock metadata', 't_1 ShareLock index-build']);
    expect(summary(effects(parent, 'create index i on t (a)', one))).toEqual(['t ShareLock index-build', 't_1 ShareLock index-build']);
  });

  test('a partition may be partitioned itself', () => {
    const middle = 'create table t_1 partition of t for values from (1) to (2) partition by range (b);';
    expect(summary(effects(parent + middle, 'create index i on t (a)'))).toEqual(['t ShareLock metadata', 't_1 ShareLock index-build']);
  });

  test('ONLY is not said to fail, which it does where there are some', () => {
    for (const sql of [
      'alter table only t add column c int',
      'alter table only t add check (a > 0)',
      'alter table only t alter b type bigint',
    ]) {
      expect(effects(parent, sql).filter(({ fails }) => fails?.certain)).toEqual([]);
    }
  });
});

describe('types that the history does not know', () => {
  const because = expect.stringContaining('the casts of the type hstore are not known to the history');
  const table = "create type mood as enum ('happy'); create table t (a varchar(255), b hstore, c int);";

  test.each(['alter table t alter a type hstore', 'alter table t alter b type text', 'alter table t alter b type varchar(10)'])(
    '%s',
    (sql) => {
      const [effect] = effects(table, sql);
      expect(effect).toMatchObject({ lock: 'AccessExclusiveLock', work: ['rewrite'], because });
      expect(effect?.fails).toBeUndefined();
    },
  );

  test('USING may meet a value that is none', () => {
    const [effect] = effects(table, 'alter table t alter a type geometry using a::geometry');
    expect(effect).toMatchObject({ work: ['rewrite'], fails: { code: '22P02', certain: false } });
  });

  test('an enum of the history has no casts but those of every enum', () => {
    expect(effects(table, 'alter table t alter c type mood')[0]?.fails).toMatchObject({ code: '42804', certain: true });
  });
});

test.each([
  ['drop index s.i', 'AccessExclusiveLock', 'metadata'],
  ['reindex index s.i', 'ShareLock', 'index-build'],
  ['alter index s.i set tablespace fast', 'AccessExclusiveLock', 'index-build'],
])('the table of an index that the history does not know is not known either: %s', (sql, lock, work) => {
  expect(effects('', sql)).toEqual([expect.objectContaining({ table: { schema: 's', name: 'i' }, ofIndex: true, lock, work: [work] })]);
  const known = effects('create table s.t (a int); create index i on s.t (a);', sql);
  expect(known.map(({ table, ofIndex }) => [table.name, ofIndex])).toEqual([['t', undefined]]);
});

test('an index is built: that is all there is to say', () => {
  expect(effects('create table t (a int);', 'create index on t (a)')[0]).not.toHaveProperty('because');
});
