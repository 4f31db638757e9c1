import { expect, test } from 'vitest';
import { apply } from '../../src/schema/apply.ts';
import { columnsOfType } from '../../src/schema/columns-of-type.ts';
import { partitionTree } from '../../src/schema/partition-tree.ts';
import { primaryKeyOf } from '../../src/schema/primary-key.ts';
import { emptySchema, tableOf } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';

const reader = await loadReader();
const schema = reader
  .read(`
    CREATE DOMAIN positive AS int CHECK (VALUE > 0);
    CREATE DOMAIN small AS positive CHECK (VALUE < 10);
    CREATE TABLE t (id int PRIMARY KEY, a positive, b text UNIQUE, g int GENERATED ALWAYS AS (id + a) STORED, parent int REFERENCES t);
    CREATE TABLE u (t_id int REFERENCES t, b text REFERENCES t (b), s small[]);
    CREATE TABLE child (x int) INHERITS (t);
    CREATE VIEW v AS SELECT id, a FROM t;
    CREATE MATERIALIZED VIEW m AS SELECT id FROM v;
    CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
    CREATE TABLE q PARTITION OF p FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (b);
    CREATE TABLE q1 PARTITION OF q DEFAULT;
    CREATE TABLE p2 PARTITION OF p DEFAULT;
  `)
  .statements.flatMap((each) => each.operations)
  .reduce(apply, emptySchema());

const named = (name: string): { readonly schema: string; readonly name: string } => ({ schema: 'public', name });

test('columns of a domain are found through domains over it and arrays, in inheriting tables too', () => {
  const found = columnsOfType(schema, { name: 'positive' }).map(({ table, column }) => `${table.name}.${column.name}`);
  expect([...found].sort()).toEqual(['child.a', 't.a', 'u.s']);
});

test('a partition tree is walked down to its leaves', () => {
  expect(partitionTree(schema, { name: 'p' }).map((each) => each.name)).toEqual(['p', 'q', 'p2', 'q1']);
  expect(partitionTree(schema, { name: 'unknown' })).toEqual([named('unknown')]);
});

test('the primary key', () => {
  expect(primaryKeyOf(tableOf(schema, { name: 't' }))).toEqual({ name: 't_pkey', columns: ['id'] });
  expect(primaryKeyOf(tableOf(schema, { name: 'u' }))).toBeUndefined();
});
