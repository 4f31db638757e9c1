import { type Case, group } from './case.ts';

/** Changes of a column's type of every kind: kept as it is, tested, rewritten, refused; what it may become by the type it has. */
interface Change {
  readonly from: string;
  readonly sample: string;
  readonly to: readonly string[];
}

const changes: readonly Change[] = [
  { from: 'varchar(10)', sample: "'1'", to: ['varchar(20)', 'text', 'varchar(5)', 'text collate "C"', 'short', 'int using c::int'] },
  { from: 'int', sample: '1', to: ['bigint', 'int', 'plain', 'positive', 'text', 'numeric using c + 0'] },
  { from: 'numeric(10,2)', sample: '1', to: ['numeric(12,2)', 'numeric(12,4)'] },
  { from: 'timestamp', sample: "'2020-01-01 10:00'", to: ['timestamptz', 'timestamp(3)'] },
  { from: 'mood', sample: "'happy'", to: ['text', 'temper using c::text::temper'] },
  { from: 'int[]', sample: "'{1}'", to: ['bigint[]'] },
  { from: 'int4range', sample: "'[1,2)'", to: ['int8range using int8range(lower(c), upper(c))'] },
  { from: 'jsonb', sample: "'1'", to: ['json', 'jsonb'] },
];

const types = `create type mood as enum ('happy', 'sad'); create type temper as enum ('happy', 'angry');
  create domain plain as int; create domain positive as int check (value > 0); create domain short as varchar(10);`;

/** What may stand on a column `c` of a table `t (id, c, d)`, in terms that every type has. `only`: the types that it can stand on. */
interface Use {
  readonly sql: string;
  readonly since?: number;
  readonly only?: (from: string) => boolean;
}

const builtIn = (from: string): boolean => from !== 'mood';
const ranges = (from: string): boolean => from === 'int4range';
const arrays = (from: string): boolean => /\[\]|jsonb/.test(from);
const stored = 'create table t (id int primary key, c $, d int);';

