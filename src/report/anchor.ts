import type { LineRange } from '../migration/migration.ts';

/** Where a review comment stands, in the words of GitHub's API: on the new side, `startLine` only where it comes before `line`. */
export interface Anchor {
  readonly line: number;
  readonly startLine?: number;
}

/** What of a range can carry a comment. */
export type Anchored =
  /** All of it: a suggestion may replace it. */
  | { readonly kind: 'whole'; readonly anchor: Anchor }
  /** A part: a comment may stand there, a suggestion may not. */
  | { readonly kind: 'part'; readonly anchor: Anchor; readonly reason: string }
  | { readonly kind: 'none'; readonly reason: string };

/**
 * Places a range of lines in a diff, so that GitHub does not answer 422 (which costs the whole review, not the one comment):
 * first and last line must be on the new side of one and the same hunk.
 * @param hunks the new side of each hunk, unchanged lines included; undefined where GitHub shows no diff of the file
 */
export function anchorOf(range: LineRange, hunks: readonly LineRange[] | undefined): Anchored {
  if (hunks === undefined) return { kind: 'none', reason: 'GitHub shows no diff of this file' };
  const touched = hunks.filter((side) => side.from <= range.to && range.from <= side.to);
  // The last hunk it touches: a comment is shown under its last line.
  const side = touched.at(-1);
  if (side === undefined) return { kind: 'none', reason: 'its lines are not part of the diff' };
  const from = Math.max(range.from, side.from);
  const to = Math.min(range.to, side.to);
  const anchor = from < to ? { line: to, startLine: from } : { line: to };
  if (from === range.from && to === range.to) return { kind: 'whole', anchor };
  const reason = touched.length > 1 ? 'its lines lie in more than one hunk of the diff' : 'not all of its lines are part of the diff';
  return { kind: 'part', anchor, reason };
}
