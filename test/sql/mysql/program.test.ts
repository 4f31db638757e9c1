import { describe, expect, it } from 'vitest';
import { operations, outline, statements } from './reading.ts';

/** The kinds of operation of the last statement. */
const last = (sql: string): readonly string[] => outline(sql).at(-1)?.slice(1) ?? [];

describe('a procedure of the same file', () => {
  const procedure = `DELIMITER //
CREATE PROCEDURE add_column()
BEGIN
  DECLARE n INT;
  SELECT COUNT(*) INTO n FROM information_schema.columns WHERE table_name = 't';
  IF n = 0 THEN
    ALTER TABLE t ADD COLUMN a INT, ALGORITHM=INSTANT;
  END IF;
  DROP INDEX i ON t;
END //
DELIMITER ;
`;

  it('is what CALL does, at the place of the CALL', () => {
    const sql = `${procedure}CALL add_column();`;
    const call = statements(sql).at(-1);
    expect(call?.operations).toMatchObject([
      { kind: 'select', reads: [] },
      { kind: 'add-column', conditional: true, clauses: { algorithm: 'instant' } },
      { kind: 'drop-index', index: { name: 'i' } },
    ]);
    expect(call?.operations[2]).not.toHaveProperty('conditional');
  });

  it('is not run by being made, and another one is a call', () => {
    expect(outline(procedure).map(([, ...kinds]) => kinds)).toEqual([['create-function']]);
    expect(last(`${procedure}CALL another()`)).toEqual(['call']);
  });

  it('may put its statements together from its parameters', () => {
    const sql = `CREATE PROCEDURE drop_key(IN tableName VARCHAR(64), IN keyName VARCHAR(64))
BEGIN
  SET @query = CONCAT('ALTER TABLE ', tableName, ' DROP FOREIGN KEY ', keyName, ';');
  PREPARE s FROM @query;
  EXECUTE s;
END;
CALL drop_key('t', 'k');`;
    expect(statements(sql).at(-1)?.operations).toMatchObject([
      { kind: 'set-variable' },
      { kind: 'other' },
      { kind: 'drop-constraint', table: { name: 't' }, constraint: 'k', span: { start: sql.indexOf('CALL'), end: sql.length - 1 } },
    ]);
  });

  it('keeps its parameters to itself', () => {
    const sql =
      "CREATE PROCEDURE p(IN a TEXT) BEGIN SELECT 1; END; CALL p('x'); SET @s = CONCAT('DROP TABLE ', a); PREPARE s FROM @s; EXECUTE s";
    expect(last(sql)).toEqual(['dynamic-sql']);
  });

  it('that calls itself is not followed for ever', () => {
    expect(last('CREATE PROCEDURE p() BEGIN CALL p(); CALL p(); END; CALL p();')).toContain('dynamic-sql');
  });

  it('says so where what it runs cannot be read', () => {
    expect(last('CREATE PROCEDURE p() BEGIN FROBNICATE; ALTER TABLE t ADD a NOTATYPE, DROP b; END; CALL p();')).toEqual([
      'dynamic-sql',
      'drop-column',
      'dynamic-sql',
    ]);
  });
});

describe('EXECUTE', () => {
  const run = (set: string): readonly string[] => last(`${set}; PREPARE s FROM @sql; EXECUTE s`);

  it('runs the string that is known', () => {
    expect(run("SET @sql = 'DROP TABLE a'")).toEqual(['drop-table']);
    expect(run("SET @t := 'a', @sql := CONCAT('DROP TABLE ', @t, '; ', 'DROP VIEW v')")).toEqual(['drop-table', 'drop-view']);
    expect(last("PREPARE s FROM 'DROP TABLE a'; EXECUTE s")).toEqual(['drop-table']);
    expect(last("EXECUTE IMMEDIATE 'DROP TABLE a'")).toEqual(['drop-table']);
  });

  it('runs each that it may be, as conditional', () => {
    const both = ['select?', 'add-column?'];
    const query = "(SELECT IF(COUNT(*) > 0, 'SELECT 1', 'ALTER TABLE t ADD a INT') FROM information_schema.columns WHERE table_name = 't')";
    expect(run(`SET @sql = ${query}`)).toEqual(both);
    expect(run("SELECT IF((SELECT 1 FROM a) = 1, 'SELECT 1', 'ALTER TABLE t ADD a INT') INTO @sql")).toEqual(both);
  });

  it('says so where it depends on more', () => {
    for (const value of [
      '@other',
      "CONCAT('DROP TABLE ', database())",
      "(SELECT GROUP_CONCAT('DROP TABLE ', a) FROM t)",
      "REPLACE('a', 'b', 'c')",
    ]) {
      expect(run(`SET @sql = ${value}`)).toEqual(['dynamic-sql']);
    }
    expect(run("SET @sql = 'FROBNICATE'")).toEqual(['dynamic-sql']);
  });

  it('knows the values of branches, and none of what a loop changes', () => {
    const block = (body: string): readonly string[] => last(`BEGIN NOT ATOMIC ${body} PREPARE s FROM @sql; EXECUTE s; END`).slice(-2);
    expect(block("IF a THEN SET @sql = 'DROP TABLE a'; ELSE SET @sql = 'DROP VIEW b'; END IF;")).toEqual(['drop-table?', 'drop-view?']);
    expect(block("SET @sql = 'x'; WHILE a DO SET @sql = CONCAT(@sql, 'x'); END WHILE;").at(-1)).toBe('dynamic-sql');
    // Doubled thirty times it would be a gigabyte.
    expect(block(`SET @sql = 'x'; ${'SET @sql = CONCAT(@sql, @sql); '.repeat(30)}`).at(-1)).toBe('dynamic-sql');
  });
});

it('a trigger says its table', () => {
  expect(operations('CREATE TRIGGER tr BEFORE UPDATE ON db.t FOR EACH ROW SET NEW.a = 1')).toMatchObject([
    { kind: 'create-trigger', trigger: 'tr', table: { schema: 'db', name: 't' }, row: true },
  ]);
});

it('a function says whether it is deterministic', () => {
  const volatility = (words: string): unknown =>
    operations(`CREATE FUNCTION f(a INT, b VARCHAR(10)) RETURNS INT ${words} RETURN 1`)[0]?.volatility;
  expect(['DETERMINISTIC', 'NOT DETERMINISTIC', 'NO SQL DETERMINISTIC', ''].map(volatility)).toEqual([
    'immutable',
    'volatile',
    'immutable',
    'volatile',
  ]);
});
