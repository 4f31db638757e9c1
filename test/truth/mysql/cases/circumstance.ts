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
  ['system versioned', `${table()} alter table t add system versioning;`],
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

export const circumstance: readonly Case[] = circumstances.flatMap(([title, setup]) => group(title, setup, operations));
