import { type Case, group } from './case.ts';

/** Actions that one ALTER TABLE may have beside each other: PostgreSQL does them in passes, whatever their order, under one lock and in one go over the rows. */
const table = `create table r (id int primary key); insert into r values (1), (2); create domain positive as int check (value > 0);
  create table t (id int primary key, a int, b varchar(10), c int not null, d int default 5, e timestamp, f int, g int generated always as (a + 1) stored, h int,
    constraint a_there check (a is not null), constraint b_later check (b <> '') not valid, constraint f_later foreign key (f) references r not valid);
  alter table t validate constraint f_later; alter table t drop constraint f_later; alter table t add constraint f_later foreign key (f) references r not valid;
  create index t_b on t (b); create index t_d on t (d) where d > 0; create unique index t_h on t (h);
  insert into t (id, a, b, c, d, e, f, h) values (1, 1, 'x', 1, 1, '2020-01-01', 1, 1), (2, 2, 'y', 2, 2, '2020-01-01', 2, 2);`;

const actions: Readonly<Record<string, string>> = {
  'add plain': 'add column x int',
  'add constant': 'add column x int default 1',
  'add volatile': 'add column x float8 default random()',
  'add required': 'add column x int not null default 1',
  'add pointing': 'add column y int references r',
  drop: 'drop column h',
  'type kept': 'alter column b type varchar(20)',
  'type rewritten': 'alter column d type bigint',
  'set not null': 'alter column f set not null',
  'set not null, proven': 'alter column a set not null',
  'drop not null': 'alter column c drop not null',
  'set default': 'alter column c set default 3',
  'drop default': 'alter column d drop default',
  check: 'add constraint k check (c > 0)',
  'check not valid': 'add constraint k check (c > 0) not valid',
  unique: 'add constraint u unique (c)',
  'foreign key': 'add constraint w foreign key (c) references r',
  'foreign key not valid': 'add constraint w foreign key (c) references r not valid',
  validate: 'validate constraint b_later',
  'validate foreign key': 'validate constraint f_later',
  'drop constraint': 'drop constraint a_there',
  statistics: 'alter column c set statistics 10',
  storage: 'alter column b set storage external',
  options: 'set (fillfactor = 70)',
  trigger: 'disable trigger user',
  security: 'enable row level security',
  cluster: 'cluster on t_b',
  unlogged: 'set unlogged',
};

/** Every pair, in both orders where the order could matter. */
const pairs = Object.entries(actions).flatMap(([first, one], i) =>
  Object.entries(actions)
    .filter(([second], j) => second !== first && (i < j || /^(type|set not null|drop|add)/.test(first)))
    .filter(([second]) => first.split(' ')[0] !== second.split(' ')[0] || !/^(add|check|foreign|unlogged)/.test(first))
    .map(([, other]) => `alter table t ${one}, ${other}`),
);

