import { group } from './case.ts';
import { shop } from './shop.ts';

const measured = `${shop}
  create table measures (at date not null, place int, value int) partition by range (at);
  create table measures_2020 partition of measures for values from ('2020-01-01') to ('2021-01-01');
  create table measures_2021 partition of measures for values from ('2021-01-01') to ('2022-01-01');
  create index measures_place on measures (place);
  create index measures_2020_value on measures_2020 (value);
  create index measures_only on only measures (at);
  create index measures_2020_at on measures_2020 (at);
  create table base (a int); create table heir (b int) inherits (base);
  create materialized view totals as select status, sum(total) as sum from orders group by status;
  create unique index totals_status on totals (status);
  insert into measures values ('2020-05-05', 1, 1), ('2021-05-05', 1, 1); insert into base values (1); insert into heir values (1, 1);`;

export const createIndex = [
  ...group('index', measured, [
    'create index on orders (total)',
    'create index orders_total on orders (total desc nulls last)',
    'create unique index on orders (total)',
    'create unique index on orders (customer_id)',
    'create index on orders using hash (total)',
    'create index on orders (lower(status))',
    'create index on orders (total) where total > 10',
    'create index on orders (total) include (qty)',
    'create index if not exists orders_code on orders (total)',
    'create index if not exists orders_total on orders (total)',
    'create index on only orders (total)',
    'create index on orders (total) with (fillfactor = 70)',
    'create index on measures (value)',
    'create index on measures (place)',
    'create index on only measures (value)',
    'create unique index on measures (at, place)',
    'create index on measures_2020 (place, value)',
    'create index on base (a)',
    'create index on totals (sum)',
    'drop index orders_code',
    'drop index orders_code, orders_status_lower',
    'drop index measures_place',
    'drop index measures_2020_value',
    'drop index totals_status',
    'alter index orders_code rename to orders_by_code',
    'alter index if exists orders_code rename to orders_by_code',
    'alter index orders_code set (fillfactor = 80)',
    'alter index orders_code reset (fillfactor)',
    'alter index orders_status_lower alter column 1 set statistics 100',
    'alter index measures_only attach partition measures_2020_at',
    'reindex index orders_code',
    'reindex table orders',
    'reindex table base',
    'reindex index totals_status',
    'reindex table totals',
    'reindex (verbose) table customers',
  ]),
];
