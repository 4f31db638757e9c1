import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/plan/stage.ts';
import { anchorOf } from '../../src/report/anchor.ts';
import { lineEdits } from '../../src/report/suggestion.ts';
import { parseHunks } from '../../src/source/hunks.ts';
import { commitSuggestion } from './commit.ts';
import { patchOf, sidesOf } from './diff.ts';

const edit = (text: string, find: string, replacement: string): Edit => {
  const start = text.indexOf(find);
  return { path: 'x.sql', span: { start, end: start + find.length }, replacement };
};

test('what stands before and after the statement on its lines is kept', () => {
  const text = 'SELECT 1; DROP TABLE a; SELECT 2; -- two\nSELECT 3;\n';
  expect(lineEdits(text, [edit(text, 'DROP TABLE a;', 'DROP TABLE b;\nSELECT 4;')])).toMatchObject([
    { from: 1, to: 1, lines: ['SELECT 1; DROP TABLE b;', 'SELECT 4; SELECT 2; -- two'], unchanged: false },
  ]);
});

test('edits that share a line are one suggestion', () => {
  const text = 'a;\nb; c;\nd;\n';
  const edits = [edit(text, 'b;', 'B;\nB;'), edit(text, 'c;\nd;', 'C;')];
  expect(lineEdits(text, edits)).toMatchObject([{ from: 2, to: 3, lines: ['B;', 'B; C;'], edits }]);
});

test('edits on neighbouring lines are two', () => {
  const text = 'a;\nb;\n';
  expect(lineEdits(text, [edit(text, 'a;', 'A;'), edit(text, 'b;', 'B;')]).map(({ from, to, lines }) => [from, to, lines])).toEqual([
    [1, 1, ['A;']],
    [2, 2, ['B;']],
  ]);
});

test('a removed statement leaves an empty line, a removed line none', () => {
  const text = 'a;\nb;\nc;\n';
  expect(lineEdits(text, [edit(text, 'b;', '')])).toMatchObject([{ from: 2, to: 2, lines: [''] }]);
  expect(lineEdits(text, [edit(text, 'b;\n', '')])).toMatchObject([{ from: 2, to: 2, lines: [] }]);
});

test('an edit that changes nothing is known', () => {
  const text = 'a;\r\nb;\r\n';
  expect(lineEdits(text, [edit(text, 'a;', 'a;')])).toMatchObject([{ unchanged: true }]);
});

test('committed suggestions give the edited file, whatever the edits, line ends and last line', () => {
  const unit = fc.constantFrom('a', 'b;', ' ', '\n', '\n', '\r\n');
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', 'x\n', 'x\ny', '\n'))),
      (parts, wanted) => {
        const text = parts.join('').replaceAll('\r\n', '\n');
        let at = 0;
        const edits: Edit[] = [];
        for (const [skip, length, replacement] of wanted) {
          const start = at + skip;
          const end = start + length;
          if (end > text.length) break;
          edits.push({ path: 'x.sql', span: { start, end }, replacement });
          at = end + 1;
        }
        const expected = edits.reduceRight(
          (all, { span, replacement }) => all.slice(0, span.start) + replacement + all.slice(span.end),
          text,
        );
        const committed = lineEdits(text, edits).reduceRight((all, each) => commitSuggestion(all, each), text);
        // Lines are whole: only empty ones at the end of the file may differ.
        expect(committed.replace(/\n+$/, '')).toBe(expected.replace(/\n+$/, ''));
      },
    ),
    { numRuns: 3000, seed: 7 },
  );
});

test('a range anchors only within one hunk, and start_line only where it comes first', () => {
  const hunks = [
    { from: 1, to: 5 },
    { from: 20, to: 20 },
  ];
  expect(anchorOf({ from: 2, to: 4 }, hunks)).toEqual({ kind: 'whole', anchor: { startLine: 2, line: 4 } });
  expect(anchorOf({ from: 20, to: 20 }, hunks)).toEqual({ kind: 'whole', anchor: { line: 20 } });
  expect(anchorOf({ from: 4, to: 9 }, hunks)).toMatchObject({ kind: 'part', anchor: { startLine: 4, line: 5 } });
  expect(anchorOf({ from: 4, to: 20 }, hunks)).toMatchObject({
    kind: 'part',
    anchor: { line: 20 },
    reason: expect.stringContaining('more than one hunk'),
  });
  expect(anchorOf({ from: 7, to: 9 }, hunks)).toMatchObject({ kind: 'none' });
  expect(anchorOf({ from: 1, to: 1 }, undefined)).toMatchObject({ kind: 'none' });
});

test('every line that the product finds commentable, git shows on the right side', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '-- x', '++ y', '@@ -1 +1 @@', ''), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(lines, lines, fc.boolean(), (before, after, newline) => {
      const patch = patchOf(Buffer.from(before.join('\n')), Buffer.from(after.join('\n') + (newline ? '\n' : '')));
      if (patch === undefined) return;
      const mine = parseHunks(patch).commentable.map(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      expect(mine).toEqual(
        sidesOf(patch)
          .map(({ RIGHT }) => [...RIGHT])
          .filter((each) => each.length > 0),
      );
    }),
    { numRuns: 60, seed: 3 },
  );
});
