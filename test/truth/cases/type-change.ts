import { type Case, group } from './case.ts';
import { shop } from './shop.ts';

/** Every pair of these is tried on a column: plain, and indexed where the type has an order. The sample is valid for the type. */
const samples: Readonly<Record<string, string>> = {
  int2: '1',
  int4: '1',
  int8: '1',
  numeric: '1.5',
  'numeric(10,2)': '1.5',
  'numeric(12,2)': '1.5',
  'numeric(12,4)': '1.5',
  'numeric(8,2)': '1.5',
  float4: '1.5',
  float8: '1.5',
  money: '1',
  text: "'1'",
  varchar: "'1'",
  'varchar(10)': "'1'",
  'varchar(20)': "'1'",
  'char(10)': "'1'",
  'char(20)': "'1'",
  bpchar: "'1'",
  name: "'1'",
  '"char"': "'1'",
  citizen: "'1'",
  bool: 'true',
  date: "'2020-01-01'",
  timestamp: "'2020-01-01 10:00'",
  'timestamp(3)': "'2020-01-01 10:00'",
  'timestamp(6)': "'2020-01-01 10:00'",
  timestamptz: "'2020-01-01 10:00'",
  'timestamptz(0)': "'2020-01-01 10:00'",
  time: "'10:00'",
  'time(3)': "'10:00'",
  timetz: "'10:00'",
  interval: "'1 day'",
  'interval(3)': "'1 day'",
  'interval day to second': "'1 day'",
  uuid: "'00000000-0000-0000-0000-000000000001'",
  json: "'1'",
  jsonb: "'1'",
  xml: "'<a/>'",
  inet: "'10.0.0.1'",
  cidr: "'10.0.0.1'",
  macaddr: "'08:00:2b:01:02:03'",
  bytea: "'1'",
  'bit(3)': "'101'",
  'bit(5)': "'10101'",
  'varbit(3)': "'101'",
  'varbit(5)': "'101'",
  varbit: "'101'",
  oid: '1',
  'int[]': "'{1}'",
  'bigint[]': "'{1}'",
  'text[]': "'{1}'",
  'varchar(10)[]': "'{1}'",
  'varchar(20)[]': "'{1}'",
  mood: "'happy'",
  temper: "'happy'",
  positive: '1',
  plain: '1',
  short: "'1'",
  int4range: "'[1,2)'",
  point: "'(1,2)'",
};

const userTypes = `
  create type mood as enum ('happy', 'sad');
  create type temper as enum ('happy', 'angry');
  create domain citizen as text;
  create domain plain as int;
  create domain positive as int check (value > 0);
  create domain short as varchar(10);`;

const ordered = new Set(Object.keys(samples).filter((type) => !/^(json|xml|point)$/.test(type)));

/** From each type to each other: plain, or indexed where both have an order. By the type a column comes from. */
export const typeMatrix: Readonly<Record<string, readonly Case[]>> = Object.fromEntries(
  Object.entries(samples).map(([from, sample]) => {
    const cases = [true, false].flatMap((indexed) => {
      const index = indexed ? 'create index t_c on t (c);' : '';
      const setup = `${userTypes} create table t (c ${from}); ${index} insert into t values (${sample}), (null);`;
      const targets = Object.keys(samples).filter((to) => (ordered.has(from) && ordered.has(to)) === indexed);
      return targets.map((to) => ({ name: `type of a column: ${from} to ${to}`, setup, sql: `alter table t alter column c type ${to}` }));
    });
    return [from, cases];
  }),
);

const sized = `${shop}
  create domain positive as int check (value > 0);
  create domain short as varchar(10);
  create unique index orders_code_unique on orders (code) where status is not null;
  create index orders_tagged on orders (qty) include (tag);
  create table collated (a text collate "C", b text, c text, check (length(b) < 100));
  create index on collated (a); create index on collated (b collate "C"); create index on collated (c);
  insert into collated values ('a', 'b', 'c');`;

