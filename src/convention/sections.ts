import type { Span } from '../text/span.ts';

/**
 * The lines by which tools that keep both directions in one file part them: goose, sql-migrate (`+migrate`), dbmate (`migrate:`), rambler.
 * They are found line by line, as those tools find them.
 */
const marker = /^[ \t]*--[ \t]*(\+goose[ \t]+|\+migrate[ \t]+|migrate:|rambler[ \t]+)(up|down)\b.*$/gim;

/** By whose markers a file is parted into directions: undefined where nothing parts it, or the markers of several tools are mixed. */
export function sectioning(text: string): string | undefined {
  if (!text.includes('--')) return undefined;
  const tools = new Set<string>();
  let up = false;
  for (const [, tool = '', direction] of text.matchAll(marker)) {
    tools.add(tool.trim().toLowerCase());
    up ||= direction?.toLowerCase() === 'up';
  }
  const [only] = tools;
  return up && tools.size === 1 ? only : undefined;
}

/**
 * The spans of a file that go up, or undefined where nothing parts it: then all of it does.
 * Text before the first marker runs in neither direction. A file that has only `down` markers, or those of several tools, is read whole: nothing is
 * left unseen for the sake of a marker that its tool would refuse or not know.
 */
export function upSections(text: string): readonly Span[] | undefined {
  if (sectioning(text) === undefined) return undefined;
  const spans: Span[] = [];
  let start: number | undefined;
  for (const match of text.matchAll(marker)) {
    if (start !== undefined) spans.push({ start, end: match.index });
    start = match[2]?.toLowerCase() === 'up' ? match.index + match[0].length : undefined;
  }
  if (start !== undefined) spans.push({ start, end: text.length });
  return spans;
}
