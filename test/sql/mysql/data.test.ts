import { describe, expect, it } from 'vitest';
import { mariadb, operation, operations } from './reading.ts';

const names = (value: unknown): readonly string[] =>
  (value as readonly { schema?: string; name: string }[]).map((each) => (each.schema ? `${each.schema}.` : '') + each.name);

describe('SELECT reads', () => {
  it.each<readonly [sql: string, ...tables: string[]]>([
    ['SELECT 1'],
    ['SELECT * FROM dual'],
    ['SELECT a FROM t, d.u x JOIN v USING (k) NATURAL LEFT JOIN w', 't', 'd.u', 'v', 'w'],
    ['SELECT a FROM (t, u) STRAIGHT_JOIN v ON t.a = v.a', 't', 'u', 'v'],
    ['SELECT a FROM ((SELECT 1 FROM t) UNION (SELECT 2 FROM u)) x', 't', 'u'],
    ['SELECT (SELECT a FROM t LIMIT 1), EXISTS (SELECT 1 FROM u) FROM v', 't', 'u', 'v'],
    ['SELECT a FROM t PARTITION (p) AS x FORCE INDEX FOR JOIN (i), IGNORE KEY (j) WHERE a IN (SELECT b FROM u)', 't', 'u'],
    ['WITH RECURSIVE t AS (SELECT 1 UNION ALL SELECT a FROM t), u AS (SELECT * FROM real_table) SELECT * FROM t JOIN u', 'real_table'],
    [
      'SELECT a FROM t GROUP BY b WITH ROLLUP HAVING c > (SELECT 1 FROM u) WINDOW w AS (ORDER BY d) ORDER BY (SELECT 1 FROM v) LIMIT 1 OFFSET 2',
      't',
      'u',
      'v',
    ],
    ["SELECT SQL_NO_CACHE a 'x', b AS `y` INTO @a, @b FROM t FOR SHARE SKIP LOCKED", 't'],
    ["SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a INT PATH '$')) j, LATERAL (SELECT 1 FROM t) l", 't'],
    ['SELECT * FROM information_schema.tables'],
    ['TABLE t', 't'],
    ['VALUES ROW(1, 2), ROW(3, (SELECT 1 FROM t))', 't'],
    ['(SELECT a FROM t) INTERSECT SELECT b FROM u', 't', 'u'],
    ['SELECT * FROM { OJ t LEFT OUTER JOIN u ON t.a = u.a }', 't', 'u'],
    ['SELECT * FROM t FOR SYSTEM_TIME BETWEEN a AND b', 't'],
    ['SELECT EXTRACT(DAY FROM a), TRIM(x FROM b) FROM t', 't'],
  ])('%s', (sql, ...tables) => {
    const read = operation(sql, mariadb);
    expect(read).toMatchObject({ kind: 'select', span: sql });
    expect(names(read.reads)).toEqual(tables);
  });

  it('and says what it calls, and whether it locks', () => {
    expect(operation('SELECT f(a), d.g(now()) FROM t FOR UPDATE')).toMatchObject({
      calls: [{ name: 'f' }, { schema: 'd', name: 'g' }, { name: 'now' }],
      locks: true,
    });
    expect(operation('SELECT 1 FROM t LOCK IN SHARE MODE')).toMatchObject({ locks: true });
    expect(operation('SELECT 1 FROM t')).toMatchObject({ locks: false });
  });
});

describe('a view', () => {
  it('tells which columns it reads of which table', () => {
    expect(operation('CREATE VIEW v AS SELECT t.a, u.b, (SELECT x.c FROM x WHERE x.d = t.e) FROM t JOIN u USING (k)')).toMatchObject({
      reads: [
        { table: { name: 'x' }, columns: ['c', 'd'] },
        { table: { name: 't' }, columns: ['a', 'e', 'k'] },
        { table: { name: 'u' }, columns: ['b', 'k'] },
      ],
    });
    expect(operation('CREATE VIEW v AS SELECT * FROM t')).toMatchObject({ reads: [{ columns: ['*'] }] });
    // It may be of either.
    expect(operation('CREATE VIEW v AS SELECT a FROM t, u')).toMatchObject({ reads: [{ columns: ['a'] }, { columns: ['a'] }] });
  });
});