const uses: Readonly<Record<string, Use>> = {
  'btree index': { sql: `${stored} create index t_c on t (c)` },
  'second in an index': { sql: `${stored} create index t_c on t (d, c desc nulls last)` },
  'hash index': { sql: `${stored} create index t_c on t using hash (c)`, only: (from) => from !== 'timestamp' },
  'gin index': { sql: `${stored} create index t_c on t using gin (c)`, only: arrays },
  'gist index': { sql: `${stored} create index t_c on t using gist (c)`, only: ranges },
  'brin index': {
    sql: `${stored} create index t_c on t using brin (c)`,
    only: (from) => /^(int|numeric|timestamp|varchar)\b/.test(from) && !/\[/.test(from),
  },
  'expression index': { sql: `${stored} create index t_c on t (coalesce(c, c))` },
  'index with a predicate': { sql: `${stored} create index t_c on t (d) where c is not null` },
  'included in an index': { sql: `${stored} create index t_c on t (d) include (c)` },
  'two indexes': { sql: `${stored} create index t_c on t (c); create unique index t_d on t (d)` },
  unique: { sql: `create table t (id int primary key, c $ unique, d int);` },
  'primary key': { sql: 'create table t (id int, c $ primary key, d int)' },
  'key of two': { sql: 'create table t (id int, c $, d int, primary key (d, c))' },
  exclusion: { sql: `${stored} alter table t add constraint e exclude (c with =)` },
  'exclusion of ranges': { sql: `${stored} alter table t add constraint e exclude using gist (c with &&)`, only: ranges },
  'replica identity': {
    sql: 'create table t (id int primary key, c $ not null unique, d int); alter table t replica identity using index t_c_key',
  },
  clustered: { sql: `${stored} create index t_c on t (c); alter table t cluster on t_c` },
  'not null': { sql: 'create table t (id int primary key, c $ not null, d int)' },
  check: { sql: `${stored} alter table t add constraint k check (c is not null or id > 0)` },
  'check, not valid': { sql: `${stored} alter table t add constraint k check (c is not null or id > 0) not valid` },
  'check on another': { sql: `${stored} alter table t add constraint k check (d is not null)` },
  view: { sql: `${stored} create view v as select c from t` },
  'view of a view': { sql: `${stored} create view w as select * from t; create view v as select c from w` },
  'view of another': { sql: `${stored} create view v as select d from t` },
  'materialized view': { sql: `${stored} create materialized view v as select c from t` },
  'view, where': { sql: `${stored} create view v as select d from t where c is not null` },
  'view, joined': { sql: `${stored} create view v as select a.d from t a join t b using (c)` },
  'foreign key from it': {
    sql: 'create table u (k $ primary key); insert into u values (@); create table t (id int primary key, c $ references u, d int)',
  },
  'foreign key from it, not valid': {
    sql: `create table u (k $ primary key); insert into u values (@); ${stored} alter table t add constraint f foreign key (c) references u not valid`,
  },
  'foreign key to it': { sql: 'create table t (id int primary key, c $ unique, d int); create table u (k $ references t (c))' },
  'foreign key to itself': { sql: 'create table t (id int primary key, c $ unique references t (c), d int)' },
  'foreign key beside': {
    sql: `create table u (k int primary key); insert into u values (1); create table t (id int primary key, c $, d int references u)`,
  },
  'range partition key': { sql: 'create table t (id int, c $, d int) partition by range (c); create table t_1 partition of t default' },
  'hash partition key': {
    sql: 'create table t (id int, c $, d int) partition by hash (c); create table t_1 partition of t for values with (modulus 1, remainder 0)',
  },
  'partition key, in an expression': {
    sql: 'create table t (id int, c $, d int) partition by list ((c is null)); create table t_1 partition of t default',
  },
  'generated column': { sql: 'create table t (id int primary key, c $, d int, g bool generated always as (c is null) stored)' },
  'virtual column': {
    sql: 'create table t (id int primary key, c $, d int, g bool generated always as (c is null) virtual)',
    since: 18,
    only: builtIn,
  },
  'generated column of another': { sql: 'create table t (id int primary key, c $, d int, g bool generated always as (d is null) stored)' },
  'trigger, when': {
    sql: `${stored} ${'%'} create trigger g before update on t for each row when (new.c is not null) execute function f()`,
  },
  'trigger, of column': { sql: `${stored} ${'%'} create trigger g before update of c on t for each row execute function f()` },
  'trigger, of another': {
    sql: `${stored} ${'%'} create trigger g before update of d on t for each row when (new.d > 1) execute function f()`,
  },
  rule: { sql: `${stored} create rule r as on update to t where new.c is null do nothing` },
  'rule of another': { sql: `${stored} create rule r as on update to t where new.d is null do nothing` },
  policy: { sql: `${stored} create policy p on t using (c is not null)` },
  'policy of another': { sql: `${stored} create policy p on t using (d is not null)` },
  'publication, column list': { sql: `${stored} create publication p for table t (id, c)`, since: 15 },
  'publication, row filter': { sql: `${stored} create publication p for table t where (c is not null)`, since: 15, only: builtIn },
  'publication, whole': { sql: `${stored} create publication p for table t` },
  statistics: { sql: `${stored} create statistics s on c, d from t` },
  'statistics on an expression': { sql: `${stored} create statistics s on (coalesce(c, c)), d from t`, since: 14 },
  'function text': { sql: `${stored} create function n() returns bigint language sql as 'select count(c) from t'` },
  comment: { sql: `${stored} comment on column t.c is 'x'` },
  default: { sql: 'create table t (id int primary key, c $ default @, d int)' },
  'default null': { sql: 'create table t (id int primary key, c $ default null, d int)', only: (from) => !from.includes('(') },
  parent: { sql: `${stored} create table t_1 (e int) inherits (t); insert into t_1 (id, c, d) values (2, @, 2)` },
  'parent of an indexed one': {
    sql: `${stored} create table t_1 (e int) inherits (t); create index t_1_c on t_1 (c); insert into t_1 (id, c, d) values (2, @, 2)`,
  },
  child: { sql: 'create table b (c $); create table t (id int primary key, d int) inherits (b)' },
  'child, own': { sql: 'create table b (id int); create table t (c $, d int) inherits (b)' },
  'child of two': { sql: 'create table b (c $); create table b_2 (c $); create table t (id int, d int) inherits (b, b_2)' },
  partitioned: {
    sql: 'create table t (id int, c $, d int) partition by range (id); create table t_1 partition of t for values from (1) to (10); create table t_2 partition of t default',
  },
  'partitioned, indexed': {
    sql: 'create table t (id int, c $, d int) partition by range (id); create index t_c on t (c); create table t_1 partition of t for values from (1) to (10)',
  },
  'partitioned, unique': {
    sql: 'create table t (id int, c $, d int, unique (id, c)) partition by range (id); create table t_1 partition of t for values from (1) to (10)',
  },
  'partitioned twice': {
    sql: 'create table t (id int, c $, d int) partition by range (id); create table t_1 partition of t default partition by list (d); create table t_1_1 partition of t_1 default',
  },
  partition: {
    sql: 'create table b (id int, c $, d int) partition by range (id); create table t partition of b for values from (1) to (10)',
  },
  typed: { sql: 'create type row_of as (id int, c $, d int); create table t of row_of' },
  unlogged: { sql: 'create unlogged table t (id int primary key, c $, d int); create index t_c on t (c)' },
};

const triggerFunction = 'create function f() returns trigger language plpgsql as $$ begin return new; end $$;';

/** Every change of every type under every use. */
export const usedColumn: readonly Case[] = Object.entries(uses).flatMap(([title, { sql, since, only }]) =>
  changes
    .filter(({ from }) => only === undefined || only(from))
    .flatMap(({ from, sample, to }) => {
      const made = sql
        .replaceAll('$', () => from)
        .replaceAll('@', () => sample)
        .replaceAll('%', () => triggerFunction);
      const setup = `${types} ${made}; insert into t (id, c, d) values (1, ${sample}, 1);`;
      return group(
        `${title}, ${from}`,
        setup,
        to.map((type) => `alter table t alter column c type ${type}`),
        since === undefined ? {} : { since },
      );
    }),
);
