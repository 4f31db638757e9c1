import { expect, test } from 'vitest';
import type { MysqlContext } from '../../../src/engine/engine.ts';
import { failuresOf } from '../../../src/engine/failure.ts';
import { formsOfStatement, mysql } from '../../../src/engine/mysql/index.ts';
import { has } from '../../../src/engine/mysql/version.ts';
import { applyStatement } from '../../../src/schema/apply.ts';
import { loadMysqlSchema } from '../../../src/schema/load-mysql.ts';
import type { Schema } from '../../../src/schema/schema.ts';
import { loadMysqlReader } from '../../../src/sql/load.ts';

const reader = await loadMysqlReader({ server: 'mysql' });
const empty = await loadMysqlSchema();

const schemaOf = (sql: string): Schema =>
  reader.read(sql).statements.reduce((schema, { operations }) => applyStatement(schema, operations), empty);

const target = (server: string): MysqlContext['target'] => {
  const [engine, version] = server.split('@') as [MysqlContext['target']['engine'], string?];
  return { engine, ...(version !== undefined && { version }) };
};

/** What a statement does to each table, in a few words. */
function told(server: string, setup: string, sql: string, settings: Omit<MysqlContext, 'target'> = {}): string {
  const [statement] = reader.read(sql).statements;
  const effects = mysql.statementEffects(statement?.operations ?? [], schemaOf(setup), { target: target(server), ...settings });
  return effects
    .map(({ table, algorithm, lock, work, versions, because, ...effect }) => {
      const fails = failuresOf(effect).map(({ code, certain }) => ` ${certain ? 'fails' : 'may fail'} ${code}`);
      return `${table.name} ${algorithm} ${lock} ${work}${fails.join('')}${versions ? ` on ${versions.join(', ')}` : ''}${because ? ` because ${because}` : ''}`;
    })
    .join('; ');
}

const t = 'create table t (id int primary key, a int, b varchar(20), c varchar(60), key k (a)) default charset = utf8mb4;';

/** What no record can hold, for the servers could not be run: as the manuals say. */
test.each([
  [
    'add column x int',
    {
      'mysql@5.7': 'INPLACE none rebuild',
      'mysql@8.0.11': 'INPLACE none rebuild',
      'mysql@8.0.12': 'INSTANT none row-version',
      'mariadb@10.2': 'INPLACE none rebuild',
      'mariadb@10.3': 'INSTANT none metadata',
    },
  ],
  [
    'add column x int first',
    {
      'mysql@8.0.28': 'INPLACE none rebuild',
      'mysql@8.0.29': 'INSTANT none row-version',
      'mysql@8.0': 'INSTANT none row-version',
      'mariadb@10.3': 'INPLACE none rebuild',
      'mariadb@10.4': 'INSTANT none metadata',
    },
  ],
  [
    'drop column b',
    {
      'mysql@5.7': 'INPLACE none rebuild',
      'mysql@8.0.28': 'INPLACE none rebuild',
      'mysql@8.4': 'INSTANT none row-version',
      'mariadb@10.3.39': 'INPLACE none rebuild',
    },
  ],
  [
    'change a x int',
    { 'mysql@5.7': 'INPLACE none metadata', 'mysql@8.0.27': 'INPLACE none metadata', 'mysql@8.0.28': 'INSTANT none metadata' },
  ],
  ['alter a set default 1', { 'mysql@5.7': 'INPLACE none metadata', 'mysql@8.0.12': 'INSTANT none metadata' }],
  [
    'modify c varchar(63)',
    { 'mysql@5.7': 'INPLACE none metadata', 'mysql@9.1': 'INPLACE none metadata', 'mariadb@10.6': 'INSTANT none metadata' },
  ],
  [
    'modify b varchar(64)',
    { 'mysql@5.7': 'COPY shared rebuild', 'mariadb@10.3': 'COPY shared rebuild', 'mariadb@10.4': 'INSTANT none metadata' },
  ],
  [
    'add index (b)',
    { 'mysql@5.7': 'INPLACE none index-build', 'mariadb@10.2': 'INPLACE none index-build', 'mariadb@10.3': 'NOCOPY none index-build' },
  ],
  ['modify a bigint', { 'mariadb@11.1': 'COPY shared rebuild', 'mariadb@11.2': 'COPY none rebuild', 'mysql@9.7': 'COPY shared rebuild' }],
])('ALTER TABLE t %s', (action, expected) => {
  const seen = Object.keys(expected).map((server) => [
    server,
    told(server, t, `alter table t ${action}`).replace(/^t | (may fail|on|because) .*/g, ''),
  ]);
  expect(Object.fromEntries(seen)).toEqual(expected);
});

