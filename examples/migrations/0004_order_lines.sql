CREATE TABLE order_lines (
  order_id  bigint NOT NULL REFERENCES orders (id),
  line      smallint NOT NULL,
  book_id   bigint NOT NULL REFERENCES books (id),
  quantity  integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (order_id, line)
);
