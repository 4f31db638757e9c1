import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspace } from './workspace.ts';

const create = 'CREATE TABLE orders (id bigint PRIMARY KEY, total int, status text);\n';

test('what is begun and not finished, since when, and its next step', async () => {
  const here = workspace({
    'm/1.sql': create,
    'm/2.sql': 'ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0) NOT VALID;\n',
    'm/3.sql':
      'ALTER TABLE orders ADD CONSTRAINT orders_status_lockstep CHECK (status IS NOT NULL) NOT VALID;\nALTER TABLE orders VALIDATE CONSTRAINT orders_status_lockstep;\n',
    'm/4.sql': `CREATE FUNCTION orders_total_lockstep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER "~orders_total_lockstep" BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION orders_total_lockstep();
CREATE TABLE logs (id int, at date) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX logs_id ON ONLY logs (id);\n`,
    'm/5.sql': '-- lockstep: pending 3f9a1c contract\nSELECT 1;\n',
  });
  const { code, stdout } = await here.lockstep('status', 'm', '--format', 'json');
  expect(code).toBe(0);
  const { unfinished } = JSON.parse(stdout) as { unfinished: { path: string; kind: string; message: string; next: string }[] };
  expect(unfinished.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
    'm/2.sql constraint',
    'm/3.sql column',
    'm/4.sql index',
    'm/4.sql trigger',
    'm/5.sql stage',
  ]);
  expect(unfinished.find(({ kind }) => kind === 'constraint')?.next).toBe('ALTER TABLE orders VALIDATE CONSTRAINT total_positive;');
  expect(unfinished.find(({ kind }) => kind === 'column')?.next).toBe(
    'ALTER TABLE orders ALTER COLUMN status SET NOT NULL; ALTER TABLE orders DROP CONSTRAINT orders_status_lockstep;',
  );
  const text = (await here.lockstep('status', 'm')).stdout;
  expect(text).toContain('m/2.sql\n  The constraint total_positive of orders was never validated');
  expect(text).toContain('5 things to finish\n');
});

test('what is finished is not listed', async () => {
  const here = workspace({
    'm/1.sql': create,
    'm/2.sql': 'ALTER TABLE orders ADD CONSTRAINT total_positive CHECK (total > 0) NOT VALID;\n',
    'm/3.sql': 'ALTER TABLE orders VALIDATE CONSTRAINT total_positive;\n',
  });
  expect((await here.lockstep('status', 'm')).stdout).toBe('✓ Nothing is unfinished.\n');
});

test('a plan is one thing to finish, with its next stage; what it has made is told of with it', async () => {
  const here = workspace({
    'm/1.sql': create,
    'm/2.sql': 'ALTER TABLE orders ALTER COLUMN status SET NOT NULL;\n',
    '.lockstep.yml': 'lock-timeout: role\nengine: postgres@17\n',
  });
  await here.lockstep('plan', 'm/2.sql', '--write', '--no-proof');
  expect((await here.lockstep('status', 'm')).stdout).toBe('✓ Nothing is unfinished.\n');
  const unfinished = async () => JSON.parse((await here.lockstep('status', 'm', '--format', 'json')).stdout).unfinished;
  here.remove('m/4_enforce_2.sql');
  expect(await unfinished()).toEqual([
    expect.objectContaining({
      path: 'm/2.sql',
      kind: 'stage',
      message: expect.stringMatching(/^Plan \w+ waits for its enforce-2 stage: no migration carries/),
      next: 'ALTER TABLE orders ALTER COLUMN status SET NOT NULL; ALTER TABLE orders DROP CONSTRAINT orders_status_lockstep;',
    }),
  ]);
  here.remove('m/3_enforce_1.sql');
  expect(await unfinished()).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('waits for its enforce-1 stage, and then enforce-2: '),
      next: expect.stringMatching(/^ALTER TABLE orders VALIDATE CONSTRAINT/),
    }),
  ]);
});

test('what was made under a condition is not left unvalidated, what is made anew is another one', async () => {
  const here = workspace({
    'm/1.sql': create,
    'm/2.sql':
      "DO $$ BEGIN IF to_regclass('orders') IS NOT NULL THEN ALTER TABLE orders ADD CONSTRAINT a CHECK (total > 0); END IF; END $$;\n",
    'm/3.sql':
      "DO $$ BEGIN IF to_regclass('orders') IS NOT NULL THEN ALTER TABLE orders ADD CONSTRAINT b CHECK (total > 0) NOT VALID; END IF; END $$;\n",
    'm/4.sql': 'ALTER TABLE orders ADD CONSTRAINT c CHECK (total > 0) NOT VALID;\n',
    'm/5.sql': 'ALTER TABLE orders DROP CONSTRAINT c;\nALTER TABLE orders ADD CONSTRAINT c CHECK (total > 1) NOT VALID;\n',
  });
  const { unfinished } = JSON.parse((await here.lockstep('status', 'm', '--format', 'json')).stdout);
  expect(unfinished.map((each: { path: string; next: string }) => `${each.path} ${each.next}`)).toEqual([
    'm/3.sql ALTER TABLE orders VALIDATE CONSTRAINT b;',
    'm/5.sql ALTER TABLE orders VALIDATE CONSTRAINT c;',
  ]);
});

test.each(['mysql@8.4', 'mariadb@10.11'])('%s: in its own words', async (engine) => {
  const table =
    'CREATE TABLE customers (id INT PRIMARY KEY);\nCREATE TABLE orders (id INT PRIMARY KEY, customer INT, note VARCHAR(20), code INT, KEY notes (code));\n';
  const here = workspace({
    '.lockstep.yml': `engine: ${engine}\nlock-timeout: role\n`,
    'm/1.sql': table,
    'm/2.sql': 'SET foreign_key_checks = 0;\nALTER TABLE orders ADD CONSTRAINT f FOREIGN KEY (customer) REFERENCES customers (id);\n',
    'm/3.sql': `ALTER TABLE orders ALTER INDEX notes ${engine.startsWith('mysql') ? 'INVISIBLE' : 'IGNORED'};\n`,
    'm/4.sql': 'ALTER TABLE orders MODIFY id BIGINT NOT NULL;\n',
  });
  await here.lockstep('plan', 'm/4.sql', '--write', '--no-proof');
  const unfinished = async (): Promise<readonly string[]> =>
    JSON.parse((await here.lockstep('status', 'm', '--format', 'json')).stdout).unfinished.map(
      (each: { path: string; kind: string; next: string }) => `${each.path} ${each.kind}: ${each.next}`,
    );
  const index = `m/3.sql index: DROP INDEX notes ON orders; or, where it was missed: ALTER TABLE orders ALTER INDEX notes ${engine.startsWith('mysql') ? 'VISIBLE' : 'NOT IGNORED'};`;
  expect(await unfinished()).toEqual([index]);
  here.remove('m/7_contract.sql');
  expect(await unfinished()).toEqual([index, expect.stringMatching(/^m\/4\.sql stage: Add the file of its contract stage/)]);
  // Whoever has lost the announcement still sees what was made.
  const announced = readFileSync(join(here.directory, 'm/4.sql'), 'utf8');
  here.write({ 'm/4.sql': announced.replace(/^-- lockstep: pending.*$/gm, '') });
  here.remove('m/6_enforce.sql');
  expect(await unfinished()).toEqual([
    'm/4.sql trigger: Run the next stage of its plan; the contract stage, once the new code runs everywhere, drops what it has made, and the old column.',
    'm/4.sql column: Run the next stage of its plan, or drop the column where the plan was given up.',
    index,
  ]);
});
