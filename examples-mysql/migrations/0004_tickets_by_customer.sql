SET SESSION lock_wait_timeout = 5;
ALTER TABLE tickets ADD INDEX tickets_customer (customer_id), ALGORITHM=INPLACE, LOCK=NONE;
