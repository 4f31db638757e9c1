import { type Case, group } from '../case.ts';
import { table } from './base.ts';

/** What a table is like: that decides for many operations what is done. */
const circumstances: readonly (readonly [title: string, setup: string])[] = [
  ['row_format compact', table('row_format = compact')],
  ['row_format redundant', table('row_format = redundant')],
  ['row_format compressed', table('row_format = compressed')],
  ['latin1', table().replace('utf8mb4', 'latin1')],
  ['myisam', table().replace('innodb', 'myisam')],
  ['temporary', table().replace('create table', 'create temporary table')],
  ['fulltext', `${table()} alter table t add fulltext (g);`],
  ['virtual generated', `${table()} alter table t add column v int as (n + 1) virtual;`],
  ['virtual generated, indexed', `${table()} alter table t add column v int as (n + 1) virtual, add key (v);`],
  ['stored generated', `${table()} alter table t add column v int as (n + 1) stored;`],
  ['column added before', `${table()} alter table t add column y int;`],
  ['trigger', `${table()} create trigger tr before insert on t for each row set new.a = 1;`],
  ['with system versioning', `${table()} alter table t add system versioning;`],
  [
    'referenced',
    `${table()} create table child (t_id int, foreign key (t_id) references t (id)) engine = innodb; insert into child values (1);`,
  ],
];

const operations = [
  'alter table t add column x int',
  'alter table t add column x int not null default 1 first',
  'alter table t add column x int as (n + 1) virtual',
  'alter table t drop column d',
  'alter table t rename column d to x',
  'alter table t modify b varchar(60)',
  'alter table t modify n int',
  'alter table t modify c varchar(50) not null first',
  "alter table t modify e enum('x','y','z','new')",
  'alter table t add index (b)',
  'alter table t add unique (c)',
  'alter table t rename to u',
];

export const circumstance: readonly Case[] = [
  ...circumstances.flatMap(([title, setup]) => group(title, setup, operations)),
  // Its hidden column stays until the rows are written anew.
  ...group(
    'full-text index dropped',
    `create table t (id int primary key, a varchar(50), b text, fulltext f (b)) engine = innodb default charset = utf8mb4; insert into t values (1, 'a', 'b'); alter table t drop index f;`,
    [
      'alter table t add column x int',
      'alter table t drop column a',
      'alter table t add fulltext (a)',
      'alter table t modify a varchar(50) not null',
      'alter table t force',
    ],
  ),
  ...group(
    'generated columns among others',
    'create table t (id int primary key, a int, b int, v int as (a) virtual, w int as (a) stored, key k (b)) engine = innodb; insert into t (id, a, b) values (1, 1, 1);',
    [
      'alter table t drop column v, add column x int',
      'alter table t drop column v, drop index k',
      'alter table t drop column w',
      'alter table t drop column b',
      'alter table t drop column b, add column x int',
      'alter table t add column x int after a',
      'alter table t modify a int not null',
      'alter table t modify b int first',
      'alter table t modify b int after w',
      'alter table t add unique (a)',
      'alter table t row_format = compact',
    ],
  ),
  ...group(
    'a virtual column among others',
    'create table t (id int primary key, a int, b int, n int not null, v int as (a) virtual, key k (b)) engine = innodb; insert into t (id, a, b, n) values (1, 1, 1, 1);',
    [
      'alter table t modify a int not null',
      'alter table t modify b int not null, drop column v',
      'alter table t modify n int, drop column v',
      'alter table t drop primary key, add primary key (n)',
      'alter table t add column x int, add index (a)',
      'alter table t add column x int as (n) virtual, alter n set default 1',
      'alter table t add column x int as (n) virtual, rename index k to k2',
      'alter table t add column x int as (n) virtual, drop index k',
      'alter table t add column x int as (n) virtual, add column y int as (a) virtual',
    ],
  ),
  ...group(
    'a stored column among others',
    'create table t (id int primary key, a int, b int, w int as (a) stored) engine = innodb; insert into t (id, a, b) values (1, 1, 1);',
    ['alter table t modify b int not null', 'alter table t drop primary key, add primary key (id, b)', 'alter table t drop column b'],
  ),
];
