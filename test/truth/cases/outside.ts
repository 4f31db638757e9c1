import { group } from './case.ts';

/** A server with more than one session sees what they ask for: other sessions make them wait. */
const plain = `
  create table t (id int primary key, v text, w text); create index t_v on t (v); create unique index t_w on t (w);
  insert into t values (1, 'x', 'y'), (2, 'y', 'z'); create table pointing (id int references t); create table bare (a int); create table base (a int);
  create index base_a on base (a); create table heir () inherits (base); create index heir_a on heir (a);
  create table m (k int not null, v text) partition by range (k); create table m_1 partition of m for values from (1) to (10);
  create table m_2 partition of m for values from (10) to (20) partition by range (v); create table m_2_a partition of m_2 for values from ('a') to ('z');
  create index m_v on m (v); insert into m values (1, 'x'), (11, 'y'); create materialized view kept as select v from t; create unique index kept_v on kept (v);
  create schema other; create table other.t (id int primary key); insert into other.t values (1); create type mood as enum ('happy', 'sad');
  create view seen as select * from t; create table moods (m mood); insert into moods values ('sad');`;

/**
 * Statements that refuse to run in a transaction block, so that their locks are gone when they are done. `probe.look`, in an expression index,
 * and an event trigger tell what is held while they work: `probe: [[oid, mode], …]`.
 */
const probed = `
  create schema probe;
  create function probe.tell() returns void language plpgsql as $$ begin
    raise notice 'probe: %', (select pg_catalog.json_agg(pg_catalog.json_build_array(relation::int4, mode)) from pg_catalog.pg_locks
      where pid = pg_catalog.pg_backend_pid() and locktype = 'relation' and granted);
  end $$;
  create function probe.look(v text) returns text language plpgsql immutable as $$ begin perform probe.tell(); return v; end $$;
  create function probe.at_end() returns event_trigger language plpgsql as $$ begin perform probe.tell(); end $$;
  create table t (id int primary key, v text, w text); insert into t values (1, 'x', 'y'), (2, 'y', 'y');
  create index t_v on t (probe.look(v)); create index t_w on t (w);
  create table other_table (id int references t); create table no_index (a int);
  create table m (at date not null, v text) partition by range (at);
  create table m_2020 partition of m for values from ('2020-01-01') to ('2021-01-01');
  create table m_2021 partition of m for values from ('2021-01-01') to ('2022-01-01');
  create index m_v on m (probe.look(v)); insert into m values ('2020-05-05', 'x'), ('2021-05-05', 'y');
  create table d (k int, v text) partition by range (k); create table d_1 partition of d for values from (1) to (10); create table d_rest partition of d default;
  create materialized view kept as select v from t; create index kept_v on kept (probe.look(v));`;
const atEnd = 'create event trigger probe_at_end on ddl_command_end execute function probe.at_end();';

export const outside = [
  ...group(
    'outside a transaction',
    probed,
    [
      'create index concurrently on t (probe.look(w))',
      'create unique index concurrently on t (probe.look(v))',
      'create unique index concurrently on t (probe.look(w))',
      'create index concurrently on m (v)',
      'create index concurrently on m_2020 (probe.look(v), at)',
      'create index concurrently on kept (probe.look(v), v)',
      'reindex index t_v',
      'reindex index concurrently t_v',
      'reindex table concurrently t',
      'reindex table concurrently kept',
      'reindex table m',
      'reindex table concurrently m',
      'reindex index m_v',
      'reindex index concurrently m_v',
      'vacuum full t',
      'vacuum (full, analyze) t',
      'vacuum full m',
      'vacuum full kept',
      'vacuum analyze t',
      'vacuum (analyze) m',
      'cluster m using m_v',
      'drop index concurrently m_v',
    ],
    { outsideTransaction: true },
  ),
  ...group(
    'outside a transaction, told at the end',
    probed + atEnd,
    [
      'drop index concurrently t_w',
      'drop index concurrently if exists t_w',
      'alter table m detach partition m_2020 concurrently',
      'alter table d detach partition d_1 concurrently',
    ],
    { outsideTransaction: true },
  ),
  ...group(
    'outside a transaction, pointed to',
    `create table keyed (id int primary key) partition by range (id);
     create table keyed_1 partition of keyed for values from (1) to (10); create table keyed_2 partition of keyed for values from (10) to (20);
     create table pointing (id int primary key, to_id int references keyed);
     insert into keyed values (1), (11); insert into pointing values (1, 11);`,
    ['alter table keyed detach partition keyed_1 concurrently', 'alter table keyed detach partition keyed_2 concurrently'],
    { outsideTransaction: true, since: 14 },
  ),
  ...group(
    'outside a transaction, by what they wait for',
    plain,
    [
      'create index concurrently on t (w)',
      'create index concurrently if not exists t_v on t (w)',
      'create index concurrently on bare (a)',
      'create unique index concurrently on t (v)',
      'create unique index concurrently on bare (a)',
      'create index concurrently on only m (k)',
      'create index concurrently on m_1 (k)',
      'create index concurrently on base (a)',
      'create index concurrently on kept (v)',
      'create index concurrently on seen (v)',
      'drop index concurrently t_v',
      'drop index concurrently t_v, t_w',
      'drop index concurrently t_pkey',
      'drop index concurrently kept_v',
      'drop index concurrently m_v',
      'reindex index concurrently t_v',
      'reindex index concurrently m_v',
      'reindex index m_v',
      'reindex table concurrently t',
      'reindex table concurrently bare',
      'reindex table concurrently base',
      'reindex table m',
      'reindex table concurrently kept',
      'reindex schema other',
      'reindex schema concurrently other',
      'reindex schema public',
      'reindex database postgres',
      'reindex database concurrently postgres',
      'reindex (verbose) table t',
      'vacuum',
      'vacuum t',
      'vacuum t, bare',
      'vacuum base',
      'vacuum m',
      'vacuum m_2',
      'vacuum kept',
      'vacuum (analyze) t (v)',
      'vacuum freeze t',
      'vacuum (truncate false) t',
      'vacuum full',
      'vacuum full base',
      'vacuum full m',
      'vacuum full t, other.t',
      'cluster m using m_v',
      "alter type mood add value 'calm'",
      "alter type mood add value if not exists 'sad' after 'happy'",
    ],
    { outsideTransaction: true },
  ),
  ...group(
    'outside a transaction, clustered before',
    `${plain} cluster t using t_v; alter table m_1 cluster on m_1_v_idx; alter table kept cluster on kept_v;`,
    ['cluster', 'cluster t', 'cluster m_1'],
    { outsideTransaction: true },
  ),
  ...group(
    'outside a transaction, detached',
    plain,
    [
      'alter table m detach partition m_1 concurrently',
      'alter table m detach partition m_2 concurrently',
      'alter table if exists m detach partition m_1 concurrently',
    ],
    { outsideTransaction: true, since: 14 },
  ),
  ...group('outside a transaction, of PostgreSQL 18', plain, ['vacuum only m', 'vacuum only base'], {
    outsideTransaction: true,
    since: 18,
  }),
];
