import { describe, expect, it } from 'vitest';
import { mariadb, mysql, operation, operations, statements } from './reading.ts';

/** Each action on `t`, and what is read of it besides its place and its table. */
const actions: readonly (readonly [action: string, expected: Record<string, unknown>])[] = [
  ['ADD a INT', { kind: 'add-column', column: { name: 'a', type: { name: 'int' }, notNull: false } }],
  [
    'ADD COLUMN a BOOL NOT NULL FIRST',
    { kind: 'add-column', column: { type: { name: 'tinyint', modifiers: [1] }, notNull: true }, position: { first: true } },
  ],
  ['ADD COLUMN IF NOT EXISTS a INT AFTER `b c`', { kind: 'add-column', ifNotExists: true, position: { after: 'b c' } }],
  ['DROP a', { kind: 'drop-column', column: 'a' }],
  ['DROP COLUMN IF EXISTS a RESTRICT', { kind: 'drop-column', column: 'a', columnIfExists: true }],
  [
    'MODIFY a BIGINT UNSIGNED AFTER b',
    { kind: 'redefine-column', column: 'a', definition: { name: 'a', type: { name: 'bigint', unsigned: true } }, position: { after: 'b' } },
  ],
  ['CHANGE COLUMN a b TEXT', { kind: 'redefine-column', column: 'a', definition: { name: 'b', type: { name: 'text' } } }],
  [
    'ALTER a SET DEFAULT (uuid())',
    { kind: 'set-default', column: 'a', expression: { tree: { kind: 'call', function: { name: 'uuid' } } } },
  ],
  ['ALTER COLUMN a DROP DEFAULT', { kind: 'drop-default', column: 'a' }],
  ['ALTER COLUMN a SET INVISIBLE', { kind: 'set-column-visibility', column: 'a', visible: false }],
  ['RENAME COLUMN a TO b', { kind: 'rename-column', column: 'a', to: 'b' }],
  ['RENAME INDEX a TO b', { kind: 'rename-index', index: { name: 'a' }, to: 'b' }],
  ['RENAME KEY a TO b', { kind: 'rename-index', index: { name: 'a' }, to: 'b' }],
  ['RENAME TO u', { kind: 'rename-table', to: 'u' }],
  ['RENAME AS d.u', { kind: 'rename-table', to: 'u', toSchema: 'd' }],
  [
    'ADD INDEX i (a, b(10) DESC) USING HASH COMMENT "x" INVISIBLE',
    {
      kind: 'create-index',
      index: {
        name: 'i',
        method: 'hash',
        unique: false,
        invisible: true,
        elements: [{ column: 'a' }, { column: 'b', prefix: 10, descending: true }],
        options: [{ name: 'comment', value: 'x' }],
      },
    },
  ],
  ['ADD KEY ((lower(a)))', { kind: 'create-index', index: { elements: [{ expression: { text: 'lower(a)' } }] } }],
  ['ADD UNIQUE (a)', { kind: 'create-index', index: { unique: true, elements: [{ column: 'a' }] } }],
  ['ADD CONSTRAINT c UNIQUE KEY i (a)', { kind: 'create-index', index: { name: 'i', unique: true } }],
  ['ADD CONSTRAINT c UNIQUE (a)', { kind: 'create-index', index: { name: 'c', unique: true } }],
  [
    'ADD FULLTEXT INDEX i (a) WITH PARSER ngram',
    { kind: 'create-index', index: { method: 'fulltext', options: [{ name: 'parser', value: 'ngram' }] } },
  ],
  ['ADD SPATIAL KEY (a)', { kind: 'create-index', index: { method: 'spatial' } }],
  ['ADD PRIMARY KEY (a, b)', { kind: 'add-constraint', constraint: { type: 'primary-key', columns: ['a', 'b'] } }],
  [
    'ADD CONSTRAINT c FOREIGN KEY i (a) REFERENCES d.u (b) ON DELETE CASCADE ON UPDATE SET NULL',
    {
      kind: 'add-constraint',
      constraint: {
        name: 'c',
        type: 'foreign-key',
        columns: ['a'],
        references: { schema: 'd', name: 'u' },
        referencedColumns: ['b'],
        onDelete: 'cascade',
        onUpdate: 'set null',
      },
    },
  ],
  ['ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED', { kind: 'add-constraint', constraint: { name: 'c', type: 'check', notEnforced: true } }],
  ['DROP INDEX i', { kind: 'drop-index', index: { name: 'i' } }],
  ['DROP KEY IF EXISTS i', { kind: 'drop-index', ifExists: true }],
  ['DROP PRIMARY KEY', { kind: 'drop-constraint', constraint: 'PRIMARY', type: 'primary-key' }],
  ['DROP FOREIGN KEY f', { kind: 'drop-constraint', constraint: 'f', type: 'foreign-key' }],
  ['DROP CHECK c', { kind: 'drop-constraint', constraint: 'c', type: 'check' }],
  ['DROP CONSTRAINT c', { kind: 'drop-constraint', constraint: 'c' }],
  ['ALTER CHECK c NOT ENFORCED', { kind: 'alter-constraint', constraint: 'c', enforced: false }],
  ['ALTER INDEX i VISIBLE', { kind: 'set-index-visibility', index: 'i', visible: true }],
  [
    'CONVERT TO CHARACTER SET UTF8MB4 COLLATE utf8mb4_bin',
    { kind: 'convert-character-set', characterSet: 'utf8mb4', collation: 'utf8mb4_bin' },
  ],
  ['DEFAULT CHARACTER SET = latin1', { kind: 'alter-table-options', options: [{ name: 'character_set', value: 'latin1' }] }],
  [
    'ENGINE = InnoDB ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE 8',
    {
      kind: 'alter-table-options',
      options: [
        { name: 'engine', value: 'InnoDB' },
        { name: 'row_format', value: 'COMPRESSED' },
        { name: 'key_block_size', value: '8' },
      ],
    },
  ],
  ['COMMENT "it\'s"', { kind: 'alter-table-options', options: [{ name: 'comment', value: "it's" }] }],
  ['FORCE', { kind: 'rebuild-table', by: 'force' }],
  ['ORDER BY a, b DESC', { kind: 'rebuild-table', by: 'order by' }],
  ['DISABLE KEYS', { kind: 'set-keys-state', enabled: false }],
  ['IMPORT TABLESPACE', { kind: 'table-files', action: 'import' }],
  ['REMOVE PARTITIONING', { kind: 'repartition-table' }],
  [
    'PARTITION BY HASH (a) PARTITIONS 4',
    { kind: 'repartition-table', partitionBy: { strategy: 'hash', count: 4, elements: [{ column: 'a' }] } },
  ],
  [
    'PARTITION BY RANGE COLUMNS (a) SUBPARTITION BY KEY (b) SUBPARTITIONS 2 (PARTITION p VALUES LESS THAN (10) ENGINE InnoDB, PARTITION q VALUES LESS THAN MAXVALUE)',
    {
      kind: 'repartition-table',
      partitionBy: {
        strategy: 'range',
        partitions: [{ name: 'p', values: 'VALUES LESS THAN (10)' }, { name: 'q' }],
        subpartitionBy: { strategy: 'key', count: 2 },
      },
    },
  ],
  [
    'ADD PARTITION (PARTITION p VALUES IN (1, 2))',
    { kind: 'alter-partitions', action: 'add', definitions: [{ name: 'p', values: 'VALUES IN (1, 2)' }] },
  ],
  ['ADD PARTITION PARTITIONS 4', { kind: 'alter-partitions', action: 'add', count: 4 }],
  ['DROP PARTITION p, q', { kind: 'alter-partitions', action: 'drop', partitions: ['p', 'q'] }],
  ['TRUNCATE PARTITION ALL', { kind: 'alter-partitions', action: 'truncate', partitions: 'all' }],
  ['COALESCE PARTITION 2', { kind: 'alter-partitions', action: 'coalesce', count: 2 }],
  [
    'REORGANIZE PARTITION p, q INTO (PARTITION r VALUES LESS THAN (5))',
    { kind: 'alter-partitions', action: 'reorganize', partitions: ['p', 'q'], definitions: [{ name: 'r' }] },
  ],
  [
    'EXCHANGE PARTITION p WITH TABLE u WITHOUT VALIDATION',
    { kind: 'alter-partitions', action: 'exchange', partitions: ['p'], with: { name: 'u' } },
  ],
  ['REBUILD PARTITION p', { kind: 'alter-partitions', action: 'rebuild', partitions: ['p'] }],
  // MariaDB's own.
  ['MODIFY COLUMN IF EXISTS a INT', { kind: 'redefine-column', columnIfExists: true }],
  ['ADD SYSTEM VERSIONING', { kind: 'set-system-versioning', versioned: true }],
  ['DROP SYSTEM VERSIONING', { kind: 'set-system-versioning', versioned: false }],
  ['ADD PERIOD FOR p (a, b)', { kind: 'add-period', period: 'p', from: 'a', to: 'b' }],
  ['ALTER INDEX i NOT IGNORED', { kind: 'set-index-visibility', visible: true }],
  ['CONVERT PARTITION p TO TABLE u', { kind: 'alter-partitions', action: 'convert to table', partitions: ['p'], with: { name: 'u' } }],
];

