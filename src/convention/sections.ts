import type { Span } from '../text/span.ts';

/**
 * The lines by which tools that keep both directions in one file part them: goose, sql-migrate, dbmate, rambler.
 * They are found line by line, as those tools find them.
 */
const marker = /^[ \t]*--[ \t]*(?:\+goose[ \t]+|\+migrate[ \t]+|migrate:|rambler[ \t]+)(up|down)\b.*$/gim;

/**
 * The spans of a file that go up, or undefined where nothing parts it: then all of it does.
 * Text before the first marker runs in neither direction. A file that has only `down` markers is read whole: nothing is left unseen
 * for the sake of a marker that its tool would refuse too.
 */
export function upSections(text: string): readonly Span[] | undefined {
  if (!text.includes('--')) return undefined;
  const spans: Span[] = [];
  let start: number | undefined;
  let found = false;
  for (const match of text.matchAll(marker)) {
    if (start !== undefined) spans.push({ start, end: match.index });
    const up = match[1]?.toLowerCase() === 'up';
    found ||= up;
    start = up ? match.index + match[0].length : undefined;
  }
  if (!found) return undefined;
  if (start !== undefined) spans.push({ start, end: text.length });
  return spans;
}
