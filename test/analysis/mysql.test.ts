import { expect, test } from 'vitest';
import { workspace } from '../cli/workspace.ts';
import { findingsOf, type Setup } from '../rules/judge.ts';

/** MySQL and MariaDB from the SQL to the verdict: what no page of a rule shows. */

const quiet = { lockTimeout: 'role' } as const;
const rulesOf = (sql: string, { engine = 'mysql@8.4', config, ...setup }: Setup = {}): readonly string[] =>
  findingsOf(sql, { engine, ...setup, config: { ...quiet, ...config } }).map((each) => `${each.rule}:${each.line}`);
const orders = 'CREATE TABLE orders (id BIGINT PRIMARY KEY, customer_id BIGINT, total INT);';

test('nothing is said of a table that comes with the deployment, whatever is done to it', () => {
  expect(
    rulesOf(`${orders}
ALTER TABLE orders MODIFY total BIGINT NOT NULL;
ALTER TABLE orders CONVERT TO CHARACTER SET latin1;
ALTER TABLE orders ADD CHECK (total > 0);
UPDATE orders SET total = 1;
TRUNCATE orders;
DROP TABLE orders;`),
  ).toEqual([]);
});

test('and nothing of what is INSTANT on a table that is known', () => {
  const sql = `ALTER TABLE orders ADD COLUMN note TEXT, ADD COLUMN state TINYINT NOT NULL DEFAULT 0;
ALTER TABLE orders ALTER COLUMN total SET DEFAULT 0;
ALTER TABLE orders ADD INDEX (total);
ALTER TABLE orders RENAME INDEX total TO orders_total;
CREATE VIEW dear AS SELECT id FROM orders WHERE total > 1000;`;
  expect(rulesOf(sql, { history: [orders] })).toEqual([]);
});

test('the version decides', () => {
  const add = 'ALTER TABLE orders ADD COLUMN first INT FIRST;';
  const at = (engine: string): readonly string[] => rulesOf(add, { engine, history: [orders] });
  expect(['mysql@5.7', 'mysql@8.0.20', 'mysql@8.0.29', 'mysql@8.0', 'mysql', 'mariadb@10.3.2', 'mariadb@10.4', 'mariadb'].map(at)).toEqual([
    ['table-rebuild:1'],
    ['table-rebuild:1'],
    [],
    [],
    [],
    ['table-rebuild:1'],
    [],
    [],
  ]);
});

test('NULLs are no duplicates of one another', () => {
  const messageOf = (column: string): string => {
    const found = findingsOf(`ALTER TABLE orders ADD COLUMN code ${column};`, { engine: 'mysql', history: [orders], config: quiet });
    return found.find(({ rule }) => rule === 'add-column-unique-rebuilding')?.message ?? '';
  };
  expect(messageOf('VARCHAR(36) UNIQUE')).toMatch(/LOCK=NONE\)\.$/);
  expect(messageOf('VARCHAR(36) DEFAULT NULL UNIQUE')).toMatch(/LOCK=NONE\)\.$/);
  expect(messageOf('VARCHAR(36) NOT NULL UNIQUE')).toContain('It fails if there are two rows');
  expect(messageOf("VARCHAR(36) DEFAULT 'x' UNIQUE")).toContain('It fails if there are two rows');
});

test('where the versions that are asked differ, it is said which', () => {
  const [found] = findingsOf('ALTER TABLE orders ADD CHECK (total > 0);', { engine: 'mariadb', history: [orders], config: quiet });
  expect(found?.message).toContain('(ALGORITHM=COPY, LOCK=SHARED; MariaDB 10.6 and 10.11)');
});

test("the config states the server's settings, and the file wins", () => {
  const key = 'ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id), ADD INDEX (customer_id);';
  const setup = { history: [orders, 'CREATE TABLE customers (id BIGINT PRIMARY KEY);'], config: { mysql: { foreignKeyChecks: false } } };
  expect(rulesOf(key, setup)).toEqual(['unvalidated-foreign-key:1']);
  expect(rulesOf(`SET foreign_key_checks = 1;\n${key}`, setup)).toEqual(['add-foreign-key-copying:2']);
  const required = 'ALTER TABLE orders MODIFY total INT NOT NULL;';
  expect(rulesOf(required, { history: [orders], config: { mysql: { sqlMode: '' } } })).toContain('not-null-without-strict-mode:1');
  expect(rulesOf(required, { history: [orders] })).toEqual(['table-rebuild:1']);
});

test('a transaction ends with the first schema change, whoever began it', () => {
  const alter = 'ALTER TABLE orders ADD COLUMN a INT;';
  const of = (sql: string, setup: Setup = {}): readonly string[] => rulesOf(sql, { history: [orders], ...setup });
  expect(of(`START TRANSACTION;\n${alter}\nALTER TABLE orders ADD COLUMN b INT;\nCOMMIT;`)).toEqual(['ddl-in-transaction:2']);
  expect(of(`BEGIN;\nUPDATE orders SET total = 1 WHERE id = 1;\nCOMMIT;\n${alter}`)).toEqual([]);
  expect(of(`SET autocommit = 0;\nUPDATE orders SET total = 1 WHERE id = 1;\n${alter}`)).toEqual(['ddl-in-transaction:3']);
  expect(of(`SET autocommit = 0;\n${alter}`)).toEqual([]);
  expect(of(`BEGIN;\nCREATE TEMPORARY TABLE scratch (a INT);\nCOMMIT;`)).toEqual([]);
  expect(of(alter, { transaction: 'wrapped' })).toEqual([]);
  expect(
    of(`UPDATE orders SET total = 1 WHERE id = 1;\n${alter}\nALTER TABLE orders ADD COLUMN b INT;`, { transaction: 'wrapped' }),
  ).toEqual(['ddl-in-transaction:2']);
  expect(of('BEGIN;\nUPDATE orders SET total = 1 WHERE id = 1;')).toEqual(['transaction-left-open:1']);
  expect(of(`BEGIN;\n${alter}`)).toEqual(['ddl-in-transaction:2']);
});