describe('INSERT and REPLACE', () => {
  it.each<readonly [sql: string, expected: Record<string, unknown>]>([
    [
      'INSERT INTO t (a, b) VALUES (1, DEFAULT), (2, (SELECT c FROM u))',
      { table: { name: 't' }, columns: ['a', 'b'], fromQuery: false, reads: [{ name: 'u' }] },
    ],
    ['INSERT IGNORE d.t VALUES ()', { table: { schema: 'd', name: 't' }, columns: [] }],
    ['INSERT INTO t SET a = 1, b = DEFAULT ON DUPLICATE KEY UPDATE c = VALUES(c) + 1', { columns: ['a', 'b'] }],
    ['INSERT INTO t (a) SELECT b FROM u ON DUPLICATE KEY UPDATE a = 1', { fromQuery: true, reads: [{ name: 'u' }] }],
    ['INSERT INTO t WITH x AS (SELECT 1 FROM u) SELECT * FROM x', { fromQuery: true, reads: [{ name: 'u' }] }],
    ['INSERT INTO t (a) (SELECT b FROM u) UNION SELECT 1', { fromQuery: true, columns: ['a'] }],
    ['INSERT INTO t VALUES (1) AS n (x) ON DUPLICATE KEY UPDATE a = n.x', { fromQuery: false }],
    ['REPLACE LOW_PRIORITY INTO t (a) VALUES (1)', { replaces: true }],
    ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = (VALUES(a) + 1), b = (VALUES(b))', { fromQuery: false }],
    ['INSERT INTO t TABLE u', { fromQuery: true, reads: [{ name: 'u' }] }],
  ])('%s', (sql, expected) => {
    expect(operation(sql)).toMatchObject({ kind: 'insert', ...expected });
  });
});

describe('UPDATE', () => {
  it('sets columns of one table or of several', () => {
    expect(operation('UPDATE LOW_PRIORITY IGNORE t SET a = 1, t.b = DEFAULT WHERE c = 2 ORDER BY d LIMIT 10')).toMatchObject({
      table: { name: 't' },
      assignments: ['a', 'b'],
      where: { text: 'c = 2' },
      limit: 10,
      reads: [],
    });
    expect(operations('UPDATE d.t x JOIN u ON x.i = u.i SET x.a = u.b, u.c = (SELECT 1 FROM v)')).toMatchObject([
      { kind: 'update', table: { schema: 'd', name: 't' }, assignments: ['a'], reads: [{ name: 'u' }, { name: 'v' }] },
      { kind: 'update', table: { name: 'u' }, assignments: ['c'] },
    ]);
    expect(operation('WITH x AS (SELECT 1 FROM u) UPDATE t, x SET t.a = 1')).toMatchObject({
      table: { name: 't' },
      reads: [{ name: 'u' }],
    });
    expect(operation('UPDATE t SET a = 1')).not.toHaveProperty('where');
  });
});

describe('DELETE', () => {
  it('takes from one table or from several', () => {
    expect(operation('DELETE FROM t WHERE a < 5 ORDER BY a LIMIT 1000')).toMatchObject({
      table: { name: 't' },
      where: { text: 'a < 5' },
      limit: 1000,
      reads: [],
    });
    expect(operations('DELETE a, b.* FROM d.t a JOIN b ON a.x = b.x')).toMatchObject([
      { kind: 'delete', table: { schema: 'd', name: 't' }, reads: [{ name: 'b' }] },
      { kind: 'delete', table: { name: 'b' } },
    ]);
    expect(operation('DELETE QUICK FROM a USING t AS a, u WHERE a.x = u.x')).toMatchObject({
      table: { name: 't' },
      reads: [{ name: 'u' }],
    });
    expect(operation('WITH x AS (SELECT 1) DELETE FROM t WHERE a IN (SELECT * FROM x)')).toMatchObject({ kind: 'delete', reads: [] });
    expect(operation('DELETE FROM t RETURNING a', mariadb)).toMatchObject({ kind: 'delete' });
  });
});

it('LOAD DATA writes, whatever the file holds', () => {
  expect(operation("LOAD DATA LOCAL INFILE 'x' IGNORE INTO TABLE t FIELDS TERMINATED BY ',' (a, b)")).toMatchObject({
    kind: 'copy',
    table: { name: 't' },
    writes: true,
  });
});

