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

/** Levenshtein's distance, a row at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min((next[j - 1] as number) + 1, (row[j] as number) + 1, (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
