import { describe, expect, test } from 'vitest';
import type { TransactionMode } from '../../src/migration/migration.ts';
import { applyEdits } from '../../src/plan/edits.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { analyzeCase } from './harness.ts';

const shop = `CREATE TABLE customers (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, email text, note text, total numeric(12,2), created_at timestamptz);
CREATE TABLE items (id bigint PRIMARY KEY, order_id bigint NOT NULL, sku varchar(20), qty int);
CREATE INDEX items_order ON items (order_id); CREATE UNIQUE INDEX items_u ON items (order_id, sku);
ALTER TABLE orders ADD CONSTRAINT total_ok CHECK (total > 0);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at); CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');`;
const files: readonly (readonly [string, string])[] = [
  [
    'new table and fk',
    `CREATE TABLE payments (id bigint PRIMARY KEY, order_id bigint REFERENCES orders (id), amount numeric NOT NULL);
CREATE INDEX payments_order ON payments (order_id);
ALTER TABLE orders ADD COLUMN payment_id bigint REFERENCES payments (id);
CREATE INDEX orders_payment ON orders (payment_id);
`,
  ],
  [
    'status column',
    `-- lockstep: backfill orders.status = 'new'
ALTER TABLE orders ADD COLUMN status text NOT NULL;
ALTER TABLE orders ADD CONSTRAINT status_ok CHECK (status IN ('new', 'paid'));
CREATE INDEX orders_status ON orders (status);
`,
  ],
  [
    'several indexes',
    `CREATE INDEX orders_email ON orders (email);
CREATE INDEX orders_customer ON orders (customer_id);

CREATE UNIQUE INDEX customers_email ON customers (email);
ALTER TABLE customers ADD COLUMN phone text;
`,
  ],
  [
    'concurrently among others',
    `ALTER TABLE orders ADD COLUMN a text;
CREATE INDEX CONCURRENTLY orders_email ON orders (email);
CREATE INDEX CONCURRENTLY orders_a ON orders (a);
`,
  ],
  [
    'explicit transaction',
    `BEGIN;
ALTER TABLE orders ADD COLUMN token uuid DEFAULT gen_random_uuid() NOT NULL;
CREATE UNIQUE INDEX orders_token ON orders (token);
ALTER TABLE items ADD COLUMN no serial;
COMMIT;
`,
  ],
  [
    'drop and add',
    `DROP INDEX items_order;
ALTER TABLE orders DROP CONSTRAINT total_ok;
ALTER TABLE orders ADD CONSTRAINT total_ok CHECK (total >= 0);
ALTER TABLE orders DROP COLUMN note;
CREATE INDEX items_order ON items (order_id, qty);
`,
  ],
  [
    'multi action',
    `ALTER TABLE orders
  ADD COLUMN a int DEFAULT 1,
  ADD COLUMN b uuid DEFAULT gen_random_uuid(),
  ALTER COLUMN email SET NOT NULL,
  ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (id),
  ALTER COLUMN total TYPE numeric(14,2);
UPDATE orders SET a = 2 WHERE id < 10;
`,
  ],
  [
    'rename and index',
    `ALTER TABLE orders RENAME COLUMN note TO remark;
CREATE INDEX orders_remark ON orders (remark);
ALTER TABLE orders ALTER COLUMN remark SET NOT NULL;
`,
  ],
  [
    'fk not valid validate',
    `SET lock_timeout = '3s';
ALTER TABLE items ADD CONSTRAINT items_order_fk FOREIGN KEY (order_id) REFERENCES orders (id) NOT VALID;
ALTER TABLE items VALIDATE CONSTRAINT items_order_fk;
ALTER TABLE orders ADD CONSTRAINT orders_c FOREIGN KEY (customer_id) REFERENCES customers (id);
`,
  ],
  [
    'not null + identity',
    `ALTER TABLE customers ALTER COLUMN email SET NOT NULL;
ALTER TABLE customers ADD COLUMN no int GENERATED ALWAYS AS IDENTITY;
ALTER TABLE customers ADD UNIQUE (email);
COMMENT ON COLUMN customers.no IS 'number';
`,
  ],
  [
    'partitioned',
    `CREATE INDEX events_id ON events (id);
ALTER TABLE events ADD COLUMN token uuid DEFAULT gen_random_uuid();
CREATE INDEX events_1_at ON events_1 (at);
`,
  ],
  [
    'waivers and ignores',
    `-- lockstep-ignore drop-column: nobody reads it
ALTER TABLE orders DROP COLUMN note;
-- lockstep-ignore create-index-blocking: the table is small
CREATE INDEX a ON orders (email);
CREATE INDEX b ON orders (customer_id); ALTER TABLE orders ADD CHECK (total < 1000);
`,
  ],
  [
    'type change and unplanned',
    `ALTER TABLE items ALTER COLUMN sku TYPE text;
ALTER TABLE items ALTER COLUMN qty TYPE bigint;
CREATE INDEX items_sku ON items (sku);
ALTER TABLE items ADD COLUMN big bigint GENERATED ALWAYS AS (qty * 2) STORED;
ALTER TABLE items ADD COLUMN need text NOT NULL;
`,
  ],
  [
    'reindex',
    `REINDEX TABLE orders;
DROP INDEX items_order, items_u;
VACUUM FULL items;
`,
  ],
  [
    'do block and function',
    `CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.note = upper(NEW.note); RETURN NEW; END $$;
CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();
DO $$ BEGIN CREATE INDEX x ON orders (note); END $$;
CREATE INDEX y ON orders (note);
`,
  ],
  [
    'two tables',
    `ALTER TABLE customers ADD COLUMN ref text DEFAULT nextref() UNIQUE;
ALTER TABLE orders ADD COLUMN d int DEFAULT 1 REFERENCES customers (id);
ALTER TABLE items ADD COLUMN token uuid DEFAULT gen_random_uuid();
INSERT INTO items (id, order_id) VALUES (1, 2);
`,
  ],
  [
    'swap primary key',
    `ALTER TABLE items DROP CONSTRAINT items_pkey;
ALTER TABLE items ADD PRIMARY KEY (order_id, id);
ALTER TABLE items ALTER COLUMN sku SET NOT NULL;
`,
  ],
  [
    'materialised view, enum',
    `CREATE TYPE mood AS ENUM ('a', 'b');
ALTER TABLE orders ADD COLUMN m mood NOT NULL DEFAULT 'a';
CREATE MATERIALIZED VIEW mv AS SELECT id, email FROM orders;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE INDEX orders_m ON orders (m);
ALTER TYPE mood ADD VALUE 'c';
`,
  ],
];

