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
