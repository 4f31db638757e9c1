import { group } from './case.ts';

const parts = `
  create table regions (id int primary key);
  create table m (at date not null, id int not null, region int references regions, v text) partition by range (at);
  create table m_2020 partition of m for values from ('2020-01-01') to ('2021-01-01');
  create table m_2021 partition of m for values from ('2021-01-01') to ('2022-01-01');
  create index m_id on m (id);
  create table bare (at date not null, id int not null, region int, v text);
  create table bare_indexed (at date not null, id int not null, region int references regions, v text); create index on bare_indexed (id);
  create table proved (at date not null, id int not null, region int references regions, v text, check (at >= '2023-01-01' and at < '2024-01-01')); create index on proved (id);
  create table proved_wider (at date not null, id int not null, region int references regions, v text, check (at >= '2023-03-01' and at < '2023-06-01')); create index on proved_wider (id);
  create table proved_later (at date not null, id int not null, region int references regions, v text); create index on proved_later (id);
  alter table proved_later add constraint later check (at >= '2023-01-01' and at < '2024-01-01') not valid;
  create table nullable (k int, v text, check (k >= 10 and k < 20));
  create table known (k int, v text, check (k >= 10 and k < 20 and k is not null));
  create table known_between (k int not null, v text, check (k between 10 and 19));
  create table r (k int, v text) partition by range (k);
  create table r_low partition of r for values from (minvalue) to (10);
  create table l (k text, v text) partition by list (k);
  create table l_a partition of l for values in ('a', 'b');
  create table l_rest partition of l default;
  create table l_c (k text, v text, check (k = 'c' and k is not null));
  create table l_cd (k text not null, v text, check (k in ('c', 'd')));
  create table l_x (k text, v text);
  create table h (k int, v text) partition by hash (k);
  create table h_0 partition of h for values with (modulus 2, remainder 0);
  create table h_1 (k int, v text);
  create table d (k int not null, v text) partition by range (k);
  create table d_1 partition of d for values from (1) to (10);
  create table d_rest partition of d default;
  alter table d_rest add constraint elsewhere check (k < 1 or k >= 20);
  create table d_2 (k int not null, v text, check (k >= 10 and k < 20));
  create table d_3 (k int not null, v text, check (k >= 20 and k < 30));
  create table deep (a int not null, b int not null) partition by range (a);
  create table deep_1 partition of deep for values from (1) to (10) partition by range (b);
  create table deep_1_1 partition of deep_1 for values from (1) to (10);
  create table deep_1_2 (a int not null, b int not null, check (a >= 1 and a < 10), check (b >= 10 and b < 20));
  create table deep_1_3 (a int not null, b int not null, check (b >= 20 and b < 30));
  create table deep_2 (a int not null, b int not null) partition by range (b);
  create table deep_2_1 partition of deep_2 for values from (1) to (10);
  create table two (a int not null, b int not null) partition by range (a, b);
  create table two_1 (a int not null, b int not null, check (a = 1 and b >= 5 and b < 9));
  create table empty_parent (k int, v text) partition by range (k);
  create table keyed (id int primary key, v text) partition by range (id);
  create table keyed_1 partition of keyed for values from (1) to (10);
  create table keyed_2 (id int not null, v text, check (id >= 10 and id < 20));
  create table keyed_3 (id int primary key, v text, check (id >= 20 and id < 30));
  create table pointing (id int primary key, to_id int references keyed);
  insert into regions values (1), (2);
  insert into m values ('2020-05-05', 1, 1, 'x'), ('2021-05-05', 2, 2, 'y');
  insert into bare values ('2023-05-05', 1, 1, 'x'); insert into bare_indexed values ('2023-05-05', 1, 1, 'x');
  insert into proved values ('2023-05-05', 1, 1, 'x'); insert into proved_wider values ('2023-05-05', 1, 1, 'x'); insert into proved_later values ('2023-05-05', 1, 1, 'x');
  insert into nullable values (11, 'x'); insert into known values (11, 'x'); insert into known_between values (11, 'x');
  insert into r values (1, 'x'); insert into l values ('a', 'x'), ('z', 'y'); insert into l_c values ('c', 'x'); insert into l_cd values ('c', 'x'); insert into l_x values ('x', 'x');
  insert into d values (1, 'x'), (50, 'y'); insert into d_2 values (11, 'x'); insert into d_3 values (21, 'x');
  insert into deep values (1, 1); insert into deep_1_2 values (1, 11); insert into deep_1_3 values (1, 21); insert into deep_2 values (11, 1); insert into two_1 values (1, 5);
  insert into keyed values (1, 'x'); insert into keyed_2 values (11, 'x'); insert into keyed_3 values (21, 'x'); insert into pointing values (1, 1);`;

