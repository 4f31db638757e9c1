/** The schema that most cases run on: two tables with rows, a foreign key between them, and what usually hangs on a table. */
export const shop = `
  create table customers (id bigint primary key, name text not null, email varchar(100), note text);
  create table orders (
    id bigint primary key, customer_id bigint references customers, code varchar(20), total numeric(10,2), qty int,
    status text, placed timestamp, seen timestamptz, tag char(5), constraint orders_qty_positive check (qty > 0));
  create index orders_code on orders (code);
  create index orders_status_lower on orders (lower(status));
  insert into customers values (1, 'a', 'a@x', null), (2, 'b', 'b@x', null);
  insert into orders select i, 1 + i % 2, 'c' || i, i, i, 's' || i, now(), now(), 't' || i from generate_series(1, 5) i;`;
