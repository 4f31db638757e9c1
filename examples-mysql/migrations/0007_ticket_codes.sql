SET SESSION lock_wait_timeout = 5;
ALTER TABLE tickets ADD COLUMN code VARCHAR(36) UNIQUE;
