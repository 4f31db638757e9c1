import { describe, expect, it } from 'vitest';
import { mariadb, operation, operations, outline, statements } from './reading.ts';

describe('a type', () => {
  const types: readonly (readonly [text: string, expected: Record<string, unknown>])[] = [
    ['INTEGER', { name: 'int', modifiers: [] }],
    ['INT(11) UNSIGNED ZEROFILL', { name: 'int', modifiers: [11], unsigned: true }],
    ['TINYINT ZEROFILL', { name: 'tinyint', unsigned: true }],
    ['BOOL', { name: 'tinyint', modifiers: [1] }],
    ['BOOLEAN', { name: 'tinyint', modifiers: [1] }],
    ['INT8', { name: 'bigint' }],
    ['NUMERIC(12, 2)', { name: 'decimal', modifiers: [12, 2] }],
    ['DOUBLE PRECISION', { name: 'double' }],
    ['VARCHAR(10) CHARACTER SET utf8mb4', { name: 'varchar', modifiers: [10], characterSet: 'utf8mb4' }],
    ["VARCHAR(10) CHARSET 'Latin1'", { name: 'varchar', characterSet: 'latin1' }],
    ['CHAR(4) BINARY', { name: 'char', modifiers: [4] }],
    ['NATIONAL VARCHAR(10)', { name: 'varchar', characterSet: 'utf8mb3' }],
    ['CHARACTER VARYING(10)', { name: 'varchar', modifiers: [10] }],
    ['CHAR BYTE', { name: 'binary' }],
    ['TEXT ASCII', { name: 'text', characterSet: 'latin1' }],
    ['LONG VARBINARY', { name: 'mediumblob' }],
    ["ENUM('a', 'it''s')", { name: 'enum', modifiers: ['a', "it's"] }],
    ["SET('a','b') CHARACTER SET ascii", { name: 'set', modifiers: ['a', 'b'], characterSet: 'ascii' }],
    ['DATETIME(6)', { name: 'datetime', modifiers: [6] }],
    ['YEAR(4)', { name: 'year', modifiers: [4] }],
    ['GEOMETRYCOLLECTION', { name: 'geomcollection' }],
    ['JSON', { name: 'json' }],
    ['UUID', { name: 'uuid' }],
    ['VECTOR(3)', { name: 'vector', modifiers: [3] }],
    ['SERIAL', { name: 'serial' }],
  ];
  it.each(types)('%s', (text, expected) => {
    const { columns } = operation(`CREATE TABLE t (a ${text} COLLATE utf8mb4_bin)`) as { columns: readonly Record<string, unknown>[] };
    expect(columns).toMatchObject([{ name: 'a', type: { ...expected, dimensions: 0, text }, collation: { name: 'utf8mb4_bin' } }]);
    expect(Object.keys(columns[0]?.type as object).sort()).toEqual(
      [...new Set([...Object.keys(expected), 'dimensions', 'modifiers', 'name', 'text'])].sort(),
    );
  });

  it.each(['FROBNICATE', 'INT(', "INT('a')", 'ENUM(1)', ''])('is unreadable: %s', (text) => {
    expect(statements(`CREATE TABLE t (a ${text})`)[0]?.unreadable?.message).toMatch(/\w/);
  });
});

