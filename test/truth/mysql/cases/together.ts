import { type Case, group } from '../case.ts';
import { base } from './base.ts';

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
