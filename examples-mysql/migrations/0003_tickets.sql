CREATE TABLE tickets (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event_id INT UNSIGNED NOT NULL,
  customer_id BIGINT UNSIGNED,
  state ENUM('free', 'held', 'sold') NOT NULL DEFAULT 'free',
  price DECIMAL(8,2) NOT NULL,
  KEY tickets_event (event_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
