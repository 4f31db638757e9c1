/** The operations of docs/engines.md, each as a statement on these tables. */
export const tables = `
  create table customers (id int primary key) engine = innodb;
  create table orders (id int auto_increment primary key, customer_id int, email varchar(50), note text, state enum('new', 'paid'), total decimal(10,2),
    code varchar(20) not null default '', old_name varchar(50) character set utf8mb3, place point not null, checked int, key customer (customer_id), constraint positive check (checked > 0))
    engine = innodb default charset = utf8mb4;
  create table items (id int primary key, order_id int, constraint items_order foreign key (order_id) references orders (id)) engine = innodb;
  create table texts (id int primary key, body text, title text, fulltext (title)) engine = innodb;
  create table keyless (a int not null, b int) engine = innodb;
  create table logs (id int, day int) engine = innodb partition by range (day) (partition p0 values less than (10), partition p1 values less than (20));
  create table shards (id int) engine = innodb partition by hash (id) partitions 4;
  create table old_orders (a varchar(50)) engine = innodb default charset = utf8mb3;`;

export interface Section {
  readonly title: string;
  readonly operations: readonly (readonly [operation: string, sql: string])[];
}

const orders = (operation: string, actions: string) => [operation, `alter table orders ${actions}`] as const;

export const sections: readonly Section[] = [
  {
    title: 'Columns',
    operations: [
      orders('`ADD COLUMN`, as the last', 'add column x int'),
      orders('`ADD COLUMN … FIRST`, `AFTER`', 'add column x int first'),
      orders('… with a literal default, or `CURRENT_TIMESTAMP`', "add column x varchar(20) not null default 'new'"),
      orders('… with a default that is an expression', 'add column x int default (1 + 1)'),
      orders('… with a default that is another for each row', 'add column x varchar(36) default (uuid())'),
      orders('… `DATE`, `DATETIME`, `NOT NULL` without a default', 'add column x date not null'),
      ['… `AUTO_INCREMENT`', 'alter table keyless add column x int auto_increment unique'],
      orders('… `UNIQUE`, or with its index in the same statement', 'add column x int unique'),
      orders('… with a `CHECK`', 'add column x int check (x > 0)'),
      orders('… with `REFERENCES`', 'add column x int references customers (id)'),
      orders('… generated, `VIRTUAL`', 'add column x int as (total + 1) virtual'),
      orders('… generated, `STORED`', 'add column x int as (total + 1) stored'),
      ['… to a table with a FULLTEXT index', 'alter table texts add column x int'],
      orders('`DROP COLUMN`', 'drop column note'),
      orders('… that an index has', 'drop column customer_id'),
      orders('`RENAME COLUMN`, `CHANGE`', 'change note remark text'),
      orders('`MODIFY … FIRST`, `AFTER`', 'modify note text first'),
      orders('`SET DEFAULT`, `DROP DEFAULT`, a comment', "alter email set default 'none'"),
    ],
  },
  {
    title: 'Types',
    operations: [
      orders('`VARCHAR` longer, with as many bytes for its length', 'modify email varchar(60)'),
      orders('… across 255 bytes, from 127 or fewer', "modify code varchar(100) not null default ''"),
      orders('… across 255 bytes, from 128 or more', 'modify email varchar(100)'),
      orders('… shorter', 'modify email varchar(10)'),
      orders('`INT` to `BIGINT`, another precision, another type', 'modify customer_id bigint'),
      orders('`NULL` to `NOT NULL`', 'modify total decimal(10,2) not null'),
      orders('`NOT NULL` to `NULL`', "modify code varchar(20) default ''"),
      orders('`ENUM`, `SET`: members appended', "modify state enum('new', 'paid', 'sent')"),
      orders('… in another order, or fewer', "modify state enum('paid', 'new')"),
      orders('character set of a column, utf8mb3 to utf8mb4', 'modify old_name varchar(50) character set utf8mb4'),
      orders('… any other', 'modify email varchar(50) character set latin1'),
      ['`CONVERT TO CHARACTER SET`, utf8mb3 to utf8mb4', 'alter table old_orders convert to character set utf8mb4'],
      ['… any other', 'alter table old_orders convert to character set latin1'],
    ],
  },
  {
    title: 'Indexes and keys',
    operations: [
      orders('`ADD INDEX`, `CREATE INDEX`', 'add index (email)'),
      orders('`ADD UNIQUE`', 'add unique (email)'),
      orders('`ADD INDEX` of an expression', 'add index ((lower(email)))'),
      orders('`ADD FULLTEXT`, the first of a table', 'add fulltext (note)'),
      ['… another one', 'alter table texts add fulltext (body)'],
      orders('`ADD SPATIAL`', 'add spatial index (place)'),
      orders('`DROP INDEX`', 'drop index customer'),
      orders('`RENAME INDEX`', 'rename index customer to of_customer'),
      ['`ADD PRIMARY KEY`', 'alter table keyless add primary key (a)'],
      ['`DROP PRIMARY KEY`', 'alter table customers drop primary key'],
      ['`DROP PRIMARY KEY`, `ADD PRIMARY KEY`', 'alter table orders drop primary key, add primary key (id, code)'],
    ],
  },
  {
    title: 'Constraints',
    operations: [
      orders('`ADD FOREIGN KEY`', 'add foreign key (customer_id) references customers (id)'),
      [
        '… under `foreign_key_checks = 0`',
        'set foreign_key_checks = 0; alter table orders add foreign key (customer_id) references customers (id)',
      ],
      ['`DROP FOREIGN KEY`', 'alter table items drop foreign key items_order'],
      orders('`ADD CHECK`', 'add check (total > 0)'),
      orders('… `NOT ENFORCED`', 'add check (total > 0) not enforced'),
      orders('`DROP CONSTRAINT` of a check', 'drop constraint positive'),
    ],
  },
  {
    title: 'Tables',
    operations: [
      orders('`RENAME`', 'rename to purchases'),
      orders('`COMMENT`, `AUTO_INCREMENT`, `STATS_…`', "comment = 'new'"),
      orders('`DEFAULT CHARACTER SET`', 'default character set latin1'),
      orders('`FORCE`, `ENGINE = InnoDB`, `ROW_FORMAT`', 'force'),
      ['the same, with a FULLTEXT index', 'alter table texts force'],
      orders('another engine', 'engine = myisam'),
      ['`PARTITION BY`, `REMOVE PARTITIONING`', 'alter table customers partition by hash (id)'],
      ['`OPTIMIZE TABLE`', 'optimize table orders'],
      ['`TRUNCATE TABLE`', 'truncate table items'],
      ['`DROP TABLE`', 'drop table items'],
    ],
  },
  {
    title: 'Partitions',
    operations: [
      ['`ADD PARTITION`, by RANGE or LIST', 'alter table logs add partition (partition p2 values less than (30))'],
      ['`ADD PARTITION`, `COALESCE`, by HASH or KEY', 'alter table shards add partition partitions 2'],
      ['`DROP PARTITION`', 'alter table logs drop partition p0'],
      ['`TRUNCATE PARTITION`', 'alter table logs truncate partition p0'],
      ['`REORGANIZE`, `REBUILD PARTITION`', 'alter table logs rebuild partition p0'],
      ['`EXCHANGE PARTITION`', 'alter table logs exchange partition p0 with table shards'],
    ],
  },
];
