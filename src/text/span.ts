/** A half-open range of a text in UTF-16 code units, as JavaScript's `slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place in a text as people count: line and column start at 1, the column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The smallest span that covers both. */
export function cover(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

/** A place in one of several files. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** Whether one of two places lies within the other. */
export function isNested(a: Place, b: Place): boolean {
  return a.path === b.path && (contains(a.span, b.span) || contains(b.span, a.span));
}

/** Whether `inner` lies within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
