CREATE TYPE order_status AS ENUM ('placed', 'paid', 'shipped', 'returned');

ALTER TABLE orders ADD COLUMN status order_status NOT NULL DEFAULT 'placed';