describe('an action', () => {
  it.each(actions)('%s', (action, expected) => {
    const read = operation(`ALTER TABLE db.t ${action}`);
    expect(read).toMatchObject({ ...expected, span: action, table: { schema: 'db', name: 't' } });
    expect(read).not.toHaveProperty('clauses');
    // What is done with partitions stands alone.
    if (/PARTITION|ORDER BY/.test(action)) return;
    const among = operations(`ALTER TABLE db.t ENGINE=InnoDB, ${action}, ALGORITHM=INPLACE`);
    expect(among[1]).toEqual({ ...read, clauses: { algorithm: 'inplace' } });
  });
});

it('several columns at once are an operation each, with a place of their own', () => {
  expect(operations('ALTER TABLE t ADD COLUMN (a INT, b TEXT, KEY k (a))')).toMatchObject([
    { kind: 'add-column', span: 'a INT' },
    { kind: 'add-column', span: 'b TEXT' },
    { kind: 'create-index', span: 'KEY k (a)' },
  ]);
});

it('clauses are those of the whole statement, and the last of a kind counts', () => {
  const read = operations('ALTER TABLE t ALGORITHM=INSTANT, ADD a INT, LOCK SHARED, DROP b, ALGORITHM = INPLACE, LOCK=NONE');
  expect(read.map((each) => each.clauses)).toEqual(Array(2).fill({ algorithm: 'inplace', lock: 'none' }));
  expect(operation('ALTER ONLINE IGNORE TABLE IF EXISTS t NOWAIT FORCE', mariadb)).toMatchObject({
    ifExists: true,
    clauses: { lock: 'none', ignore: true, wait: 0 },
  });
  expect(operation('ALTER TABLE t WAIT 5 FORCE', mariadb)).toMatchObject({ clauses: { wait: 5 } });
  expect(operation('ALTER TABLE t ALGORITHM=INPLACE')).toMatchObject({ kind: 'alter-nothing', clauses: { algorithm: 'inplace' } });
});

