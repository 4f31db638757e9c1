import { describe, expect, test } from 'vitest';
import { excerptOf } from '../../src/report/excerpt.ts';
import { columnsOf, visible } from '../../src/report/visible.ts';
import { linesOf } from '../../src/text/lines.ts';

/** The excerpt as a terminal would show it, the underline as `^`. */
function shown(text: string, part: string, width = 60): string {
  const start = text.indexOf(part);
  const { lines, more } = excerptOf(text, linesOf(text), { start, end: start + part.length }, width);
  const rows = lines.flatMap((line) => [
    `${line.number} ${line.text}`,
    `  ${' '.repeat(line.underline.from)}${'^'.repeat(line.underline.length)}`,
  ]);
  return [...rows, ...(more > 0 ? [`+${more}`] : [])].join('\n');
}

test('a part of a line', () => {
  expect(shown('SELECT 1;\nALTER TABLE a DROP b;\n', 'DROP b')).toBe('2 ALTER TABLE a DROP b;\n                ^^^^^^');
});

test('tabs, wide characters and combining marks keep the underline in place', () => {
  expect(shown('\tDROP x', 'DROP')).toBe('1     DROP x\n      ^^^^');
  expect(shown('ab\tDROP x', 'DROP')).toBe('1 ab  DROP x\n      ^^^^');
  expect(shown('"表" DROP x', 'DROP')).toBe('1 "表" DROP x\n       ^^^^');
  expect(shown('"e\u0301" DROP x', 'DROP')).toBe('1 "e\u0301" DROP x\n      ^^^^');
  expect(shown('"🐎" DROP x', '"🐎"')).toBe('1 "🐎" DROP x\n  ^^^^');
});

test('several lines: the first three, and how many more', () => {
  const text = 'a\nCREATE\n  b\n  c\n  d\n  e;\nf';
  const start = text.indexOf('CREATE');
  const { lines, more } = excerptOf(text, linesOf(text), { start, end: text.indexOf(';') }, 60);
  expect(lines.map((line) => [line.number, line.text])).toEqual([
    [2, 'CREATE'],
    [3, '  b'],
    [4, '  c'],
  ]);
  expect(lines[1]?.underline).toEqual({ from: 2, length: 1 });
  expect(more).toBe(2);
});

test('CRLF shows no carriage return', () => {
  expect(shown('a;\r\nDROP b;\r\n', 'DROP b')).toBe('2 DROP b;\n  ^^^^^^');
});

describe('long lines are cut around what is underlined', () => {
  const width = 40;
  const cases: [string, string, string][] = [
    ['behind', `DROP b${' x'.repeat(200)}`, 'DROP b'],
    ['before', `${'x '.repeat(200)}DROP b`, 'DROP b'],
    ['both', `${'x '.repeat(200)}DROP b${' x'.repeat(200)}`, 'DROP b'],
    ['the part itself', `a ${'y'.repeat(500)} b`, 'y'.repeat(500)],
    ['wide characters', `${'表'.repeat(100)}DROP b${'表'.repeat(100)}`, 'DROP b'],
  ];
  test.each(cases)('%s', (_, text, part) => {
    const start = text.indexOf(part);
    const [line] = excerptOf(text, linesOf(text), { start, end: start + part.length }, width).lines;
    if (line === undefined) throw new Error('no line');
    expect(columnsOf(line.text)).toBeLessThanOrEqual(width);
    expect(line.text).toContain('…');
    expect(line.underline.from + line.underline.length).toBeLessThanOrEqual(width);
    // What is underlined is the beginning of the part.
    const under = [...line.text].filter((_, i, all) => {
      const at = columnsOf(all.slice(0, i).join(''));
      return at >= line.underline.from && at < line.underline.from + line.underline.length;
    });
    expect(part.startsWith(under.join(''))).toBe(true);
    expect(under.length).toBeGreaterThan(5);
  });

  test('a line of megabytes', () => {
    const text = `${'x'.repeat(4_000_000)}DROP b${'x'.repeat(4_000_000)}`;
    const { lines } = excerptOf(text, linesOf(text), { start: 0, end: text.length }, width);
    expect(columnsOf(lines[0]?.text ?? '')).toBeLessThanOrEqual(width);
    expect(lines[0]?.text).toMatch(/^x+…/);
  });
});

describe('what a terminal would obey is shown instead', () => {
  test.each([
    ['an escape sequence', '\u001b[31mred', '␛[31mred'],
    ['a carriage return', 'a\rb', 'a␍b'],
    ['a bell, a delete', '\u0007\u007f', '␇␡'],
    ['C1: the one-byte CSI', '\u009b31m', '\\u{9b}31m'],
    ['text turned around', 'a\u202eb', 'a\\u{202e}b'],
    ['text isolated', '\u2066a\u2069', '\\u{2066}a\\u{2069}'],
    ['zero width', 'a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['line separators', 'a\u2028b', 'a\\u{2028}b'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['hidden tags', 'a\u{e0041}', 'a\\u{e0041}'],
    ['nothing else', 'žluťoučký 表 🐎 e\u0301', 'žluťoučký 表 🐎 e\u0301'],
  ])('%s', (_, text, expected) => expect(visible(text)).toBe(expected));
});
