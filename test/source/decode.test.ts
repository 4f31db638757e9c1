import { expect, test } from 'vitest';
import { decode } from '../../src/source/decode.ts';
import { limits } from '../../src/sql/statement.ts';

const bytes = (...parts: (string | number[])[]): Buffer => Buffer.concat(parts.map((each) => Buffer.from(each as string)));

test('UTF-8 as it is', () => {
  expect(decode(bytes('SELECT 1; -- žlutý 🐎\r\n'))).toEqual({ text: 'SELECT 1; -- žlutý 🐎\r\n' });
  expect(decode(bytes(''))).toEqual({ text: '' });
});

test('a byte order mark is stripped and noted, a second one is kept', () => {
  expect(decode(bytes([0xef, 0xbb, 0xbf], 'SELECT 1'))).toEqual({ text: 'SELECT 1', byteOrderMark: true });
  expect(decode(bytes('\ufeff\ufeffx'))).toEqual({ text: '\ufeffx', byteOrderMark: true });
});

test.each([
  ['UTF-16, little end first', bytes([0xff, 0xfe], Buffer.from('SELECT', 'utf16le').toString('latin1')), 1, /UTF-16/],
  ['UTF-16, big end first', bytes([0xfe, 0xff, 0, 65]), 1, /UTF-16/],
  ['a NUL', bytes('SELECT 1;\nSELECT\0 2;'), 2, /NUL/],
  ['Latin-1', bytes("SELECT 1;\r\n\nSELECT '", [0xe9], "';\n"), 3, /not UTF-8/],
  ['a sequence that is cut short', bytes('a\nb', [0xe2, 0x82], '\nc'), 2, /not UTF-8/],
  ['an overlong sequence', bytes([0xc0, 0xaf]), 1, /not UTF-8/],
  ['a surrogate', bytes([0xed, 0xa0, 0x80]), 1, /not UTF-8/],
])('%s cannot be read, and the line is named', (_, input, line, message) => {
  const decoded = decode(input);
  expect(decoded.text).toBe('');
  expect(decoded.unreadable).toEqual({ line, message: expect.stringMatching(message) });
});

test('the limit is a limit', () => {
  expect(decode(Buffer.alloc(limits.fileBytes, 'x')).unreadable).toBeUndefined();
  expect(decode(Buffer.alloc(limits.fileBytes + 1, 'x')).unreadable?.message).toMatch(/8 MiB/);
});
