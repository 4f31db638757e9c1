import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../src/sql/statement.ts';
import { reader, statements } from './reading.ts';

const million = 1_000_000;

function unreadable(sql: string): readonly (string | undefined)[] {
  return statements(sql).map((each) => each.unreadable?.message);
}

test('NUL and halves of surrogate pairs: the statement that holds them, and no other', () => {
  const sql = "SELECT 1; SELECT '\0'; SELECT '\ud83d' ; SELECT '\ud83d\ude00'; DROP TABLE t";
  expect(unreadable(sql)).toEqual([
    undefined,
    'the statement holds a NUL character, which PostgreSQL cannot read',
    'the statement holds half of a surrogate pair, which PostgreSQL cannot read',
    undefined,
    undefined,
  ]);
  expect(statements(sql)[1]?.unreadable?.span).toEqual({ start: 18, end: 19 });
});

test('NUL in a comment stops nothing', () => {
  expect(statements('SELECT 1 -- \0\n; DROP TABLE t').map(({ operations }) => operations[0]?.kind)).toEqual(['select', 'drop-table']);
});

const deep: readonly (readonly [what: string, sql: string])[] = [
  ['parentheses', 'SELECT '.concat('('.repeat(million))],
  ['brackets', 'SELECT '.concat('['.repeat(million))],
  ['closed parentheses', `SELECT ${'('.repeat(3000)}1${')'.repeat(3000)}`],
  ['sums', `SELECT ${'1+'.repeat(100_000)}1`],
  ['a default', `ALTER TABLE t ALTER a SET DEFAULT ${'1+'.repeat(1000)}1`],
  ['CASE', `SELECT ${'CASE WHEN true THEN '.repeat(5000)}1${' END'.repeat(5000)}`],
  ['IF in a DO block', `DO $$ begin ${'if true then '.repeat(4000)}${'end if; '.repeat(4000)} end $$`],
];

test.each(deep)('too deep: %s', (_, sql) => {
  const [message, ...more] = unreadable(sql);
  expect(more).toEqual([]);
  expect(message).toMatch(/nested|memory exhausted|too large/);
});

test('the parser is as good as new after fifty overflows', () => {
  const sql = `${`SELECT ${'1+'.repeat(75_000)}1;\n`.repeat(50)}CREATE TABLE t (a int)`;
  const read = statements(sql);
  expect(read.slice(0, -1).every((each) => each.unreadable !== undefined)).toBe(true);
  expect(read[50]?.operations[0]?.kind).toBe('create-table');
});

test('what is deep and no expression is read', () => {
  expect(unreadable(`SELECT 1${' UNION ALL SELECT 1'.repeat(2000)}`)).toEqual([undefined]);
  expect(unreadable(`SELECT * FROM a${' JOIN b ON true'.repeat(1000)}`)).toEqual([undefined]);
});

test('the limits are where they are said to be', () => {
  expect(statements('SELECT 1;'.repeat(limits.statements))).toHaveLength(limits.statements);
  expect(unreadable('SELECT 1;'.repeat(limits.statements + 1))).toEqual(['the file has more than 50000 statements']);
  const comment = (bytes: number): string => `SELECT 1;--${'é'.repeat((bytes - 11) / 2)}`;
  expect(unreadable(comment(limits.fileBytes - 1))).toEqual([undefined]);
  expect(unreadable(comment(limits.fileBytes + 1))).toEqual(['the file is larger than 8 MB']);
  const parentheses = (depth: number): string => `SELECT ${'('.repeat(depth)}1${')'.repeat(depth)}`;
  expect(unreadable(parentheses(limits.expressionDepth))).toEqual([undefined]);
  expect(unreadable(parentheses(limits.expressionDepth + 1))).toEqual(['parentheses are nested deeper than 500']);
});

