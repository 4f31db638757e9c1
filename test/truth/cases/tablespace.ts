import { group } from './case.ts';

const placed = `
  create table t (a int primary key, b text, constraint t_b_key unique (b)); create index t_ab on t (a, b); insert into t values (1, 'x'), (2, 'y');
  create table bare (a int); insert into bare values (1); create unlogged table fleeting (a int);
  create table p (a int, b text) partition by range (a); create table p_1 partition of p for values from (1) to (10); create index p_a on p (a); insert into p values (1, 'x');
  create table base (a int); create table heir () inherits (base);
  create materialized view mv as select * from t; create index mv_a on mv (a); create view v as select 1 as one; create sequence s;`;

/** Every server has a tablespace `elsewhere`; all is made in the default one. */
export const tablespace = [
  ...group('tablespace', placed, [
    'alter table t set tablespace elsewhere',
    'alter table only t set tablespace elsewhere',
    'alter table if exists t set tablespace elsewhere',
    'alter table bare set tablespace elsewhere',
    'alter table fleeting set tablespace elsewhere',
    'alter table p set tablespace elsewhere',
    'alter table p_1 set tablespace elsewhere',
    'alter table base set tablespace elsewhere',
    'alter materialized view mv set tablespace elsewhere',
    'alter table t set tablespace elsewhere, add column x int',
    'alter table t set tablespace elsewhere, alter column a type bigint',
    'alter table t set tablespace elsewhere, set (fillfactor = 50)',
    'alter index t_ab set tablespace elsewhere',
    'alter index t_pkey set tablespace elsewhere',
    'alter index t_b_key set tablespace elsewhere',
    'alter index if exists t_ab set tablespace elsewhere',
    'alter index p_a set tablespace elsewhere',
    'alter index p_1_a_idx set tablespace elsewhere',
    'alter index mv_a set tablespace elsewhere',
    'alter table t_ab set tablespace elsewhere',
    'create index on t (b) tablespace elsewhere',
    'create index on p (b) tablespace elsewhere',
    'create unique index on bare (a) tablespace elsewhere',
    'alter table bare add primary key (a) using index tablespace elsewhere',
    'alter table t add unique (a, b) using index tablespace elsewhere',
    'alter table t add exclude using btree (a with =) using index tablespace elsewhere',
    'create table new (a int primary key using index tablespace elsewhere) tablespace elsewhere',
    'create table new tablespace elsewhere as select * from t',
    'create materialized view new tablespace elsewhere as select * from t',
    'create table p_2 partition of p for values from (10) to (20) tablespace elsewhere',
    'reindex table t',
  ]),
  ...group('tablespace of REINDEX', placed, ['reindex (tablespace elsewhere) table t', 'reindex (tablespace elsewhere) index t_ab'], {
    since: 14,
  }),
  ...group(
    'default tablespace',
    `${placed} set default_tablespace = elsewhere; create table there (a int primary key, b text); insert into there values (1, 'x');`,
    [
      'create index on t (b)',
      'alter table bare add primary key (a)',
      'alter table t alter column a type bigint',
      'alter table there alter column a type bigint',
      'alter table there add column x float8 default random()',
      'alter table t set tablespace elsewhere',
      'create table new (a int primary key)',
      'alter table t add unique (b)',
    ],
  ),
  ...group(
    'tablespace it is in already',
    `create table t (a int) tablespace elsewhere; create index t_a on t (a) tablespace elsewhere; create table moved (a int); create index moved_a on moved (a);
     insert into t values (1); insert into moved values (1); alter table moved set tablespace elsewhere; alter index moved_a set tablespace elsewhere;
`,
    [
      'alter table t set tablespace elsewhere',
      'alter index t_a set tablespace elsewhere',
      'alter table moved set tablespace elsewhere',
      'alter index moved_a set tablespace elsewhere',
      'alter table t set tablespace pg_default',
      'alter index t_a set tablespace pg_default',
    ],
  ),
];