describe('an attribute of a column', () => {
  const attributes: readonly (readonly [text: string, expected: Record<string, unknown>])[] = [
    ['NOT NULL', { notNull: true }],
    ['NULL', { notNull: false, explicitNull: true }],
    ["DEFAULT 'x'", { default: { text: "'x'", tree: { kind: 'constant', value: 'x' } } }],
    ['DEFAULT -1', { default: { text: '-1', tree: { kind: 'constant', value: '-1' } } }],
    ['DEFAULT (uuid())', { default: { text: '(uuid())', tree: { kind: 'call', function: { name: 'uuid' } } } }],
    [
      'DEFAULT CURRENT_TIMESTAMP(6)',
      { default: { text: 'CURRENT_TIMESTAMP(6)', tree: { kind: 'value-function', name: 'current_timestamp' } } },
    ],
    ['DEFAULT uuid() + 1', { default: { text: 'uuid() + 1', tree: { kind: 'operator' } } }],
    ["DEFAULT b'0'", { default: { text: "b'0'" } }],
    ['DEFAULT NOW() ON UPDATE NOW()', { default: { text: 'NOW()' }, onUpdate: { text: 'NOW()' } }],
    ['DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP NOT NULL', { notNull: true, onUpdate: { tree: { kind: 'value-function' } } }],
    ['DEFAULT NULL COMMENT "a, b"', { default: { tree: { kind: 'null' } }, comment: 'a, b' }],
    ['AUTO_INCREMENT PRIMARY KEY', { autoIncrement: true, constraints: [{ type: 'primary-key', columns: ['a'], text: 'PRIMARY KEY' }] }],
    ['UNIQUE KEY', { constraints: [{ type: 'unique', columns: ['a'] }] }],
    ['KEY', { constraints: [{ type: 'primary-key' }] }],
    [
      'CONSTRAINT c CHECK (a > 0) NOT ENFORCED',
      { constraints: [{ type: 'check', name: 'c', notEnforced: true, expression: { text: 'a > 0' } }] },
    ],
    [
      'REFERENCES u (b) ON DELETE SET NULL',
      { constraints: [{ type: 'foreign-key', references: { name: 'u' }, referencedColumns: ['b'], onDelete: 'set null' }] },
    ],
    ['GENERATED ALWAYS AS (b + 1) STORED NOT NULL', { generated: { stored: true, expression: { text: 'b + 1' } }, notNull: true }],
    ['AS (b + 1)', { generated: { stored: false } }],
    ['AS (b) PERSISTENT', { generated: { stored: true } }],
    ['INVISIBLE', { invisible: true }],
    ['CHARACTER SET utf8', { type: { characterSet: 'utf8' } }],
    ['COLUMN_FORMAT DYNAMIC STORAGE DISK', { storage: 'disk' }],
    ['WITHOUT SYSTEM VERSIONING', { versioning: 'without' }],
    ['GENERATED ALWAYS AS ROW START', { versioning: 'start' }],
    ['COMPRESSED', { compression: 'zlib' }],
    ['NOT NULL SRID 4326', { notNull: true, type: { modifiers: [4326] } }],
  ];
  it.each(attributes)('%s', (text, expected) => {
    const read = operation(`CREATE TABLE t (a INT ${text}, b INT)`) as { columns: readonly object[] };
    expect(read.columns).toHaveLength(2);
    expect(read.columns[0]).toMatchObject({ name: 'a', text: `a INT ${text}`, span: `a INT ${text}`, ...expected });
    expect(operation(`ALTER TABLE t ADD a INT ${text} FIRST`)).toMatchObject({ column: expected, position: { first: true } });
  });
});