/** Each of them takes well under a second; a quadratic scan of a megabyte would take minutes. */
const large: readonly (readonly [what: string, sql: string, statements: number])[] = [
  ['semicolons', ';'.repeat(million), 0],
  ['an open quote', `SELECT '${'x;'.repeat(million / 2)}`, 1],
  ['an open identifier', `SELECT "${'x;'.repeat(million / 2)}`, 1],
  ['an open dollar quote', `SELECT $x$${'$y$'.repeat(million / 3)}`, 1],
  ['many dollar tags', Array.from({ length: 100_000 }, (_, i) => `$t${i}$`).join(' '), 1],
  ['an open comment', '/*'.repeat(million / 2), 1],
  ['comments', '/**/'.repeat(million / 4), 0],
  ['COPY without data', 'COPY t FROM stdin;\n'.repeat(40_000), 40_000],
  ['COPY with data', 'COPY t FROM stdin;\n\\.\n'.repeat(40_000), 40_000],
  ['psql commands', '\\echo\n'.repeat(million / 6), 0],
  ['bad statements', 'ALTER TABEL x;\n'.repeat(40_000), 40_000],
  ['columns', `CREATE TABLE t (${Array.from({ length: 20_000 }, (_, i) => `c${i} int DEFAULT ${i}`).join()})`, 1],
  ['checks of one column', `CREATE TABLE t (a int${' CHECK (a > 0)'.repeat(20_000)})`, 1],
  ['actions', `ALTER TABLE t ${Array.from({ length: 20_000 }, (_, i) => `ADD c${i} int`).join()}`, 1],
  ['WITH queries', `WITH ${Array.from({ length: 20_000 }, (_, i) => `c${i} AS (SELECT 1)`).join()} SELECT 1`, 1],
  [
    'tables and columns',
    `SELECT ${Array.from({ length: 9000 }, (_, i) => `c${i}`).join()} FROM ${Array.from({ length: 9000 }, (_, i) => `t${i}`).join()}`,
    1,
  ],
  ['statements of a DO block', `DO $$ declare x int; begin ${'select 1 into x from y; '.repeat(5000)} end $$`, 1],
];

test.each(large)('in time: a megabyte of %s', (_, sql, count) => {
  const start = performance.now();
  expect(reader.read(sql).statements).toHaveLength(count);
  expect(performance.now() - start).toBeLessThan(20_000);
});

/** Pieces that matter to the lexer, put together at random: nothing is thrown, and every statement and comment lies in order within the text. */
test('any text is read without throwing', () => {
  const piece = fc.oneof(
    fc.constantFrom("'", '"', '$$', '$x$', '/*', '*/', '--', '\n', ';', '(', ')', '\\', '\\.', "E'", "U&'", '\0', '\ud800', '😀', 'é', ' '),
    fc.constantFrom(
      'SELECT',
      'COPY t FROM stdin',
      'CREATE FUNCTION',
      'BEGIN ATOMIC',
      'END',
      'CREATE RULE',
      'DO',
      'ALTER TABLE t',
      'ADD a int',
      '1',
      'x',
    ),
    fc.string({ maxLength: 3, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      const file = reader.read(text);
      for (const list of [file.statements, file.comments]) {
        let end = 0;
        for (const { span } of list) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const { operations, unreadable } of file.statements) expect(operations.length > 0).toBe(unreadable === undefined);
      const read = reader.readExpression(text);
      if ('printed' in read) expect(reader.readExpression(read.printed)).toMatchObject({ printed: read.printed });
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test('names are not kept for every table that they may be of: beyond a hundred, every column is read', () => {
  const tables = (prefix: string, count: number): string => Array.from({ length: count }, (_, i) => `${prefix}${i}`).join(', ');
  const readBy = (query: string): readonly (readonly string[])[] => {
    const view = statements(`CREATE VIEW v AS ${query}`)[0]?.operations[0];
    return view?.kind === 'create-view' ? view.reads.map((each) => each.columns) : [];
  };
  expect(new Set(readBy(`SELECT a, b FROM ${tables('t', 101)}`).flat())).toEqual(new Set(['*']));
  expect(new Set(readBy(`SELECT a, b FROM ${tables('t', 100)}`).flat())).toEqual(new Set(['a', 'b']));
  // Through subqueries too: those near the name have it, those farther out are read whole.
  const nested = readBy(`SELECT (SELECT a FROM ${tables('inner_', 60)}) FROM ${tables('outer_', 60)}`);
  expect(nested).toEqual([...Array(60).fill(['a']), ...Array(60).fill(['*'])]);
  const joined = readBy(`SELECT 1 FROM t0${Array.from({ length: 1000 }, (_, i) => ` JOIN t${i + 1} USING (c${i})`).join('')}`);
  expect(new Set(joined.flat())).toEqual(new Set(['*']));
});
