import type { Position, Span } from './span.ts';

/** The lines of a text. `\n`, `\r\n` and a lone `\r` end a line, as editors and GitHub count them. */
export interface Lines {
  /** How many lines the text has; an empty text has one, a final line break opens no further one. */
  readonly count: number;
  /** Where an offset (UTF-16) lies. An offset past the end gives the position behind the last character. */
  position(offset: number): Position;
  /** The span of a line (1-based) without its line break. */
  span(line: number): Span;
}

/** Indexes the line starts of `text` once; each look-up is then a binary search. */
export function linesOf(text: string): Lines {
  const starts: number[] = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  if (starts.length > 1 && starts[starts.length - 1] === text.length) starts.pop();
  const endOf = (line: number): number => {
    let end = line < starts.length ? (starts[line] as number) : text.length;
    if (end > (starts[line - 1] as number) && text.charCodeAt(end - 1) === 10) end--;
    if (end > (starts[line - 1] as number) && text.charCodeAt(end - 1) === 13) end--;
    return end;
  };
  return {
    count: starts.length,
    position(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.min(offset, text.length) - (starts[low] as number) + 1 };
    },
    span(line) {
      return { start: starts[line - 1] as number, end: endOf(line) };
    },
  };
}
