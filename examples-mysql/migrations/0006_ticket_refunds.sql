SET SESSION lock_wait_timeout = 5;
ALTER TABLE tickets MODIFY state ENUM('free', 'held', 'refunded', 'sold') NOT NULL DEFAULT 'free';
