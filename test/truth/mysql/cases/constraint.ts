import { type Case, group } from '../case.ts';

const families = `
  create table parent (id int primary key, code int, name varchar(20), key (code), unique (name)) engine = innodb;
  create table t (id int primary key, p int, q int, r int, name varchar(20), key (p)) engine = innodb;
  insert into parent values (1, 1, 'a'), (2, 2, 'b');
  insert into t values (1, 1, 1, 9, 'a'), (2, 2, null, 9, 'b');`;

const foreignKeys = [
  'alter table t add foreign key (p) references parent (id)',
  'alter table t add constraint t_p foreign key (p) references parent (id)',
  'alter table t add foreign key (q) references parent (id)',
  {
    sql: 'alter table t add foreign key (r) references parent (id)',
    ask: 'select count(*) from t left join parent on r = parent.id where parent.id is null',
  },
  'alter table t add foreign key (p) references parent (id) on delete cascade',
  'alter table t add foreign key (p) references parent (id) on update set null',
  'alter table t add foreign key (p) references parent (code)',
  'alter table t add foreign key (name) references parent (name)',
  'alter table t add foreign key (p) references nothing (id)',
  'alter table t add foreign key (p) references t (id)',
  'alter table t add column x int, add foreign key (x) references parent (id)',
  'alter table t add column x int not null default 1, add foreign key (x) references parent (id)',
  {
    sql: 'alter table t add column x int references parent (id)',
    ask: 'select count(*) from information_schema.referential_constraints where constraint_schema = database()',
  },
  {
    sql: 'alter table t add column x int references parent',
    ask: 'select count(*) from information_schema.referential_constraints where constraint_schema = database()',
  },
  'alter table t add column x int, add index (x), add foreign key (x) references parent (id)',
  'alter table t add foreign key (p) references parent (id), add foreign key (q) references parent (id)',
  'alter table t modify p bigint',
  {
    sql: 'create table u (p int references parent (id))',
    ask: 'select count(*) from information_schema.referential_constraints where constraint_schema = database()',
  },
  'create table u (p int, foreign key (p) references parent (id))',
];

const related = (action: string): string => `
  create table parent (id int primary key, x int) engine = innodb;
  create table t (id int primary key, p int, b int, key (p), constraint t_p foreign key (p) references parent (id) ${action}) engine = innodb;
  create table grandchild (id int primary key, t_id int, constraint g_t foreign key (t_id) references t (id) ${action}) engine = innodb;
  insert into parent values (1, 1), (2, 2);
  insert into t values (1, 1, 1), (2, null, 2);
  insert into grandchild values (1, 1);`;

const onRelated = [
  'alter table t drop foreign key t_p',
  'alter table t drop foreign key t_p, drop index p',
  'alter table t drop index p',
  'alter table t add column x int',
  'alter table t add column x int first',
  'alter table t drop column b',
  'alter table t drop column p',
  'alter table t add index (b)',
  'alter table t add unique (b)',
  'alter table t modify b int not null',
  'alter table t modify b bigint',
  'alter table t modify p int not null',
  'alter table t modify p bigint',
  'alter table t modify id bigint',
  'alter table t rename column p to x',
  'alter table t rename column id to x',
  'alter table t rename to u',
  'alter table t force',
  'alter table t drop primary key',
  'drop table t',
  'truncate table t',
  'alter table parent modify id bigint',
  'alter table parent add column y int',
  'alter table parent force',
  'drop table parent',
];

const checked = `create table t (id int primary key, a int, b int, c int, constraint t_b check (b > 0)) engine = innodb; insert into t values (1, 1, 1, -1), (2, 2, null, -1);`;
const checks = [
  'alter table t add check (a > 0)',
  'alter table t add constraint t_a check (a > 0)',
  'alter table t add constraint t_c check (c > 0)',
  'alter table t add constraint t_a check (a is not null)',
  'alter table t add constraint t_a check (a > 0) not enforced',
  'alter table t add constraint t_c check (c > 0) not enforced',
  'alter table t add constraint t_b check (a > 0)',
  'alter table t drop check t_b',
  'alter table t drop constraint t_b',
  'alter table t drop constraint if exists nothing',
  'alter table t alter check t_b not enforced',
  'alter table t alter check t_b enforced',
  'alter table t alter constraint t_b not enforced',
  'alter table t add column x int',
  'alter table t modify b bigint',
  'alter table t drop column b',
  'alter table t rename column b to x',
  'alter table t modify a int not null',
  'alter table t modify a int check (a > 0)',
];

export const constraint: readonly Case[] = [
  ...group('foreign key', families, foreignKeys),
  ...group('foreign key, unchecked', `${families} set foreign_key_checks = 0;`, foreignKeys),
  ...group('related', related(''), onRelated),
  ...group('related, besides', related(''), [
    'create index i on t (b)',
    'rename table t to u',
    'rename table parent to u',
    'alter table parent rename to u',
    'optimize table t',
    'alter table t auto_increment = 100',
    'alter table t drop column p, drop foreign key t_p',
    'alter table t drop foreign key t_p, add constraint again foreign key (p) references parent (id)',
    'truncate table grandchild',
    'drop table grandchild',
    'create trigger tr before insert on t for each row set new.b = 1',
  ]),
  ...group('related, on delete cascade', related('on delete cascade'), onRelated.slice(3, 13)),
  ...group('related, on delete set null', related('on delete set null'), onRelated.slice(3, 9)),
  ...group('related, unchecked', `${related('')} set foreign_key_checks = 0;`, onRelated.slice(11)),
  ...group('check', checked, checks),
  ...group(
    'check, not enforced',
    `create table t (id int primary key, a int, b int, constraint t_a check (a > 0) not enforced, constraint t_b check (b > 0) not enforced) engine = innodb; insert into t values (1, 1, -1);`,
    [
      'alter table t alter check t_a enforced',
      'alter table t alter check t_b enforced',
      'alter table t alter constraint t_a enforced',
      'alter table t drop check t_a',
      'alter table t add column x int',
    ],
  ),
  ...group('check, unchecked', `${checked} set check_constraint_checks = 0;`, [
    ...checks.slice(0, 4).map((sql) => ({ sql, ask: 'select count(*) from t where c < 0' })),
    { sql: 'alter table t add column x int not null default 0 check (x > 0)', ask: 'update t set a = 5' },
  ]),
];
