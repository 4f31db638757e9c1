CREATE INDEX CONCURRENTLY reviews_book_id_idx ON reviews (book_id);
