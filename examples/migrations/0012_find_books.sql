CREATE INDEX books_lower_title_idx ON books (lower(title));

ALTER TABLE books ADD CONSTRAINT books_isbn_key UNIQUE (isbn);