const columns = [
  'drop column a cascade, add column a int',
  'drop column g, add column g int default 1',
  'drop column d, add column d int not null default 1',
  'add column x int, alter column x set default 1',
  'add column x int, alter column x set not null',
  'add column x int default 1, alter column x set not null',
  'add column x int, add check (x > 0)',
  'add column x int default 1, add check (x > 0)',
  'add column x int default 1, add constraint k check (x > 0) not valid',
  'add column x int, add unique (x)',
  'add column x int, add foreign key (x) references r',
  'add column x int default 1, add foreign key (x) references r',
  'add column x int default 1, add foreign key (x) references r not valid',
  'add column x int references r, alter column x set not null',
  'add column x int, add column y int generated always as (x + 1) stored',
  'add column x int, add column y int default 1, add column z float8 default random()',
  'alter column d type bigint, alter column d set default 7',
  'alter column d drop default, alter column d type bigint, alter column d set default 7',
  'alter column d type date using e::date',
  'alter column h set default 3, alter column h type date using e::date',
  'alter column h type date using e::date, alter column h set default now()',
  'alter column c set default 3, alter column c drop default, alter column c type date using e::date',
  'drop constraint a_there, drop column d, add column d date default now()',
  "alter column b type text, alter column b set default 'z', alter column b set not null",
  'alter column d type bigint, add constraint k check (d > 0)',
  'alter column d type bigint, add constraint k check (d > 0) not valid',
  'alter column c type bigint, add unique (c)',
  'alter column c type bigint, add foreign key (c) references r',
  'alter column b type text, add unique (b)',
  'alter column a type bigint, alter column g type bigint',
  'drop column g, alter column a type bigint',
  'drop constraint a_there, alter column a type bigint, drop column g',
  'drop constraint a_there, add constraint a_there check (a > 0)',
  "drop constraint b_later, add constraint b_later check (b <> '') not valid, validate constraint f_later",
  'drop constraint f_later, drop column f',
  'drop constraint t_pkey, add primary key (c)',
  'drop constraint t_pkey, drop column id, add column id int generated always as identity primary key',
  'add primary key (a), drop constraint t_pkey',
  'add constraint u unique using index t_h, alter column h set not null',
  'alter column h set not null, drop constraint t_pkey, add primary key using index t_h',
  'alter column c drop not null, alter column c set not null',
  'alter column c set not null, alter column c drop not null',
  'alter column c set default 1, alter column c drop default',
  'alter column c add generated always as identity, alter column c set not null',
  'alter column a set not null, alter column a add generated always as identity',
  'alter column e type timestamptz, alter column d type bigint, alter column b type text',
  'alter column d type positive, alter column a set not null',
  'alter column c set statistics 5, alter column b set statistics 5',
  'alter column c set statistics 5, validate constraint b_later',
  'alter column c set statistics 5, set (fillfactor = 50), cluster on t_b',
  'set (fillfactor = 50), reset (fillfactor)',
  'owner to current_user, set (fillfactor = 50)',
  'set unlogged, add column x float8 default random()',
  'enable row level security, force row level security',
  'replica identity full, alter column c set statistics 10',
  'validate constraint b_later, validate constraint f_later',
  'validate constraint b_later, add column x int',
  'add constraint k check (c > 0), validate constraint k',
  'add constraint k check (c > 0) not valid, validate constraint k',
  'add constraint w foreign key (c) references r not valid, validate constraint w',
  'add constraint w foreign key (c) references r not valid, add constraint w2 foreign key (d) references r',
];

/** The same on what has children. */
const family = `create table r (id int primary key); insert into r values (1), (2);
  create table t (id int not null, a int, b varchar(10), c int) partition by range (id); create table t_1 partition of t for values from (1) to (10); create table t_2 partition of t default;
  create index t_b on t (b); insert into t values (1, 1, 'x', 1), (11, 2, 'y', 2);`;
const heirs = family
  .replace(' partition by range (id)', '')
  .replace(/create table t_1[^;]*; create table t_2[^;]*;/, 'create table t_1 (z int) inherits (t); create table t_2 () inherits (t_1);');

const ofFamily = [
  'add column x int, add column y int default 1',
  'add column x int, add check (a > 0)',
  'add column x int default 1, add constraint k check (x > 0)',
  'add column x float8 default random(), alter column a set not null',
  'alter column a set not null, alter column c set not null',
  'alter column a type bigint, alter column a set default 1',
  'alter column b type text, alter column a type bigint',
  'alter column b type text, alter column a set not null',
  'drop column a, add column a bigint',
  'drop column b, alter column c set not null',
  'alter column c drop not null, alter column c set default 5',
  'add unique (id, a), alter column a set not null',
  'add primary key (id), alter column c set statistics 10',
  'add foreign key (a) references r, add column x int',
  'add foreign key (a) references r, alter column a set not null',
  'add column x int references r, add column y int',
  'add constraint k check (a > 0) not valid, alter column c set default 1',
  'alter column c set statistics 10, add column x int',
  'alter column b set storage external, alter column c set statistics 10',
];

