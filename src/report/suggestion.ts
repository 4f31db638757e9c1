import type { Edit } from '../plan/stage.ts';
import type { Span } from '../text/span.ts';

/**
 * Edits as GitHub's suggestions take them: whole lines in, whole lines out. Lines are counted as git counts them, by `\n` alone.
 */
export interface LineEdit {
  /** 1-based, inclusive: the lines that are replaced. */
  readonly from: number;
  readonly to: number;
  /** The new lines, without line breaks; none: the lines are removed. */
  readonly lines: readonly string[];
  readonly edits: readonly Edit[];
  /** The new lines are the old ones: GitHub refuses such a suggestion. */
  readonly unchanged: boolean;
}

/**
 * One line edit for each edit; edits that share a line are one, because GitHub takes one suggestion a line and each must hold alone.
 * What stands before and after a statement on its lines is kept.
 * @param text the file; `edits` are its edits in order, not overlapping
 */
export function lineEdits(text: string, edits: readonly Edit[]): readonly LineEdit[] {
  const lines = gitLines(text);
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const { from, to } = reach(lines, text, edit);
    const last = groups.at(-1);
    if (last !== undefined && from <= last.to) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map((group) => {
    const start = lines[group.from - 1]?.start ?? 0;
    const end = lines[group.to - 1]?.end ?? text.length;
    let at = start;
    let replaced = '';
    for (const edit of group.edits) {
      replaced += text.slice(at, edit.span.start) + edit.replacement;
      at = edit.span.end;
    }
    replaced += text.slice(at, Math.max(at, end));
    const after = splitLines(replaced);
    const before = splitLines(text.slice(start, end));
    return { ...group, lines: after, unchanged: after.length === before.length && after.every((line, index) => line === before[index]) };
  });
}

/**
 * Why an edit must not be handed out to be applied by a click; undefined: it may.
 * @param hasOwnFiles the stage has further files, which the edit does not create
 */
export function refusalOf({ lines, unchanged }: LineEdit, hasOwnFiles: boolean): string | undefined {
  if (unchanged) return 'it would change nothing here';
  if (lines.some(holdsControls)) return 'its lines hold control characters, which a comment may not keep';
  // Without a trace of what was taken out, a click would lose it.
  if (hasOwnFiles && lines.every((line) => line.trim() === '')) return 'the step needs a file of its own, which a suggestion cannot create';
  return undefined;
}

/** Everything but tabs: a suggestion must give every character back. */
function holdsControls(line: string): boolean {
  return /[^\P{Cc}\t]|\ufeff/u.test(line);
}

/** The lines of `text` as git counts them; the span holds the line break. A final line break opens no further line. */
export function gitLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length || lines.length === 0; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    lines.push({ start, end });
    start = end;
    if (end === text.length) break;
  }
  return lines;
}

/** The line (1-based, as git counts) of an offset; behind the end it is the last one. */
function gitLineOf(lines: readonly Span[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] as Span).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The lines that a span touches. A span that ends behind a line break does not touch the line after it. */
export function linesTouched(lines: readonly Span[], span: Span): { readonly from: number; readonly to: number } {
  return { from: gitLineOf(lines, span.start), to: gitLineOf(lines, Math.max(span.start, span.end - 1)) };
}

function reach(lines: readonly Span[], text: string, edit: Edit): { from: number; to: number } {
  const { from, to } = linesTouched(lines, edit.span);
  // An edit that takes the line break away, and gives none back, joins its line with the next one.
  const takesBreak = edit.span.end > edit.span.start && text[edit.span.end - 1] === '\n';
  const leavesPart = edit.replacement !== '' ? !edit.replacement.endsWith('\n') : edit.span.start > (lines[from - 1]?.start ?? 0);
  return { from, to: takesBreak && leavesPart ? Math.min(to + 1, lines.length) : to };
}

function splitLines(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split(/\r?\n/);
  if (text.endsWith('\n')) lines.pop();
  return lines;
}
