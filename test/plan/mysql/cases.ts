/** One migration after a history, on tables with rows. */
export interface MysqlCase {
  readonly name: string;
  readonly history: string;
  /** On the server before the history, which does not tell of it. */
  readonly unseen?: string;
  /** Fills the tables. */
  readonly rows?: string;
  readonly change: string;
  /** The author's own SQL fails on the rows: for the comparison it is run on empty tables. */
  readonly failsOnRows?: true;
  /** The rows are not to be compared: a value is stated for them, or drawn. */
  readonly otherRows?: true;
  /** What to run for the author's own SQL where that is refused. */
  readonly means?: string;
  /** Only where the server is of this name. */
  readonly engine?: 'mysql' | 'mariadb';
}

const orders =
  'CREATE TABLE orders (id INT PRIMARY KEY AUTO_INCREMENT, email VARCHAR(100) NOT NULL, total DECIMAL(10,2) NOT NULL, status VARCHAR(20), note TEXT NOT NULL, placed DATETIME NOT NULL, KEY orders_email (email));';
/** 2,500 numbers: more than two batches. MySQL recurses no deeper than 1,000. */
const numbers =
  'WITH RECURSIVE d (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM d WHERE i < 50), n AS (SELECT (a.i - 1) * 50 + b.i AS i FROM d AS a, d AS b ORDER BY i)';
const orderRows = `INSERT INTO orders (email, total, status, note, placed) ${numbers} SELECT CONCAT('P', i, '@example.com'), i, IF(i % 7 = 0, NULL, 'new'), '', '2026-01-01' FROM n;`;
const users = "CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40)); INSERT INTO users VALUES (1, 'a'), (2, 'b');";

