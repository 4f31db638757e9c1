CREATE TABLE books (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  isbn          varchar(13) NOT NULL,
  title         text NOT NULL,
  subtitle      varchar(200),
  price         numeric(10, 2) NOT NULL CHECK (price >= 0),
  published_on  date
);

CREATE TABLE authors (
  id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name  text NOT NULL
);

CREATE TABLE book_authors (
  book_id    bigint NOT NULL REFERENCES books (id),
  author_id  bigint NOT NULL REFERENCES authors (id),
  PRIMARY KEY (book_id, author_id)
);
