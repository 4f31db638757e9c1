/** What a suggestion is once somebody has clicked on it, read from what was posted and not from what the product meant. */

export interface Suggestion {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The suggestion in a posted comment, as CommonMark finds the fence; undefined: it has none. */
export function suggestionIn(comment: { readonly body: string; readonly line: number; readonly start?: number }): Suggestion | undefined {
  const lines = comment.body.split('\n');
  const open = lines.findIndex((line) => /^`{3,}suggestion$/.test(line));
  if (open === -1) return undefined;
  const ticks = (lines[open] as string).replace('suggestion', '');
  const close = lines.findIndex((line, i) => i > open && /^`+$/.test(line) && line.length >= ticks.length);
  if (close === -1) throw new Error('the suggestion is not closed');
  const { line: to, start: from = to } = comment;
  return { from, to, lines: lines.slice(open + 1, close) };
}

/**
 * The file after the click: the lines go, the new ones come. GitHub does not say which line ends it writes; `ending` lets a test try both.
 */
export function commitSuggestion(text: string, { from, to, lines }: Suggestion, ending = '\n'): string {
  const all = text.split(/(?<=\n)/);
  const last = to === all.length && !text.endsWith('\n');
  const put = lines.map((line, i) => (last && i === lines.length - 1 ? line : line + ending));
  return [...all.slice(0, from - 1), ...put, ...all.slice(to)].join('');
}