const modes: readonly TransactionMode[] = ['unknown', 'wrapped', 'single-query', 'per-statement'];

describe.each(files)('%s', (name, change) => {
  test.each(modes)('%s: each suggestion, committed alone, answers what it says and brings nothing worse', async (transaction) => {
    const analyzed = async (text: string) => {
      const { files, plans, notices } = await analyzeCase({ name, history: shop, change: text, transaction });
      expect(notices.filter((each) => each.message.includes('does not hold'))).toEqual([]);
      return { plans, findings: files.flatMap((file) => file.findings).filter((each) => each.suppressed === undefined) };
    };
    const told = (text: string, { rule, span }: Finding): string => `${rule}: ${text.slice(span.start, span.end)}`;
    const { plans, findings } = await analyzed(change);
    const before = findings.map((each) => told(change, each));
    for (const edit of plans.flatMap((plan) => plan.edits)) {
      const text = applyEdits(change, [edit]);
      const after = (await analyzed(text)).findings;
      expect(after.filter((each) => each.severity === 'error' && !before.includes(told(text, each)))).toEqual([]);
      const end = edit.span.start + edit.replacement.length;
      const inPlace = after.filter(({ span }) => span.start >= edit.span.start && span.end <= end).map((each) => each.rule);
      const answered = findings.filter(
        ({ plan, span }) => plan !== undefined && span.start >= edit.span.start && span.end <= edit.span.end,
      );
      expect(answered.filter((each) => inPlace.includes(each.rule))).toEqual([]);
    }
  });
});

test('most of these files have suggestions', async () => {
  const plans = await Promise.all(files.map(([name, change]) => analyzeCase({ name, history: shop, change })));
  expect(plans.filter((each) => each.plans.some((plan) => plan.edits.length > 0)).length).toBeGreaterThan(files.length * 0.8);
});