describe('CREATE TABLE', () => {
  it('has columns, indexes, constraints, options and partitions', () => {
    expect(
      operation(`CREATE TEMPORARY TABLE IF NOT EXISTS d.t (
  id INT NOT NULL,
  b VARCHAR(10),
  PRIMARY KEY (id, b(5)) USING BTREE,
  KEY k (b) COMMENT 'x',
  UNIQUE (b),
  FULLTEXT KEY (b),
  CONSTRAINT f FOREIGN KEY (b) REFERENCES u (x),
  CHECK (id > 0)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin, ROW_FORMAT=DYNAMIC COMMENT='it''s'
PARTITION BY LIST (id) (PARTITION p VALUES IN (1))`),
    ).toMatchObject({
      kind: 'create-table',
      table: { schema: 'd', name: 't' },
      persistence: 'temporary',
      ifNotExists: true,
      columns: [{ name: 'id' }, { name: 'b' }],
      indexes: [{ name: 'k', method: 'btree', unique: false }, { unique: true, elements: [{ column: 'b' }] }, { method: 'fulltext' }],
      constraints: [
        { type: 'primary-key', columns: ['id', 'b'], elements: [{ column: 'id' }, { column: 'b', prefix: 5 }] },
        { type: 'foreign-key', name: 'f' },
        { type: 'check', text: 'CHECK (id > 0)' },
      ],
      options: [
        { name: 'engine', value: 'InnoDB' },
        { name: 'auto_increment', value: '5' },
        { name: 'character_set', value: 'utf8mb4' },
        { name: 'collate', value: 'utf8mb4_bin' },
        { name: 'row_format', value: 'DYNAMIC' },
        { name: 'comment', value: "it's" },
      ],
      partitionBy: { strategy: 'list', elements: [{ column: 'id' }], partitions: [{ name: 'p', values: 'VALUES IN (1)' }] },
    });
  });

  it('may be like another, or made from a query', () => {
    expect(operation('CREATE TABLE t LIKE d.u')).toMatchObject({ like: [{ table: { schema: 'd', name: 'u' }, including: ['all'] }] });
    expect(operation('CREATE TABLE t (LIKE u)')).toMatchObject({ like: [{ table: { name: 'u' } }] });
    expect(operation('CREATE TABLE t (a INT) ENGINE=InnoDB AS SELECT x FROM u JOIN v')).toMatchObject({
      columns: [{ name: 'a' }],
      asQuery: { reads: [{ name: 'u' }, { name: 'v' }], withData: true },
    });
    expect(operation('CREATE TABLE t SELECT 1')).toMatchObject({ columns: [], asQuery: { reads: [] } });
    expect(operation('CREATE TABLE t IGNORE (SELECT a FROM u)')).toMatchObject({ asQuery: { reads: [{ name: 'u' }] } });
  });

  it('in MariaDB may replace, have a period and be versioned', () => {
    const sql =
      'CREATE OR REPLACE TABLE t (a INT, s DATE, e DATE, PERIOD FOR p (s, e)) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 WEEK (PARTITION h HISTORY, PARTITION c CURRENT)';
    expect(operation(sql, mariadb)).toMatchObject({
      replace: true,
      systemVersioning: true,
      partitionBy: { strategy: 'system-time', partitions: [{ name: 'h' }, { name: 'c' }] },
    });
  });

  it.each([
    'CREATE TABLE t',
    'CREATE TABLE t (a INT',
    'CREATE TABLE t (a INT,)',
    'CREATE TABLE t (a INT) FROBNICATE',
    'CREATE TABLE t (a INT b)',
    'CREATE TABLE (a INT)',
    'CREATE TABLE t (CONSTRAINT c)',
  ])('is unreadable: %s', (sql) => {
    const [statement] = statements(sql);
    // `CREATE TABLE t` alone is a table without columns, which the server refuses.
    if (sql === 'CREATE TABLE t') expect(statement?.operations).toMatchObject([{ columns: [] }]);
    else expect(statement?.unreadable?.message).toMatch(/\w/);
  });
});

