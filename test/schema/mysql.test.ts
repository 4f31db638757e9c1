import { expect, test } from 'vitest';
import { keyOf } from '../../src/operation/name.ts';
import { applyStatement } from '../../src/schema/apply.ts';
import { difference } from '../../src/schema/difference.ts';
import { loadMysqlSchema } from '../../src/schema/load-mysql.ts';
import { type Column, type Schema, type Table, tableOf } from '../../src/schema/schema.ts';
import { beginUnit, newSession } from '../../src/schema/unit.ts';
import { variableOf } from '../../src/schema/variable.ts';
import { loadMysqlReader } from '../../src/sql/load.ts';

const reader = await loadMysqlReader({ server: 'mysql' });
const empty = await loadMysqlSchema();

function schemaOf(sql: string, start: Schema = empty): Schema {
  return reader.read(sql).statements.reduce((schema, { operations, unreadable }) => {
    if (unreadable) throw new Error(unreadable.message);
    return applyStatement(schema, operations);
  }, start);
}

/** A table in a few words: its columns, indexes and constraints. */
function told(sql: string, name = 't'): string {
  const table = tableOf(schemaOf(sql), { name });
  return table === undefined ? 'unknown' : [...table.columns.map(columnTold), ...indexesTold(table), ...constraintsTold(table)].join('; ');
}

function columnTold({ name, type, collation, notNull, default: value, autoIncrement, invisible, comment }: Column): string {
  const modifiers = type.modifiers.length === 0 ? '' : `(${type.modifiers})`;
  return [
    `${name} ${type.name}${modifiers}${type.unsigned ? ' unsigned' : ''}`,
    ...(type.characterSet === undefined ? [] : [type.characterSet]),
    ...(collation === undefined ? [] : [collation.name]),
    ...(notNull ? ['not null'] : []),
    ...(value === undefined ? [] : [`= ${value.text}`]),
    ...(autoIncrement ? ['numbered'] : []),
    ...(invisible ? ['invisible'] : []),
    ...(comment === undefined ? [] : [`'${comment}'`]),
  ].join(' ');
}

function indexesTold({ indexes }: Table): readonly string[] {
  return indexes.map(({ name, definition: { unique, method, elements, invisible } }) => {
    const keys = elements.map(
      ({ column, prefix, expression }) => `${column ?? expression?.text}${prefix === undefined ? '' : `(${prefix})`}`,
    );
    return `${unique ? 'unique ' : ''}${method === 'btree' ? 'index' : method} ${name}(${keys})${invisible ? ' invisible' : ''}`;
  });
}

function constraintsTold({ constraints }: Table): readonly string[] {
  return constraints.map(({ name, definition, references, enforced, validated }) => {
    const to = references === undefined ? '' : ` -> ${keyOf(references).replace('\t', '.').replace(/^\./, '')}`;
    return `${definition.type} ${name}${to}${enforced ? '' : ' not enforced'}${validated ? '' : ' unchecked'}`;
  });
}

const t = 'create table t (id int primary key, a int, b varchar(10), key ab (a, b)) default charset = latin1;';