test('names stand in backticks where they must, and the database where it is said', () => {
  const messageOf = (sql: string): string =>
    findingsOf(sql, { engine: 'mysql', config: quiet }).find(({ rule }) => rule === 'drop-column')?.message ?? '';
  expect(messageOf('ALTER TABLE `user events` DROP COLUMN `order`;')).toContain(' `user events`.`order`:');
  expect(messageOf('ALTER TABLE shop.orders DROP COLUMN Total;')).toContain(' shop.orders.Total:');
  expect(messageOf('USE shop; ALTER TABLE orders DROP COLUMN total;')).toContain(' orders.total:');
});

test('a size that the config tells is said, whatever database the table lies in', () => {
  const config = { ...quiet, sizes: { 'public.orders': 24_000_000 } };
  const [found] = findingsOf('ALTER TABLE orders ENGINE=MyISAM;', { engine: 'mysql', config });
  expect(found?.message).toContain('Writes of orders (24,000,000 rows) wait');
});

test('a waiver in a comment of any kind, a config, and a report', async () => {
  const here = workspace({
    '.lockstep.yml': 'engine: mysql@8.0.36\nlock-timeout: role\nsql-mode: STRICT_ALL_TABLES\n',
    'm/1.sql': orders,
    'm/2.sql':
      '# lockstep-ignore drop-column: nobody reads it\nALTER TABLE orders DROP COLUMN total;\nALTER TABLE orders MODIFY customer_id INT;\n',
  });
  const { code, stdout } = await here.lockstep('check', 'm', '--format=json');
  const report = JSON.parse(stdout);
  expect(code).toBe(1);
  for (const { proof } of report.plans) expect(proof).toEqual({ status: 'unproved', checks: [], reason: 'there is no MySQL to run it on' });
  expect(report.files[1]).toMatchObject({
    engine: 'mysql@8.0.36',
    statements: [
      { effects: [{ table: 'orders', algorithm: 'INSTANT', lock: 'none', work: ['row-version'] }] },
      { effects: [{ table: 'orders', algorithm: 'COPY', lock: 'shared', work: ['rebuild'] }] },
    ],
    findings: [
      { rule: 'drop-column', suppressed: { reason: 'nobody reads it', line: 1 } },
      { rule: 'change-column-type-copying', severity: 'error' },
      { rule: 'narrow-column-type' },
    ],
  });
});

test('explain says what each statement does', async () => {
  const here = workspace({
    'm/1.sql': `${orders}\nALTER TABLE orders ADD COLUMN a INT;\nALTER TABLE orders MODIFY total BIGINT;\nDROP TABLE old;\nUPDATE orders SET total = 1;\n`,
  });
  const { stdout } = await here.lockstep('explain', 'm', '--engine=mysql@8.0.36');
  expect(stdout).toContain('orders  INSTANT  ');
  expect(stdout).toContain('COPY, LOCK=SHARED  every row is copied into a new table, because ');
  expect(stdout).toContain('old  EXCLUSIVE  only the dictionary is changed; for a moment, reads and writes wait\n');
  expect(stdout).toContain('orders  no lock  nothing but rows is locked; reads and writes go on\n');
});

test('one repository, two engines', async () => {
  const here = workspace({
    '.lockstep.yml': 'lock-timeout: role\ndirectories:\n  shop:\n    engine: mariadb@10.11\n  books:\n    engine: postgres@16\n',
    'shop/1.sql': orders,
    'shop/2.sql': 'ALTER TABLE orders MODIFY total BIGINT;\n',
    'books/1.sql': 'CREATE TABLE orders (id bigint PRIMARY KEY, total int);\n',
    'books/2.sql': 'ALTER TABLE orders ALTER COLUMN total TYPE bigint;\n',
  });
  const { stdout } = await here.lockstep('check', 'shop', 'books', '--format=json', '--no-proof');
  const { files } = JSON.parse(stdout) as { files: { path: string; engine: string; findings: { rule: string }[] }[] };
  expect(Object.fromEntries(files.map(({ path, engine, findings }) => [path, [engine, ...findings.map(({ rule }) => rule)]]))).toEqual({
    'books/1.sql': ['postgres@16'],
    'books/2.sql': ['postgres@16', 'alter-column-type-blocking'],
    'shop/1.sql': ['mariadb@10.11'],
    'shop/2.sql': ['mariadb@10.11', 'change-column-type-copying'],
  });
});

test.each(['text', 'json', 'sarif', 'gitlab', 'junit', 'checkstyle', 'rdjsonl', 'markdown', 'html', 'github'])('%s', async (format) => {
  const here = workspace({ 'm/1.sql': orders, 'm/2.sql': 'ALTER TABLE orders MODIFY total BIGINT, ADD INDEX (customer_id);\n' });
  const { stdout, stderr } = await here.lockstep('check', 'm', `--format=${format}`, '--engine=mysql');
  expect(stderr).toBe('');
  expect(stdout).toContain('change-column-type-copying');
  expect(stdout).not.toMatch(/PostgreSQL|ACCESS EXCLUSIVE|undefined/);
});