test('a version without a patch is the last of its series, and a series begins with its first', () => {
  const since = (version: string, first: string): boolean => has({ server: 'mysql', version }, { mysql: first });
  expect([
    since('8.0', '8.0.29'),
    since('8.0.28', '8.0.29'),
    since('8.0.29', '8.0.29'),
    since('8.0.11', '8.0'),
    since('8.4', '8.0.29'),
  ]).toEqual([true, false, true, true, true]);
  expect([
    since('5.7.44', '8.0'),
    since('9.0', '9.1'),
    since('9.10', '9.2'),
    has({ server: 'mariadb', version: '11.8' }, { mysql: '5.7' }),
  ]).toEqual([false, false, true, false]);
});

test('the changes without touching rows that are left: 64, since 9.1 255', () => {
  const used = `${t} ${'alter table t add x int; alter table t drop x;'.repeat(32)}`;
  const add = 'alter table t add y int';
  expect(told('mysql@8.4', used, add)).toBe(
    't INPLACE none rebuild because t may have used up the 64 changes without touching rows that it has until it is rebuilt',
  );
  expect(told('mysql@9.1', used, add)).toBe('t INSTANT none row-version');
  expect(told('mariadb@10.11', used, add)).toBe('t INSTANT none metadata');
});

test('without a version the worst counts, and which versions it holds for', () => {
  expect(
    told('mysql', 'create table p (a int, key (a)); create table t (a int)', 'alter table t add foreign key (a) references p (a)'),
  ).toContain('t COPY shared rebuild fails 6125 may fail 1452 on 8.4, 9.7 because the foreign key to p is checked against every row');
  expect(told('mariadb', t, 'alter table t modify a bigint')).toMatch(
    /^t COPY shared rebuild on 10\.6, 10\.11 because the type of a changes from int to bigint$/,
  );
});

test('what is demanded', () => {
  expect(told('mysql@8.4', t, 'alter table t add x int, algorithm = inplace')).toBe('t INPLACE none rebuild');
  expect(told('mysql@8.4', t, 'alter table t modify a bigint, algorithm = instant')).toMatch(/^t COPY shared rebuild fails 1846/);
  expect(told('mysql@8.4', t, 'alter table t modify a bigint, lock = none')).toMatch(/^t COPY shared rebuild fails 1846/);
  expect(told('mysql@8.4', t, 'alter table t add x int, algorithm = instant, lock = none')).toMatch(/fails 1221/);
  expect(told('mariadb@10.11', t, 'alter table t add x int, algorithm = inplace')).toBe('t INSTANT none metadata');
  expect(told('mariadb@10.11', t, 'set statement foreign_key_checks = 0 for alter table t add foreign key (a) references p (id)')).toBe(
    't INSTANT none metadata',
  );
});

test('the settings of the server, and those of the file, which win', () => {
  const key = 'alter table t add foreign key (a) references p (id)';
  expect(told('mysql@8.4', t, key)).toMatch(/^t COPY shared rebuild/);
  expect(told('mysql@8.4', t, key, { foreignKeyChecks: false })).toMatch(/^t INPLACE none metadata/);
  expect(told('mysql@8.4', `${t} set foreign_key_checks = 1;`, key, { foreignKeyChecks: false })).toMatch(/^t COPY shared rebuild/);
  expect(told('mysql@8.4', t, 'alter table t modify a int not null', { sqlMode: 'ANSI' })).toMatch(/^t COPY shared rebuild because/);
  expect(told('mariadb@10.11', t, 'alter table t add x datetime not null', { sqlMode: 'TRADITIONAL' })).toMatch(
    /^t COPY shared rebuild may fail 1292/,
  );
});

