import { expect, test } from 'vitest';
import { apply } from '../../src/schema/apply.ts';
import { partitionTree } from '../../src/schema/partition-tree.ts';
import { primaryKeyOf } from '../../src/schema/primary-key.ts';
import { emptySchema, tableOf } from '../../src/schema/schema.ts';
import { columnsOfType, usersOf } from '../../src/schema/users.ts';
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
const key = { kind: 'foreign-key', table: named('u') } as const;
const view = { kind: 'view', view: named('v'), materialized: false } as const;

test('users of a table are views, foreign keys of other tables and inheriting tables', () => {
  expect(usersOf(schema, { name: 't' })).toEqual([
    view,
    { ...key, constraint: 'u_t_id_fkey' },
    { ...key, constraint: 'u_b_fkey' },
    { kind: 'child', table: named('child') },
  ]);
  expect(usersOf(schema, { name: 'v' })).toEqual([{ kind: 'view', view: named('m'), materialized: true }]);
  expect(usersOf(schema, { name: 'p' })).toEqual([]);
  expect(usersOf(schema, { name: 'nothing' })).toEqual([]);
});

test('users of a column are what mentions it, its own table included', () => {
  expect(usersOf(schema, { name: 't' }, 'id')).toEqual([
    view,
    { kind: 'foreign-key', table: named('t'), constraint: 't_parent_fkey' },
    { ...key, constraint: 'u_t_id_fkey' },
    { kind: 'generated-column', table: named('t'), column: 'g' },
  ]);
  expect(usersOf(schema, { name: 't' }, 'b')).toEqual([{ ...key, constraint: 'u_b_fkey' }]);
});

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
