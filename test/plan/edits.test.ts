import { expect, test } from 'vitest';
import { applyEdits, editsOf, movedBy, type Replacement } from '../../src/plan/edits.ts';

/** Statements end in `;`; those in `to` are replaced. */
function edits(text: string, to: Readonly<Record<string, readonly string[]>>, together: readonly (readonly [string, string])[] = []) {
  const statements = [...text.matchAll(/[a-z]+;/g)].map((match) => ({
    name: match[0].slice(0, -1),
    span: { start: match.index, end: match.index + match[0].length },
  }));
  const index = (name: string): number => statements.findIndex((each) => each.name === name);
  const replacements = statements.map(({ name, span }): Replacement => {
    const lines = to[name];
    return { span, ...(lines && { lines }), with: together.flatMap(([a, b]) => (a === name ? [index(b)] : [])) };
  });
  const found = editsOf('f.sql', text, replacements);
  return { texts: found.map((each) => text.slice(each.span.start, each.span.end)), result: applyEdits(text, found), found };
}

test('one edit a statement, the rest byte for byte', () => {
  const { texts, result } = edits('-- top\na;\n\n  b; -- note\nc;\n', { a: ['x;', 'y;'], c: ['z;'] });
  expect(texts).toEqual(['a;', 'c;']);
  expect(result).toBe('-- top\nx;\ny;\n\n  b; -- note\nz;\n');
});

test('statements that share a line share an edit, and get a line each', () => {
  const { texts, result } = edits('a; b; c;\nd;\n', { b: ['-- why', 'x;'] });
  expect(texts).toEqual(['a; b; c;']);
  expect(result).toBe('a;\n-- why\nx;\nc;\nd;\n');
});

test('what belongs together is one edit over everything between', () => {
  const { texts, result } = edits('a;\nb;\nc;\nd;\n', { a: ['x;'], c: ['z;'] }, [['c', 'a']]);
  expect(texts).toEqual(['a;\nb;\nc;']);
  expect(result).toBe('x;\nb;\nz;\nd;\n');
});

test('indentation and line ends are the author’s', () => {
  expect(edits('\ta;\r\n\tb;\r\n', { a: ['x;', "y 'two\nlines';"] }).result).toBe("\tx;\r\n\ty 'two\nlines';\r\n\tb;\r\n");
});

test('offsets behind edits move with them', () => {
  const text = 'a;\nb;\nc;\n';
  const { found, result } = edits(text, { a: ['xxxx;'], c: ['z;'] });
  expect(result.slice(movedBy(found, text.indexOf('b')), movedBy(found, text.indexOf('c')))).toBe('b;\n');
});
