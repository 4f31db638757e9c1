import { describe, expect, it } from 'vitest';
import type { ExpressionNode } from '../../../src/operation/expression.ts';
import { partsOf } from '../../../src/operation/expression.ts';
import { mysql, operation, statements } from './reading.ts';

/** A tree in prefix form: `(or (and a b) c)`. */
function shown(node: ExpressionNode): string {
  const parts = partsOf(node).map(shown);
  const all = (name: string): string => (parts.length === 0 ? name : `(${[name, ...parts].join(' ')})`);
  switch (node.kind) {
    case 'column':
      return node.path.join('.');
    case 'constant':
      return node.type === undefined ? `'${node.value}'` : node.value;
    case 'operator':
      return all(node.operator + (node.quantifier ? ` ${node.quantifier}` : ''));
    case 'call':
      return `(${[`${node.function.name}()`, ...parts].join(' ')})`;
    case 'value-function':
      return node.name;
    case 'opaque':
      return all(node.name);
    case 'cast':
      return all(`cast ${node.type.name}`);
    case 'null-test':
      return all(node.negated ? 'not-null' : 'is-null');
    case 'boolean-test':
      return all(`is ${node.test}`);
    case 'subquery':
      return `(query ${[...node.reads.map((each) => each.name), ...parts].join(' ')})`;
    default:
      return all(node.kind);
  }
}

function read(text: string): string {
  const { where } = operation(`DELETE FROM t WHERE ${text}`) as { where: { tree: ExpressionNode; text: string } };
  expect(where.text).toBe(text);
  return shown(where.tree);
}

