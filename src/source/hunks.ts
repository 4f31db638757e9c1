import type { LineRange } from '../migration/migration.ts';

/** What a unified diff of one file says about the file as it is now. */
export interface Hunks {
  /** Lines that were added or changed, in order, touching ranges joined. */
  readonly changed: readonly LineRange[];
  /** The new side of each hunk, context included: where a review may comment. A hunk that only deletes, without context, has none. */
  readonly commentable: readonly LineRange[];
}

const header = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads the hunks of one file's patch, as git and GitHub's API write it. Lines before the first hunk are skipped.
 * The counts in the header are believed over the looks of a line: inside a hunk, `--- a/x` is a deleted `-- a/x`.
 */
export function parseHunks(patch: string): Hunks {
  const changed: LineRange[] = [];
  const commentable: LineRange[] = [];
  let line = 0;
  let left = 0;
  for (const text of patch.split('\n')) {
    if (left === 0 || text.startsWith('@@')) {
      const match = header.exec(text);
      if (match !== null) {
        line = Number(match[1]);
        left = match[2] === undefined ? 1 : Number(match[2]);
        if (left > 0) commentable.push({ from: line, to: line + left - 1 });
      }
      continue;
    }
    // `-` is gone and `\ No newline at end of file` is no line; what is left is added (`+`) or context.
    if (text.startsWith('-') || text.startsWith('\\')) continue;
    if (text.startsWith('+')) {
      const last = changed.at(-1);
      if (last !== undefined && last.to === line - 1) changed[changed.length - 1] = { from: last.from, to: line };
      else changed.push({ from: line, to: line });
    }
    line++;
    left--;
  }
  return { changed, commentable };
}
