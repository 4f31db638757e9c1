import { describe, expect, test } from 'vitest';
import { apply, newSession } from '../../src/schema/apply.ts';
import { renameInText } from '../../src/schema/mention.ts';
import { constraintName, indexName, objectName, sequenceName, shorten } from '../../src/schema/naming.ts';
import { columnOf, emptySchema, type Schema, tableOf } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';

const reader = await loadReader();

function replay(sql: string, from: Schema = emptySchema()): Schema {
  return reader
    .read(sql)
    .statements.flatMap((each) => each.operations)
    .reduce(apply, from);
}

describe('a renamed column is renamed in the texts that mention it', () => {
  test.each([
    ['a > 0', 'b > 0'],
    ['A > 0 AND t.a < 9', 'b > 0 AND t.b < 9'],
    ['"a" > 0 AND "A" > 0', 'b > 0 AND "A" > 0'],
    ["a <> 'a' AND a <> E'\\'a' -- a", "b <> 'a' AND b <> E'\\'a' -- a"],
    ['a(a) /* a */ + a1 + aa', 'a(b) /* a */ + a1 + aa'],
    ['$$a$$ || a || $x$ a $x$', '$$a$$ || b || $x$ a $x$'],
  ])('%s', (text, expected) => {
    expect(renameInText(text, 'a', 'b')).toBe(expected);
  });

  test('quoted where it must be', () => {
    expect(renameInText('a > 0', 'a', 'order')).toBe('"order" > 0');
    expect(renameInText('a > 0', 'a', 'b "c"')).toBe('"b ""c""" > 0');
  });

  test('in constraints, indexes and generated columns', () => {
    const table = tableOf(
      replay(`CREATE TABLE t (a int, g int GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT c CHECK (a > 0));
        CREATE INDEX i ON t (abs(a) DESC, a) WHERE a > 1; ALTER TABLE t RENAME a TO "B"`),
      { name: 't' },
    );
    expect(columnOf(table, 'g')?.generated?.expression.text).toBe('"B" * 2');
    expect(table?.constraints[0]?.definition).toMatchObject({ text: 'CONSTRAINT c CHECK ("B" > 0)', expression: { text: '"B" > 0' } });
    expect(table?.indexes[0]?.definition.elements.map((each) => each.text)).toEqual(['abs("B") DESC', '"B"']);
    expect(table?.indexes[0]?.definition.where?.text).toBe('"B" > 1');
  });
});

describe('names made up for plans are those that the schema then has', () => {
  const schema = replay('CREATE TABLE t (a int UNIQUE, b int); CREATE INDEX ON t (b)');
  const name = { schema: 'public', name: 't' };
  const span = { start: 0, end: 0 };

  test('numbered past what is taken', () => {
    expect(constraintName(schema, name, { type: 'unique', columns: ['a'], span, text: '' })).toBe('t_a_key1');
    expect(constraintName(schema, name, { type: 'not-null', column: 'a', span, text: '' })).toBe('t_a_not_null');
    expect(indexName(schema, name, { elements: [{ column: 'b', text: 'b' }], include: ['a'] })).toBe('t_b_a_idx');
    expect(indexName(schema, name, { elements: [{ column: 'b', text: 'b' }], include: [] })).toBe('t_b_idx1');
    expect(sequenceName(schema, name, 'a')).toBe('t_a_seq');
  });

  test('cut to 63 bytes between characters', () => {
    expect(shorten('é'.repeat(40))).toBe('é'.repeat(31));
    expect(shorten('x'.repeat(63))).toBe('x'.repeat(63));
    expect(objectName('t'.repeat(60), 'c'.repeat(60), 'idx')).toBe(`${'t'.repeat(29)}_${'c'.repeat(29)}_idx`);
    expect(Buffer.byteLength(objectName('ü'.repeat(50), 'c', 'fkey'))).toBeLessThanOrEqual(63);
  });
});

test('a temporary table hides another of its name until the session ends', () => {
  const schema = replay('CREATE TABLE t (a int); CREATE TEMP TABLE t (a int); ALTER TABLE t ADD COLUMN b int; SET search_path TO app');
  expect(tableOf(schema, { schema: 'pg_temp', name: 't' })?.columns).toHaveLength(2);
  const next = replay('ALTER TABLE t ADD COLUMN c int', newSession(schema));
  expect(tableOf(next, { schema: 'pg_temp', name: 't' })).toBeUndefined();
  expect(tableOf(next, { schema: 'public', name: 't' })?.columns.map((each) => each.name)).toEqual(['a', 'c']);
});

test('names that every object has are names like others', () => {
  const schema = replay(
    'CREATE TABLE "constructor" ("toString" "hasOwn", "__proto__" int PRIMARY KEY); ALTER TABLE "constructor" RENAME "__proto__" TO x',
  );
  expect(tableOf(schema, { name: 'constructor' })?.columns.map((each) => [each.name, each.type.name])).toEqual([
    ['toString', 'hasOwn'],
    ['x', 'int4'],
  ]);
});
