import { loadModule, scanSync } from 'libpg-query';
import { beforeAll, describe, expect, test } from 'vitest';
import { lex, operator, type Tokens } from '../../src/sql/postgres/lexer.ts';
import { byteOffsets } from '../../src/sql/postgres/source.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

beforeAll(loadModule);

const texts = (text: string, { starts, ends }: Tokens): string[] => starts.map((start, i) => text.slice(start, ends[i]));

describe('tokens', () => {
  const table: readonly (readonly [sql: string, tokens: readonly string[]])[] = [
    ['select \'it\'\'s\' "a""b"', ['select', "'it''s'", '"a""b"']],
    ["E'a\\'b' e'\\\\' 'a\\'", ["E'a\\'b'", "e'\\\\'", "'a\\'"]],
    ["'a'\n  'b' 'c'", ["'a'\n  'b'", "'c'"]],
    ["E'a'\r\n'\\'b'", ["E'a'\r\n'\\'b'"]],
    ["U&'d\\0061' u&\"x\\\" b'01' X'1F' n'x'", ["U&'d\\0061'", 'u&"x\\"', "b'01'", "X'1F'", "n'x'"]],
    ["$$a;'$$ $x$ $$ $y$ $x$ $1 a$b$c", ["$$a;'$$", '$x$ $$ $y$ $x$', '$1', 'a$b$c']],
    ['1 1.5 .5 1e-3 0x1F 1_000 a.1', ['1', '1.5', '.5', '1e-3', '0x1F', '1_000', 'a', '.1']],
    ['a::int b:=c [1:2]', ['a', '::', 'int', 'b', ':=', 'c', '[', '1', ':', '2', ']']],
    ['1+--x\n2/*y*/-3', ['1', '+', '2', '-', '3']],
    ['größe é\u00a0x', ['größe', 'é\u00a0x']],
  ];
  test.each(table)('%s', (sql, expected) => {
    expect(texts(sql, lex(sql).tokens)).toEqual(expected);
  });
});

test('comments: nested, of a line, and whether they stand alone on theirs', () => {
  const sql = "select 1 -- a\n  -- b\n/* c /* d */ e */ , '--'\r\n\t/* f */";
  expect(lex(sql).comments.map(({ text, ownLine }) => [text, ownLine])).toEqual([
    ['-- a', false],
    ['-- b', true],
    ['/* c /* d */ e */', true],
    ['/* f */', true],
  ]);
});

test('what is never closed runs to the end and is named', () => {
  const found = (sql: string): unknown => lex(sql).unterminated;
  expect(found("select 'a")).toEqual({ start: 7, what: 'quoted string' });
  expect(found('select "a')).toEqual({ start: 7, what: 'quoted identifier' });
  expect(found('select $x$ $y$')).toEqual({ start: 7, what: 'dollar-quoted string' });
  expect(found('select /* /* */')).toEqual({ start: 7, what: '/* comment' });
  expect(found('select \'\' $$$$ /**/ """"')).toBeUndefined();
});

test('psql commands and the data of COPY are no tokens', () => {
  const sql = "\\connect db\nCOPY t (a) FROM stdin; -- x\n1\t'\n;\n\\.\nselect 1 \\g\nselect 2";
  const { tokens, skipped, comments } = lex(sql);
  expect(texts(sql, tokens)).toEqual(['COPY', 't', '(', 'a', ')', 'FROM', 'stdin', ';', 'select', '1', '\\g', 'select', '2']);
  expect(skipped.map(({ span, kind }) => [kind, sql.slice(span.start, span.end)])).toEqual([
    ['psql', '\\connect db'],
    ['copy-data', "\n1\t'\n;\n\\."],
    ['psql', '\\g'],
  ]);
  expect(comments.map((each) => each.text)).toEqual(['-- x']);
});

test('COPY without the end of its data is read on as SQL', () => {
  const sql = 'COPY t FROM stdin;\nDROP TABLE t;';
  expect(texts(sql, lex(sql).tokens).slice(-3)).toEqual(['TABLE', 't', ';']);
});

/** Operators are taken in runs (`=-1` is `=` and `-1` to PostgreSQL): only where each run begins and ends matters. */
test.skipIf(!hasCorpus)("agrees with PostgreSQL's scanner on every corpus file that it scans", () => {
  let compared = 0;
  for (const { path, text } of corpusFiles()) {
    let scanned: { tokens?: readonly { start?: number; end?: number; tokenName?: string; text: string }[] };
    try {
      scanned = scanSync(text);
    } catch {
      // The scanner's JSON is broken for some texts.
      continue;
    }
    const at = byteOffsets(text);
    const theirs = { tokens: new Set<string>(), comments: new Set<string>() };
    for (const { start = 0, end = 0 } of scanned.tokens ?? []) {
      const place = `${at(start)}-${at(end)}`;
      const first = text.slice(at(start), at(start) + 2);
      if (first === '--' || first === '/*') theirs.comments.add(place);
      else if (!/^[~!@#^&|`?+\-*/%<>=]/.test(first)) theirs.tokens.add(place);
    }
    const { tokens, comments } = lex(text);
    const ours = new Set<string>();
    for (const [i, kind] of tokens.kinds.entries()) {
      if (kind !== operator) ours.add(`${tokens.starts[i]}-${tokens.ends[i]}`);
    }
    expect([...ours], path).toEqual([...theirs.tokens]);
    expect(
      comments.map(({ span }) => `${span.start}-${span.end}`),
      path,
    ).toEqual([...theirs.comments]);
    compared++;
  }
  expect(compared).toBeGreaterThan(2750);
});
