import { type Case, group } from '../case.ts';
import { base } from './base.ts';

const strict = 'strict_trans_tables,no_zero_date,no_zero_in_date,error_for_division_by_zero,no_engine_substitution';

/** What a session sets, and the statements that it decides for. */
const modes = [
  "set sql_mode = ''",
  `set sql_mode = '${strict}'`,
  "set sql_mode = 'strict_trans_tables'",
  "set sql_mode = 'traditional'",
  "set sql_mode = 'strict_all_tables,no_zero_date'",
];
const others = [
  'set foreign_key_checks = 0',
  'set unique_checks = 0',
  'set innodb_strict_mode = off',
  'set old_alter_table = 1',
  "set alter_algorithm = 'copy'",
  "set alter_algorithm = 'instant'",
  "set old_mode = 'lock_alter_table_copy'",
  'set session lock_wait_timeout = 5',
];

const statements = [
  'alter table t add column x int',
  { sql: 'alter table t add column x datetime not null', ask: 'select group_concat(x) from t' },
  { sql: 'alter table t add column x int not null', ask: 'select group_concat(x) from t' },
  { sql: 'alter table t modify a int not null', ask: 'select group_concat(a) from t' },
  { sql: 'alter table t modify b varchar(50) not null', ask: "select group_concat(concat('<', b, '>')) from t" },
  { sql: 'alter table t modify b varchar(2)', ask: 'select group_concat(b) from t' },
  'alter table t modify n bigint not null',
  'alter table t add unique (a)',
  'alter table t drop primary key, add primary key (a), add unique (id)',
];

export const setting: readonly Case[] = [
  ...modes.flatMap((set) => group(set, `${base} ${set};`, statements)),
  ...others.flatMap((set) =>
    group(set, `${base} ${set};`, [
      'alter table t add column x int',
      'alter table t modify n bigint not null',
      'alter table t add unique (n)',
    ]),
  ),
  ...['begin', 'start transaction', 'set autocommit = 0'].flatMap((begin) =>
    group(`${begin}; insert`, `${base} ${begin}; insert into t (c) values ('uncommitted');`, [
      { sql: 'alter table t add column x int', ask: "select count(*) from t where c = 'uncommitted'" },
      { sql: 'create table u (id int)', ask: "select count(*) from t where c = 'uncommitted'" },
      { sql: 'create index i on t (b)', ask: "select count(*) from t where c = 'uncommitted'" },
    ]),
  ),
];
