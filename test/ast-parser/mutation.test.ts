import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadReader } from '../../src/sql/load.ts';
import { astParserReader } from '../../src/sql/postgres/ast-parser/reader.ts';
import { lex } from '../../src/sql/postgres/lexer.ts';
import type { SqlFile, Statement } from '../../src/sql/statement.ts';
import type { Span } from '../../src/text/span.ts';
import { allCases } from '../truth/cases/index.ts';
import { expressions, read, refused } from './cases.ts';

/**
 * Real SQL with some of its characters and words changed, dropped and moved, through both readers. `LOCKSTEP_FUZZ_RUNS` and `LOCKSTEP_FUZZ_SEED`
 * ask for more than a run of the tests does.
 */
const parameters = {
  numRuns: Number(process.env.LOCKSTEP_FUZZ_RUNS ?? 4000),
  seed: Number(process.env.LOCKSTEP_FUZZ_SEED ?? 7),
};
const timeout = 20_000 + parameters.numRuns * 10;
const first = await loadReader();
const second = await astParserReader();

const scripts = [
  ...new Set(allCases.flatMap((each) => [each.setup, each.sql])),
  ...read,
  ...refused,
  ...expressions.map((each) => `ALTER TABLE t ADD CHECK (${each})`),
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END; DROP TABLE t',
  'CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); DROP TABLE t',
  "DO $$ BEGIN DROP TABLE a; EXECUTE 'DROP TABLE b'; END $$; DROP TABLE c",
  'COPY t FROM stdin;\n1;2\n\\.\nDROP TABLE t; -- why\n\\echo x\n/* a /* b */ ; */ SELECT 1',
];
/** Blanks, comments, words, quoted names, strings, single signs. */
const lexeme = /\s+|--.*|\/\*.*?\*\/|\w+|"[^"]*"|'[^']*'|[^\s\w]/g;
const lexemes = [...new Set(scripts.flatMap((script) => script.match(lexeme) ?? []))];
const signs = ["'", '"', '$$', '$x$', '/*', '*/', '--', '\n', ';', '(', ')', '\\', "E'", "U&'", '\0', '\ud800', '😀', 'é', '\u00a0', ','];

interface Edit {
  /** Where, as a share of the text's length. */
  readonly at: number;
  readonly drop: number;
  readonly insert: string;
  /** Whether `drop` counts lexemes, or characters. */
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

/** What is left of a text without some of its parts. */
function without(text: string, parts: readonly Span[]): string {
  const left: string[] = [];
  let at = 0;
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    expect(start).toBeGreaterThanOrEqual(at);
    left.push(text.slice(at, start));
    at = end;
  }
  return left.join('') + text.slice(at);
}

/** Every statement once: with comments, and what is no SQL, they are the whole text. */
function expectWhole(text: string, { statements, comments }: SqlFile): void {
  const { skipped, unterminated } = lex(text);
  const starts = new Set(statements.map((each) => each.span.start));
  const parts = [
    // One inside a statement belongs to it.
    ...comments.filter(({ span }) => !statements.some(({ fullSpan }) => fullSpan.start <= span.start && span.end <= fullSpan.end)),
    // `\\i` and `\\gexec` are statements too.
    ...skipped.filter(
      ({ span }) => !starts.has(span.start) && !statements.some(({ fullSpan: { start, end } }) => start < span.start && span.end <= end),
    ),
  ].map((each) => each.span);
  const whole = [...statements.map((each) => each.fullSpan), ...parts];
  if (unterminated?.what.includes('comment')) return;
  expect(without(text, whole).replace(/[\s;]/g, '')).toBe('');
}

it('loses no statement, and both readers divide a text alike', { timeout }, () => {
  fc.assert(
    fc.property(sql, (text) => {
      const [a, b] = [first.read(text), second.read(text)];
      expectWhole(text, a);
      expect(b.comments).toEqual(a.comments);
      expect(b.statements.map(({ span, fullSpan }) => [span, fullSpan])).toEqual(
        a.statements.map(({ span, fullSpan }) => [span, fullSpan]),
      );
      for (const { operations, unreadable } of [...a.statements, ...b.statements])
        expect(operations.length > 0).toBe(unreadable === undefined);
    }),
    parameters,
  );
});

it('where both read a statement, they say the same', { timeout }, () => {
  let compared = 0;
  fc.assert(
    fc.property(sql, (text) => {
      const { statements } = second.read(text);
      for (const [i, expected] of first.read(text).statements.entries()) {
        const found = statements[i] as Statement;
        // What PostgreSQL refuses may be read by the second: it knows no more than its grammar.
        if (found.unreadable || expected.unreadable) continue;
        expect(found).toStrictEqual(expected);
        compared++;
      }
    }),
    parameters,
  );
  expect(compared).toBeGreaterThan(parameters.numRuns / 4);
});

/** A statement's operations, or why it is not read, with all its places counted from its own beginning. */
function relative({ span, operations, unreadable }: Statement): unknown {
  const base = span.start;
  return JSON.parse(JSON.stringify({ operations, unreadable }), (key, value) =>
    (key === 'start' || key === 'end') && typeof value === 'number' ? value - base : value,
  );
}

it('a statement is read alike alone and among others', { timeout }, () => {
  fc.assert(
    fc.property(fc.array(sql, { minLength: 2, maxLength: 4 }), (texts) => {
      // A text that is not closed at its end takes what follows with it.
      const closed = texts
        .map((text) => `${text}\n;\n`)
        .filter((text) => {
          const { skipped, unterminated } = lex(text);
          const last = first.read(text).statements.at(-1);
          return skipped.length === 0 && unterminated === undefined && (last === undefined || last.fullSpan.end > last.span.end);
        });
      const alone = closed.flatMap((text) => first.read(text).statements.map(relative));
      expect(first.read(closed.join('')).statements.map(relative)).toEqual(alone);
    }),
    { ...parameters, numRuns: parameters.numRuns / 2 },
  );
});
