import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { astParserReader } from '../../src/sql/postgres/ast-parser/reader.ts';
import type { Reader } from '../../src/sql/statement.ts';

let reader: Reader;
const directory = mkdtempSync(join(tmpdir(), 'lockstep-ast-parser-'));
beforeAll(async () => {
  reader = await astParserReader();
});
afterAll(() => rmSync(directory, { recursive: true }));

it('is what is loaded where there is no WebAssembly', async () => {
  const bundle = await rolldown({ input: fileURLToPath(new URL('../../src/sql/load.ts', import.meta.url)), platform: 'node' });
  await bundle.write({ dir: directory, format: 'esm', entryFileNames: 'load.mjs', chunkFileNames: '[name].mjs' });
  const script = `
    import { loadReader } from ${JSON.stringify(join(directory, 'load.mjs'))};
    const reader = await loadReader();
    const { statements } = reader.read('ALTER TABLE a ADD b int; GRANT a TO b;');
    console.log(JSON.stringify([typeof WebAssembly, reader.name, statements.map((each) => each.operations[0]?.kind ?? each.unreadable.message)]));`;
  const output = execFileSync(process.execPath, ['--jitless', '--input-type=module', '-e', script], { encoding: 'utf8', stdio: 'pipe' });
  expect(JSON.parse(output)).toEqual([
    'undefined',
    'pgsql-ast-parser',
    ['add-column', 'the reader without WebAssembly cannot read this form: it stops at `GRANT`'],
  ]);
});

it('costs a file only the statements that it cannot read, and points at what stopped it', () => {
  const sql = 'CREATE TABLE a (b int);\nALTER TABLE a ADD CHECK (b > 0) NOT ENFORCED; -- later\nDROP TABLE a';
  const { statements, comments } = reader.read(sql);
  expect(statements.map((each) => each.operations.map((operation) => operation.kind))).toEqual([['create-table'], [], ['drop-table']]);
  const { unreadable, fullSpan } = statements[1] as (typeof statements)[number];
  expect(sql.slice(unreadable?.span.start, unreadable?.span.end)).toBe('NOT');
  expect(sql.slice(fullSpan.start, fullSpan.end)).toBe('ALTER TABLE a ADD CHECK (b > 0) NOT ENFORCED;');
  expect(comments.map((each) => each.text)).toEqual(['-- later']);
});

it('passes over neither SQL from elsewhere nor a comment that is never closed', () => {
  const read = (sql: string) => reader.read(sql).statements.map((each) => each.operations[0]?.kind ?? each.unreadable?.message);
  expect(read('SELECT 1;\n\\i other.sql\nSELECT 2;')).toEqual(['select', 'dynamic-sql', 'select']);
  expect(read('SELECT 1; /* DROP TABLE a;')).toEqual(['select', 'unterminated /* comment']);
});

it('never throws, whatever it is given', () => {
  const deep = `SELECT ${'('.repeat(100_000)}1${')'.repeat(100_000)}`;
  const long = `SELECT ${'1 + '.repeat(20_000)}1`;
  for (const sql of [
    deep,
    'SELECT 1\0',
    'SELECT \uD800',
    "SELECT 'open",
    '/* open',
    '\\connect x\nSELECT',
    ')(',
    "''",
    '$$',
    long,
    ';;;',
  ]) {
    for (const { operations, unreadable } of reader.read(sql).statements) expect(operations.length > 0).toBe(unreadable === undefined);
  }
});

it('reads the sections that it is given', () => {
  const sql = 'DROP TABLE a\n-- divider\nDROP TABLE b';
  const { statements } = reader.read(sql, [{ start: sql.indexOf('DROP TABLE b'), end: sql.length }]);
  expect(statements.map((each) => sql.slice(each.fullSpan.start, each.fullSpan.end))).toEqual(['DROP TABLE b']);
});

it('cuts names where PostgreSQL does', () => {
  const name = `${'x'.repeat(62)}é`;
  const [statement] = reader.read(`DROP TABLE ${name}, ${'y'.repeat(80)}`).statements;
  expect(statement?.operations.map((each) => each.kind === 'drop-table' && each.table.name)).toEqual(['x'.repeat(62), 'y'.repeat(63)]);
});

it('reads one expression, printed in its own words', () => {
  const read = reader.readExpression("coalesce( a -- why\n, 'x' )");
  expect(read).toMatchObject({ printed: "coalesce( a , 'x' )", expression: { tree: { kind: 'coalesce' } } });
});

it.each([
  ['', 'there is no expression'],
  ['1; DROP TABLE a', 'it is more than one statement'],
  ['1, 2', /it stops at `,`/],
  ['1) FROM b', /it stops at `\)`/],
  ['a FROM b', /it stops at `FROM`/],
  ['(SELECT 1)', 'it must not hold a subquery'],
  ['count(*)', 'count() is used as an aggregate'],
  ['sum(a)', 'sum() does not give one value a row'],
  ['$1', 'it must not hold a parameter ($1)'],
  ['DEFAULT', /default as an expression/],
  [`${'1 + '.repeat(600)}1`, 'the statement nests deeper than 500'],
])('refuses %j as an expression over the row', (text, why) => {
  const read = reader.readExpression(text);
  expect('refused' in read && read.refused).toEqual(typeof why === 'string' ? why : expect.stringMatching(why));
});
