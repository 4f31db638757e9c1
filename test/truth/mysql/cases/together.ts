import { type Case, group } from '../case.ts';
import { base, table } from './base.ts';

/** One action of each kind of work. Together they are done as the heaviest of them, or so the manuals say. */
const actions = [
  'add column x int',
  'drop column g',
  'rename column d to y',
  'alter a set default 5',
  "modify e enum('x','y','z','new')",
  'modify b varchar(60)',
  'add index (n)',
  'drop index t_u',
  'modify n int',
];

export const together: readonly Case[] = [
  // Every action with every later one.
  ...group(
    'together',
    base,
    actions.flatMap((first, i) => actions.slice(i + 1).map((second) => `alter table t ${first}, ${second}`)),
  ),
  ...group('together, with a full-text index', `${base} alter table t add fulltext t_g (g);`, [
    'alter table t modify n int, add fulltext (b)',
    'alter table t modify n int, drop index t_g',
    'alter table t add fulltext (b), add column x int',
    'alter table t modify n int, drop index t_g, add fulltext (b)',
  ]),
  ...group('together, with an indexed virtual column', `${base} alter table t add column v int as (n + 1) virtual, add key t_v (v);`, [
    'alter table t modify a int not null',
    "alter table t modify c varchar(50) not null default '' after a, add index (d)",
    'alter table t drop column v',
    'alter table t drop index t_v, add column x int',
  ]),
  ...group('together, with row_format redundant', table('row_format = redundant'), [
    'alter table t modify b varchar(100)',
    'alter table t modify c varchar(100), drop column g',
    'alter table t modify a int not null',
  ]),
  ...group('together, with options', base, [
    'alter table t default character set utf8mb3, modify b varchar(50)',
    'alter table t default character set utf8mb3, modify n int',
    'alter table t auto_increment = 500, rename index t_a to t_b',
    'alter table t auto_increment = 500, drop index t_a',
    'alter table t auto_increment = 500, alter a set default 1',
    "alter table t comment = 'new', rename column d to x",
    "alter table t comment = 'new', modify e enum('x','y','z','new')",
    "alter table t comment = 'new', drop column d",
    "alter table t comment = 'new', modify d decimal(10,2) first",
    'alter table t row_format = dynamic, rename index t_a to t_b',
  ]),
  ...group('clauses', base, [
    'alter table t add column x int, algorithm = instant',
    'alter table t algorithm = instant, modify a bigint',
    'alter table t add column x int, algorithm = instant, algorithm = copy',
    'alter table t add column x int, algorithm = copy, algorithm = instant',
    'alter table t add column x int, algorithm = copy, lock = none',
    'alter table t add column x int, algorithm = instant, lock = none',
    'alter table t add column x int, lock = exclusive',
    'alter table t add index (b), lock = shared',
    'alter table t add index (b), algorithm = default, lock = default',
    'create index i on t (b) algorithm = inplace lock = none',
    'create index i on t (b) lock = exclusive',
  ]),
];
