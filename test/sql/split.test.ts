import { expect, test } from 'vitest';
import { lex } from '../../src/sql/postgres/lexer.ts';
import { loadParser } from '../../src/sql/postgres/parser.ts';
import { byteOffsets } from '../../src/sql/postgres/source.ts';
import { prepare, split } from '../../src/sql/postgres/split.ts';
import { corpusFiles, hasCorpus } from './corpus.ts';

function divided(sql: string): string[] {
  const { text, tokens } = lex(sql);
  return split(lex(sql)).map(({ first, last }) => text.slice(tokens.starts[first], tokens.ends[last]));
}

const parser = await loadParser();

const table: readonly (readonly [sql: string, statements: readonly string[]])[] = [
  ['', []],
  [';; -- a\n;', []],
  ['-- a\nselect 1 -- b\n; /* c */ select 2', ['select 1', 'select 2']],
  [
    "select ';' , $$;$$, $x$;$$;$x$, \"a;b\", E'\\';' /* ; /* ; */ ; */; select 2",
    ["select ';' , $$;$$, $x$;$$;$x$, \"a;b\", E'\\';'", 'select 2'],
  ],
  [
    'create rule r as on insert to t do also (select 1; select 2); select 3',
    ['create rule r as on insert to t do also (select 1; select 2)', 'select 3'],
  ],
  ['create table t (a int; create table u (b int);', ['create table t (a int', 'create table u (b int)']],
  [
    'create or replace function f() returns int begin atomic select case when true then 1 end; select x.end as end; end; select 2',
    ['create or replace function f() returns int begin atomic select case when true then 1 end; select x.end as end; end', 'select 2'],
  ],
  ['create procedure p() begin atomic end; begin; select 1; end;', ['create procedure p() begin atomic end', 'begin', 'select 1', 'end']],
  [
    'create schema s create table t (a int) create view v as select 1; select 2',
    ['create schema s create table t (a int) create view v as select 1', 'select 2'],
  ],
  ['select 1 \\gset\nselect 2 \\g out.txt\n select 3', ['select 1', 'select 2', 'select 3']],
];

test.each(table)('%s', (sql, expected) => {
  expect(divided(sql)).toEqual(expected);
});

test('sections: what lies outside is not read, and a section ends its statement', () => {
  const text = '-- up\nselect 1\n-- down\nselect 2;\n-- up\nselect é;\n';
  const sections = [
    { start: 6, end: 15 },
    { start: text.lastIndexOf('-- up'), end: text.length },
  ];
  const { sql, pieces, lexed } = prepare(text, sections);
  expect(sql).toHaveLength(text.length);
  expect(pieces.map(({ first, last }) => text.slice(lexed.tokens.starts[first], lexed.tokens.ends[last]))).toEqual([
    'select 1',
    'select é',
  ]);
  expect(lexed.comments).toEqual([{ span: { start: 33, end: 38 }, text: '-- up', ownLine: true }]);
});

test.skipIf(!hasCorpus)("agrees with the parser's statement boundaries on every corpus file that parses whole", () => {
  let compared = 0;
  for (const { path, text } of corpusFiles()) {
    const { sql, lexed, pieces, clean } = prepare(text);
    const parsed = clean ? parser.parse(sql) : [];
    if (!Array.isArray(parsed)) continue;
    const offset = byteOffsets(sql);
    const theirs = parsed.map(({ stmt_location = 0, stmt_len }) => {
      const slice = sql.slice(offset(stmt_location), stmt_len === undefined ? undefined : offset(stmt_location + stmt_len));
      const own = split(lex(slice));
      expect(own, path).toHaveLength(1);
      return slice.replace(/^(\s|--[^\r\n]*|\/\*[\s\S]*?\*\/)+/, '').replace(/[\s;]+$/, '');
    });
    const ours = pieces.map(({ first, last }) => sql.slice(lexed.tokens.starts[first], lexed.tokens.ends[last]));
    expect(ours.length, path).toBe(theirs.length);
    for (const [i, each] of ours.entries()) expect((theirs[i] as string).startsWith(each), `${path}: ${each}`).toBe(true);
    compared++;
  }
  expect(compared).toBeGreaterThan(2900);
});
