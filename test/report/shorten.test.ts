import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Section, shorten } from '../../src/report/shorten.ts';

/** One section after the other, until it fits: right, and far too slow for thousands. */
function oneByOne(sections: readonly Section[], limit: number, note: string): string {
  let kept = sections.filter((each) => each.text !== '');
  const joined = (): string => kept.map((each) => each.text).join('\n\n');
  let text = `${joined()}\n`;
  while (text.length > limit && kept.length > 1) {
    const lightest = Math.min(...kept.map((each) => each.weight));
    const index = kept.findLastIndex((each) => each.weight === lightest);
    kept = kept.filter((_, at) => at !== index);
    text = `${joined()}\n\n${note}\n`;
  }
  return text;
}

test('the lightest go first, the last of them before the others, until it fits', () => {
  const section = fc.record({ text: fc.string({ maxLength: 12 }), weight: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(section, { maxLength: 12 }), fc.integer({ min: 0, max: 120 }), (sections, limit) => {
      expect(shorten(sections, limit, 'note')).toBe(oneByOne(sections, limit, 'note'));
    }),
  );
});

test('a limit in bytes', () => {
  const sections = ['é', 'é', 'é'].map((text) => ({ text, weight: 1 }));
  expect(shorten(sections, 11, 'n', Buffer.byteLength)).toBe('é\n\né\n\né\n');
  expect(shorten(sections, 10, 'n', Buffer.byteLength)).toBe('é\n\né\n\nn\n');
});
