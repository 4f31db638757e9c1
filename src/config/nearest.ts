/** ` (did you mean \`x\`?)` for the candidate nearest to what was written, or nothing where none is near. */
export function didYouMean(written: string, candidates: readonly string[]): string {
  const found = nearest(written, candidates);
  return found === undefined ? '' : ` (did you mean \`${found}\`?)`;
}

/** The candidate that is fewest edits away: at most a third of its length, the first of equals. */
export function nearest(written: string, candidates: readonly string[]): string | undefined {
  if (written.length > 64) return undefined;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = distance(written.toLowerCase().replaceAll('_', '-'), candidate);
    if (edits < least && edits <= Math.max(1, Math.floor(candidate.length / 3))) [best, least] = [candidate, edits];
  }
  return best;
}

/** How many letters must be added, taken away, replaced or swapped with their neighbour (`chekc`) to make one word the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : replaced;
      next[j] = Math.min(at(next, j - 1) + 1, at(row, j) + 1, replaced, swapped);
    }
    [before, row] = [row, next];
  }
  return at(row, b.length);
}

function at(row: readonly number[], i: number): number {
  return row[i] as number;
}