export const together: readonly Case[] = [
  ...group('two', table, pairs),
  ...group(
    'one column',
    table,
    columns.map((each) => `alter table t ${each}`),
  ),
  ...group(
    'only',
    table,
    [
      'add column x int, alter column a set not null',
      'alter column d type bigint, add check (c > 0)',
      'drop column h, add unique (c)',
      'add column x int default 1, add foreign key (c) references r',
    ].flatMap((each) => [`alter table only t ${each}`, `alter table if exists public.t ${each}`, `alter table if exists only "t" ${each}`]),
  ),
  ...group(
    'two on partitions',
    family,
    ofFamily.map((each) => `alter table t ${each}`),
  ),
  ...group(
    'two on heirs',
    heirs,
    ofFamily.map((each) => `alter table t ${each}`),
  ),
  ...group(
    'two on one partition',
    family,
    [
      'add check (a > 0), alter column a set not null',
      'add unique (a), alter column c set default 1',
      'alter column c set not null, set (fillfactor = 50)',
      'add foreign key (a) references r, add foreign key (c) references r not valid',
    ].map((each) => `alter table t_1 ${each}`),
  ),
  ...group(
    'what is stored so already, with a change of type',
    `create table t (c int unique); insert into t values (1); alter table t alter c type numeric;
    create unlogged table u (c int unique); insert into u values (1);`,
    [
      'alter table t set logged, alter column c type numeric',
      'alter table t alter column c type numeric, set logged',
      'alter table t set unlogged, alter column c type numeric',
      'alter table t set logged, alter column c type numeric(10)',
      'alter table u set unlogged, alter column c type int',
      'alter table u set logged, alter column c type int',
    ],
  ),
  ...group(
    'what is only looked at, with other actions',
    `create table a (c text); create table b (n int) inherits (a); create table d () inherits (b);`,
    ['alter table b no inherit a, inherit a', 'alter table b no inherit a, add column x int'],
  ),
  ...group(
    'NOT NULL and a primary key together',
    `create table t (c text, d int); insert into t values ('a', 1);`,
    [
      'alter table t add constraint there not null c, add primary key (c)',
      'alter table t add primary key (c), add constraint there not null c',
      'alter table t add constraint there not null c not valid, add primary key (c)',
      'alter table t add not null c, add primary key (c)',
      'alter table t add constraint there not null d, add primary key (c)',
      'alter table t add constraint there not null c, add constraint other not null c',
      'alter table t alter c set not null, add constraint there not null c',
    ],
    { since: 18 },
  ),
  ...group(
    'what is done to the table alone, with a change of type that its heirs share',
    `create table t (c cidr[]); create table heir () inherits (t); create index on heir (c); insert into t values ('{10.0.0.0/8}'); insert into heir values ('{10.0.0.0/8}');`,
    [
      'alter table t set unlogged, alter column c type cidr[]',
      'alter table t alter column c type cidr[], set unlogged',
      'alter table t set unlogged, alter column c type inet[]',
    ],
  ),
  ...group(
    'what the rest of the statement brings',
    `create table t (c int, d int); insert into t values (1, 1);
    create table r (c regclass default 'pg_class' check (c is not null)); insert into r values ('pg_class');
    create type pair as (y text); create domain paired as pair; create table n (c paired check (c is not null), d pair check (d is not null)); insert into n values (row('a'), row('b'));`,
    [
      'alter table t add column e int references t, add primary key (c)',
      'alter table t add column e int references t (d), add unique (d)',
      'alter table t add column e int references t (d), add unique (c)',
      'alter table t add foreign key (d) references t, add primary key (c)',
      'alter table r alter column c set not null, alter column c type regclass using null',
      'alter table n alter column c set not null',
      'alter table n alter column d set not null',
    ],
  ),
  ...group(
    'several actions with ONLY',
    `create table t (id int not null); create table heir (c int unique) inherits (t); insert into heir values (1, 1);`,
    [
      'alter table only t alter column id add generated by default as identity, add foreign key (id) references heir (c)',
      'alter table only t alter column id set default 1, alter column id set statistics 10',
      'alter table only t alter column id set default 1, add foreign key (id) references heir (c)',
    ],
  ),
  ...group(
    'what is not there any more, and what heirs have with it',
    `create table t (c int, k int unique); create table heir () inherits (t); alter table t add constraint x exclude using btree (c with =);
    create table top (id int primary key, v int); create table low (w int) inherits (top); alter table low add foreign key (id) references top (id); insert into top values (1); insert into low values (1);`,
    [
      'alter table t drop constraint x, drop constraint if exists x',
      'alter table t drop constraint if exists nosuch',
      'alter table top alter column id type varchar(5)',
      'alter table top alter column id type bigint',
    ],
  ),
];
