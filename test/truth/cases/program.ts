import { group } from './case.ts';
import { shop } from './shop.ts';

const programmed = `${shop}
  create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
  create trigger touched before update on orders for each row execute function touch();
  create rule quiet as on delete to orders do also nothing;
  create policy own on orders using (true);
  create table m (at date not null, id int) partition by range (at);
  create table m_2020 partition of m for values from ('2020-01-01') to ('2021-01-01');
  create trigger watched after insert on m for each row execute function touch();
  create view seen as select id, status from orders; create view seen_twice as select id from seen;
  create materialized view totals as select status, count(*) as n from orders group by status; create unique index on totals (status);
  create materialized view over_view as select id from seen;
  insert into m values ('2020-05-05', 1);`;

export const program = [
  ...group('trigger, rule, policy', programmed, [
    'create trigger t after insert on orders for each row execute function touch()',
    'create trigger t before insert or update of status on orders for each row execute function touch()',
    'create trigger t after insert on orders for each statement execute function touch()',
    'create or replace trigger touched before update on orders for each row execute function touch()',
    'create constraint trigger t after insert on orders deferrable for each row execute function touch()',
    'create constraint trigger t after insert on orders from customers for each row execute function touch()',
    'create trigger t after insert on m for each row execute function touch()',
    "comment on trigger touched on orders is 'x'",
    "comment on rule quiet on orders is 'x'",
    "comment on policy own on orders is 'x'",
    'drop trigger touched on orders',
    'drop trigger watched on m',
    'alter trigger touched on orders rename to t',
    'alter trigger watched on m rename to t',
    'alter table orders disable trigger touched',
    'alter table orders enable always trigger touched',
    'alter table orders disable trigger all',
    'alter table m disable trigger watched',
    'alter table orders disable rule quiet',
    'alter table orders enable rule quiet',
    'create rule r as on insert to orders do also nothing',
    'create or replace rule quiet as on delete to orders do also nothing',
    'drop rule quiet on orders',
    'alter rule quiet on orders rename to silent',
    'create policy p on orders for select using (true)',
    'alter policy own on orders using (false)',
    'alter policy own on orders rename to mine',
    'drop policy own on orders',
    'create function f() returns int language sql as $$ select 1 $$',
    'alter function touch() rename to touching',
    'create schema s',
    'create extension if not exists plpgsql',
    "set lock_timeout = '5s'",
  ]),
  ...group('view', programmed, [
    'create view v as select * from orders',
    'create view v as select o.id, c.name from orders o join customers c on c.id = o.customer_id',
    'create or replace view seen as select id, status from orders where id > 0',
    'create view v as select * from seen_twice',
    'create materialized view v as select * from orders',
    'create materialized view v as select * from orders with no data',
    'create materialized view v as select * from seen',
    'create temporary view v as select 1 as one',
    'drop view seen_twice',
    'drop view seen cascade',
    'drop materialized view totals',
    'alter view seen rename to looked_at',
    "alter view seen alter column status set default 'x'",
    'alter view seen set (security_barrier = true)',
    'alter view seen owner to current_user',
    'alter view seen set schema public',
    'alter materialized view totals rename to sums',
    'alter materialized view totals set (fillfactor = 50)',
    'alter materialized view totals cluster on totals_status_idx',
    'refresh materialized view totals',
    'refresh materialized view concurrently totals',
    'refresh materialized view totals with no data',
    'refresh materialized view over_view',
    'cluster totals using totals_status_idx',
    'drop table orders cascade',
    'drop table customers cascade',
  ]),
  ...group('view', programmed, ['alter view seen rename column status to state'], { since: 13 }),
];