export const typeChange: readonly Case[] = [
  ...group('type', sized, [
    'alter table orders alter column code type varchar(40)',
    'alter table orders alter column code type text',
    'alter table orders alter column code type varchar(5)',
    'alter table orders alter column status type varchar(50)',
    'alter table orders alter column status type varchar(50) using status::varchar(50)',
    'alter table orders alter column status type text',
    'alter table orders alter column total type numeric(12,2)',
    'alter table orders alter column total type numeric',
    'alter table orders alter column qty type bigint',
    'alter table orders alter column qty type int',
    'alter table orders alter column qty type positive',
    'alter table orders alter column tag type text',
    'alter table orders alter column tag type char(10)',
    'alter table orders alter column customer_id type int',
    'alter table orders alter column customer_id type bigint',
    'alter table customers alter column id type int',
    'alter table customers alter column id type bigint',
    'alter table customers alter column id type numeric',
    'alter table orders alter column id type int',
    'alter table customers alter column email type text',
    'alter table customers alter column name type varchar',
    'alter table customers alter column name type varchar(200)',
    'alter table orders alter column placed type timestamptz',
    "alter table orders alter column placed type timestamptz using placed at time zone 'UTC'",
    'alter table orders alter column seen type timestamp',
    'alter table orders alter column seen type date',
    'alter table orders alter column status type text using (status)',
    'alter table orders alter column status type text using status',
    'alter table orders alter column status type text using orders.status::varchar::text',
    'alter table orders alter column status type text using status::varchar(3)',
    'alter table orders alter column status type text using code',
    'alter table orders alter column status type text using trim(status)',
    'alter table orders alter column status type text using null',
    "alter table orders alter column status type text using coalesce(status, '')",
    'alter table orders alter column status type text using status collate "C"',
    'alter table orders alter column status type text collate "C"',
    'alter table orders alter column code type varchar(20) collate "C"',
    'alter table orders alter column status set data type text',
    'alter table collated alter column a type text',
    'alter table collated alter column a type text collate "C"',
    'alter table collated alter column a type text collate "POSIX"',
    'alter table collated alter column b type text collate "C"',
    'alter table collated alter column b type varchar',
    'alter table collated alter column c type varchar',
    'alter table collated alter column c type text collate "C"',
    'alter table collated alter column c type short',
    'alter table orders alter column qty type bigint, alter column code type text',
    'alter table orders alter column code type text, alter column total type numeric(20,2)',
    'alter table orders alter column status type text, alter column status set not null',
    'alter table orders alter column qty type bigint, add column x int',
    'alter table orders alter column qty drop default, alter column qty type bigint, alter column qty set default 1',
  ]),
  ...group('type under UTC', `set timezone = 'UTC'; ${sized} create index on orders (placed);`, [
    'alter table orders alter column placed type timestamptz',
    'alter table orders alter column seen type timestamp',
    'alter table orders alter column placed type timestamptz(3)',
    'alter table orders alter column placed type timestamptz(6)',
    'alter table orders alter column seen type date',
    'alter table orders alter column seen type timestamp using seen::timestamp',
  ]),
  ...group(
    'type of an extension',
    `create extension citext;
     create table t (a text, v varchar(20), c citext, i citext, e citext, b char(5), n int, x citext[]); create index on t (i); create index on t (lower(e));
     insert into t values ('a', 'b', 'c', 'd', 'e', 'f', 1, '{g}');`,
    [
      'alter table t alter column a type citext',
      'alter table t alter column v type citext',
      'alter table t alter column b type citext',
      'alter table t alter column n type citext',
      'alter table t alter column c type text',
      'alter table t alter column c type varchar',
      'alter table t alter column c type varchar(20)',
      'alter table t alter column c type char(20)',
      'alter table t alter column c type int',
      'alter table t alter column i type text',
      'alter table t alter column e type text',
      'alter table t alter column x type text[]',
      "alter table t add column y citext default 'y'",
    ],
  ),
  ...group(
    'type of an interval',
    `create table t (plain interval, zero interval(0), months interval year to month, day interval day, hour interval hour, seconds interval second(3));
     insert into t values ('1 day', '1 day', '1 month', '1 day', '1 hour', '1 second');`,
    [
      'alter table t alter column plain type interval(6)',
      'alter table t alter column plain type interval(3)',
      'alter table t alter column plain type interval day to second',
      'alter table t alter column plain type interval day to minute',
      'alter table t alter column zero type interval(3)',
      'alter table t alter column zero type interval',
      'alter table t alter column zero type interval second(0)',
      'alter table t alter column months type interval',
      'alter table t alter column months type interval year',
      'alter table t alter column months type interval(0)',
      'alter table t alter column day type interval hour',
      'alter table t alter column hour type interval day',
      'alter table t alter column seconds type interval minute',
      'alter table t alter column seconds type interval second(2)',
      'alter table t alter column seconds type interval(3)',
    ],
  ),
  ...group(
    'type of a column that is used',
    `create table p (k int, v varchar(10), g int generated always as (k + 1) stored, primary key (k));
     create table t (id varchar(10) primary key, n int, m varchar(10), w varchar(10), x varchar(10), exclude using btree (w with =));
     create table u (tid varchar(10) references t, tid2 varchar(10));
     alter table t add check (m <> 'x') not valid;
     alter table u add foreign key (tid2) references t not valid;
     create view seen as select n from t; create materialized view stored as select x from t;
     create table self (id int primary key, up int references self);
     insert into p values (1, 'a'); insert into t values ('a', 1, 'm', 'w', 'x'); insert into u values ('a', 'a'); insert into self values (1, 1);`,
    [
      'alter table p alter column k type bigint',
      'alter table p alter column v type text',
      'alter table p alter column g type bigint',
      'alter table t alter column id type text',
      'alter table t alter column id type varchar(20)',
      'alter table t alter column id type char(20)',
      'alter table t alter column n type bigint',
      'alter table t alter column m type text',
      'alter table t alter column w type text',
      'alter table t alter column x type text',
      'alter table u alter column tid type text',
      'alter table u alter column tid type char(10)',
      'alter table u alter column tid2 type text',
      'alter table u alter column tid2 type char(10)',
      'alter table self alter column id type bigint',
      'alter table self alter column up type bigint',
    ],
  ),
  ...[
    ['int[]', 'hash', 'gin', 'btree'],
    ['int4range', 'hash', 'gist', 'spgist', 'btree', 'brin'],
    ['feeling', 'hash', 'btree'],
    ['pair', 'hash', 'btree'],
    ['jsonb', 'hash', 'gin', 'btree'],
    ['tsvector', 'gin', 'gist'],
    ['inet', 'hash', 'spgist', 'brin'],
    ['text', 'hash', 'spgist', 'brin'],
    ['point', 'gist', 'spgist'],
  ].flatMap(([type = '', ...methods]) =>
    group(
      `the type it has, of an indexed column ${type}`,
      `create type feeling as enum ('a'); create type pair as (a int, b int);
      ${methods.map((method) => `create table ${method} (c ${type}); create index on ${method} using ${method} (c);`).join('\n      ')}`,
      methods.map((method) => `alter table ${method} alter column c type ${type}`),
      type === 'pair' ? { since: 14 } : {},
    ),
  ),
  ...group(
    'the type it has, of an indexed multirange',
    'create table hash (c int4multirange); create index on hash using hash (c); create table gist (c int4multirange); create index on gist using gist (c);',
    ['alter table hash alter column c type int4multirange', 'alter table gist alter column c type int4multirange'],
    { since: 14 },
  ),
  ...group(
    'cidr and inet that point to each other',
    `create table c (k cidr primary key); create table i (k inet primary key); create table cc (k cidr references c); create table ci (k cidr references i); create table ii (k inet references i);
    insert into c values ('10.0.0.0/8'); insert into i values ('10.0.0.0/8'); insert into cc values ('10.0.0.0/8'); insert into ci values ('10.0.0.0/8'); insert into ii values ('10.0.0.0/8');
    create table bare (k inet, l cidr);`,
    [
      'alter table cc alter k type inet',
      'alter table ci alter k type inet',
      'alter table ii alter k type cidr',
      'alter table c alter k type inet',
      'alter table i alter k type cidr',
      'alter table bare add foreign key (k) references c',
      'alter table bare add foreign key (l) references i',
      'alter table bare add foreign key (l) references c',
    ],
  ),
  ...group(
    'jsonb as text and as numbers',
    `create table t (c jsonb, n jsonb, b jsonb); insert into t values ('{"a": 1}', '70000', 'true');`,
    [
      'alter table t alter c type text',
      'alter table t alter c type char(5)',
      'alter table t alter c type varchar(20)',
      'alter table t alter c type int using c::int',
      'alter table t alter n type smallint using n::smallint',
      'alter table t alter n type int using n::int',
      'alter table t alter b type boolean using b::boolean',
      'alter table t alter b type numeric using b::numeric',
    ],
  ),
  ...group(
    'a default that is NULL',
    `create table t (a int default null, b varchar(5) default null, c interval(3) default null, d interval(3) default null::interval(3), e text default null::text,
      f varchar(5) default null::varchar(5), g varchar(5) default null::varchar, h int default null::int, i numeric(4,1) default null::numeric(4,1)); insert into t default values;`,
    [...'acdefhi'].map((column) => `alter table t alter column ${column} type timetz using null`),
  ),
  ...group(
    'composites, enums and arrays to domains over them, indexed',
    `create type pair as (y text); create domain paired as pair; create type e as enum ('a'); create domain over_e as e; create domain ints as int[];
    create table a (c pair primary key); create table b (c e primary key); create table d (c int[] primary key); create table f (c paired primary key);`,
    [
      'alter table a alter c type paired',
      'alter table b alter c type over_e',
      'alter table d alter c type ints',
      'alter table f alter c type pair',
    ],
  ),
  ...group(
    'a virtual column that a CHECK computes',
    `create table a (a text, c text generated always as (coalesce(a)) virtual, check (c is not null)); create table b (a text, c text generated always as (coalesce(a)) virtual);
    create table d (a text, c text generated always as (coalesce(a)) virtual not null);
    insert into a values ('longer than twenty characters'); insert into b values ('longer than twenty characters'); insert into d values ('longer than twenty characters');`,
    ['a', 'b', 'd'].map((table) => `alter table ${table} alter c type varchar(20)`),
    { since: 18 },
  ),
];
