import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../src/sql/statement.ts';
import { mariadb, mysql, statements } from './reading.ts';

const million = 1_000_000;

function unreadable(sql: string): readonly (string | undefined)[] {
  return statements(sql).map((each) => each.unreadable?.message);
}

test('NUL and halves of surrogate pairs: the statement that holds them, and no other', () => {
  expect(unreadable("SELECT 1; SELECT '\0'; SELECT '\ud83d' ; SELECT '\ud83d\ude00'; DROP TABLE t")).toEqual([
    undefined,
    'the statement holds a NUL character',
    'the statement holds half of a surrogate pair',
    undefined,
    undefined,
  ]);
});

const deep: readonly (readonly [what: string, sql: string])[] = [
  ['parentheses', `SELECT ${'('.repeat(million)}`],
  ['closed parentheses', `SELECT ${'('.repeat(3000)}1${')'.repeat(3000)}`],
  ['calls', `SELECT ${'f('.repeat(3000)}1${')'.repeat(3000)}`],
  ['sums', `SELECT ${'1+'.repeat(100_000)}1`],
  ['signs', `SELECT ${'-'.repeat(100_000)} a`.replaceAll('--', '- -')],
  ['NOT', `SELECT ${'NOT '.repeat(100_000)}1`],
  ['CASE', `SELECT ${'CASE WHEN true THEN '.repeat(5000)}1${' END'.repeat(5000)}`],
  ['a default', `ALTER TABLE t ALTER a SET DEFAULT ${'1+'.repeat(1000)}1`],
  ['subqueries', `SELECT * FROM ${'(SELECT * FROM '.repeat(2000)}t${') x'.repeat(2000)}`],
  ['blocks', `CREATE PROCEDURE p() ${'BEGIN '.repeat(50_000)}`],
  ['IF', `CREATE PROCEDURE p() ${'IF a THEN '.repeat(50_000)}`],
];

test.each(deep)('too deep: %s', (_, sql) => {
  const [message, ...more] = unreadable(sql);
  expect(more).toEqual([]);
  expect(message).toMatch(/nested|missing/);
});

test('what is deep and no expression is read', () => {
  expect(unreadable(`SELECT 1${' UNION ALL SELECT 1'.repeat(2000)}`)).toEqual([undefined]);
  expect(unreadable(`SELECT * FROM a${' JOIN b ON true'.repeat(1000)}`)).toEqual([undefined]);
  expect(unreadable(`SELECT * FROM a WHERE a${' AND a'.repeat(5000)}`)).toEqual([undefined]);
});

test('the limits are where they are said to be', () => {
  expect(statements('SELECT 1;'.repeat(limits.statements))).toHaveLength(limits.statements);
  expect(unreadable('SELECT 1;'.repeat(limits.statements + 1))).toEqual(['the file has more than 50000 statements']);
  const comment = (bytes: number): string => `SELECT 1;#${'é'.repeat((bytes - 10) / 2)}`;
  expect(unreadable(comment(limits.fileBytes))).toEqual([undefined]);
  expect(unreadable(comment(limits.fileBytes + 2))).toEqual(['the file is larger than 8 MB']);
});

const many = (count: number, each: (i: number) => string): string => Array.from({ length: count }, (_, i) => each(i)).join();

