import { expect, test } from 'vitest';
import { operations, statements } from './reading.ts';

/** The body, and per operation: what it is, whether it is conditional, and the text at its place. */
const table: readonly (readonly [body: string, ...operations: readonly (readonly [kind: string, span: string, conditional?: true])[]])[] = [
  ['begin alter table t add a int, drop b; end', ['add-column', 'add a int'], ['drop-column', 'drop b']],
  [
    'begin if x then drop table a; elsif y then drop table b; else drop table c; end if; drop table d; end',
    ['drop-table', 'drop table a', true],
    ['drop-table', 'drop table b', true],
    ['drop-table', 'drop table c', true],
    ['drop-table', 'drop table d'],
  ],
  [
    'begin case x when 1 then drop table a; else drop table b; end case; end',
    ['drop-table', 'drop table a', true],
    ['drop-table', 'drop table b', true],
  ],
  [
    'declare r record; begin for r in select * from t loop update u set a = r.a; end loop; end',
    ['select', 'select * from t'],
    ['update', 'update u set a = r.a', true],
  ],
  [
    'begin while true loop delete from a; end loop; loop delete from b; exit; end loop; for i in 1..9 loop delete from c; end loop; end',
    ['delete', 'delete from a', true],
    ['delete', 'delete from b', true],
    ['delete', 'delete from c', true],
  ],
  [
    'begin begin drop table a; exception when undefined_table then create table a (); end; drop table b; end',
    ['drop-table', 'drop table a', true],
    ['create-table', 'create table a ()', true],
    ['drop-table', 'drop table b'],
  ],
  ['begin if x then return; end if; drop table a; end', ['drop-table', 'drop table a', true]],
  ['<<b>> begin if x then exit b; end if; drop table a; end', ['drop-table', 'drop table a', true]],
  [
    'declare n int; begin select a into n from t; insert into u values (1) returning b into n; end',
    ['select', 'select a into n from t'],
    ['insert', 'insert into u values (1) returning b'],
  ],
  [
    'begin perform f(1) from t where a; perform  g(); call p(); end',
    ['select', 'perform f(1) from t where a'],
    ['select', 'perform  g()'],
    ['call', 'call p()'],
  ],
  [
    'begin update t set a = 1; commit; rollback; end',
    ['update', 'update t set a = 1'],
    ['transaction', 'commit'],
    ['transaction', 'rollback'],
  ],
  ["begin execute 'drop table a; alter table b add c int'; end", ['drop-table', 'drop table a'], ['add-column', 'add c int']],
  ["begin execute 'drop ' || 'table a'; end", ['drop-table', "'drop ' || 'table a'"]],
  ["begin execute 'alter table a alter b set default ''x'''; end", ['set-default', "'alter table a alter b set default ''x'''"]],
  ["begin execute format('drop table %I', 'A b'); end", ['drop-table', "format('drop table %I', 'A b')"]],
  ["begin execute $q$drop table a$q$; execute E'drop table\\tb'; end", ['drop-table', 'drop table a'], ['drop-table', "E'drop table\\tb'"]],
  [
    "declare s text; begin execute s; execute format('drop table %I', s); end",
    ['dynamic-sql', 's'],
    ['dynamic-sql', "format('drop table %I', s)"],
  ],
  ["declare r record; begin for r in execute 'select * from t' loop null; end loop; end", ['select', 'select * from t']],
  ["begin execute 'do ''begin drop table a; end'''; end", ['drop-table', "'do ''begin drop table a; end'''"]],
  ["-- drop table a;\nbegin /* drop table a; */ raise notice 'drop table a;'; drop table a; end", ['drop-table', 'drop table a']],
  ['begin drop table a; drop table a; end', ['drop-table', 'drop table a'], ['drop-table', 'drop table a']],
];

test.each(table)('%s', (body, ...expected) => {
  const sql = `/* é */ DO LANGUAGE plpgsql $x$ ${body} $x$`;
  const read = operations(sql) as { kind: string; span: string; conditional?: true }[];
  expect(read.map(({ kind, span, conditional }) => (conditional ? [kind, span, conditional] : [kind, span]))).toEqual(expected);
});

test('the same words twice stand at two places', () => {
  const sql = 'DO $$ begin drop table a; drop table a; end $$';
  expect(statements(sql)[0]?.operations.map(({ span }) => span.start)).toEqual([12, 26]);
});

test('the tables that conditions and assignments read', () => {
  const sql =
    'DO $$ declare n int := (select max(a) from t); begin n := f(1); if exists (select from u) then null; end if; assert n > 1; end $$';
  expect(operations(sql)).toEqual([
    { kind: 'select', span: sql, reads: [{ name: 't' }], locks: false, calls: [{ name: 'max' }] },
    { kind: 'select', span: sql, reads: [], locks: false, calls: [{ name: 'f' }] },
    { kind: 'select', span: sql, reads: [{ name: 'u' }], locks: false, calls: [] },
  ]);
});

test('a reason that names what EXECUTE runs', () => {
  const [read] = operations("DO $$ declare s text; begin execute s ||\n 'x'; end $$");
  expect(read).toMatchObject({ kind: 'dynamic-sql', reason: "EXECUTE runs a string that is only known when it runs: s || 'x'" });
});

test('a block that does nothing is an operation all the same', () => {
  const sql = 'DO $$ begin null; end $$';
  expect(operations(sql)).toEqual([{ kind: 'other', span: sql, command: 'DO', tables: [] }]);
});

test('a body in plain quotes: its places are known while no quote is doubled', () => {
  expect(operations("DO 'begin drop table a; end'")).toMatchObject([{ kind: 'drop-table', span: 'drop table a' }]);
  const doubled = "DO 'begin insert into a values (''x''); end'";
  expect(operations(doubled)).toMatchObject([{ kind: 'insert', span: doubled }]);
});

const broken: readonly (readonly [sql: string, message: string, span: string])[] = [
  ['DO $$ begin bad syntax; end $$', 'PL/pgSQL: syntax error at or near "bad"', 'DO $$ begin bad syntax; end $$'],
  ["DO $$ begin execute 'drop tabel x'; end $$", 'syntax error at or near "tabel"', 'drop tabel x'],
];

test.each(broken)('unreadable: %s', (sql, message, span) => {
  const [statement] = statements(sql);
  expect(statement?.operations).toEqual([]);
  expect(statement?.unreadable?.message).toBe(message);
  expect(sql.slice(statement?.unreadable?.span.start, statement?.unreadable?.span.end)).toBe(span);
});
