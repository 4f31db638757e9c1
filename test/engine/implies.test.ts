import { beforeAll, expect, test } from 'vitest';
import { implies } from '../../src/engine/postgres/implies.ts';
import type { ExpressionNode } from '../../src/operation/expression.ts';
import { loadReader } from '../../src/sql/load.ts';
import type { Reader } from '../../src/sql/statement.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await loadReader();
});

function tree(text: string): ExpressionNode {
  const [statement] = reader.read(`alter table t add check (${text})`).statements;
  const operation = statement?.operations[0];
  if (operation?.kind !== 'add-constraint' || operation.constraint.type !== 'check') throw new Error(text);
  return operation.constraint.expression.tree;
}

const proofs: readonly (readonly [known: string, goal: string, proved: boolean])[] = [
  ['a > 5', 'a > 3', true],
  ['a > 5', 'a >= 5', true],
  ['a >= 5', 'a > 5', false],
  ['a > 5', 'a > 7', false],
  ['a > 5', 'b > 5', false],
  ['5 < a', 'a > 4', true],
  ['a = 5', 'a >= 5 and a < 6', true],
  ['a between 1 and 9', 'a >= 0 and a < 10', true],
  ['a >= 1 and a < 10', 'a >= 1 and a < 5', false],
  ['a < 1 or a > 9', 'not (a >= 1 and a <= 9)', true],
  ['a < 1 or a > 9', 'a < 1', false],
  ['a < 0', 'a < 1 or a > 9', true],
  ["k in ('a', 'b')", "k in ('a', 'b', 'c')", true],
  ["k in ('a', 'd')", "k in ('a', 'b', 'c')", false],
  ["k = 'a'", "k <> 'b'", true],
  ["k <> 'a'", "k <> 'b'", false],
  ["k not in ('a', 'b')", "not (k = 'a')", true],
  ["k > 'm'", "k > 'a'", false],
  ["k::text = 'a'::varchar", "k = 'a'", true],
  ['a > 5', 'a is not null', false],
  ['a is not null', 'a is not null', true],
  ['not (a is null)', 'a is not null', true],
  ['not (a is null or a < 5)', 'a >= 5', true],
  ['a > -5', 'a > -7', true],
  ['lower(k) is not null', 'lower(k) is not null', true],
  ['true', 'a > 5', false],
];

test.each(proofs)('%s proves %s: %s', (known, goal, proved) => {
  expect(implies([tree(known)], tree(goal))).toBe(proved);
});
