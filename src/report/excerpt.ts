import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { columnsOf, visible } from './visible.ts';

/** A source line ready to print, and where it is to be underlined, both in terminal columns. */
export interface ExcerptLine {
  readonly number: number;
  readonly text: string;
  readonly underline: { readonly from: number; readonly length: number };
}

/** The source lines of a span: safe to print, tabs laid out, long lines cut to `width` columns around what is underlined. */
export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  /** Lines of the span that are left out. */
  readonly more: number;
}

export function excerptOf(text: string, lines: Lines, span: Span, width: number, most = 3): Excerpt {
  const first = lines.position(span.start).line;
  const last = lines.position(Math.max(span.start, span.end - 1)).line;
  const shown: ExcerptLine[] = [];
  for (let line = first; line <= last && shown.length < most; line++) shown.push(excerptLine(text, lines.span(line), line, span, width));
  return { lines: shown, more: last - first + 1 - shown.length };
}

function excerptLine(text: string, line: Span, number: number, span: Span, width: number): ExcerptLine {
  // Far more than fits: the rest of a line of megabytes is not even looked at.
  const reach = width * 2;
  const start = Math.max(line.start, Math.min(span.start, line.end));
  const from = Math.max(line.start, start - reach);
  const end = Math.max(start, Math.min(line.end, span.end, start + reach));
  const to = Math.min(line.end, end + reach);
  const skip = Math.max(start, Math.min(end, start + leadingSpace(text.slice(start, end))));

  const before = [...layOut(text.slice(from, skip), from === line.start ? 0 : 1)];
  const under = [...layOut(text.slice(skip, end), columnsOf(before.join('')))];
  const after = [...layOut(text.slice(end, to), 0)];

  // What is underlined comes first, then what leads to it, then what follows.
  const room = Math.max(8, width - 2);
  const cutUnder = takeFirst(under, room);
  const cutBefore = takeLast(before, Math.max(Math.floor(room / 4), room - columnsOf(cutUnder) - columnsOf(after.join(''))));
  const headCut = from > line.start || cutBefore.length < before.join('').length;
  const fitting = takeFirst(under, room - columnsOf(cutBefore));
  const cutAfter = fitting === under.join('') ? takeFirst(after, room - columnsOf(cutBefore) - columnsOf(fitting)) : '';
  const tailCut =
    to < line.end || fitting.length + cutAfter.length < under.join('').length + after.join('').length || end < Math.min(line.end, span.end);
  const head = headCut ? '…' : '';
  return {
    number,
    text: `${head}${cutBefore}${fitting}${cutAfter}${tailCut ? '…' : ''}`,
    underline: { from: columnsOf(head) + columnsOf(cutBefore), length: Math.max(1, columnsOf(fitting)) },
  };
}

/** Safe characters, one an element, tabs as spaces up to the next stop of four. */
function* layOut(text: string, column: number): Generator<string> {
  let at = column;
  for (const character of text) {
    const shown = character === '\t' ? ' '.repeat(4 - (at % 4)) : visible(character);
    at += columnsOf(shown);
    yield shown;
  }
}

function takeFirst(characters: readonly string[], room: number): string {
  let taken = '';
  let left = room;
  for (const character of characters) {
    left -= columnsOf(character);
    if (left < 0) break;
    taken += character;
  }
  return taken;
}

function takeLast(characters: readonly string[], room: number): string {
  let from = characters.length;
  for (let left = room; from > 0; from--) {
    left -= columnsOf(characters[from - 1] as string);
    if (left < 0) break;
  }
  return characters.slice(from).join('');
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}
