import { group } from './case.ts';
import { shop } from './shop.ts';

const filled = `${shop}
  create table lines (id int primary key, order_id bigint references orders on delete cascade, n int);
  create table tags (order_id bigint references orders on delete set null, t text);
  create table m (at date not null, id int) partition by range (at);
  create table m_2020 partition of m for values from ('2020-01-01') to ('2021-01-01');
  create table m_2021 partition of m for values from ('2021-01-01') to ('2022-01-01');
  create table base (a int); create table heir (b int) inherits (base);
  create table self (id int primary key, up int references self);
  create view seen as select id, status from orders; create materialized view totals as select status from orders;
  insert into lines values (1, 1, 1), (2, 2, 2); insert into tags values (1, 'x'); insert into m values ('2020-05-05', 1), ('2021-05-05', 2);
  insert into base values (1); insert into heir values (2, 2); insert into self values (1, 1);`;

export const data = [
  ...group('insert', filled, [
    "insert into customers values (9, 'x')",
    'insert into orders (id, customer_id) values (9, 1)',
    'insert into lines select 10 + id, order_id, n from lines',
    'insert into lines select 10 + l.id, o.id, 1 from lines l join orders o on o.id = l.order_id',
    "insert into m values ('2020-06-06', 1), ('2021-06-06', 2)",
    'insert into base values (5)',
    'insert into self values (2, 1)',
    "insert into customers values (1, 'x') on conflict do nothing",
    'insert into tags select id, status from seen',
  ]),
  ...group('update and delete', filled, [
    "update customers set note = 'x'",
    "update customers set note = 'x' where id = 1",
    'update orders set customer_id = 2',
    "update orders set status = 'x' from customers c where c.id = orders.customer_id",
    'update orders set id = id + 100 where id = 5',
    'update m set id = 5',
    'update base set a = 5',
    'update lines set n = (select count(*) from tags)',
    'delete from lines',
    'delete from tags where t is null',
    'delete from orders where id = 5',
    'delete from lines using tags where tags.order_id = lines.order_id',
    'delete from m',
    'delete from base',
    "merge into tags using lines on lines.order_id = tags.order_id when matched then update set t = 'y' when not matched then insert values (lines.order_id, 'z')",
  ]),
  ...group(
    'merge',
    filled,
    [
      "merge into orders using customers c on c.id = orders.customer_id when matched then update set status = 'z'",
      'merge into orders using customers c on c.id = orders.customer_id when matched then update set customer_id = 2',
      'merge into lines using tags on tags.order_id = lines.order_id when matched then delete',
      "merge into customers using orders o on customers.id = o.customer_id and o.id = 1 when matched then update set name = 'q'",
    ],
    { since: 15 },
  ),
  ...group('copy', filled, ["copy base from '/dev/null'", "copy customers from '/dev/null'"]),
  // A plain COPY … TO gives its lock back with the statement's end in PostgreSQL 12, where it cannot be seen.
  ...group('copy to', filled, [
    "copy (select * from orders join customers on true) to '/dev/null'",
    "copy m to '/dev/null'",
    "copy (select * from m) to '/dev/null'",
    "copy seen to '/dev/null'",
    "copy totals to '/dev/null'",
  ]),
  ...group('select', filled, [
    'select * from orders',
    'select * from orders for update',
    'select count(*) from orders, customers',
    'select * from seen',
    'select * from totals',
    'select * from m',
    'select * from base',
    'select 1',
  ]),
];
