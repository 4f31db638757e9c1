import { type Case, group } from './case.ts';

/** Ways to write the same table and column: what is locked, and what work is done, hangs on none of them. */
interface Spelling {
  readonly table: string;
  readonly column: string;
  /** Where the setup makes it, if not as written. */
  readonly setup?: string;
}

const longest = 'a_name_of_sixty_three_bytes_which_is_all_that_an_identifier_can';

const spellings: Readonly<Record<string, Spelling>> = {
  plain: { table: 't', column: 'c' },
  'in capitals': { table: 'T', column: 'C' },
  qualified: { table: 'public.t', column: 'c' },
  quoted: { table: '"t"', column: '"c"' },
  'quoted and qualified': { table: '"public"."t"', column: '"c"' },
  'mixed case': { table: '"MixedCase"', column: '"camelCase"' },
  'reserved words': { table: '"table"', column: '"select"' },
  'user and order': { table: '"user"', column: '"order"' },
  'spaces and quotes': { table: '"a ""quoted"" name"', column: '"a.b, c"' },
  'not ASCII': { table: 'größe', column: 'straße' },
  '63 bytes': { table: longest, column: longest },
  'more than 63 bytes': { table: `${longest}_and_more`, column: `${longest}_and_more` },
  'another schema': { table: 'other.t', column: 'c' },
  'found by the search path': { table: 't', column: 'c', setup: 'set search_path = other, public;' },
  'a keyword that is none here': { table: 'index', column: 'type' },
  'digits and dollars': { table: 'v2_$t', column: 'c$1' },
};

/** T is the table, C its column; R the table that it points to. */
const statements = [
  'alter table T add column x int',
  'alter table T add column x float8 default random()',
  'alter table only T add column x int not null default 1',
  'alter table if exists T add column if not exists C int',
  'alter table T alter column C set not null',
  'alter table only T alter C type bigint',
  'alter table if exists T alter column C type bigint using C::bigint',
  'alter table T rename column C to d',
  'alter table T rename to renamed',
  'alter table T drop column C',
  'alter table T add check (C > 0)',
  'alter table T add constraint k check (C > 0) not valid',
  'alter table only T add unique (C)',
  'alter table if exists only T add foreign key (C) references public.r (id)',
  'alter table public.r add foreign key (t) references T (C)',
  'alter table T set (fillfactor = 50)',
  'create index on T (C)',
  'create unique index on only T (C) where C > 0',
  'drop table T',
  'drop table if exists T cascade',
  'truncate table only T',
  'lock table only T in share mode',
  "comment on column T.C is 'x'",
  'insert into T (C) values (5)',
  'update only T set C = C + 10',
  'delete from T where C + 0 = 5',
  'select C from T',
  'create view v as select C from T',
  'create table x (like T)',
  'create table x (r int references T (C))',
];

export const name: readonly Case[] = Object.entries(spellings).flatMap(([title, { table, column, setup = '' }]) => {
  const fill = (sql: string): string => sql.replace(/\bT\b/g, () => table).replace(/\bC\b/g, () => column);
  const made = fill(`create table r (id int primary key, t int); insert into r values (1, 1), (2, 2); create schema other; ${setup}
    create table T (C int unique); insert into T values (1), (2);`);
  return group(title, made, statements.map(fill));
});
