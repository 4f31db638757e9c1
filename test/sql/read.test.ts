import { expect, test } from 'vitest';
import { operations, reader, statements } from './reading.ts';

const shown = (sql: string): unknown[] =>
  statements(sql).map(({ span, fullSpan, operations, unreadable }) => [
    sql.slice(span.start, span.end),
    sql.slice(fullSpan.start, fullSpan.end),
    unreadable ? [unreadable.message, sql.slice(unreadable.span.start, unreadable.span.end)] : operations.map(({ kind }) => kind),
  ]);

/** What stands before the statements must not move them: the parser counts in bytes, its errors in code points, we in UTF-16. */
const before = ['', '-- x\r\n', '/* é */ ', 'SELECT \'ß€😀\' AS "ä";\r\n', '-- 😀😀\n\n'];

test.each(before)('places behind %j', (prefix) => {
  const sql = `${prefix}  ALTER TABLE "tä" ADD "😀" text -- €\r\n\t, DROP b ;SELECT 'é'`;
  const first = prefix.startsWith('SELECT') ? 1 : 0;
  expect(shown(sql).slice(first)).toEqual([
    [
      'ALTER TABLE "tä" ADD "😀" text -- €\r\n\t, DROP b',
      'ALTER TABLE "tä" ADD "😀" text -- €\r\n\t, DROP b ;',
      ['add-column', 'drop-column'],
    ],
    ["SELECT 'é'", "SELECT 'é'", ['select']],
  ]);
  const [add] = statements(sql)[first]?.operations ?? [];
  expect(sql.slice(add?.span.start, add?.span.end)).toBe('ADD "😀" text');
});

test.each(before)('a bad statement costs only itself, behind %j', (prefix) => {
  const sql = `${prefix}SELECT 1;\r\nALTER TABEL "é" x;\nDROP TABLE "é" ; CREATE TABLE t (a int;\nDROP TABLE u`;
  const first = prefix.startsWith('SELECT') ? 1 : 0;
  expect(shown(sql).slice(first)).toEqual([
    ['SELECT 1', 'SELECT 1;', ['select']],
    ['ALTER TABEL "é" x', 'ALTER TABEL "é" x;', ['syntax error at or near "TABEL"', 'TABEL']],
    ['DROP TABLE "é"', 'DROP TABLE "é" ;', ['drop-table']],
    ['CREATE TABLE t (a int', 'CREATE TABLE t (a int;', ['syntax error at or near ";"', 'CREATE TABLE t (a int']],
    ['DROP TABLE u', 'DROP TABLE u', ['drop-table']],
  ]);
});

test('a file of one bad statement', () => {
  expect(shown('-- é\n\n SELECT FROM WHERE; ')).toEqual([
    ['SELECT FROM WHERE', 'SELECT FROM WHERE;', ['syntax error at or near "WHERE"', 'WHERE']],
  ]);
});

test('psql commands and COPY data are skipped, and what psql runs from elsewhere is not', () => {
  const sql = '\\set x 1\nCOPY t FROM stdin;\né\t1\n\\.\n\\i other.sql\nSELECT 1 \\gexec\nDROP TABLE t;\n';
  expect(shown(sql)).toEqual([
    ['COPY t FROM stdin', 'COPY t FROM stdin;', ['copy']],
    ['\\i other.sql', '\\i other.sql', ['dynamic-sql']],
    ['SELECT 1', 'SELECT 1', ['select']],
    ['\\gexec', '\\gexec', ['dynamic-sql']],
    ['DROP TABLE t', 'DROP TABLE t;', ['drop-table']],
  ]);
});

test('a comment that is never closed hides nothing in silence', () => {
  expect(shown('SELECT 1;\n/* DROP TABLE t;')).toEqual([
    ['SELECT 1', 'SELECT 1;', ['select']],
    ['/* DROP TABLE t;', '/* DROP TABLE t;', ['unterminated /* comment', '/* DROP TABLE t;']],
  ]);
  expect(shown('SELECT 1 /* x')).toEqual([
    ['SELECT 1', 'SELECT 1', ['select']],
    ['/* x', '/* x', ['unterminated /* comment', '/* x']],
  ]);
});

test('sections limit what is read, and their statements need no semicolon', () => {
  const sql = '-- +up\nDROP TABLE a\n-- +down\nCREATE TABLE a ();\n-- +up\nDROP TABLE b;';
  const sections = [
    { start: 0, end: sql.indexOf('-- +down') },
    { start: sql.lastIndexOf('-- +up'), end: sql.length },
  ];
  const file = reader.read(sql, sections);
  expect(file.statements.map(({ fullSpan }) => sql.slice(fullSpan.start, fullSpan.end))).toEqual(['DROP TABLE a', 'DROP TABLE b;']);
  expect(file.comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
    ['-- +up', true],
    ['-- +up', true],
  ]);
});

const views: readonly (readonly [query: string, reads: Readonly<Record<string, readonly string[]>>])[] = [
  ['SELECT a, x.b, lower(c) FROM t x WHERE d GROUP BY e', { t: ['a', 'b', 'c', 'd', 'e'] }],
  ['SELECT * FROM t', { t: ['*'] }],
  ['SELECT x.*, b FROM t x, u', { t: ['*', 'b'], u: ['b'] }],
  ['SELECT x FROM t x', { t: ['*'] }],
  ['SELECT count(*) FROM t', { t: [] }],
  ['SELECT a FROM t JOIN u USING (id) NATURAL JOIN v', { t: ['a', 'id', '*'], u: ['a', 'id', '*'], v: ['a', 'id', '*'] }],
  ['SELECT t.a FROM s.t WHERE EXISTS (SELECT 1 FROM u WHERE u.b = t.c)', { t: ['a', 'c'], u: ['b'] }],
  ['WITH t AS (SELECT a FROM t) SELECT * FROM t', { t: ['a'] }],
  ['WITH RECURSIVE x AS (SELECT a FROM t UNION ALL SELECT a FROM x) SELECT b FROM x', { t: ['a'] }],
  ['WITH x AS (SELECT 1), y AS (SELECT * FROM x) SELECT * FROM y, z', { z: ['*'] }],
  ['SELECT a FROM t UNION SELECT b FROM u', { t: ['a'], u: ['b'] }],
  ['SELECT a FROM (SELECT b AS a FROM t) q', { t: ['b'] }],
  ['SELECT relname FROM pg_class, information_schema.tables, pg_catalog.x', {}],
];

test.each(views)('view of %s', (query, expected) => {
  const [view] = operations(`CREATE VIEW v AS ${query}`) as { reads: { table: { name: string }; columns: readonly string[] }[] }[];
  const read = Object.fromEntries(view?.reads.map(({ table, columns }) => [table.name, [...columns].sort()]) ?? []);
  expect(read).toEqual(Object.fromEntries(Object.entries(expected).map(([name, columns]) => [name, [...columns].sort()])));
});
