import type { Span } from '../text/span.ts';

/** A file in whose text the tool puts values in the place of names, before it sends it. */
export interface Template {
  /** The file's own text, with as many lines as what is sent. */
  readonly text: string;
  /** In order. */
  readonly placeholders: readonly Placeholder[];
}

export interface Placeholder {
  /** As the file has it: `${schema}`. */
  readonly name: string;
  /** Where it stands in the file: with the word that it is a part of, where only the whole word can be read. */
  readonly written: Span;
  /** Where what it is read as stands in the text that is sent. */
  readonly sent: Span;
  /**
   * - `value`: what the repository says that it stands for.
   * - `name`: nothing says it; it stands where only a name can, and is read as a name of its own.
   * - `text`: nothing says it; it is a part of a string or of a quoted name, and left as it is.
   * - `unknown`: nothing says it, and no name need stand there: the statement cannot be read.
   */
  readonly readAs: 'value' | 'name' | 'text' | 'unknown';
}

/** A span of the text that is sent as one of the file's own text: what begins or ends within a value, does so at its placeholder. */
export function writtenSpan({ placeholders }: Template, { start, end }: Span): Span {
  return { start: writtenOffset(placeholders, start, 'start'), end: writtenOffset(placeholders, end, 'end') };
}

/** Whether a span begins or ends in the middle of a value: then nothing can take its place in the file. */
export function cutsValue({ placeholders }: Template, { start, end }: Span): boolean {
  return placeholders.some(({ sent }) => [start, end].some((at) => sent.start < at && at < sent.end));
}

function writtenOffset(placeholders: readonly Placeholder[], offset: number, side: 'start' | 'end'): number {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle] as Placeholder).sent.start <= offset) low = middle + 1;
    else high = middle;
  }
  const before = placeholders[low - 1];
  if (before === undefined) return offset;
  if (offset >= before.sent.end) return before.written.end + (offset - before.sent.end);
  return offset === before.sent.start ? before.written.start : before.written[side];
}
