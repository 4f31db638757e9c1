import { type Case, group } from '../case.ts';

const by = (partitioning: string, definition = 'id int not null, a int not null, b varchar(20), primary key (id, a)'): string =>
  `create table t (${definition}) engine = innodb default charset = utf8mb4 ${partitioning}; insert into t values (1, 1, 'a'), (2, 12, 'b'), (3, 25, 'c');`;

const range = by(
  'partition by range (a) (partition p0 values less than (10), partition p1 values less than (20), partition p2 values less than (30))',
);
const count = 'select count(*) from t';

export const partition: readonly Case[] = [
  ...group('partition a table', by(''), [
    'alter table t partition by hash (a) partitions 4',
    'alter table t partition by key (id)',
    'alter table t partition by range (a) (partition p0 values less than (20), partition p1 values less than maxvalue)',
    'alter table t partition by range (a) (partition p0 values less than (10))',
    'alter table t partition by list (a) (partition p0 values in (1, 12, 25))',
    'alter table t remove partitioning',
    'alter table t add partition (partition p0 values less than (40))',
    'alter table t add column x int partition by hash (a) partitions 2',
  ]),
  ...group('range partitions', range, [
    'alter table t add partition (partition p3 values less than (40))',
    'alter table t add partition (partition p3 values less than maxvalue)',
    'alter table t add partition (partition p3 values less than (15))',
    { sql: 'alter table t drop partition p0', ask: count },
    { sql: 'alter table t drop partition p0, p1', ask: count },
    { sql: 'alter table t drop partition if exists p0', ask: count },
    { sql: 'alter table t truncate partition p0', ask: count },
    'alter table t reorganize partition p1 into (partition p1a values less than (15), partition p1b values less than (20))',
    'alter table t reorganize partition p0, p1 into (partition p01 values less than (20))',
    'alter table t rebuild partition p0',
    'alter table t optimize partition p0',
    'alter table t analyze partition p0',
    'alter table t check partition p0',
    'alter table t remove partitioning',
    'alter table t partition by range (a) (partition q0 values less than (50))',
    'alter table t add column x int',
    'alter table t add column x int first',
    'alter table t add column x int not null default 1',
    'alter table t add column x int as (a + 1) virtual',
    'alter table t add column x int as (a + 1) stored',
    'alter table t add column x datetime default current_timestamp',
    'alter table t drop column b',
    'alter table t rename column b to x',
    'alter table t rename column a to x',
    'alter table t modify b varchar(30)',
    'alter table t modify b varchar(100)',
    'alter table t modify b varchar(20) not null',
    'alter table t modify a bigint not null',
    'alter table t alter b set default 1',
    'alter table t add index (b)',
    'alter table t add unique (b)',
    'alter table t add unique (b, a)',
    'alter table t add fulltext (b)',
    'alter table t add check (id > 0)',
    'alter table t drop primary key',
    'alter table t drop primary key, add primary key (a, id)',
    'alter table t force',
    'alter table t engine = innodb',
    'alter table t row_format = compact',
    "alter table t comment 'new'",
    'alter table t rename to u',
    'alter table t convert to character set latin1',
    'alter table t auto_increment = 10',
    'truncate table t',
    'optimize table t',
    'drop table t',
  ]),
  ...group('hash partitions', by('partition by hash (a) partitions 3'), [
    'alter table t add partition partitions 2',
    'alter table t coalesce partition 1',
    'alter table t rebuild partition p0',
    'alter table t add column x int',
    'alter table t truncate partition p0',
    'alter table t drop partition p0',
  ]),
  ...group('key partitions', by('partition by key (a) partitions 3'), [
    'alter table t add partition partitions 1',
    'alter table t coalesce partition 1',
  ]),
  ...group('list partitions', by('partition by list (a) (partition p0 values in (1, 12), partition p1 values in (25))'), [
    'alter table t add partition (partition p2 values in (40))',
    { sql: 'alter table t drop partition p1', ask: count },
    'alter table t reorganize partition p0 into (partition p0a values in (1), partition p0b values in (12))',
  ]),
  ...group(
    'exchange a partition',
    `${range} create table other (id int not null, a int not null, b varchar(20), primary key (id, a)) engine = innodb default charset = utf8mb4; insert into other values (9, 5, 'x');
    create table wrong (id int not null, a int not null, b varchar(20), primary key (id, a)) engine = innodb default charset = utf8mb4; insert into wrong values (9, 99, 'x');`,
    [
      'alter table t exchange partition p0 with table other',
      'alter table t exchange partition p0 with table other without validation',
      'alter table t exchange partition p0 with table wrong',
      'alter table t exchange partition p0 with table wrong without validation',
    ],
  ),
];