test.each([
  [
    'what a table says of characters goes to its columns',
    `${t}`,
    'id int not null; a int; b varchar(10) latin1; unique index PRIMARY(id); index ab(a,b); primary-key PRIMARY',
  ],
  [
    'a column has its own, by its collation too; a database has one for its tables',
    'create database d default character set utf8; use d; create table t (a char(1), b text collate latin1_bin, c text character set ucs2, d int)',
    'a char(1) utf8mb3; b text latin1 latin1_bin; c text ucs2; d int',
  ],
  [
    'CONVERT TO changes them all',
    `${t} alter table t convert to character set utf8mb4 collate utf8mb4_bin; alter table t add c text`,
    'id int not null; a int; b varchar(10) utf8mb4 utf8mb4_bin; c text utf8mb4 utf8mb4_bin; unique index PRIMARY(id); index ab(a,b); primary-key PRIMARY',
  ],
  [
    'options hold for the columns of their statement',
    'create table t (a text) default charset = latin1; alter table t modify a text, add b text, default charset = utf8mb3',
    'a text utf8mb3; b text utf8mb3',
  ],
  [
    'and gives texts room for as many characters',
    'create table t (a text, b longtext, c varchar(9)) charset = latin1; alter table t convert to character set utf8mb4; alter table t convert to character set latin1',
    'a mediumtext latin1; b longtext latin1; c varchar(9) latin1',
  ],
  ['SERIAL is spelt out', 'create table t (n serial)', 'n bigint unsigned not null numbered; unique index n(n)'],
  [
    'columns come where they are put',
    'create table t (a int); alter table t add b int first, add c int after B, add d int',
    'b int; c int; a int; d int',
  ],
  [
    'MODIFY defines a column anew',
    "create table t (a int not null default 1, b int); alter table t modify A bigint comment 'new' after b",
    "b int; A bigint 'new'",
  ],
  [
    'a key stays NOT NULL',
    'create table t (a int primary key); alter table t modify a bigint',
    'a bigint not null; unique index PRIMARY(a); primary-key PRIMARY',
  ],
  [
    'CHANGE renames it everywhere',
    `${t} alter table t change B x text`,
    'id int not null; a int; x text latin1; unique index PRIMARY(id); index ab(a,x); primary-key PRIMARY',
  ],
  [
    'an index loses a column, and goes with its last',
    `${t} alter table t drop a; alter table t drop b`,
    'id int not null; unique index PRIMARY(id); primary-key PRIMARY',
  ],
  [
    'a CHECK of a column alone goes with it',
    'create table t (a int check (a > 0), b int, check (a > b)); alter table t drop b',
    'a int; check t_chk_1; check t_chk_2',
  ],
  [
    'an index without a name has its first column for one',
    'create table t (a int, b int, unique (a), key (a, b), key ((a + 1)))',
    'a int; b int; unique index a(a); index a_2(a,b); index functional_index(a + 1)',
  ],
  [
    'an index takes the name of one that goes',
    'create table t (a int, b int, key k (a)); alter table t add key k (b), drop key K',
    'a int; b int; index k(b)',
  ],
  [
    'a foreign key brings an index',
    'create table t (a int, b int, key (b), foreign key (a) references p (id), constraint f foreign key (b) references d.p (id))',
    'a int; b int; index b(b); index a(a); foreign-key t_ibfk_1 -> p; foreign-key f -> d.p',
  ],
  [
    'which gives way to a better one, and stays when the key goes',
    'create table t (a int, b int, foreign key (a) references p (id)); alter table t add key ab (a, b); alter table t drop foreign key t_ibfk_1',
    'a int; b int; index ab(a,b)',
  ],
  [
    'foreign_key_checks = 0 leaves it unchecked',
    'set foreign_key_checks = 0; create table t (a int, key (a), foreign key (a) references p (id)); set foreign_key_checks = @old; alter table t add foreign key (a) references q (id)',
    'a int; index a(a); foreign-key t_ibfk_1 -> p unchecked; foreign-key t_ibfk_2 -> q',
  ],
  [
    'settings of columns, indexes and checks',
    'create table t (a int, key (a), constraint c check (a > 0)); alter table t alter a set default 5, alter index A invisible, alter check C not enforced; alter table t alter a set invisible, rename index a to k',
    'a int = 5 invisible; index k(a) invisible; check c not enforced',
  ],
  [
    'LIKE copies all but foreign keys',
    'create table s (a int unique, foreign key (a) references p (id), check (a > 0)); create table t like s',
    'a int; unique index a(a); check s_chk_1',
  ],
  ['ROLLBACK takes no table back', 'begin; create table t (a int); rollback', 'a int'],
])('%s', (_, sql, expected) => {
  expect(told(sql)).toBe(expected);
});

