-- Every ticket that is sold belongs to somebody.
SET SESSION lock_wait_timeout = 5;
ALTER TABLE tickets ADD CONSTRAINT tickets_owner FOREIGN KEY (customer_id) REFERENCES customers (id);
