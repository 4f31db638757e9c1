import { expect, test } from 'vitest';
import { parseHunks } from '../../src/source/hunks.ts';

test('changed lines and what may be commented on', () => {
  const patch = ['@@ -1,3 +1,4 @@ heading', ' a', '-b', '+B', '+C', ' d', '@@ -10 +11,0 @@', '-gone', '@@ -20,0 +20,2 @@', '+x', '+y'].join(
    '\n',
  );
  expect(parseHunks(patch)).toEqual({
    changed: [
      { from: 2, to: 3 },
      { from: 20, to: 21 },
    ],
    commentable: [
      { from: 1, to: 4 },
      { from: 20, to: 21 },
    ],
  });
});

test('lines that look like headers are content', () => {
  const patch = ['--- a/x.sql', '+++ b/x.sql', '@@ -1,2 +1,2 @@', '--- a comment', '+++ odd', ' @@ -1 +1 @@'].join('\n');
  expect(parseHunks(patch)).toEqual({ changed: [{ from: 1, to: 1 }], commentable: [{ from: 1, to: 2 }] });
});

test('a missing final newline is no line', () => {
  const patch = ['@@ -1 +1,2 @@', '-a', '\\ No newline at end of file', '+a', '+b', '\\ No newline at end of file'].join('\n');
  expect(parseHunks(patch).changed).toEqual([{ from: 1, to: 2 }]);
});

test('CRLF, a new file, and nothing at all', () => {
  expect(parseHunks('@@ -0,0 +1,2 @@\r\n+a\r\n+b\r').changed).toEqual([{ from: 1, to: 2 }]);
  expect(parseHunks('')).toEqual({ changed: [], commentable: [] });
  expect(parseHunks('Binary files a/x and b/x differ')).toEqual({ changed: [], commentable: [] });
});