describe('the session', () => {
  it.each<readonly [sql: string, expected: readonly Record<string, unknown>[]]>([
    [
      'SET a = 1, @b := "x", GLOBAL c = ON',
      [
        { name: 'a', value: ['1'] },
        { name: '@b', value: ['x'] },
        { name: 'c', value: ['ON'], global: true },
      ],
    ],
    ['SET @@session.foreign_key_checks = 0', [{ name: 'foreign_key_checks', value: ['0'] }]],
    ['SET @@GLOBAL.x = DEFAULT', [{ name: 'x', global: true }]],
    ["SET SESSION sql_mode = CONCAT(@@sql_mode, ',ANSI')", [{ name: 'sql_mode' }]],
    ['SET NAMES utf8mb4 COLLATE utf8mb4_bin', [{ name: 'names', value: ['utf8mb4'] }]],
    ['SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED', [{ name: 'transaction', value: ['isolation level read committed'] }]],
    ['SET lock_wait_timeout = 5', [{ name: 'lock_wait_timeout', value: ['5'] }]],
  ])('%s', (sql, expected) => {
    const read = operations(sql);
    expect(read).toMatchObject(expected.map((each) => ({ kind: 'set-variable', ...each })));
    for (const [i, each] of expected.entries()) expect('value' in (read[i] as object)).toBe('value' in each);
  });

  it.each<readonly [sql: string, action: string]>([
    ['START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY', 'begin'],
    ['BEGIN', 'begin'],
    ['BEGIN WORK', 'begin'],
    ['COMMIT AND NO CHAIN RELEASE', 'commit'],
    ['ROLLBACK', 'rollback'],
    ['ROLLBACK TO SAVEPOINT a', 'rollback to'],
    ['SAVEPOINT a', 'savepoint'],
    ['RELEASE SAVEPOINT a', 'release'],
  ])('%s', (sql, action) => {
    expect(operation(sql)).toMatchObject({ kind: 'transaction', action });
  });

  it('may be set for one statement, in MariaDB', () => {
    expect(
      operations('SET STATEMENT lock_wait_timeout = 5, max_statement_time = 1 FOR ALTER TABLE t DROP a, FORCE', mariadb),
    ).toMatchObject([
      { kind: 'set-variable', name: 'lock_wait_timeout', value: ['5'], local: true },
      { kind: 'set-variable', name: 'max_statement_time', local: true },
      { kind: 'drop-column' },
      { kind: 'rebuild-table' },
    ]);
  });

  it('has a database, and locks tables', () => {
    expect(operation('USE `a b`')).toMatchObject({ kind: 'use-schema', schema: 'a b' });
    expect(operations('LOCK TABLES t READ LOCAL, d.u AS x LOW_PRIORITY WRITE')).toMatchObject([
      { kind: 'lock-table', table: { name: 't' }, mode: 'READ' },
      { kind: 'lock-table', table: { schema: 'd', name: 'u' }, mode: 'WRITE' },
    ]);
  });
});

describe('the conditions of joins that a row has to meet to be changed', () => {
  const limited = (sql: string): readonly string[] =>
    operations(sql).map(({ table, joinedOn = [] }) => `${names([table])} ${(joinedOn as readonly unknown[]).length}`);

  it.each<readonly [sql: string, changed: readonly string[]]>([
    ['UPDATE t JOIN u ON t.a = u.a SET t.b = 1', ['t 1']],
    ['UPDATE t LEFT JOIN u ON t.a = u.a SET t.b = 1', ['t 0']],
    ['UPDATE t LEFT JOIN u ON t.a = u.a SET u.b = 1', ['u 1']],
    ['UPDATE t RIGHT JOIN u USING (a) SET t.b = 1', ['t 1']],
    ['UPDATE t RIGHT JOIN u USING (a) SET u.b = 1', ['u 0']],
    ['UPDATE t NATURAL JOIN u SET t.b = 1', ['t 1']],
    ['UPDATE t CROSS JOIN u SET t.b = 1, u.b = 1', ['t 0', 'u 0']],
    ['UPDATE t, u JOIN v ON u.a = v.a SET t.b = 1, u.b = 1', ['t 0', 'u 1']],
    ['UPDATE t JOIN u JOIN v ON u.a = v.a ON t.a = u.a SET t.b = 1', ['t 2']],
    ['UPDATE t LEFT JOIN u ON t.a = u.a JOIN v ON t.c = v.c SET t.b = 1', ['t 1']],
    ['DELETE x FROM t x JOIN u ON x.a = u.a', ['t 1']],
    ['DELETE FROM t USING t LEFT JOIN u ON t.a = u.a', ['t 0']],
  ])('%s', (sql, changed) => {
    expect(limited(sql)).toEqual(changed);
  });
});
