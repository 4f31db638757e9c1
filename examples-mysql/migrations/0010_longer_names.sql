-- 60 characters of utf8mb4 are 240 bytes, 100 are 400.
SET SESSION lock_wait_timeout = 5;
ALTER TABLE customers MODIFY name VARCHAR(100) NOT NULL;
