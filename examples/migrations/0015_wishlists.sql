-- Nothing here makes anybody wait: a new table, a longer varchar, a column with a constant default.
CREATE TABLE wishlists (
  customer_id  bigint NOT NULL REFERENCES customers (id),
  book_id      bigint NOT NULL REFERENCES books (id),
  added_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, book_id)
);

ALTER TABLE books ALTER COLUMN subtitle TYPE varchar(400);

ALTER TABLE customers ADD COLUMN newsletter boolean NOT NULL DEFAULT false;