/** By MySQL's own precedence. https://dev.mysql.com/doc/refman/9.5/en/operator-precedence.html */
describe('operators bind as in MySQL', () => {
  it.each([
    ['a AND b OR c', '(or (and a b) c)'],
    ['a OR b AND c', '(or a (and b c))'],
    ['a OR b XOR c AND d', '(or a (xor b (and c d)))'],
    ['a AND b AND c', '(and a b c)'],
    ['(a OR b) OR c', '(or (or a b) c)'],
    ['NOT a = b', '(not (= a b))'],
    ['!a = b', '(= (not a) b)'],
    ['NOT a AND b', '(and (not a) b)'],
    ['a + b * c - d', '(- (+ a (* b c)) d)'],
    ['a - b - c', '(- (- a b) c)'],
    ['a | b & c << 1', '(| a (& b (<< c 1)))'],
    ['-a ^ b', '(^ (- a) b)'],
    ['-1', '-1'],
    ['a = b IS NULL', '(is-null (= a b))'],
    ['a BETWEEN 1 AND 2 AND b', '(and (>= a 1) (<= a 2) b)'],
    ['a NOT BETWEEN 1 AND 2 OR b', '(or (< a 1) (> a 2) b)'],
    ['a IN (1, 2) AND b', '(and (= any a (list 1 2)) b)'],
    ['a NOT IN (1)', '(<> all a (list 1))'],
    ["a LIKE 'x' AND b NOT REGEXP 'y'", "(and (like a 'x') (not regexp b 'y'))"],
    ['-a COLLATE utf8mb4_bin', '(- (collate a))'],
    ['a DIV b MOD c', '(mod (div a b) c)'],
    ['a <=> b', '(<=> a b)'],
    ['a != b', '(<> a b)'],
    ['a COLLATE utf8mb4_bin = b', '(= (collate a) b)'],
    ['BINARY a = b', '(= (cast binary a) b)'],
    ["a->'$.x' = 1", "(= (-> a '$.x') 1)"],
    ['a + INTERVAL 1 DAY > b', '(> (+ a (interval day 1)) b)'],
    ['@a := b + 1', '(:= @a (+ b 1))'],
    ['a IS NOT TRUE', '(is not true a)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('operands', () => {
  it.each([
    ["'a' 'b'", "'ab'"],
    ["'it''s' ", "'it's'"],
    ["'a\\'b\\n'", "'a'b\n'"],
    ["_utf8mb4'x'", "'x'"],
    ["X'41'", "X'41'"],
    ['0xff', '0xff'],
    ['.5', '.5'],
    ['1e3', '1e3'],
    ['db.t.c', 'db.t.c'],
    ['t.1a', 't.1a'],
    ['`a``b`', 'a`b'],
    ['NULL', 'null'],
    ['CURRENT_TIMESTAMP(6)', 'current_timestamp'],
    ['CURRENT_USER()', 'current_user'],
    ['NOW(6)', '(now() 6)'],
    ["DATE '2026-01-01'", "(cast date '2026-01-01')"],
    ['date(a)', '(date() a)'],
    ['IF(a, b, c)', '(if() a b c)'],
    ['IFNULL(a, b)', '(coalesce a b)'],
    ['CASE a WHEN 1 THEN b ELSE c END', '(case a 1 b c)'],
    ['CAST(a AS UNSIGNED)', '(cast bigint a)'],
    ['CONVERT(a USING utf8mb4)', '(convert using utf8mb4 a)'],
    ['CONVERT(a, CHAR(10))', '(cast char a)'],
    ["TRIM(BOTH 'x' FROM a)", "(trim() 'x' a)"],
    ['SUBSTRING(a FROM 1 FOR 2)', '(substring() a 1 2)'],
    ['EXTRACT(DAY FROM a)', "(extract() 'day' a)"],
    ['TIMESTAMPDIFF(SECOND, a, b)', "(timestampdiff() 'second' a b)"],
    ["GROUP_CONCAT(DISTINCT a ORDER BY b DESC SEPARATOR ',')", '(group_concat() a b)'],
    ['COUNT(*)', '(count() *)'],
    ['ROW_NUMBER() OVER (PARTITION BY a ORDER BY b ROWS UNBOUNDED PRECEDING)', '(row_number() a b)'],
    ['EXISTS (SELECT 1 FROM u)', '(query u)'],
    ['a IN (SELECT b FROM u)', '(query u a)'],
    ['a > ALL (SELECT b FROM u)', '(> all a (query u))'],
    ['(a, b) = ROW(1, 2)', '(= (row a b) (row 1 2))'],
    ["MATCH(a) AGAINST ('x' IN BOOLEAN MODE)", "(match a ''x' IN BOOLEAN MODE')"],
    ["a MEMBER OF('[1]')", "(member of a '[1]')"],
    ['@@session.sql_mode', '@@session.sql_mode'],
    ['NEXT VALUE FOR s', '(nextval() s)'],
    ['?', 'parameter'],
    ["{d '2026-01-01'}", "'2026-01-01'"],
  ])('%s', (text, expected) => {
    expect(read(text.trim())).toBe(expected);
  });
});

describe('what is no expression', () => {
  it.each(['a b', 'a AND', '(a', 'a IN', 'f(a', 'CASE a', '= a', 'SELECT 1', 'a BETWEEN 1', 'FROM'])('%s', (text) => {
    expect(statements(`DELETE FROM t WHERE ${text}`)[0]?.unreadable?.message).toMatch(/\w/);
  });
});

describe('the expression of a backfill', () => {
  const readOne = (text: string): unknown => mysql.readExpression(text);
  it('is printed from its tokens', () => {
    expect(readOne("concat( a ,/* x */'b' )")).toMatchObject({ printed: "concat( a , 'b' )" });
  });
  it.each([
    ['', 'there is no expression'],
    ['a, b', 'syntax error at `,`'],
    ['a; DROP TABLE t', 'it is more than one statement'],
    ['(SELECT 1)', 'it must not hold a subquery'],
    ['max(a)', 'max() is used as an aggregate'],
    ['@a', 'it must not hold a variable (@a)'],
    ["'a", 'unterminated quoted string'],
    ['t.*', 'it must name single columns, not *'],
  ])('is not %s', (text, refused) => {
    expect(readOne(text)).toEqual({ refused });
  });
});
