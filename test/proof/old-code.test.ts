import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProofDatabase } from '../../src/proof/database.ts';
import { embeddedDatabase } from '../../src/proof/embedded/engine.ts';
import { type Prover, proverOn } from '../../src/proof/prove.ts';
import { loadReader } from '../../src/sql/load.ts';
import { roomy } from './asking.ts';
import { proofOf } from './proof-of.ts';

/** What the old code sends while a plan is under way: rows that the coming schema takes too, under the names that it knows. */
let database: ProofDatabase;
let prover: Prover;
beforeAll(async () => {
  database = await embeddedDatabase(roomy);
  prover = proverOn(database, await loadReader());
});
afterAll(() => database.close());

const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, email text, total int);';

const failsOnRows = 'the file as written fails on rows, and defines none';

test.each([
  ['a table is renamed, and gets a CHECK', orders, 'ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD CHECK (total > 900);'],
  ['a column is renamed, and gets a CHECK', orders, 'ALTER TABLE orders RENAME total TO sum; ALTER TABLE orders ADD CHECK (sum > 900);'],
  [
    'a table goes to another schema, and gets a CHECK',
    `CREATE SCHEMA shop; ${orders}`,
    'ALTER TABLE orders SET SCHEMA shop; ALTER TABLE shop.orders ADD CHECK (total > 900);',
  ],
  [
    'a table is renamed, and refers to another',
    `${orders} CREATE TABLE sums (id int PRIMARY KEY);`,
    'ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD FOREIGN KEY (total) REFERENCES sums;',
  ],
  [
    'a table is renamed, and gets a unique key',
    'CREATE TABLE orders (id bigint PRIMARY KEY, paid boolean);',
    'ALTER TABLE orders RENAME TO sales; ALTER TABLE sales ADD UNIQUE (paid);',
    failsOnRows,
  ],
  ['a table gets a CHECK, and loses a column', orders, 'ALTER TABLE orders ADD CHECK (total > 900); ALTER TABLE orders DROP COLUMN email;'],
  [
    'a table refers to one that is written behind it',
    'CREATE DOMAIN day AS timestamptz; CREATE TABLE days (at day UNIQUE); CREATE TABLE events (at day NOT NULL, note text);',
    'ALTER TABLE events ADD FOREIGN KEY (at) REFERENCES days (at); ALTER TABLE events DROP COLUMN note;',
  ],
  [
    'a column is computed anew, and another goes without which the old code does not write',
    `${orders} CREATE TABLE bills (paid boolean) INHERITS (orders);`,
    'ALTER TABLE orders ALTER total TYPE int USING total * 2; ALTER TABLE orders DROP COLUMN email;',
  ],
])('%s', async (name, history, change, skipped?: string) => {
  const proof = await proofOf(prover, { name, history, change });
  expect(proof).toMatchObject({ status: 'proved' });
  expect(proof?.checks.flatMap(({ status, detail }) => (status === 'passed' ? [] : [detail]))).toEqual(skipped ? [skipped] : []);
});
