import { describe, expect, it } from 'vitest';
import { directivesIn } from '../../../src/sql/directive.ts';
import { loadMysqlReader } from '../../../src/sql/load.ts';
import { mariadb, mysql, outline, statements } from './reading.ts';

const kinds = (sql: string, reader = mysql): readonly string[] => outline(sql, reader).map(([, ...rest]) => rest.join(' '));

describe('comments', () => {
  it('are `#`, `-- ` and `/* */`, and `--` alone is none', () => {
    const sql = "DROP TABLE a; # DROP TABLE b;\n-- DROP TABLE c;\n--\nDROP/* ; */TABLE d; SELECT 5--1; SELECT '-- # /*'; --";
    expect(kinds(sql)).toEqual(['drop-table', 'drop-table', 'select', 'select']);
    expect(mysql.read(sql).comments.map((each) => [each.text, each.ownLine])).toEqual([
      ['# DROP TABLE b;', false],
      ['-- DROP TABLE c;', true],
      ['--', true],
      ['/* ; */', false],
      ['--', false],
    ]);
  });

  it('with `#` may be directives, too', () => {
    const sql = '# lockstep-ignore drop-table: gone\nDROP TABLE a; #lockstep: no-transaction\n/* lockstep-ignore x: y */\n# about lockstep';
    expect(directivesIn(sql, mysql.read(sql).comments)).toMatchObject([
      { kind: 'ignore', rules: ['drop-table'], reason: 'gone', line: 1 },
      { kind: 'no-transaction', line: 2 },
      { kind: 'ignore', rules: ['x'], reason: 'y', line: 3 },
    ]);
  });

  it('without the blank are some to the client, where a statement may begin', () => {
    expect(kinds('--a;\nDROP TABLE a;\n  --b\n')).toEqual(['drop-table']);
    expect(kinds('DROP TABLE a\n--b\n')[0]).toMatch(/unreadable/);
  });

  const dumped = '/*!40101 SET NAMES utf8 */; /*!50701 DROP TABLE my */; /*M!100301 DROP TABLE maria */; /*! DROP TABLE both */';
  it('are code where their version says so', async () => {
    expect(outline(dumped)).toEqual([
      ['SET NAMES utf8', 'set-variable'],
      ['DROP TABLE my', 'drop-table'],
      ['DROP TABLE both', 'drop-table'],
    ]);
    expect(outline(dumped, mariadb).map(([text]) => text)).toEqual(['SET NAMES utf8', 'DROP TABLE maria', 'DROP TABLE both']);
    const old = await loadMysqlReader({ server: 'mysql', version: 50700 });
    expect(outline(dumped, old).map(([text]) => text)).toEqual(['SET NAMES utf8', 'DROP TABLE both']);
    const eight = await loadMysqlReader({ server: 'mysql', version: 80036 });
    const partly =
      'CREATE TABLE t (a int /*!80023 INVISIBLE */, b int /*!99999 INVISIBLE /* still */ */) /*!50100 PARTITION BY HASH (a) */';
    expect(eight.read(partly).statements[0]?.operations[0]).toMatchObject({
      columns: [{ name: 'a', invisible: true }, { name: 'b' }],
      partitionBy: { strategy: 'hash' },
    });
    expect(eight.read(partly).statements[0]?.operations[0]).not.toMatchObject({ columns: [{}, { invisible: true }] });
  });
});