export const mysqlCases: readonly MysqlCase[] = [
  { name: 'required column', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD COLUMN priority INT NOT NULL;\n' },
  {
    name: 'required column, constant value stated',
    otherRows: true,
    history: orders,
    rows: orderRows,
    change: "-- lockstep: backfill orders.state = 'new'\nALTER TABLE orders ADD COLUMN state VARCHAR(20) NOT NULL AFTER id;\n",
  },
  {
    name: 'required column, value from the row',
    otherRows: true,
    history: orders,
    rows: orderRows,
    change: '-- lockstep: backfill orders.contact = lower(email)\nALTER TABLE orders ADD COLUMN contact VARCHAR(100) NOT NULL;\n',
  },
  { name: 'required text', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD COLUMN remark TEXT NOT NULL;\n' },
  { name: 'required date, value not stated', history: orders, change: 'ALTER TABLE orders ADD COLUMN due DATE NOT NULL;\n' },
  {
    name: 'required date',
    history: orders,
    rows: orderRows,
    failsOnRows: true,
    change: '-- lockstep: backfill orders.due = date(placed)\nALTER TABLE orders ADD COLUMN due DATE NOT NULL;\n',
  },
  { name: 'required enum', history: orders, rows: orderRows, change: "ALTER TABLE orders ADD COLUMN kind ENUM('it''s', 'b') NOT NULL;\n" },
  { name: 'expression default', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD COLUMN score INT DEFAULT (1 + 1);\n' },
  {
    name: 'random default, NOT NULL and UNIQUE',
    means:
      "ALTER TABLE orders ADD COLUMN token CHAR(36) COMMENT 'handed out' UNIQUE; ALTER TABLE orders MODIFY token CHAR(36) NOT NULL DEFAULT (uuid()) COMMENT 'handed out';",
    otherRows: true,
    history: orders,
    rows: orderRows,
    failsOnRows: true,
    change: "ALTER TABLE orders ADD COLUMN token CHAR(36) NOT NULL DEFAULT (uuid()) COMMENT 'handed out' UNIQUE;\n",
  },
  {
    name: 'random number',
    otherRows: true,
    failsOnRows: true,
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders ADD COLUMN draw DOUBLE DEFAULT (rand());\n',
    means: 'ALTER TABLE orders ADD COLUMN draw DOUBLE; ALTER TABLE orders ALTER draw SET DEFAULT (rand());',
  },
  {
    name: 'UNIQUE with the column',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders ADD COLUMN reference VARCHAR(30) UNIQUE;\n',
  },
  {
    name: 'a table with a key of two columns and names that need quotes',
    otherRows: true,
    history: 'CREATE TABLE `my orders` (`tenant``s` INT NOT NULL, `from` VARCHAR(20) NOT NULL, n INT, PRIMARY KEY (`tenant``s`, `from`));',
    rows: `INSERT INTO \`my orders\` ${numbers} SELECT i % 7, CONCAT('x', i), i FROM n;`,
    change: '-- lockstep: backfill `my orders`.`to` = concat(`from`, 1)\nALTER TABLE `my orders` ADD COLUMN `to` VARCHAR(30) NOT NULL;\n',
  },
  {
    name: 'stored generated column',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders ADD COLUMN gross DECIMAL(12,2) AS (total * 2) STORED;\n',
  },
  {
    name: 'auto increment',
    history: 'CREATE TABLE log (what TEXT);',
    change: 'ALTER TABLE log ADD COLUMN id BIGINT AUTO_INCREMENT PRIMARY KEY;\n',
  },
  { name: 'inline CHECK', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD COLUMN rating INT CHECK (rating > 0);\n' },
  {
    name: 'several actions in one ALTER',
    means:
      "ALTER TABLE orders ADD COLUMN region VARCHAR(20) DEFAULT 'eu', ADD INDEX orders_region (region), ADD COLUMN token CHAR(36), ADD UNIQUE KEY orders_email_placed (email, placed); ALTER TABLE orders ALTER token SET DEFAULT (uuid());",
    otherRows: true,
    failsOnRows: true,
    history: orders,
    rows: orderRows,
    change:
      "ALTER TABLE orders\n  ADD COLUMN region VARCHAR(20) DEFAULT 'eu', -- one of three\n  ADD INDEX orders_region (region),\n  ADD COLUMN token CHAR(36) DEFAULT (uuid()),\n  ADD UNIQUE KEY orders_email_placed (email, placed);\n",
  },
  {
    name: 'clauses of the author',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders ADD COLUMN region VARCHAR(20), ADD UNIQUE orders_region (region), ALGORITHM=COPY;\n',
  },
  {
    name: 'an index',
    history: orders,
    rows: orderRows,
    change: 'CREATE INDEX orders_status ON orders (status, placed DESC) ALGORITHM=COPY;\n',
  },
  {
    name: 'a unique index',
    history: orders,
    rows: orderRows,
    change: 'CREATE UNIQUE INDEX orders_email_total ON orders (email(20), total) LOCK=SHARED;\n',
  },
  { name: 'a FULLTEXT index', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD FULLTEXT INDEX orders_note (note);\n' },
  { name: 'an index that is dropped', history: orders, rows: orderRows, change: 'DROP INDEX orders_email ON orders;\n' },
  {
    name: 'an index that takes the place of another',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders DROP INDEX orders_email, ADD INDEX orders_email (email, placed);\n',
  },
  {
    name: 'a unique index that is dropped',
    history: 'CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(40), UNIQUE KEY users_name (name));',
    change: 'ALTER TABLE users DROP INDEX users_name;\n',
  },
  {
    name: 'required blob after another column',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders ADD COLUMN picture MEDIUMBLOB NOT NULL AFTER id, ADD COLUMN remark TEXT NOT NULL;\n',
  },
  {
    name: 'NOT NULL for a column that is there',
    history: orders,
    rows: orderRows,
    failsOnRows: true,
    change: "-- lockstep: backfill orders.status = 'none'\nALTER TABLE orders MODIFY COLUMN status VARCHAR(20) NOT NULL;\n",
  },
  {
    name: 'a type of more bytes',
    history: orders,
    rows: orderRows,
    change: "ALTER TABLE orders MODIFY COLUMN total DECIMAL(14,4) NOT NULL COMMENT 'gross';\n",
  },
  {
    name: 'a type of more bytes, of an indexed column',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders MODIFY email VARCHAR(400) NOT NULL;\n',
  },
  {
    name: 'another type of the key',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY AUTO_INCREMENT, author INT, FOREIGN KEY (author) REFERENCES users (id));`,
    change: 'ALTER TABLE posts MODIFY id BIGINT AUTO_INCREMENT;\n',
  },
  {
    name: 'another type of a column of the key',
    history:
      'CREATE TABLE seats (hall INT NOT NULL, code VARCHAR(10) CHARACTER SET latin1 NOT NULL, taken INT, PRIMARY KEY (code, hall), KEY seats_code (code, taken));',
    rows: `INSERT INTO seats ${numbers} SELECT i % 7, CONCAT('S', i), i FROM n;`,
    change: "ALTER TABLE seats MODIFY code VARCHAR(100) CHARACTER SET utf8mb4 COMMENT 'as printed';\n",
  },
  {
    name: 'another type of a column of the key, which is sorted downwards',
    history:
      'CREATE TABLE seats (hall INT NOT NULL, code VARCHAR(10) CHARACTER SET latin1 NOT NULL, PRIMARY KEY (code DESC, hall), KEY seats_code (code DESC));',
    rows: `INSERT INTO seats (hall, code) ${numbers} SELECT i % 7, CONCAT('S', i) FROM n;`,
    change: 'ALTER TABLE seats MODIFY code VARCHAR(100) CHARACTER SET utf8mb4;\n',
  },
  {
    name: 'another type of the whole key',
    history: 'CREATE TABLE seats (number INT NOT NULL PRIMARY KEY, taken INT);',
    rows: `INSERT INTO seats ${numbers} SELECT i, i FROM n;`,
    change: 'ALTER TABLE seats MODIFY number BIGINT UNSIGNED NOT NULL;\n',
  },
  {
    name: 'an enum in another order',
    history: "CREATE TABLE jobs (id INT PRIMARY KEY, state ENUM('a', 'b', 'c') NOT NULL DEFAULT 'b');",
    rows: `INSERT INTO jobs ${numbers} SELECT i, ELT(1 + i % 3, 'a', 'b', 'c') FROM n;`,
    change: "ALTER TABLE jobs MODIFY state ENUM('c', 'a', 'b', 'd') NOT NULL DEFAULT 'b';\n",
  },
  {
    name: 'an enum in another order, of the same members, with indexes',
    history: "CREATE TABLE jobs (id INT PRIMARY KEY, state ENUM('a', 'b', 'c') NOT NULL, UNIQUE KEY once (state, id), KEY (state));",
    rows: `INSERT INTO jobs ${numbers} SELECT i, ELT(1 + i % 3, 'a', 'b', 'c') FROM n;`,
    change: "ALTER TABLE jobs MODIFY state ENUM('c', 'a', 'b') NOT NULL;\n",
  },
  {
    name: 'another character set of a column',
    history: 'CREATE TABLE notes (id INT PRIMARY KEY, body VARCHAR(200) CHARACTER SET latin1);',
    rows: `INSERT INTO notes ${numbers} SELECT i, 'x' FROM n;`,
    change: 'ALTER TABLE notes MODIFY body VARCHAR(200) CHARACTER SET utf8mb4;\n',
  },
  {
    name: 'another character set of a table',
    history: 'CREATE TABLE notes (id INT PRIMARY KEY, body VARCHAR(200)) CHARACTER SET latin1;',
    change: 'ALTER TABLE notes CONVERT TO CHARACTER SET utf8mb4;\n',
  },
  {
    name: 'another type of a column of a table that no migration creates',
    unseen: 'CREATE TABLE elsewhere (id INT PRIMARY KEY, note VARCHAR(100));',
    history: '',
    change: 'ALTER TABLE elsewhere MODIFY note VARCHAR(200) NOT NULL;\n',
  },
  {
    name: 'a table that is there already',
    history: orders,
    change: 'CREATE TABLE orders (id INT PRIMARY KEY);\n',
  },
  {
    name: 'tables of a database that the file uses',
    history:
      'CREATE TABLE lockstep_elsewhere.drafts (id INT PRIMARY KEY); CREATE TABLE lockstep_elsewhere.notes (id INT PRIMARY KEY, body TEXT);',
    change:
      'USE lockstep_elsewhere;\nDROP TABLE IF EXISTS drafts;\nALTER TABLE notes ADD COLUMN title VARCHAR(40) NOT NULL;\nUSE lockstep_plan;\n',
  },
  { name: 'a column under another name', history: orders, rows: orderRows, change: 'ALTER TABLE orders RENAME COLUMN email TO contact;\n' },
  {
    name: 'a nullable column under another name, by CHANGE',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders CHANGE status state VARCHAR(20);\n',
  },
  { name: 'a column that goes', history: orders, rows: orderRows, change: 'ALTER TABLE orders DROP COLUMN total;\n' },
  { name: 'an indexed column that goes', history: orders, rows: orderRows, change: 'ALTER TABLE orders DROP COLUMN email;\n' },
  { name: 'a required date that goes', history: orders, rows: orderRows, change: 'ALTER TABLE orders DROP COLUMN placed;\n' },
  { name: 'a table that goes', history: orders, change: 'DROP TABLE orders;\n' },
  { name: 'a table under another name', history: orders, rows: orderRows, change: 'RENAME TABLE orders TO purchases;\n' },
  {
    name: 'a table under another name, and what else happens to it',
    history: orders,
    rows: orderRows,
    change: 'ALTER TABLE orders RENAME TO purchases;\nALTER TABLE purchases ADD COLUMN region VARCHAR(20) NOT NULL, ADD INDEX (region);\n',
  },
  {
    name: 'a table under another name, among others',
    history:
      'CREATE TABLE countries (id INT PRIMARY KEY); CREATE TABLE users (id INT PRIMARY KEY, country INT, age INT INVISIBLE, CHECK (age > 0), CONSTRAINT adult CHECK (age > 17), FOREIGN KEY (country) REFERENCES countries (id)); CREATE TABLE posts (id INT PRIMARY KEY, author INT, FOREIGN KEY (author) REFERENCES users (id));',
    rows: 'INSERT INTO countries VALUES (1); INSERT INTO users (id, country, age) VALUES (1, 1, 18); INSERT INTO posts VALUES (1, 1);',
    change: 'RENAME TABLE users TO people;\n',
  },
  {
    name: 'two tables that exchange their names',
    history: `${users} CREATE TABLE users_new (id BIGINT PRIMARY KEY, name VARCHAR(80));`,
    change: 'RENAME TABLE users TO users_old;\nRENAME TABLE users_new TO users;\n',
  },
  {
    name: 'a table that goes to another database',
    history: orders,
    rows: orderRows,
    change: 'RENAME TABLE orders TO lockstep_elsewhere.purchases;\n',
  },
  {
    name: 'a foreign key',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY, author INT, title VARCHAR(20));`,
    rows: `INSERT INTO posts ${numbers} SELECT i, 1 + i % 2, 'x' FROM n;`,
    change: 'ALTER TABLE posts ADD CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id) ON DELETE CASCADE;\n',
  },
  {
    name: 'a foreign key without a name, over an index',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY, author INT, KEY by_author (author));`,
    change: 'ALTER TABLE posts ADD FOREIGN KEY (author) REFERENCES users (id);\n',
  },
  {
    name: 'a column with a foreign key',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY);`,
    rows: `INSERT INTO posts ${numbers} SELECT i FROM n;`,
    change: 'ALTER TABLE posts ADD COLUMN editor INT, ADD CONSTRAINT posts_editor FOREIGN KEY (editor) REFERENCES users (id);\n',
  },
  { name: 'a CHECK', history: orders, rows: orderRows, change: 'ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total > 0);\n' },
  {
    name: 'a CHECK that is enforced from now on',
    engine: 'mysql',
    history: `${orders} ALTER TABLE orders ADD CONSTRAINT orders_total CHECK (total > 0) NOT ENFORCED;`,
    change: 'ALTER TABLE orders ALTER CHECK orders_total ENFORCED;\n',
  },
  {
    name: 'a primary key that goes',
    history: 'CREATE TABLE logs (id INT NOT NULL PRIMARY KEY, what TEXT);',
    change: 'ALTER TABLE logs DROP PRIMARY KEY;\n',
  },
  {
    name: 'a primary key over other columns',
    history: 'CREATE TABLE credentials (user INT NOT NULL, provider INT NOT NULL, secret TEXT, PRIMARY KEY (user));',
    rows: `INSERT INTO credentials ${numbers} SELECT i, i % 3, 'x' FROM n;`,
    change: 'ALTER TABLE credentials DROP PRIMARY KEY;\nALTER TABLE credentials ADD PRIMARY KEY (user, provider);\n',
  },
  {
    name: 'a primary key over other columns, in one statement',
    history: 'CREATE TABLE credentials (user INT NOT NULL, provider INT NOT NULL, secret TEXT, PRIMARY KEY (user));',
    rows: `INSERT INTO credentials ${numbers} SELECT i, i % 3, 'x' FROM n;`,
    change: 'ALTER TABLE credentials DROP PRIMARY KEY, ADD PRIMARY KEY (provider, user), ADD COLUMN note VARCHAR(20) NOT NULL;\n',
  },
  {
    name: 'a primary key on a column that becomes NOT NULL for it',
    history: 'CREATE TABLE clients (id INT NOT NULL PRIMARY KEY, zone INT);',
    rows: `INSERT INTO clients ${numbers} SELECT i, IF(i % 3 = 0, NULL, i % 5) FROM n;`,
    failsOnRows: true,
    change:
      '-- lockstep: backfill clients.zone = 0\nALTER TABLE clients MODIFY zone INT NOT NULL;\nALTER TABLE clients DROP PRIMARY KEY;\nALTER TABLE clients ADD PRIMARY KEY (id, zone);\n',
  },
  {
    name: 'what a procedure does',
    history: orders,
    change:
      'DELIMITER //\nCREATE PROCEDURE clean_up()\nBEGIN\n  ALTER TABLE orders DROP COLUMN note;\nEND //\nDELIMITER ;\nCALL clean_up();\nDROP PROCEDURE clean_up;\n',
  },
  {
    name: 'what is executed from a string',
    history: orders,
    change: "SET @change = 'ALTER TABLE orders DROP COLUMN note';\nPREPARE change_orders FROM @change;\nEXECUTE change_orders;\n",
  },
  { name: 'another row format', history: orders, rows: orderRows, change: 'ALTER TABLE orders ROW_FORMAT=COMPRESSED, ALGORITHM=COPY;\n' },
  {
    name: 'a FULLTEXT index, by CREATE INDEX',
    history: orders,
    rows: orderRows,
    change: 'CREATE FULLTEXT INDEX orders_note ON orders (note) LOCK=SHARED;\n',
  },
  {
    name: 'a FULLTEXT index on a table with foreign keys',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY AUTO_INCREMENT, author INT, body TEXT, FOREIGN KEY (author) REFERENCES users (id));`,
    rows: "INSERT INTO posts (author, body) VALUES (1, 'x');",
    change: 'ALTER TABLE posts ADD FULLTEXT INDEX posts_body (body);\n',
  },
  {
    name: 'a FULLTEXT index on a table that foreign keys refer to',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY AUTO_INCREMENT, author INT, KEY by_author (author), FOREIGN KEY (author) REFERENCES users (id));`,
    rows: 'INSERT INTO posts (author) VALUES (1);',
    change: 'ALTER TABLE users ADD FULLTEXT INDEX users_name (name);\n',
  },
  {
    name: 'a FULLTEXT index on a table with triggers',
    history: `${orders} CREATE TRIGGER orders_placed BEFORE INSERT ON orders FOR EACH ROW SET NEW.placed = '2026-02-01';`,
    rows: orderRows,
    change: "ALTER TABLE orders ADD FULLTEXT INDEX `orders' note` (note);\n",
  },
  {
    name: 'a SET in another order, in a key',
    history: "CREATE TABLE jobs (id INT, tags SET('a', 'b') NOT NULL, PRIMARY KEY (id, tags));",
    rows: "INSERT INTO jobs VALUES (1, 'a'), (2, 'a,b');",
    change: "ALTER TABLE jobs MODIFY tags SET('b', 'a', 'c') NOT NULL;\n",
  },
  {
    name: 'defaults, a name and a comment',
    history: orders,
    rows: orderRows,
    change:
      "ALTER TABLE orders ALTER status SET DEFAULT 'new', ALTER total DROP DEFAULT, RENAME INDEX orders_email TO by_email, COMMENT 'of all shops';\n",
  },
  {
    name: 'a foreign key that goes, and rows written anew',
    history: `${users} CREATE TABLE posts (id INT PRIMARY KEY, author INT, CONSTRAINT posts_author FOREIGN KEY (author) REFERENCES users (id));`,
    rows: `INSERT INTO posts ${numbers} SELECT i, 1 + i % 2 FROM n;`,
    change: 'ALTER TABLE posts DROP FOREIGN KEY posts_author;\nALTER TABLE posts FORCE;\n',
  },
  {
    name: 'partitions',
    history: 'CREATE TABLE events (id INT NOT NULL, at INT NOT NULL, PRIMARY KEY (id, at));',
    change: 'ALTER TABLE events PARTITION BY HASH (at) PARTITIONS 4;\n',
  },
  {
    name: 'UPDATE of every row',
    history: orders,
    rows: orderRows,
    change: "UPDATE orders SET status = concat(email, '#') WHERE true; -- all\n",
  },
  { name: 'DELETE of many rows', history: orders, rows: orderRows, change: 'DELETE FROM `orders`;\n' },
  {
    name: 'a new column, its rows and its index',
    history: orders,
    rows: orderRows,
    change:
      "ALTER TABLE orders ADD COLUMN state VARCHAR(20) DEFAULT (concat('n', 1));\nUPDATE orders SET state = lower(status);\nCREATE INDEX orders_state ON orders (state);\n",
  },
];
