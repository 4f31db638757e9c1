import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadMysqlReader } from '../../../src/sql/load.ts';
import type { SqlFile, Statement } from '../../../src/sql/statement.ts';
import type { Span } from '../../../src/text/span.ts';

/** Real forms with some of their characters and words changed, dropped and moved. `LOCKSTEP_FUZZ_RUNS` and `LOCKSTEP_FUZZ_SEED` ask for more than a run of the tests does. */
const parameters = {
  numRuns: Number(process.env.LOCKSTEP_FUZZ_RUNS ?? 3000),
  seed: Number(process.env.LOCKSTEP_FUZZ_SEED ?? 7),
};
const timeout = 20_000 + parameters.numRuns * 10;
const reader = await loadMysqlReader({ server: 'mysql' });

const scripts = [
  "CREATE TABLE IF NOT EXISTS d.t (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT, b VARCHAR(10) CHARACTER SET utf8mb4 DEFAULT 'x' COMMENT 'a;b', PRIMARY KEY (id), UNIQUE KEY u (b(5)), CHECK (id > 0)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 PARTITION BY HASH (id) PARTITIONS 4;",
  'ALTER TABLE t ADD COLUMN a INT NOT NULL DEFAULT (uuid()) AFTER b, MODIFY c TEXT, CHANGE d e ENUM("a", "b"), DROP INDEX i, ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES u (x) ON DELETE CASCADE, ALGORITHM=INPLACE, LOCK=NONE;',
  'ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4, RENAME INDEX a TO b, ALTER COLUMN c SET DEFAULT 1, FORCE; ALTER TABLE t REORGANIZE PARTITION p INTO (PARTITION q VALUES LESS THAN (5));',
  'CREATE UNIQUE INDEX i ON t (a, (lower(b)) DESC) ALGORITHM=INPLACE; DROP INDEX i ON t; RENAME TABLE a TO b, c TO d;',
  "UPDATE t a JOIN u ON a.i = u.i SET a.x = CASE WHEN u.y BETWEEN 1 AND 2 THEN 'a' ELSE NULL END WHERE NOT a.z IN (SELECT z FROM w) LIMIT 5; DELETE FROM t WHERE a <=> b OR c AND d;",
  "INSERT INTO t (a, b) VALUES (1, 'it''s'), (2, \"x\\\"y\") ON DUPLICATE KEY UPDATE a = VALUES(a); SELECT `a``b`, @c, @@sql_mode, 0xff, .5 FROM (SELECT 1) x FOR UPDATE;",
  'DELIMITER //\nCREATE PROCEDURE p(IN a INT)\nBEGIN\n  IF a = 1 THEN\n    ALTER TABLE t DROP COLUMN x;\n  END IF;\nEND //\nDELIMITER ;\nCALL p(1);',
  "SET @s = IF(1, 'DROP TABLE a', 'SELECT 1'); PREPARE s FROM @s; EXECUTE s; # why\n-- lockstep: no-transaction\n/*!50100 DROP TABLE b */;",
];
const lexeme = /\s+|--.*|#.*|\/\*.*?\*\/|\w+|`[^`]*`|"[^"]*"|'[^']*'|[^\s\w]/g;
const lexemes = [...new Set(scripts.flatMap((script) => script.match(lexeme) ?? []))];
const signs = [
  "'",
  '"',
  '`',
  '/*',
  '/*!',
  '*/',
  '-- ',
  '#',
  '\n',
  ';',
  '(',
  ')',
  '\\',
  '\0',
  '\ud800',
  '😀',
  'é',
  '\u00a0',
  ',',
  '//',
  '@',
  '.',
];

interface Edit {
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
  readonly byLexeme: boolean;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat(2),
  insert: fc.oneof(fc.constant(''), fc.constantFrom(...lexemes), fc.constantFrom(...signs), fc.string({ maxLength: 1, unit: 'binary' })),
  byLexeme: fc.boolean(),
});