export const partition = [
  ...group('attach', parts, [
    "alter table m attach partition bare for values from ('2023-01-01') to ('2024-01-01')",
    "alter table m attach partition bare_indexed for values from ('2023-01-01') to ('2024-01-01')",
    "alter table m attach partition proved for values from ('2023-01-01') to ('2024-01-01')",
    "alter table m attach partition proved for values from ('2023-01-01') to ('2023-06-01')",
    "alter table m attach partition proved_wider for values from ('2023-01-01') to ('2024-01-01')",
    "alter table m attach partition proved_later for values from ('2023-01-01') to ('2024-01-01')",
    'alter table r attach partition nullable for values from (10) to (20)',
    'alter table r attach partition known for values from (10) to (20)',
    'alter table r attach partition known for values from (10) to (maxvalue)',
    'alter table r attach partition known_between for values from (10) to (20)',
    'alter table r attach partition known_between for values from (10) to (30)',
    'alter table r attach partition known default',
    'alter table empty_parent attach partition nullable default',
    "alter table l attach partition l_c for values in ('c')",
    "alter table l attach partition l_cd for values in ('c', 'd')",
    "alter table l attach partition l_cd for values in ('d', 'c', 'e')",
    "alter table l attach partition l_x for values in ('x')",
    "alter table l attach partition l_x for values in ('x', null)",
    'alter table h attach partition h_1 for values with (modulus 2, remainder 1)',
    'alter table d attach partition d_2 for values from (10) to (20)',
    'alter table d attach partition d_3 for values from (20) to (30)',
    'alter table deep_1 attach partition deep_1_2 for values from (10) to (20)',
    'alter table deep_1 attach partition deep_1_3 for values from (20) to (30)',
    'alter table deep attach partition deep_2 for values from (10) to (20)',
    'alter table two attach partition two_1 for values from (1, 5) to (1, 9)',
    'alter table two attach partition two_1 for values from (1, 0) to (2, 0)',
    'alter table keyed attach partition keyed_2 for values from (10) to (20)',
    'alter table keyed attach partition keyed_3 for values from (20) to (30)',
  ]),
  ...group('detach', parts, [
    'alter table m detach partition m_2020',
    'alter table d detach partition d_1',
    'alter table d detach partition d_rest',
    'alter table deep detach partition deep_1',
    'alter table keyed detach partition keyed_1',
    'alter table h detach partition h_0',
  ]),
  ...group('create partition', parts, [
    "create table m_2022 partition of m for values from ('2022-01-01') to ('2023-01-01')",
    'create table m_rest partition of m default',
    "create table l_d partition of l for values in ('d')",
    'create table d_4 partition of d for values from (10) to (20)',
    'create table d_5 partition of d for values from (20) to (30)',
    'create table deep_3 partition of deep for values from (20) to (30) partition by range (b)',
    'create table keyed_4 partition of keyed for values from (30) to (40)',
    'create table two_2 partition of two for values from (1, 0) to (2, 0)',
    'create table points_into (id int references keyed)',
    'create table deep_1_9 partition of deep_1 for values from (30) to (40)',
    "create table m_2022 partition of m (check (id > 0), primary key (id)) for values from ('2022-01-01') to ('2023-01-01')",
  ]),
  ...group('partitioned table', parts, [
    'alter table m add column x int',
    'alter table m add column x int default 1',
    'alter table m add column x float8 default random()',
    'alter table m add column x int references regions',
    'alter table m add column x int default 1 references regions',
    'alter table m add column x int check (x > 0)',
    'alter table only deep add column x int',
    'alter table m drop column v',
    'alter table m drop column region',
    'alter table m rename column v to w',
    'alter table m alter column v set not null',
    'alter table m alter column v type varchar(50)',
    'alter table m alter column id type bigint',
    'alter table m alter column at type timestamp',
    'alter table m_2020 alter column v type varchar(50)',
    "alter table m alter column v set default 'x'",
    'alter table only m alter column v set default null',
    'alter table m alter column v set statistics 10',
    'alter table m alter column v set storage external',
    'alter table m alter column id add generated always as identity',
    'alter table m add check (id > 0)',
    'alter table m add constraint c check (id > 0) not valid',
    'alter table only m add check (id > 0)',
    'alter table m add unique (at, id)',
    'alter table m add primary key (at, id)',
    'alter table only m add primary key (at, id)',
    'alter table m add foreign key (id) references regions',
    'alter table m add constraint c foreign key (id) references regions not valid',
    'alter table keyed add foreign key (id) references regions',
    'alter table pointing add foreign key (id) references keyed',
    'alter table pointing add foreign key (id) references keyed not valid',
    'alter table m_2020 add check (id > 0)',
    'alter table m_2020 add foreign key (id) references regions',
    'alter table m drop constraint m_region_fkey',
    'alter table pointing drop constraint pointing_to_id_fkey',
    'alter table keyed drop constraint keyed_pkey cascade',
    'alter table m rename to measures',
    'alter table m_2020 rename to old',
    'alter table m set schema public',
    'alter table m owner to current_user',
    'alter table m enable row level security',
    'alter table m replica identity full',
    'alter table m disable trigger all',
    'alter table only m disable trigger user',
    'alter table m_2020 set (fillfactor = 50)',
    'drop table m',
    'drop table m_2020',
    'drop table d_1',
    'drop table d_rest',
    'drop table deep_1',
    'drop table deep',
    'drop table pointing',
    'drop table keyed cascade',
    'truncate m',
    'truncate m_2020',
    'truncate only m_2020',
    'truncate keyed cascade',
    'truncate keyed',
    'truncate keyed, pointing',
    'lock table m in share mode',
    'analyze m_2020',
    'create index on deep (b)',
    'create index on only deep (b)',
    'create index on deep_1 (b)',
    'drop index m_id',
    'create table t as select * from m',
    'create view seen as select * from m',
    "comment on table m is 'x'",
  ]),
];
