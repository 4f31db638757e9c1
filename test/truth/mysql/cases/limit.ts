import { type Case, group } from '../case.ts';

const small =
  'create table t (id int primary key, a int, b varchar(20)) engine = innodb default charset = utf8mb4; insert into t values (1, 1, 1), (2, 2, 2);';

/** A column added and dropped without touching rows, again and again, until so many row versions are used. */
function used(versions: number): string {
  const pairs = Array.from({ length: Math.floor(versions / 2) }, () => 'alter table t add column y int; alter table t drop column y;');
  return `${small} ${pairs.join(' ')}${versions % 2 === 1 ? ' alter table t add column z int;' : ''}`;
}

const statements = ['alter table t add column x int', 'alter table t drop column b', 'alter table t alter a set default 1'];

const wide = (count: number): string =>
  `create table t (id int primary key, ${Array.from({ length: count }, (_, i) => `c${i} int`).join(', ')}) engine = innodb; insert into t (id) values (1);`;

const long = `create table t (id int primary key, a varchar(4000), b varchar(4000), c varchar(4000), d varchar(4000)) engine = innodb default charset = utf8mb4; insert into t (id) values (1);`;

export const limit: readonly Case[] = [
  ...[64, 254].flatMap((versions) => group(`${versions} row versions used`, used(versions), statements.slice(0, 2))),
  ...group('255 row versions used', used(255), [...statements]),
  ...group('255 row versions used, table rebuilt', `${used(255)} alter table t force;`, statements.slice(0, 1)),
  ...group('1016 columns', wide(1016), ['alter table t add column x int', 'alter table t add column x int, add column y int']),
  ...group('1016 columns, of which one is dropped', `${wide(1016)} alter table t drop column c0;`, [
    'alter table t add column x int',
    'alter table t drop column c1',
  ]),
  ...group('row size', long, [
    'alter table t add column x varchar(4000)',
    'alter table t add column x varchar(380)',
    'alter table t add column x varchar(300)',
    'alter table t add column x text',
    'alter table t add index (a)',
    'alter table t add index (a(768))',
    'alter table t add index (a(769))',
    'alter table t add unique (a)',
    'alter table t add unique (a(769))',
    'alter table t add unique (a(768))',
    'alter table t drop primary key, add primary key (a)',
    'alter table t add column x text, add unique (x)',
    'alter table t add column x varchar(1000) unique',
  ]),
];
