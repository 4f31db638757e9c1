import { describe, expect, test } from 'vitest';
import { apply, beginUnit } from '../../src/schema/apply.ts';
import { provesNotNull } from '../../src/schema/proof.ts';
import { columnOf, emptySchema, indexOf, isNew, type Schema, tableOf } from '../../src/schema/schema.ts';
import { loadReader } from '../../src/sql/load.ts';

const reader = await loadReader();

/** The schema after `history`, and after `unit` on top of it as deployment unit 1. */
function replay(history: string, unit = ''): Schema {
  const on = (schema: Schema, sql: string): Schema =>
    reader
      .read(sql)
      .statements.flatMap((each) => each.operations)
      .reduce(apply, schema);
  return on(beginUnit(on(emptySchema(), history), 1), unit);
}

const isNewTable = (schema: Schema, name: string): boolean => isNew(schema, tableOf(schema, { name }));

describe('a table is new where the unit certainly created it', () => {
  test.each([
    ['', 'CREATE TABLE t (a int)', true],
    ['', 'CREATE TABLE IF NOT EXISTS t (a int)', true],
    ['', 'CREATE TABLE t AS SELECT 1 AS a', true],
    ['CREATE TABLE o (a int)', 'CREATE TABLE t (LIKE o)', true],
    ['CREATE TABLE o (a int) PARTITION BY RANGE (a)', 'CREATE TABLE t PARTITION OF o DEFAULT', true],
    ['', 'CREATE TABLE x (a int); ALTER TABLE x RENAME TO t', true],
    ['', 'CREATE TABLE t (a int); DROP TABLE t; CREATE TABLE t (a int)', true],
    ['CREATE TABLE t (a int)', '', false],
    ['CREATE TABLE t (a int)', 'ALTER TABLE t ADD COLUMN b int', false],
    ['CREATE TABLE t (a int)', 'CREATE TABLE IF NOT EXISTS t (a int)', false],
    ['ALTER TABLE t ADD COLUMN b int', 'CREATE TABLE IF NOT EXISTS t (a int)', false],
    ['CREATE VIEW v AS SELECT a FROM t', 'CREATE TABLE IF NOT EXISTS t (a int)', false],
    ['', "DO $$ BEGIN IF now() > '2020-01-01' THEN CREATE TABLE t (a int); END IF; END $$", false],
    ['CREATE TABLE t (a int)', 'DROP TABLE t; CREATE TABLE t (a int)', false],
    ['CREATE TABLE t (a int)', 'ALTER TABLE t RENAME TO old; CREATE TABLE t (a int)', false],
    ['CREATE TABLE t (a int)', 'CREATE TABLE n (a int); DROP TABLE t; ALTER TABLE n RENAME TO t', false],
    ['CREATE VIEW t AS SELECT 1', 'DROP VIEW t; CREATE TABLE t (a int)', false],
    ['', 'DROP TABLE IF EXISTS t; CREATE TABLE t (a int)', false],
    ['CREATE SCHEMA s; CREATE TABLE t (a int)', 'ALTER TABLE t SET SCHEMA s; CREATE TABLE t (a int)', false],
  ])('%s | %s: %s', (history, unit, expected) => {
    expect(isNewTable(replay(history, unit), 't')).toBe(expected);
  });

  test('what one unit created is not new in the next', () => {
    expect(isNewTable(beginUnit(replay('', 'CREATE TABLE t (a int)'), 2), 't')).toBe(false);
  });
});

