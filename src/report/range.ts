import type { AnalyzedFile } from '../analysis/analysis.ts';
import type { Finding } from '../rules/finding.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

/** A span in lines and columns: both from 1, the end column behind the last character, columns in UTF-16 code units. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function rangeIn(lines: Lines, span: Span): Range {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Where a finding stands. Of a file that could not be decoded there is no text to point into, only the line. */
export function rangeOf({ migration: { unreadable } }: AnalyzedFile, lines: Lines, { span }: Finding): Range {
  return unreadable === undefined ? rangeIn(lines, span) : { line: unreadable.line, column: 1, endLine: unreadable.line, endColumn: 1 };
}