test('nothing is certain of a table that history has not made, or that was touched where nobody could follow', () => {
  for (const sql of [
    'alter table t add column a int',
    'alter table t drop column nothing',
    'alter table t drop index nothing',
    'drop table t',
  ]) {
    expect(told('mysql@8.4', '', sql)).not.toContain(' fails ');
  }
  expect(told('mysql@8.4', t, 'alter table t add column a int')).toContain(' fails 1060');
  expect(told('mysql@8.4', `${t} call p();`, 'alter table t add column a int')).not.toContain(' fails ');
  const maybe = 'create procedure q() begin if exists (select 1) then alter table t drop column a; end if; end; call q();';
  expect(
    told('mysql@8.4', `${t} delimiter //\n${maybe.replace(/end; call/, 'end//\ndelimiter ;\ncall')}`, 'alter table t add column a int'),
  ).not.toContain(' fails ');
  expect(told('mysql@8.4', '', 'alter table t modify a bigint')).toBe('t COPY shared rebuild because what a was before is not known');
  const stated = 'alter table t modify a bigint, algorithm = inplace, lock = none';
  expect(told('mysql@8.4', '', stated)).toBe('t INPLACE none rebuild may fail 1846 because what a was before is not known');
  expect(told('mysql@8.4', '', stated.replace('inplace, lock = none', 'instant'))).toMatch(/^t INSTANT none metadata may fail 1846 /);
  // NOCOPY is of MariaDB.
  expect(told('mysql@8.4', '', stated.replace('inplace, lock = none', 'nocopy'))).toContain(' fails 1800 ');
  expect(told('mariadb@10.11', '', stated.replace('inplace, lock = none', 'nocopy'))).toMatch(/^t NOCOPY none index-build may fail /);
  expect(told('mysql@8.4', '', 'alter table t modify a bigint, lock = none')).toMatch(/^t INPLACE none rebuild may fail 1846 /);
  expect(told('mysql@8.4', '', stated.replace('modify', 'drop primary key, modify'))).toMatch(/^t COPY shared rebuild fails 1846 /);
  expect(told('mysql@8.4', t, stated)).toMatch(/^t COPY shared rebuild fails 1846 /);
});

test('where nothing tells of the character set, the worst of all counts', () => {
  const plain = 'create table t (a varchar(50), b varchar(100), c varchar(200));';
  expect(told('mysql@8.4', plain, 'alter table t modify a varchar(60)')).toBe('t INPLACE none metadata');
  expect(told('mysql@8.4', plain, 'alter table t modify b varchar(200)')).toBe('t INPLACE none metadata');
  expect(told('mysql@8.4', plain, 'alter table t modify c varchar(300)')).toBe(
    't COPY shared rebuild because the length of c takes two bytes above 255 bytes, and one below',
  );
  expect(told('mysql@8.4', plain, 'alter table t modify a varchar(50) character set utf8mb4')).toBe(
    't COPY shared rebuild because which character set a has is not known',
  );
});

test('the forms that every version takes', () => {
  const forms = (server: string, sql: string): Readonly<Record<string, string>> => {
    const all = formsOfStatement(reader.read(sql).statements[0]?.operations ?? [], schemaOf(t), { target: target(server) }) ?? {};
    return Object.fromEntries(Object.entries(all).map(([algorithm, { clause, work }]) => [algorithm, `${clause} ${work}`]));
  };
  expect(forms('mysql', 'alter table t add x int')).toEqual({
    INSTANT: 'default row-version',
    INPLACE: 'none rebuild',
    COPY: 'shared rebuild',
  });
  expect(forms('mysql@5.7', 'alter table t add x int')).toEqual({ INPLACE: 'none rebuild', COPY: 'shared rebuild' });
  expect(forms('mariadb', 'alter table t add index (b)')).toEqual({
    NOCOPY: 'none index-build',
    INPLACE: 'none index-build',
    COPY: 'shared rebuild',
  });
  expect(formsOfStatement(reader.read('drop table t').statements[0]?.operations ?? [], schemaOf(t), { target: target('mysql') })).toBe(
    undefined,
  );
});
