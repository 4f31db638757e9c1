import { type Case, group } from './case.ts';

const stamps = `create table t (id int primary key, a timestamp, b timestamptz, c timestamptz(3), d date, e time);
  create index t_a on t (a); create index t_b on t (b); insert into t values (1, '2020-01-01 10:00', '2020-01-01 10:00', '2020-01-01 10:00', '2020-01-01', '10:00');`;

const toAndFro = [
  'alter table t alter column a type timestamptz',
  'alter table t alter column a type timestamptz(3)',
  'alter table t alter column b type timestamp',
  'alter table t alter column b type timestamp(6)',
  'alter table t alter column c type timestamp',
  'alter table t alter column c type timestamp(2)',
  'alter table t alter column c type timestamptz',
  'alter table t alter column a type timestamptz using a::timestamptz',
  "alter table t alter column a type timestamptz using a at time zone 'UTC'",
  'alter table t alter column b type timestamp using b::timestamptz(6)',
  'alter table t alter column b type date',
  'alter table t alter column d type timestamptz',
  'alter table t alter column a type timestamptz, alter column b type timestamp',
];

/** How a session comes to its time zone; what the statements before it in the migration set is what counts. */
const zones: readonly string[] = [
  "set timezone = 'UTC'",
  "set timezone to 'Etc/UTC'",
  "set time zone 'UTC'",
  "set time zone 'utc'",
  "set timezone = 'GMT'",
  "set timezone = 'Etc/GMT+0'",
  "set timezone = 'Zulu'",
  'set time zone 0',
  "set timezone = 'Europe/Paris'",
  "set timezone = 'Europe/London'",
  "set timezone = 'Africa/Abidjan'",
  "set timezone = 'Etc/GMT+5'",
  'set time zone 5',
  "set timezone = 'UTC'; set timezone = 'Asia/Tokyo'",
  "set timezone = 'Asia/Tokyo'; set timezone = 'UTC'",
  "begin; set local timezone = 'UTC'; commit",
  "begin; set timezone = 'UTC'; commit",
  "begin; set timezone = 'UTC'; rollback",
  "set session time zone 'UTC'; set lock_timeout = '1s'",
];

/** Settings that decide where a table is looked for, or how one is made. */
const searched = `create schema other; create schema probe; create table public.t (a int); create table other.t (a int unique); create table other.u (a int); create table probe.u (a int);
  insert into public.t values (1); insert into other.t values (1); insert into other.u values (1); insert into probe.u values (1);`;
const paths: readonly string[] = [
  'set search_path = other, public',
  'set search_path = public, other',
  'set search_path to probe, other',
  "set search_path = 'other'",
  "set schema 'other'",
  'set search_path = other, public; reset search_path',
  'set search_path = other, public; set search_path to default',
];

export const setting: readonly Case[] = [
  ...zones.flatMap((zone) => group(zone, `${stamps} commit; ${zone};`, toAndFro)),
  ...paths.flatMap((path) =>
    group(path, `${searched} ${path};`, [
      'alter table t alter column a type bigint',
      'alter table t add column b int not null',
      'alter table if exists other.u add column b float8 default random()',
      'alter table public.t alter column a set not null',
      'create index on t (a)',
      'create table t_new (a int references other.t (a))',
      'create view v as select a from t',
      'drop table t',
      'drop table if exists public.t, other.u',
      'insert into t values (2)',
    ]),
  ),
  ...[
    'set check_function_bodies = off',
    "set default_tablespace = ''",
    "set default_table_access_method = 'heap'",
    "set statement_timeout = '1min'",
    "set lock_timeout = '5s'",
    'set constraints all deferred',
    "set session_replication_role = 'replica'",
    "set default_transaction_isolation = 'serializable'",
    'set row_security = off',
    'set xmloption = content',
    "set default_toast_compression = 'pglz'",
  ].flatMap((set) =>
    group(
      set,
      `create table t (a int primary key, b int, up int references t); create index t_b on t (b); insert into t values (1, 1, 1); ${set};`,
      [
        'alter table t add column x int default 1',
        'alter table t alter column b type bigint',
        'alter table t add check (b > 0)',
        'alter table t add foreign key (b) references t',
        'create index on t (b)',
        'create table u (a int references t)',
        'create materialized view v as select * from t',
        'alter table t validate constraint t_up_fkey',
        'truncate t cascade',
      ],
      /toast_compression/.test(set) ? { since: 14 } : {},
    ),
  ),
];