/** Each of them takes well under a second; a quadratic scan of a megabyte would take minutes. */
const large: readonly (readonly [what: string, sql: string, statements: number])[] = [
  ['semicolons', ';'.repeat(million), 0],
  ['an open quote', `SELECT '${'x;'.repeat(million / 2)}`, 1],
  ['an open name', `SELECT \`${'x;'.repeat(million / 2)}`, 1],
  ['an open comment', `SELECT 1 ${'/*'.repeat(million / 2)}`, 1],
  ['comments', '/**/'.repeat(million / 4), 0],
  ['versioned comments', '/*!50000 */'.repeat(million / 11), 0],
  ['open versioned comments', '/*!'.repeat(million / 3), 0],
  ['comments of other versions', '/*!999999 /* */ */'.repeat(million / 18), 0],
  ['delimiters', 'DELIMITER $$\n'.repeat(million / 13), 0],
  ['a delimiter that nearly fits', `DELIMITER aaaaaaaaaaaaaab\n${'a'.repeat(million)}`, 1],
  ['bad statements', 'ALTER TABEL x;\n'.repeat(40_000), 40_000],
  ['procedures that are not closed', 'CREATE PROCEDURE p(\n;'.repeat(40_000), 40_000],
  ['triggers without a body', 'CREATE TRIGGER t BEFORE\n;'.repeat(40_000), 40_000],
  ['parentheses that are not closed', 'SELECT (\n;'.repeat(40_000), 40_000],
  ['columns', `CREATE TABLE t (${many(20_000, (i) => `c${i} int DEFAULT ${i}`)})`, 1],
  ['attributes', `CREATE TABLE t (a int${' CHECK (a > 0)'.repeat(20_000)})`, 1],
  ['actions', `ALTER TABLE t ${many(20_000, (i) => `ADD c${i} int`)}`, 1],
  ['unknown actions', `ALTER TABLE t ${many(20_000, (i) => `FROBNICATE (c${i})`)}`, 1],
  ['rows', `INSERT INTO t VALUES ${many(60_000, () => "(1, 'a', NULL)")}`, 1],
  ['WITH queries', `WITH ${many(10_000, (i) => `c${i} AS (SELECT 1)`)} SELECT 1`, 1],
  ['tables and columns', `SELECT ${many(9000, (i) => `c${i}`)} FROM ${many(9000, (i) => `t${i}`)}`, 1],
  ['statements of a procedure', `CREATE PROCEDURE p() BEGIN ${'SELECT 1; '.repeat(50_000)} END`, 1],
  ['branches that are run', `BEGIN NOT ATOMIC ${'IF a THEN SET @a = 1; END IF; '.repeat(20_000)} END`, 1],
  [
    'variables and branches',
    `BEGIN NOT ATOMIC ${many(3000, (i) => `SET @v${i} = 1;`).replaceAll(',', '')} ${'IF a THEN SET @a = 1; END IF; '.repeat(5000)} END`,
    1,
  ],
  [
    'calls of calls',
    `${many(30, (i) => `CREATE PROCEDURE p${i + 1}() BEGIN CALL p${i}(); CALL p${i}(); END;`).replaceAll(',', '')} CALL p30();`,
    31,
  ],
  [
    'strings that are executed',
    `SET @a = 'SELECT 1;'; ${'SET @a = CONCAT(@a, @a); '.repeat(13)} PREPARE s FROM @a; ${'EXECUTE s; '.repeat(1000)}`,
    1015,
  ],
];

test.each(large)('in time: a megabyte of %s', (_, sql, count) => {
  const start = performance.now();
  expect(mysql.read(sql).statements).toHaveLength(count);
  expect(performance.now() - start).toBeLessThan(20_000);
});

/** Pieces that matter to the lexer and the readers, put together at random: nothing is thrown, and every statement and comment lies in order within the text. */
test.each([mysql, mariadb])('any text is read without throwing: $name', (reader) => {
  const piece = fc.oneof(
    fc.constantFrom(
      "'",
      '"',
      '`',
      '/*',
      '/*!',
      '/*!50100',
      '/*M!',
      '*/',
      '--',
      '-- ',
      '#',
      '\n',
      ';',
      '(',
      ')',
      ',',
      '.',
      '\\',
      '@',
      '@@',
      '=',
      ':=',
    ),
    fc.constantFrom(
      '\0',
      '\ud800',
      '😀',
      'é',
      ' ',
      '1',
      'x',
      '*',
      '-',
      '{',
      '}',
      '//',
      '\nDELIMITER //\n',
      '\nDELIMITER ;\n',
      "'a'",
      '`b`',
    ),
    fc.constantFrom(
      ...(
        'SELECT,FROM t,WHERE,CREATE TABLE t,(a INT),CREATE PROCEDURE p(),CREATE TRIGGER t BEFORE INSERT ON t FOR EACH ROW,BEGIN,END,IF,THEN,END IF,CASE,WHEN,' +
        'LOOP,ALTER TABLE t,ADD,DROP,MODIFY a INT,CHANGE,PARTITION,PARTITION BY,COLUMN,INDEX,PRIMARY KEY,UNIQUE,CHECK,DEFAULT,NOT NULL,REFERENCES,COMMENT,ALGORITHM=,' +
        'INSERT INTO t VALUES,UPDATE t SET a = 1,DELETE FROM t,WITH x AS,SET @a =,PREPARE s FROM @a,EXECUTE s,CALL p(),UNION,JOIN,ON,LIKE,IN,BETWEEN,AND,INTERVAL,RENAME TABLE'
      ).split(','),
    ),
    fc.string({ maxLength: 3, unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('', ' '), (pieces, between) => {
      const text = pieces.join(between);
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
      for (const { span, operations, unreadable } of file.statements) {
        expect(operations.length > 0 || unreadable !== undefined).toBe(true);
        for (const each of [...operations, ...(unreadable ? [unreadable] : [])]) {
          expect(each.span.start).toBeGreaterThanOrEqual(span.start);
          expect(each.span.end).toBeLessThanOrEqual(span.end);
        }
      }
      const read = reader.readExpression(text);
      if ('printed' in read) expect(reader.readExpression(read.printed)).toMatchObject({ printed: read.printed });
    }),
    { numRuns: 3000, seed: 7 },
  );
});
