import { cover, type Span } from '../text/span.ts';
import type { Edit } from './stage.ts';

/** A statement of an author's file and what stands in its place. */
export interface Replacement {
  /** With its semicolon. */
  readonly span: Span;
  /** Absent: it stays byte for byte. */
  readonly lines?: readonly string[];
  /** Replacements that must be committed with it, by index. */
  readonly with: readonly number[];
}

/**
 * Edits over whole statements, such that each may be committed alone: what depends on each other or shares a line is one edit, with all
 * that stands between untouched.
 */
export function editsOf(path: string, text: string, replacements: readonly Replacement[]): readonly Edit[] {
  const ranges: Range[] = [];
  replacements.forEach((each, i) => {
    if (each.lines === undefined) return;
    const indexes = [i, ...each.with];
    add(ranges, { from: Math.min(...indexes), to: Math.max(...indexes) });
  });
  for (let i = 1; i < replacements.length; i++) {
    const [a, b] = [replacements[i - 1] as Replacement, replacements[i] as Replacement];
    const sharesLine = !/[\r\n]/.test(text.slice(a.span.end, b.span.start));
    if (sharesLine && ranges.some((range) => range.from <= i && i - 1 <= range.to)) add(ranges, { from: i - 1, to: i });
  }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return ranges
    .sort((a, b) => a.from - b.from)
    .map((range) => ({
      path,
      span: cover((replacements[range.from] as Replacement).span, (replacements[range.to] as Replacement).span),
      replacement: rewritten(text, replacements.slice(range.from, range.to + 1), eol),
    }));
}

/** The author's text with the edits made. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { span, replacement } of edits) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Where an offset of the author's text, outside of every edit, lies once the edits are made. */
export function movedBy(edits: readonly Edit[], offset: number): number {
  return edits.reduce((at, { span, replacement }) => (span.end <= offset ? at + replacement.length - (span.end - span.start) : at), offset);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Adds a range and joins those that overlap. */
function add(ranges: Range[], range: Range): void {
  let joined = range;
  for (let i = ranges.length - 1; i >= 0; i--) {
    const other = ranges[i] as Range;
    if (other.to < joined.from || joined.to < other.from) continue;
    joined = { from: Math.min(joined.from, other.from), to: Math.max(joined.to, other.to) };
    ranges.splice(i, 1);
  }
  ranges.push(joined);
}

function rewritten(text: string, replacements: readonly Replacement[], eol: string): string {
  let result = '';
  let previous: Replacement | undefined;
  for (const each of replacements) {
    const indent = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, each.span.start))?.[1] ?? '';
    if (previous !== undefined) {
      const between = text.slice(previous.span.end, each.span.start);
      // Statements that shared a line get one each: what replaces them begins and may end with a comment.
      result += /[\r\n]/.test(between) ? between : `${between.trimEnd()}${eol}${indent}`;
    }
    result +=
      each.lines === undefined
        ? text.slice(each.span.start, each.span.end)
        : each.lines.flatMap((line) => line.split('\n')).join(eol + indent);
    previous = each;
  }
  return result;
}