function mutated(text: string, { at, drop, insert, byLexeme }: Edit): string {
  const parts = byLexeme ? (text.match(lexeme) ?? []) : [...text];
  parts.splice(Math.floor(at * (parts.length + 1)), drop, byLexeme && insert !== '' ? ` ${insert} ` : insert);
  return parts.join('');
}

const sql = fc
  .tuple(fc.constantFrom(...scripts), fc.array(edit, { maxLength: 3 }))
  .map(([script, edits]) => edits.reduce((text, each) => mutated(text, each), script));

/** What is left of a text without its statements and comments. */
function rest(text: string, { statements, comments }: SqlFile): string {
  const isOutside = ({ span }: { span: Span }): boolean =>
    !statements.some(({ fullSpan }) => fullSpan.start <= span.start && span.end <= fullSpan.end);
  const parts = [...statements.map((each) => each.fullSpan), ...comments.filter(isOutside).map((each) => each.span)];
  let at = 0;
  let left = '';
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    expect(start).toBeGreaterThanOrEqual(at);
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

it('loses no statement: what is neither one nor a comment only divides them', { timeout }, () => {
  fc.assert(
    fc.property(sql, (text) => {
      // DELIMITER and what it chooses; versioned comments' own signs.
      const divides = /^[ \t]*delimiter[ \t].*$|\/\/|\/\*M?!(?:\d{5,6})?|\*\/|\\[gG]|[\s;]/gim;
      const left = rest(text, reader.read(text)).replace(divides, '');
      // A delimiter that the mutation has made up.
      if (/^[ \t]*delimiter[ \t]+(?!\/\/[ \t]*$|;[ \t]*$)/im.test(text)) return;
      expect(left).toBe('');
    }),
    parameters,
  );
});

/** A statement's operations, or why it is not read, with all places counted from its beginning. */
function relative({ span, operations, unreadable }: Statement): unknown {
  return JSON.parse(JSON.stringify({ operations, unreadable }), (key, value) =>
    (key === 'start' || key === 'end') && typeof value === 'number' ? value - span.start : value,
  );
}

it('a statement is read alike alone and among others', { timeout }, () => {
  fc.assert(
    fc.property(fc.array(sql, { minLength: 2, maxLength: 4 }), (texts) => {
      // What is not closed takes what follows with it, and a session has its variables, procedures and delimiters.
      const closed = texts
        .map((text) => `${text}\n;\n`)
        .filter((text) => {
          const { statements } = reader.read(`${text}DROP TABLE the_last_one;`);
          return (
            !/delimiter|procedure|prepare|execute|set|\/\*|\*\//i.test(text) &&
            statements.at(-1)?.operations[0]?.kind === 'drop-table' &&
            text.length > 0
          );
        });
      const alone = closed.flatMap((text) => reader.read(text).statements.map(relative));
      expect(reader.read(closed.join('')).statements.map(relative)).toEqual(alone);
    }),
    { ...parameters, numRuns: parameters.numRuns / 2 },
  );
});

it('an action of ALTER TABLE that is not known leaves the others as they are', { timeout }, () => {
  const actions = (scripts[1] as string).slice('ALTER TABLE t '.length, -1).split(/, (?=[A-Z])/);
  const known = reader.read(`ALTER TABLE t ${actions.join(', ')}`).statements[0]?.operations.map((each) => ({ ...each, span: undefined }));
  for (let i = 0; i <= actions.length; i++) {
    const text = `ALTER TABLE t ${actions.toSpliced(i, 0, 'FROBNICATE (a, b) = 1').join(', ')}`;
    const [statement, ...more] = reader.read(text).statements;
    expect(more).toEqual([]);
    expect(text.slice(statement?.unreadable?.span.start, statement?.unreadable?.span.end)).toBe('FROBNICATE (a, b) = 1');
    expect(statement?.operations.map((each) => each.kind)).toEqual(known?.map((each) => each.kind));
  }
});