describe('other objects', () => {
  it.each<readonly [sql: string, expected: Record<string, unknown>]>([
    [
      'CREATE UNIQUE INDEX i USING HASH ON d.t (a(5)) COMMENT "x" ALGORITHM = INPLACE LOCK NONE',
      {
        kind: 'create-index',
        table: { schema: 'd', name: 't' },
        index: { name: 'i', unique: true, method: 'hash', elements: [{ prefix: 5 }] },
        clauses: { algorithm: 'inplace', lock: 'none' },
      },
    ],
    ['CREATE FULLTEXT INDEX i ON t (a) WITH PARSER ngram', { kind: 'create-index', index: { method: 'fulltext' } }],
    ['CREATE OR REPLACE INDEX IF NOT EXISTS i ON t (a) NOT IGNORED', { kind: 'create-index', ifNotExists: true }],
    [
      'DROP INDEX i ON t ALGORITHM=INPLACE',
      { kind: 'drop-index', table: { name: 't' }, index: { name: 'i' }, clauses: { algorithm: 'inplace' } },
    ],
    ['DROP INDEX IF EXISTS i ON t', { kind: 'drop-index', ifExists: true }],
    [
      'CREATE OR REPLACE ALGORITHM = MERGE DEFINER = a@b SQL SECURITY INVOKER VIEW v (x) AS SELECT t.a FROM t WITH CHECK OPTION',
      { kind: 'create-view', view: { name: 'v' }, replace: true, reads: [{ table: { name: 't' }, columns: ['a'] }] },
    ],
    ['ALTER VIEW v AS SELECT 1', { kind: 'create-view', replace: true }],
    [
      'CREATE DATABASE IF NOT EXISTS d CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
      {
        kind: 'create-schema',
        schema: 'd',
        ifNotExists: true,
        options: [
          { name: 'character_set', value: 'utf8mb4' },
          { name: 'collate', value: 'utf8mb4_bin' },
        ],
      },
    ],
    [
      'ALTER DATABASE d DEFAULT CHARSET latin1',
      { kind: 'alter-schema-options', schema: 'd', options: [{ name: 'character_set', value: 'latin1' }] },
    ],
    ['ALTER SCHEMA COLLATE utf8mb4_bin', { kind: 'alter-schema-options', options: [{ name: 'collate', value: 'utf8mb4_bin' }] }],
    ['DROP DATABASE IF EXISTS d', { kind: 'drop-schema', schema: 'd', ifExists: true, cascade: true }],
    ['TRUNCATE d.t', { kind: 'truncate', table: { schema: 'd', name: 't' } }],
    ['OPTIMIZE NO_WRITE_TO_BINLOG TABLE t', { kind: 'optimize', table: { name: 't' } }],
    ['ANALYZE TABLE t UPDATE HISTOGRAM ON a', { kind: 'analyze', table: { name: 't' } }],
    ['CREATE SEQUENCE s START WITH 5', { kind: 'create-sequence', sequence: { name: 's' } }],
    ['DROP TRIGGER IF EXISTS d.tr', { kind: 'other', command: 'DROP TRIGGER', hanging: { name: 'tr' } }],
    ['DROP PROCEDURE IF EXISTS p', { kind: 'drop-function', function: { name: 'p' }, ifExists: true }],
    ["GRANT SELECT ON *.* TO 'a'@'%'", { kind: 'other', command: 'GRANT' }],
    ['CREATE USER a', { kind: 'other', command: 'CREATE USER' }],
    ['SHOW TABLES', { kind: 'other', command: 'SHOW' }],
  ])('%s', (sql, expected) => {
    expect(operation(sql)).toMatchObject({ ...expected, span: sql });
  });

  it('several in one statement are an operation each', () => {
    expect(operations('DROP TABLE IF EXISTS a, d.b CASCADE')).toMatchObject([
      { table: { name: 'a' }, ifExists: true },
      { table: { schema: 'd', name: 'b' } },
    ]);
    expect(operations('RENAME TABLE a TO b, c.d TO e.f')).toMatchObject([
      { kind: 'rename-table', table: { name: 'a' }, to: 'b' },
      { kind: 'rename-table', table: { schema: 'c', name: 'd' }, to: 'f', toSchema: 'e' },
    ]);
  });

  it.each([
    'FROBNICATE',
    'CREATE FROBNICATE x',
    'ALTER FROBNICATE',
    'DROP INDEX i',
    'DROP TABLE',
    'RENAME TABLE a',
    'CREATE INDEX i ON t',
    'USE',
    'source x.sql',
    'COMMENT ON TABLE t IS 1',
  ])('is unreadable: %s', (sql) => {
    expect(outline(sql)[0]?.[1]).toMatch(/^unreadable: \S/);
  });
});
