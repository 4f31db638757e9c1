import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cell, code, details, fence, html, prose } from '../../src/report/markdown-escape.ts';

/** What must not survive in prose as it is. */
const hostile: readonly (readonly [what: string, text: string, never: RegExp])[] = [
  ['a team mention', 'ping @org/team now', /@org/],
  ['a user mention', '@octocat', /@octocat/],
  ['an issue reference', 'see #123', /#123/],
  ['a reference in another repository', 'closes other/repo#7', /#7/],
  ['a GH- reference', 'fixes GH-12', /GH-12/],
  ['a link', 'https://evil.example/x', /:\/\//],
  ['a bare domain', 'www.evil.example', /www\./],
  ['an image', '![x](https://evil.example/p.png)', /!\[x\]\(/],
  ['a Markdown link', '[click](javascript:alert(1))', /\[click\]\(/],
  ['HTML', '<img src=x onerror=alert(1)>', /<img/],
  ['the end of our details', 'a </details> b', /<\/details>/],
  ['a planted marker', '<!-- lockstep:review v1 x y -->', /<!-- lockstep/],
  ['emphasis', '**bold** _it_ ~~gone~~', /(?<!\\)\*\*|(?<!\\)~~/],
  ['a table cell', 'a | b', /(?<!\\)\|/],
  ['a line break', 'a\n\n# heading', /\n/],
  ['a lone carriage return', 'a\r::error::x', /\r/],
  ['a unicode line break', 'a\u2028b', /\u2028/],
  ['a direction override', 'a\u202eb', /\u202e/],
  ['an escape sequence', '\u001b[31mred', /\p{Cc}/u],
  ['an entity', '&lt;b&gt;', /&lt;b/],
  ['math', '$\\text{x}$', /(?<!>)\$/],
];

test.each(hostile)('prose takes %s out of action', (_, text, never) => {
  expect(prose(text)).not.toMatch(never);
});

test.each(hostile)('HTML text takes %s out of action', (what, text, never) => {
  // Markdown and math are not read inside a summary element, and entities are shown.
  if (/image|Markdown|emphasis|table|math|GH-|bare/.test(what)) return;
  expect(html(text)).not.toMatch(never);
});

test('inline code in messages stays inline code', () => {
  expect(prose('Write `SET NOT NULL` and `@x`.')).toBe('Write `SET NOT NULL` and `@x`.');
});

test('a backtick without a partner is a character', () => {
  expect(prose('a ` b @x')).toBe('a \\` b @<!-- -->x');
});

test('names with backticks cannot leave inline code', () => {
  expect(code('a`b')).toBe('``a`b``');
  expect(code('`')).toBe('`` ` ``');
  expect(code('a\n```\nb')).toBe('````a ``` b````');
});

test('a fence is longer than any run of backticks inside', () => {
  expect(fence('sql', 'SELECT 1;\n````\n@org/team\n')).toBe('`````sql\nSELECT 1;\n````\n@org/team\n`````');
  expect(fence('suggestion', '')).toBe('```suggestion\n```');
});

test('carriage returns do not become line breaks of their own', () => {
  expect(fence('sql', 'a\r\nb\rc')).toBe('```sql\na\nb\nc\n```');
});

test('a pipe ends a table cell even in code', () => {
  expect(cell('`a|b`')).toBe('`a\\|b`');
  expect(cell('`a\\|b`')).toBe('`a\\|b`');
});

test('details leave room for Markdown', () => {
  expect(details('x', 'y')).toBe('<details><summary>x</summary>\n\ny\n\n</details>');
});

/** A reader of CommonMark's code spans, to see what is left outside of them. */
function outsideCode(markdown: string): string {
  let rest = markdown;
  let outside = '';
  while (rest !== '') {
    const run = /(?<=(?<!\\)(?:\\\\)*)`+/.exec(rest);
    if (run === null) return outside + rest;
    outside += rest.slice(0, run.index);
    rest = rest.slice(run.index + run[0].length);
    const close = [...rest.matchAll(/`+/g)].find((each) => each[0].length === run[0].length);
    if (close === undefined) outside += run[0];
    else rest = rest.slice(close.index + close[0].length);
  }
  return outside;
}

test('whatever a message holds, nothing active stands outside of code', () => {
  const piece = fc.constantFrom(
    '`',
    '``',
    '@a',
    '#1',
    '<b>',
    '</details>',
    '|',
    '\\',
    '://',
    ' ',
    'x',
    '*',
    '[',
    '](',
    '\n',
    '<!--',
    '-->',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const outside = outsideCode(prose(pieces.join(''))).replaceAll('<!-- -->', '\u0000');
      expect(outside).not.toMatch(/@a|#1|<b>|<\/|<!|:\/\/|\n/);
      expect(outside).not.toMatch(/(?<=(?<!\\)(?:\\\\)*)[[*|]/);
    }),
    { numRuns: 2000, seed: 1 },
  );
});