describe('a column is of the unit that certainly added it', () => {
  test.each([
    ['CREATE TABLE t (a int)', 'ALTER TABLE t ADD COLUMN b int', 1],
    ['CREATE TABLE t (a int)', 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int', 1],
    ['', 'CREATE TABLE t (b int)', 1],
    ['CREATE TABLE t (b int)', 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int', 0],
    ['ALTER TABLE t ADD COLUMN a int', 'ALTER TABLE t ADD COLUMN IF NOT EXISTS b int', 0],
    ['CREATE TABLE t (b int)', 'ALTER TABLE t DROP COLUMN b; ALTER TABLE t ADD COLUMN b text', 0],
    ['CREATE TABLE t (b int)', 'ALTER TABLE t RENAME COLUMN b TO a; ALTER TABLE t ADD COLUMN b text', 0],
  ])('%s | %s: %s', (history, unit, expected) => {
    expect(columnOf(tableOf(replay(history, unit), { name: 't' }), 'b')?.createdIn).toBe(expected);
  });
});

describe('a table that history never created', () => {
  test('is known by what is learnt of it', () => {
    const table = tableOf(
      replay(`ALTER TABLE app.t ADD COLUMN a int NOT NULL, ADD CONSTRAINT positive CHECK (a > 0) NOT VALID;
        ALTER TABLE app.t ALTER COLUMN b TYPE text; CREATE INDEX ON app.t (a)`),
      { schema: 'app', name: 't' },
    );
    expect(table).toMatchObject({ complete: false, createdIn: 0 });
    expect(table?.columns.map((each) => [each.name, each.type.name, each.notNull])).toEqual([
      ['a', 'int4', true],
      ['b', 'text', false],
    ]);
    expect(table?.constraints.map((each) => [each.name, each.validated])).toEqual([['positive', false]]);
    expect(table?.indexes.map((each) => each.name)).toEqual(['t_a_idx']);
  });

  test('holds no NULL in a column after SET NOT NULL, though its type is unknown', () => {
    expect(provesNotNull(tableOf(replay('ALTER TABLE t ALTER COLUMN c SET NOT NULL'), { name: 't' }), 'c')).toBe(true);
    expect(
      provesNotNull(tableOf(replay('ALTER TABLE t ALTER c SET NOT NULL; ALTER TABLE t ALTER c DROP NOT NULL'), { name: 't' }), 'c'),
    ).toBe(false);
  });

  test('is referenced and read', () => {
    const schema = replay('CREATE TABLE u (a int REFERENCES t); CREATE VIEW v AS SELECT a FROM t, pg_class, information_schema.tables');
    expect(tableOf(schema, { name: 't' })).toMatchObject({
      complete: false,
      referencedBy: [{ table: { schema: 'public', name: 'u' }, constraint: 'u_a_fkey' }],
      readBy: [{ schema: 'public', name: 'v' }],
    });
    expect(schema.tables.size).toBe(2);
  });

  test('is not made up where the name is a view, a sequence or an index', () => {
    const schema = replay(
      'CREATE VIEW v AS SELECT 1; CREATE SEQUENCE s',
      'ALTER TABLE v OWNER TO me; ALTER TABLE v ALTER COLUMN a SET DEFAULT 1; ALTER TABLE s OWNER TO me',
    );
    expect(schema.tables.size).toBe(0);
  });

  test('that may have been there when CREATE TABLE IF NOT EXISTS ran may have more columns', () => {
    const table = tableOf(replay('CREATE TABLE u (a int REFERENCES t); CREATE TABLE IF NOT EXISTS t (id int CHECK (id IS NOT NULL))'), {
      name: 't',
    });
    expect(table).toMatchObject({ complete: false, columns: [{ name: 'id' }] });
    expect(provesNotNull(table, 'id')).toBe(false);
    expect(table?.referencedBy).toHaveLength(1);
  });
});

describe('what may not have run', () => {
  const maybe = (sql: string): string => `DO $$ BEGIN IF now() > '2020-01-01' THEN ${sql}; END IF; END $$`;
  const base = 'CREATE TABLE t (a int, CONSTRAINT a_there CHECK (a IS NOT NULL)); CREATE INDEX i ON t (a)';

  test('takes nothing away', () => {
    const schema = replay(base, ['DROP TABLE t', 'ALTER TABLE t DROP COLUMN a', 'DROP INDEX i'].map(maybe).join(';'));
    expect(columnOf(tableOf(schema, { name: 't' }), 'a')).toBeDefined();
    expect(indexOf(schema, { name: 'i' })).toBeDefined();
  });

  test('proves nothing, until VALIDATE has shown that it is there', () => {
    const added = `CREATE TABLE t (a int); ${maybe('ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL)')}`;
    expect(provesNotNull(tableOf(replay(added), { name: 't' }), 'a')).toBe(false);
    expect(provesNotNull(tableOf(replay(added, 'ALTER TABLE t VALIDATE CONSTRAINT c'), { name: 't' }), 'a')).toBe(true);
    expect(provesNotNull(tableOf(replay(added, maybe('ALTER TABLE t VALIDATE CONSTRAINT c')), { name: 't' }), 'a')).toBe(false);
    expect(provesNotNull(tableOf(replay('CREATE TABLE t (a int)', maybe('ALTER TABLE t ALTER a SET NOT NULL')), { name: 't' }), 'a')).toBe(
      false,
    );
  });

  test('leaves no proof standing that it may have dropped', () => {
    expect(provesNotNull(tableOf(replay(base), { name: 't' }), 'a')).toBe(true);
    expect(provesNotNull(tableOf(replay(base, maybe('ALTER TABLE t DROP CONSTRAINT a_there')), { name: 't' }), 'a')).toBe(false);
  });

  test('renames where the old name is known', () => {
    const schema = replay('CREATE TABLE t (a int)', maybe('ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t RENAME COLUMN x TO y'));
    expect(tableOf(schema, { name: 't' })?.columns.map((each) => each.name)).toEqual(['b']);
  });
});
