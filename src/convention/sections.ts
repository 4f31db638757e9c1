import type { Span } from '../text/span.ts';
import type { Parts } from './convention.ts';

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
 * The spans of a file that go up, and those that go down; undefined where nothing parts it: then all of it goes up.
 * Text before the first marker runs in neither direction. A file that has only `down` markers, or those of several tools, is read whole: nothing is
 * left unseen for the sake of a marker that its tool would refuse or not know.
 * @param tool the only one whose markers count; absent: any
 */
export function partsOf(text: string, tool?: string): Parts | undefined {
  const found = sectioning(text);
  if (found === undefined || (tool !== undefined && found !== tool)) return undefined;
  return partsBy(
    text,
    [...text.matchAll(marker)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      direction: match[2]?.toLowerCase() === 'up' ? 'up' : 'down',
    })),
  );
}

/** The spans that go up, by the markers of any tool; undefined where all of the text does. */
export function upSections(text: string): readonly Span[] | undefined {
  return partsOf(text)?.up;
}

/** What stands between marks, by the direction of the mark before it. */
export function partsBy(text: string, marks: readonly (Span & { readonly direction: 'up' | 'down' })[]): Parts {
  const parts: { readonly up: Span[]; readonly down: Span[] } = { up: [], down: [] };
  marks.forEach(({ end, direction }, i) => {
    parts[direction].push({ start: end, end: marks[i + 1]?.start ?? text.length });
  });
  return parts;
}
