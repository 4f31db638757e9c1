import { group } from './case.ts';
import { shop } from './shop.ts';

const passing = `${shop}
  alter table orders add constraint status_there check (status is not null); create unique index orders_unique on orders (total);
  alter table customers drop column note, add column note text default 'x'; create table loose (id int not null, a int, b int default 5); insert into loose values (1, 1, 1), (2, 2, 2);`;

/** Several actions of one ALTER TABLE are done in passes: what a later one says may come first. */
export const passes = [
  ...group('passes', passing, [
    'alter table orders add column status int, drop column status',
    'alter table orders add column status int default 1 not null, drop column status',
    'alter table orders alter column fresh set not null, add column fresh int',
    'alter table orders alter column fresh set not null, add column fresh int default 1',
    "alter table orders alter column fresh set default 'x', add column fresh text",
    'alter table orders alter column fresh set default random(), add column fresh float8',
    'alter table orders add unique (fresh), add column fresh int',
    'alter table orders add check (fresh > 0), add column fresh int default 1',
    'alter table orders add foreign key (fresh) references customers, add column fresh bigint',
    'alter table orders alter column status set not null, alter column status drop not null',
    'alter table orders alter column status type varchar(50), alter column status set not null',
    'alter table orders alter column qty set not null, alter column qty type bigint',
    'alter table orders add constraint orders_qty_positive check (qty > 0), drop constraint orders_qty_positive',
    'alter table orders add constraint c check (qty < 100), alter column qty type bigint',
    'alter table orders add unique (qty), alter column qty type bigint',
    'alter table orders validate constraint c, add constraint c check (total > 0) not valid',
    'alter table orders alter column total drop default, alter column total set default 5, add column x int',
    'alter table loose alter column id add generated always as identity, alter column a set not null',
    'alter table loose alter column a add generated always as identity, alter column a set not null',
    'alter table loose alter column n add generated always as identity, add column n int not null',
    'alter table loose add column x float8 default random(), add check (x < 2), add primary key (id)',
    'alter table loose add primary key (fresh), add column fresh int generated always as identity',
    'alter table loose set (fillfactor = 50), drop column a, add column a bigint references customers',
    'alter table loose alter column b drop default, alter column b add generated always as identity, alter column b set not null',
  ]),
  // PostgreSQL 12 loses the index on the way: `could not open relation`.
  ...group(
    'passes',
    passing,
    ['alter table orders add constraint k unique using index orders_unique, alter column total type numeric(12,2)'],
    {
      since: 13,
    },
  ),
];