test('DROP and RENAME, across databases', () => {
  expect(told('create table t (a int); drop table t')).toBe('unknown');
  expect(told('create table s (a int); rename table s to d.t; use d')).toBe('a int');
  expect(told('create database d; create table d.t (a int); drop database d; use d')).toBe('unknown');
});

test('row versions: one a statement, until the rows are written anew', () => {
  const versions = (sql: string): number | undefined => tableOf(schemaOf(`${t} ${sql}`), { name: 't' })?.mysql?.rowVersions;
  expect(versions('alter table t add x int, drop a')).toBe(1);
  expect(versions('alter table t add x int; alter table t add v int as (a) virtual; alter table t drop a')).toBe(2);
  expect(versions('alter table t add x int; alter table t force')).toBe(0);
  expect(versions('alter table t add x int; alter table t add y int, algorithm = inplace')).toBe(0);
});

test('the hidden column of a full-text index goes when the rows are written anew without one', () => {
  const has = (sql: string): boolean | undefined => tableOf(schemaOf(`${t} ${sql}`), { name: 't' })?.mysql?.fullTextIds;
  expect(has('alter table t add fulltext (b)')).toBe(true);
  expect(has('alter table t add fulltext f (b); alter table t drop index f')).toBe(true);
  expect(has('alter table t add fulltext f (b); alter table t force')).toBe(true);
  expect(has('alter table t add fulltext f (b); alter table t drop index f; optimize table t')).toBe(undefined);
});

test('a variable holds until the session ends', () => {
  const schema = schemaOf("set sql_mode = 'ansi', @@session.lock_wait_timeout = 5, global foreign_key_checks = 0");
  expect(['sql_mode', 'lock_wait_timeout', 'foreign_key_checks'].map((name) => variableOf(schema, name))).toEqual(['ansi', '5', undefined]);
  expect(variableOf(schemaOf('set sql_mode = concat(@@sql_mode, 1)', schema), 'sql_mode')).toBe(undefined);
  expect(variableOf(newSession(schema), 'sql_mode')).toBe(undefined);
});

test.each([
  ['create table t (a int, B varchar(9))', 'create table T2 (x int); create table t (b varchar(9), a int); drop table T2', []],
  ['create table t (a int)', 'create table t (a int unsigned)', ['table .t: column a is `int unsigned, null` instead of `int, null`']],
  ['create table t (a int)', 'create table t (a int auto_increment key)', 3],
  [
    'create table t (a text)',
    'create table t (a text) charset latin1',
    [
      'table .t: characterSet is `latin1` instead of `default`',
      'table .t: column a is `text character set latin1, null` instead of `text, null`',
    ],
  ],
  ['create table t (a text, key (a(5)))', 'create table t (a text, key (a(6)))', 1],
  ['create table t (a int, key (a))', 'create table t (a int, key (a) invisible)', 1],
  [
    'create table t (a int, constraint f foreign key (a) references p (id))',
    'create table t (a int); alter table t add key f (a); set foreign_key_checks = 0; alter table t add constraint F foreign key (a) references p (id)',
    [],
  ],
  ['create table t (a int) engine = innodb', 'create table t (a int)', []],
  [
    'create table t (a int) partition by hash (a) partitions 4',
    'create table t (a int) partition by hash (a) partitions 5',
    ['table .t: partitions is `5` instead of `4`'],
  ],
])('%s, and %s', (a, b, expected) => {
  const lines = difference(schemaOf(a), schemaOf(b));
  if (typeof expected === 'number') expect(lines).toHaveLength(expected);
  else expect(lines).toEqual(expected);
});

test('what the unit under review makes is new', () => {
  const schema = schemaOf('create table t (a int); alter table old add x int', beginUnit(empty, 1));
  expect([tableOf(schema, { name: 't' })?.createdIn, tableOf(schema, { name: 'old' })?.createdIn]).toEqual([1, 0]);
  expect(tableOf(schema, { name: 'old' })?.columns[0]?.createdIn).toBe(1);
});
