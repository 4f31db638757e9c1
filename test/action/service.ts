import type { World } from '../github/fake.ts';

/** A small shop's repository and a pull request to it: what the tests start from. */

const history = {
  '.lockstep.yml': 'engine: postgres@16\nmigrations: db/migrations/*.sql\n',
  'README.md': '# Shop\n',
  'db/migrations/0001_create_customers.sql': 'CREATE TABLE customers (\n  id bigint PRIMARY KEY,\n  email text NOT NULL\n);\n',
  'db/migrations/0002_create_orders.sql': `CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id bigint,
  note text,
  total numeric(10, 2) NOT NULL
);

CREATE TABLE refunds (
  id bigint PRIMARY KEY,
  order_id bigint
);

CREATE INDEX refunds_order_id ON refunds (order_id);

COMMENT ON TABLE orders IS 'One row for each checkout';

COMMENT ON TABLE refunds IS 'Money that went back';
`,
};

const added = {
  'db/migrations/0003_track_orders.sql': `-- Every order gets a public token and a status.
SET lock_timeout = '5s';

ALTER TABLE orders
  ADD COLUMN token uuid DEFAULT gen_random_uuid();

-- lockstep: backfill orders.status = 'new'
ALTER TABLE orders ADD COLUMN status text NOT NULL;

ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
`,
  'db/migrations/0004_orders_by_customer.sql': 'CREATE INDEX orders_customer_id ON orders (customer_id);\n',
};

export const pullRequest: World = { base: history, head: { ...history, ...added } };

/** The same history and one new migration. */
export function withMigration(content: string | Uint8Array, path = 'db/migrations/0003_change.sql'): World {
  return { base: history, head: { ...history, [path]: content } };
}

export const base: World['base'] = history;
