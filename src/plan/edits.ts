import { cover, type Span } from '../text/span.ts';
import type { Edit, Plan } from './stage.ts';

/** A statement of an author's file and what stands in its place. */
export interface Replacement {
  /** With its semicolon. */
  readonly span: Span;
  /** Pieces that begin a line each; what is inside a piece stays as it is. Absent: the statement stays byte for byte. */
  readonly lines?: readonly string[];
  /** Replacements that must be committed with it, by index. */
  readonly with: readonly number[];
}

/**
 * Edits over whole statements, such that each may be committed alone: what depends on each other or shares a line is one edit, with all
 * that stands between untouched.
 */
export function editsOf(path: string, text: string, replacements: readonly Replacement[]): readonly Edit[] {
  const lines = lineGroups(text, replacements);
  const wanted = replacements.flatMap((each, i): readonly Range[] => {
    if (each.lines === undefined) return [];
    const [from, to] = each.with.reduce(([low, high], index) => [Math.min(low, index), Math.max(high, index)], [i, i]);
    return [{ from: (lines[from] as Range).from, to: (lines[to] as Range).to }];
  });
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return joined(wanted).map((range) => ({
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

/** The sections of an author's file once the plan's edits are made. */
export function movedSections(sections: readonly Span[], { edits }: Pick<Plan, 'edits'>, path: string): readonly Span[] {
  const own = edits.filter((edit) => edit.path === path);
  return sections.map(({ start, end }) => ({ start: movedBy(own, start), end: movedBy(own, end) }));
}

/** Where an offset of the author's text, outside of every edit, lies once the edits are made. */
export function movedBy(edits: readonly Edit[], offset: number): number {
  return edits.reduce((at, { span, replacement }) => (span.end <= offset ? at + replacement.length - (span.end - span.start) : at), offset);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** For each statement the range of those that share its line, itself among them. */
function lineGroups(text: string, replacements: readonly Replacement[]): readonly Range[] {
  const starts = replacements.map(
    (each, i) => i === 0 || /[\r\n]/.test(text.slice((replacements[i - 1] as Replacement).span.end, each.span.start)),
  );
  const groups: Range[] = [];
  for (let from = 0; from < replacements.length; ) {
    let to = from;
    while (to + 1 < replacements.length && !starts[to + 1]) to++;
    for (let i = from; i <= to; i++) groups.push({ from, to });
    from = to + 1;
  }
  return groups;
}

/** Ranges that overlap as one, in order. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/** The white space between the beginning of the line and `offset`; empty where something else stands there. */
function indentAt(text: string, offset: number): string {
  let start = offset;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r' ? text.slice(start, offset) : '';
}

function rewritten(text: string, replacements: readonly Replacement[], eol: string): string {
  let result = '';
  let previous: Replacement | undefined;
  for (const each of replacements) {
    const indent = indentAt(text, each.span.start);
    if (previous !== undefined) {
      const between = text.slice(previous.span.end, each.span.start);
      // Statements that shared a line get one each: what replaces them begins and may end with a comment.
      result += /[\r\n]/.test(between) ? between : `${between.trimEnd()}${eol}${indent}`;
    }
    result += each.lines === undefined ? text.slice(each.span.start, each.span.end) : each.lines.join(eol + indent);
    previous = each;
  }
  return result;
}
