import { expect, test } from 'vitest';
import type { ExpressionNode } from '../../src/operation/expression.ts';
import { limits } from '../../src/sql/statement.ts';
import { operation, statements } from './reading.ts';

const column = (...path: string[]): ExpressionNode => ({ kind: 'column', path });
const int = (value: string): ExpressionNode => ({ kind: 'constant', value, type: 'int4' });
const text = (value: string): ExpressionNode => ({ kind: 'constant', value });
const compare = (left: ExpressionNode, operator: string, right: ExpressionNode): ExpressionNode => ({
  kind: 'operator',
  operator,
  left,
  right,
});
const call = (name: string, ...args: ExpressionNode[]): ExpressionNode => ({ kind: 'call', function: { name }, arguments: args });
const type = (name: string, written: string): object => ({ name, modifiers: [], dimensions: 0, text: written });

const table: readonly (readonly [sql: string, tree: object])[] = [
  ['-5', int('-5')],
  ['2147483648', { kind: 'constant', value: '2147483648', type: 'int8' }],
  ['9223372036854775808', { kind: 'constant', value: '9223372036854775808', type: 'numeric' }],
  ['1.5e3', { kind: 'constant', value: '1.5e3', type: 'numeric' }],
  ['TRUE', { kind: 'constant', value: 'true', type: 'bool' }],
  ['false', { kind: 'constant', value: 'false', type: 'bool' }],
  ["B'101'", { kind: 'constant', value: 'b101', type: 'bit' }],
  ["U&'\\0061'", text('a')],
  ['0', int('0')],
  ["''", text('')],
  ['NULL', { kind: 'null' }],
  ['a', column('a')],
  ['t."B"', column('t', 'B')],
  ['now()', call('now')],
  ['pg_catalog.now()', { kind: 'call', function: { schema: 'pg_catalog', name: 'now' }, arguments: [] }],
  ['f(x => 1, 2)', { ...call('f', int('1'), int('2')), names: ['x', undefined] }],
  ['f(VARIADIC a)', { ...call('f', column('a')), variadic: true }],
  ['count(*)', { ...call('count'), aggregate: true }],
  ['sum(a) FILTER (WHERE b)', { ...call('sum', column('a'), column('b')), aggregate: true }],
  ['string_agg(a, b ORDER BY c)', { ...call('string_agg', column('a'), column('b'), column('c')), aggregate: true }],
  ['rank() OVER (ORDER BY a)', { ...call('rank', column('a')), window: true }],
  ['NOT a', { kind: 'not', argument: column('a') }],
  ['a AND b AND c', { kind: 'and', arguments: [column('a'), column('b'), column('c')] }],
  ['a OR b', { kind: 'or', arguments: [column('a'), column('b')] }],
  ['@ a', { kind: 'operator', operator: '@', right: column('a') }],
  ['a OPERATOR(s.+) b', { kind: 'operator', operator: '+', schema: 's', left: column('a'), right: column('b') }],
  ['a LIKE b', compare(column('a'), '~~', column('b'))],
  ['a NOT ILIKE b', compare(column('a'), '!~~*', column('b'))],
  ['a IN (1, 2)', { ...compare(column('a'), '=', { kind: 'list', arguments: [int('1'), int('2')] }), quantifier: 'any' }],
  ['a NOT IN (1)', { ...compare(column('a'), '<>', { kind: 'list', arguments: [int('1')] }), quantifier: 'all' }],
  ['a = ANY (b)', { ...compare(column('a'), '=', column('b')), quantifier: 'any' }],
  ['a > ALL (ARRAY[1])', { ...compare(column('a'), '>', { kind: 'array', arguments: [int('1')] }), quantifier: 'all' }],
  ['a BETWEEN 1 AND 2', { kind: 'and', arguments: [compare(column('a'), '>=', int('1')), compare(column('a'), '<=', int('2'))] }],
  ['a NOT BETWEEN 1 AND 2', { kind: 'or', arguments: [compare(column('a'), '<', int('1')), compare(column('a'), '>', int('2'))] }],
  [
    'a BETWEEN SYMMETRIC 2 AND 1',
    {
      kind: 'or',
      arguments: [
        { kind: 'and', arguments: [compare(column('a'), '>=', int('2')), compare(column('a'), '<=', int('1'))] },
        { kind: 'and', arguments: [compare(column('a'), '>=', int('1')), compare(column('a'), '<=', int('2'))] },
      ],
    },
  ],
  ['a IS NOT NULL', { kind: 'null-test', argument: column('a'), negated: true }],
  ['a IS NOT UNKNOWN', { kind: 'boolean-test', argument: column('a'), test: 'not unknown' }],
  ['a IS TRUE', { kind: 'boolean-test', argument: column('a'), test: 'true' }],
  ['a IS DISTINCT FROM b', { kind: 'distinct-test', left: column('a'), right: column('b'), negated: false }],
  ['a IS NOT DISTINCT FROM b', { kind: 'distinct-test', left: column('a'), right: column('b'), negated: true }],
  ["'x'::text", { kind: 'cast', argument: text('x'), type: type('text', 'text') }],
  ['CAST(a AS double precision)', { kind: 'cast', argument: column('a'), type: type('float8', 'double precision') }],
  ["interval '1 day'", { kind: 'cast', argument: text('1 day'), type: type('interval', 'interval') }],
  ['CURRENT_TIMESTAMP(3)', { kind: 'value-function', name: 'current_timestamp' }],
  ['LOCALTIME', { kind: 'value-function', name: 'localtime' }],
  ['USER', { kind: 'value-function', name: 'user' }],
  ['a COLLATE "C"', { kind: 'collate', argument: column('a'), collation: { name: 'C' } }],
  ['coalesce(a, 1)', { kind: 'coalesce', arguments: [column('a'), int('1')] }],
  ['greatest(a, 1)', { kind: 'greatest', arguments: [column('a'), int('1')] }],
  ['least(a, 1)', { kind: 'least', arguments: [column('a'), int('1')] }],
  ['nullif(a, 1)', { kind: 'nullif', arguments: [column('a'), int('1')] }],
  ['CASE a WHEN 1 THEN b ELSE c END', { kind: 'case', arguments: [column('a'), int('1'), column('b'), column('c')] }],
  ['CASE WHEN a THEN b END', { kind: 'case', arguments: [column('a'), column('b')] }],
  ['ROW(a, 1)', { kind: 'row', arguments: [column('a'), int('1')] }],
  ['(a).b', { kind: 'indirection', argument: column('a'), parts: [text('b')] }],
  ['a[1][2:b]', { kind: 'indirection', argument: column('a'), parts: [int('1'), int('2'), column('b')] }],
  ['$1', { kind: 'parameter', number: 1 }],
  ['EXISTS (SELECT 1 FROM u, s.v)', { kind: 'subquery', reads: [{ name: 'u' }, { schema: 's', name: 'v' }], arguments: [] }],
  ['a IN (SELECT b FROM u)', { kind: 'subquery', reads: [{ name: 'u' }], arguments: [column('a')] }],
  ["json_object('k' : f(a))", { kind: 'opaque', name: 'JsonObjectConstructor', arguments: [text('k'), call('f', column('a'))] }],
  ['xmlelement(name x, f(a))', { kind: 'opaque', name: 'XmlExpr', arguments: [call('f', column('a'))] }],
  ['a IS JSON', { kind: 'opaque', name: 'JsonIsPredicate', arguments: [column('a')] }],
  ['extract(year from a)', { kind: 'call', function: { schema: 'pg_catalog', name: 'extract' }, arguments: [text('year'), column('a')] }],
];

test.each(table)('%s', (sql, tree) => {
  expect(operation(`ALTER TABLE t ADD CHECK (${sql})`).constraint).toMatchObject({ expression: { text: sql } });
  expect((operation(`ALTER TABLE t ADD CHECK (${sql})`).constraint as { expression: { tree: object } }).expression.tree).toEqual(tree);
});

test('the limit of depth is where it is said to be', () => {
  const sum = (terms: number): string => `ALTER TABLE t ALTER c SET DEFAULT ${Array(terms).fill('1').join('+')}`;
  expect(statements(sum(limits.expressionDepth + 1))[0]?.unreadable).toBeUndefined();
  expect(statements(sum(limits.expressionDepth + 2))[0]?.unreadable?.message).toBe('an expression is nested deeper than 500');
});
