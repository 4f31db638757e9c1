import { expect, test } from 'vitest';
import { milliseconds } from '../../src/analysis/transaction.ts';

test.each([
  ['5s', 5000],
  ['500ms', 500],
  ['5000', 5000],
  ["'3s'", 3000],
  ['1 min', 60_000],
  ['0', 0],
  ['-1', 0],
  ['soon', 0],
])('lock_timeout %s is %d ms', (text, expected) => {
  expect(milliseconds(text)).toBe(expected);
});