describe('quotes', () => {
  it('close as MySQL closes them', () => {
    expect(outline("SELECT 'it''s;', 'it\\'s;', \"a;\"\"b\", `c;``d`; DROP TABLE `a``b`")).toHaveLength(2);
    expect(statements('DROP TABLE `a``b`')[0]?.operations[0]).toMatchObject({ table: { name: 'a`b' } });
  });

  it('in ANSI mode double ones enclose names, and backslashes may be plain', async () => {
    const ansi = await loadMysqlReader({ server: 'mysql', sqlMode: 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES' });
    const sql = 'CREATE TABLE "t;" ("a\\" int DEFAULT \'\\\'); DROP TABLE u';
    expect(kinds(sql, ansi)).toEqual(['create-table', 'drop-table']);
    expect(kinds(`SET sql_mode = 'ANSI,NO_BACKSLASH_ESCAPES'; ${sql}`)).toEqual(['set-variable', 'create-table', 'drop-table']);
  });
});

describe('DELIMITER', () => {
  const body = 'CREATE PROCEDURE p() BEGIN DROP TABLE a; DROP TABLE b; END';
  it.each(['//', '$$', ';;', '|', 'GO'])('%s', (delimiter) => {
    expect(outline(`DELIMITER ${delimiter}\n${body}${delimiter}\ndelimiter ;\nDROP TABLE c;`)).toEqual([
      [body, 'create-function'],
      ['DROP TABLE c', 'drop-table'],
    ]);
  });

  it('divides what the client sends, and the server divides that at semicolons', () => {
    expect(kinds('DELIMITER //\nDROP PROCEDURE IF EXISTS p; DROP TABLE a\n// DROP TABLE b //')).toEqual([
      'drop-function',
      'drop-table',
      'drop-table',
    ]);
  });

  it('keeps a block that is not closed to what the client sends with it', () => {
    const sql = 'DELIMITER //\nCREATE PROCEDURE p() BEGIN IF a THEN DROP TABLE x; END //\nDELIMITER ;\nDROP TABLE y;';
    expect(kinds(sql)).toEqual(['unreadable: END IF is missing at `END`', 'drop-table']);
  });

  it('is a word elsewhere', () => {
    expect(kinds('SELECT a AS delimiter FROM t; DROP TABLE b')).toEqual(['select', 'drop-table']);
  });
});

describe('stored programs', () => {
  it.each([
    'CREATE PROCEDURE p(IN a VARCHAR(10), OUT b INT) COMMENT "x;y" BEGIN IF a THEN SET b = 1; ELSEIF c THEN SET b = 2; ELSE SET b = 3; END IF; END',
    "CREATE FUNCTION f(a INT) RETURNS VARCHAR(10) CHARACTER SET utf8mb4 DETERMINISTIC RETURN CASE a WHEN 1 THEN 'x;' ELSE IF(a, 1, 2) END",
    'CREATE DEFINER = `a`@`%` TRIGGER t BEFORE INSERT ON u FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF',
    'CREATE TRIGGER t AFTER UPDATE ON u FOR EACH ROW INSERT INTO v VALUES (1)',
    'CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM t; END',
    'CREATE PROCEDURE p() l: LOOP LEAVE l; END LOOP l',
    'CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION, 1062 BEGIN ROLLBACK; END; REPEAT SET a = 1; UNTIL a END REPEAT; END',
    'CREATE PROCEDURE p() WHILE (CASE a WHEN 1 THEN 2 END) DO CASE a WHEN 1 THEN SELECT 1; ELSE SELECT 2; END CASE; END WHILE',
    'CREATE OR REPLACE PROCEDURE p() IF EXISTS (SELECT 1) THEN BEGIN END; END IF',
    'BEGIN NOT ATOMIC DROP TABLE a; END',
  ])('is one statement: %s', (sql) => {
    const read = outline(`${sql};\nDROP TABLE z;`);
    expect(read.map(([text]) => text)).toEqual([sql, 'DROP TABLE z']);
    expect(read[0]?.join(' ')).not.toMatch(/unreadable/);
  });
});

describe('spans', () => {
  it('run from the first token to the last, with the semicolon or without', () => {
    const sql = ' /* a */ DROP TABLE a /* b */ ; DROP TABLE b';
    const texts = statements(sql).map(({ span, fullSpan }) => [sql.slice(span.start, span.end), sql.slice(fullSpan.start, fullSpan.end)]);
    expect(texts).toEqual([
      ['DROP TABLE a', 'DROP TABLE a /* b */ ;'],
      ['DROP TABLE b', 'DROP TABLE b'],
    ]);
  });

  it('go with the signs of a versioned comment that holds nothing else', () => {
    const full = (sql: string): readonly string[] => statements(sql).map(({ fullSpan }) => sql.slice(fullSpan.start, fullSpan.end));
    expect(full('/*!50003 DROP TABLE a */; DROP TABLE b')).toEqual(['/*!50003 DROP TABLE a */;', 'DROP TABLE b']);
    expect(full('DROP TABLE b; /*! DROP TABLE a; */ DROP TABLE c')).toEqual(['DROP TABLE b;', '/*! DROP TABLE a; */', 'DROP TABLE c']);
    expect(full('/*! DROP TABLE a; DROP TABLE b */')).toEqual(['DROP TABLE a;', 'DROP TABLE b']);
    expect(full('DROP /*! TABLE */ a; DROP TABLE b /*! CASCADE */;')).toEqual(['DROP /*! TABLE */ a;', 'DROP TABLE b /*! CASCADE */;']);
  });

  it('stay within the sections that a tool reads', () => {
    const sql = 'DROP TABLE a\n-- +goose Down\nDROP TABLE b;\n-- +goose Up\nDROP TABLE c';
    const sections = [
      { start: 0, end: 12 },
      { start: sql.length - 12, end: sql.length },
    ];
    expect(mysql.read(sql, sections).statements.map(({ span }) => sql.slice(span.start, span.end))).toEqual([
      'DROP TABLE a',
      'DROP TABLE c',
    ]);
  });
});
