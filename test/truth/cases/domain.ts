import { group } from './case.ts';
import { shop } from './shop.ts';

const typed = `${shop}
  create domain code as text; create domain score as int constraint small check (value < 100); create domain over as score; create domain idle as int;
  alter domain score add constraint later check (value > 0) not valid;
  create type mood as enum ('happy', 'sad'); create type pair as (a int, b int);
  create table scores (id int primary key, s score, c code, m mood, p pair);
  create table more (o over); create table parts (k score, id int) partition by range (id);
  create table parts_1 partition of parts for values from (1) to (10);
  create table typed of pair;
  create sequence free; create sequence bound; create table drawing (n int default nextval('bound'), o int);
  insert into scores values (1, 1, 'x', 'happy', (1, 2)); insert into more values (2); insert into parts values (1, 1); insert into drawing values (1, 1);`;

export const domain = [
  ...group('domain', typed, [
    'alter domain score add constraint c check (value <> 50)',
    'alter domain score add constraint c check (value <> 1)',
    'alter domain score add constraint c check (value <> 50) not valid',
    'alter domain over add check (value <> 50)',
    "alter domain code add check (value <> '')",
    'alter domain idle add check (value > 0)',
    'alter domain score set not null',
    'alter domain code set not null',
    'alter domain code drop not null',
    'alter domain score validate constraint later',
    'alter domain score drop constraint small',
    'alter domain score rename constraint small to tiny',
    'alter domain score set default 5',
    'alter domain score drop default',
    'alter domain score rename to points',
    'alter domain idle set schema public',
    'alter domain score owner to current_user',
    'create domain d as int check (value > 0)',
    'drop domain idle',
  ]),
  ...group('domain in an array', `${typed} create table arrays (a score[]); insert into arrays values ('{1}');`, [
    'alter domain score add constraint c check (value <> 50)',
    'alter domain score set not null',
    'alter domain score validate constraint later',
    'alter domain score drop not null',
  ]),
  ...group(
    'domain in views',
    `${typed} create view seen as select s from scores; create materialized view kept as select s, m from scores; create materialized view kept_again as select s from kept;`,
    [
      'alter domain score add constraint c check (value <> 50)',
      'alter domain score set not null',
      'alter domain score validate constraint later',
      'drop domain score cascade',
      'drop type mood cascade',
      "alter type mood add value 'calm'",
    ],
  ),
  ...group(
    'drop schema',
    `${typed} create schema other; create table other.t (id int primary key, o bigint references orders); create table other.u (id int references other.t);
     create view other.v as select * from other.t; create materialized view other.mv as select * from orders; create view over_it as select * from other.t;
     create sequence other.seq; create table draws (a int default nextval('other.seq')); create type other.kind as enum ('a'); create table kinds (a other.kind, b int);
     create function other.f() returns int language sql immutable as $$ select 1 $$; create table calls (a int default other.f(), b int check (b > other.f()));
     create table points_in (id int references other.t);`,
    [
      'drop schema other cascade',
      'drop type other.kind cascade',
      'drop sequence other.seq cascade',
      'drop function other.f() cascade',
      'drop table other.t cascade',
    ],
  ),
  ...group('type', typed, [
    "alter type mood add value 'calm'",
    "alter type mood add value if not exists 'sad'",
    "alter type mood rename value 'sad' to 'blue'",
    'alter type mood rename to feeling',
    'alter type mood owner to current_user',
    "create type t as enum ('a')",
    'create type t as (a int)',
    'create type t as range (subtype = int4)',
    'drop type mood cascade',
    'alter type pair rename to couple',
  ]),
  ...group('sequence', typed, [
    'create sequence s',
    'create sequence s owned by orders.id',
    'alter sequence free owned by orders.id',
    'alter sequence free owned by none',
    'alter sequence free restart with 5',
    'alter sequence free rename to freed',
    'drop sequence free',
    'drop sequence bound cascade',
    "select setval('free', 10)",
    "select nextval('free')",
    'select last_value, is_called from free',
  ]),
  ...group(
    'the constraint behind NOT NULL of a domain',
    `create domain a as int not null; alter domain a drop constraint a_not_null;
    create domain b as int constraint there not null; alter domain b drop constraint there;
    create domain c as int; alter domain c set not null; alter domain c set not null; alter domain c add constraint again not null; alter domain c drop constraint c_not_null;
    create domain d as int not null; alter domain d drop constraint if exists again;
    create table t (id int); insert into t values (1);`,
    ['alter table t add x a', 'alter table t add x b', 'alter table t add x c', 'alter table t add x d', 'alter domain a set not null'],
    { since: 17 },
  ),
];
