-- Soon there are more than an INT can count.
SET SESSION lock_wait_timeout = 5;
ALTER TABLE tickets MODIFY id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT;
