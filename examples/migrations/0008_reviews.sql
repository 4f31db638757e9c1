CREATE TABLE reviews (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  book_id      bigint NOT NULL REFERENCES books (id),
  customer_id  bigint,
  stars        smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  text         text
);
