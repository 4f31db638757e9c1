import { expect, test } from 'vitest';
import { postgres } from '../../src/engine/postgres/index.ts';
import { apply } from '../../src/schema/apply.ts';
import { emptySchema, type Schema, tableOf } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';

const reader = await loadReader();
const length = 2000;

/** Replays statements, and asks for the effects of the last ones: neither may be deeper than the stack. */
function replay(first: string, next: (i: number) => string, last: readonly string[]): Schema {
  const chain = [first, ...Array.from({ length }, (_, i) => next(i))].join(';\n');
  const operations = reader.read(`${chain};\n${last.join(';\n')}`).statements.flatMap((each) => each.operations);
  return operations.reduce((schema, operation, i) => {
    if (i >= operations.length - last.length) postgres.effects(operation, schema, { target: { engine: 'postgres' } });
    return apply(schema, operation);
  }, emptySchema());
}

test('a chain of inheriting tables', () => {
  const schema = replay('CREATE TABLE t0 (a int)', (i) => `CREATE TABLE t${i + 1} () INHERITS (t${i})`, [
    'ALTER TABLE t0 ADD COLUMN z int NOT NULL DEFAULT 0',
    'ALTER TABLE t0 ADD CONSTRAINT c CHECK (a > 0) NOT VALID',
    'ALTER TABLE t0 VALIDATE CONSTRAINT c',
    'ALTER TABLE t0 RENAME CONSTRAINT c TO d',
    'ALTER TABLE t0 ALTER COLUMN z DROP NOT NULL',
    'ALTER TABLE t0 ALTER COLUMN a TYPE bigint',
    'ALTER TABLE t0 ADD COLUMN y int',
    'ALTER TABLE t0 DROP COLUMN y',
  ]);
  const last = tableOf(schema, { name: `t${length}` });
  expect(last?.columns.map(({ name, type, notNull }) => [name, type.name, notNull])).toEqual([
    ['a', 'int8', false],
    ['z', 'int4', false],
  ]);
  expect(last?.constraints.map(({ name, validated }) => [name, validated])).toEqual([['d', true]]);
});

test('a chain of partitions', () => {
  const part = (i: number): string => `CREATE TABLE t${i + 1} PARTITION OF t${i} FOR VALUES FROM (0) TO (9) PARTITION BY RANGE (a)`;
  const built = ['ALTER TABLE t0 ADD PRIMARY KEY (a)', 'CREATE INDEX i ON t0 (a)'];
  const schema = replay('CREATE TABLE t0 (a int) PARTITION BY RANGE (a)', part, built);
  expect(tableOf(schema, { name: `t${length}` })?.indexes.map(({ name, parent }) => [name, parent])).toEqual([
    [`t${length}_pkey`, `t${length - 1}_pkey`],
    [`t${length}_a_idx`, `t${length - 1}_a_idx`],
  ]);
  const attached = 'ALTER TABLE t0 ATTACH PARTITION other FOR VALUES FROM (9) TO (10)';
  const away = ['ALTER TABLE t0 DROP CONSTRAINT t0_pkey', 'DROP INDEX i', 'CREATE TABLE other (a int)', attached, 'DROP TABLE t0'];
  expect(replay('CREATE TABLE t0 (a int) PARTITION BY RANGE (a)', part, [...built, ...away]).tables.size).toBe(0);
});

test('what PostgreSQL would refuse: columns and views that stand on each other in a circle', () => {
  const table = 'CREATE TABLE t (a int GENERATED ALWAYS AS (b) STORED, b int GENERATED ALWAYS AS (a) STORED, c int)';
  const views = ['CREATE VIEW v AS SELECT * FROM w', 'CREATE VIEW w AS SELECT * FROM v'];
  const last = ['ALTER TABLE t DROP COLUMN a', ...views, 'SELECT * FROM v', 'UPDATE v SET a = 1', 'DROP VIEW v CASCADE'];
  const schema = replay(table, () => 'SELECT 1', last);
  expect(tableOf(schema, { name: 't' })?.columns.map(({ name }) => name)).toEqual(['c']);
});

test('a chain of views, and one of domains', () => {
  const views = replay('CREATE TABLE t (a int); CREATE VIEW v0 AS SELECT a FROM t', (i) => `CREATE VIEW v${i + 1} AS SELECT a FROM v${i}`, [
    `UPDATE v${length} SET a = 1`,
    'ALTER TABLE t ALTER COLUMN a TYPE bigint',
    'ALTER TABLE t DROP COLUMN a CASCADE',
  ]);
  expect(views.views.size).toBe(0);
  const domains = replay('CREATE DOMAIN d0 AS int', (i) => `CREATE DOMAIN d${i + 1} AS d${i}`, [
    `CREATE TABLE t (a d${length}, b int)`,
    'ALTER DOMAIN d0 ADD CHECK (VALUE > 0)',
    'DROP TYPE d0 CASCADE',
  ]);
  expect(tableOf(domains, { name: 't' })?.columns.map(({ name }) => name)).toEqual(['b']);
});