describe('an action that is not known', () => {
  it('costs only itself, and is reported where it stands', () => {
    const sql = 'ALTER TABLE t ADD a INT, FROBNICATE (x, y), DROP b, ADD c NOTATYPE, LOCK=NONE';
    const [statement] = statements(sql);
    expect(statement?.operations.map((each) => [each.kind, each.clauses])).toEqual([
      ['add-column', { lock: 'none' }],
      ['drop-column', { lock: 'none' }],
    ]);
    const { message, span } = statement?.unreadable ?? { message: '', span: { start: 0, end: 0 } };
    expect(message).toBe('unknown action of ALTER TABLE at `FROBNICATE` (and 1 more action of this statement)');
    expect(sql.slice(span.start, span.end)).toBe('FROBNICATE (x, y)');
  });

  it.each([
    'ADD a INT FROBNICATE',
    'ADD',
    'DROP',
    'MODIFY a',
    'ADD INDEX i',
    'ADD CHECK (a b)',
    'ADD CONSTRAINT c',
    'ALTER a',
    'RENAME COLUMN a',
    'FORCE 1',
    'ADD a INT,, DROP b',
  ])('is unreadable: %s', (action) => {
    expect(statements(`ALTER TABLE t ${action}`, mysql)[0]?.unreadable?.message).toMatch(/\w/);
  });
});
