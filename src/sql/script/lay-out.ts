import type { Span } from '../../text/span.ts';
import { lex } from '../postgres/lexer.ts';
import type { Query } from './taken-down.ts';

/** A query laid out where it stands in the program. */
export interface Laid {
  readonly span: Span;
  readonly text: string;
}

/**
 * Puts a query's SQL where the program has it, so that every token begins at its own place and every offset into the SQL is one into the file. What the program
 * writes with more characters than it stands for (`\"`) is followed by blanks; what it writes with fewer (a constant's name) pushes what follows.
 * @param source the program
 * @returns undefined where there is no room
 */
export function layOut({ text, argument, call, place }: Query, source: string): Laid | undefined {
  const statement = place !== undefined && /^(?:statement|last|return)$/.test(place.kind) ? place.span : call;
  const { value, at } = text;
  const first = at[0];
  if (first === undefined) return { span: argument, text: ' '.repeat(argument.end - argument.start) };
  if (at.every((place, i) => place === first + i)) return { span: { start: first, end: first + value.length }, text: value };
  // A constant that stands elsewhere is read there.
  const within = first >= call.start && first < call.end;
  const start = within ? statement.start : first;
  const end = within ? statement.end : (at.at(-1) as number) + 1;
  return placed(text, { start, end }, source, (token) => at[token] as number) ?? placed(text, { start, end }, source, () => start);
}

/** @param wanted where a unit of the text should stand: it may stand behind, where what comes before it takes the place */
function placed({ value }: Query['text'], room: Span, source: string, wanted: (unit: number) => number): Laid | undefined {
  const { tokens, comments, skipped } = lex(value);
  const pieces = [
    ...tokens.kinds.map((_, i) => ({ start: tokens.starts[i] as number, end: tokens.ends[i] as number })),
    ...[...comments, ...skipped].map(({ span }) => span),
  ].sort((a, b) => a.start - b.start);
  const blank = (from: number, to: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
  let text = '';
  let at = room.start;
  let last = 0;
  for (const { start, end } of pieces) {
    if (start < last) continue;
    const apart = value.slice(last, start);
    // What ends a line comment has to stand there.
    const gap = /[\r\n]/.test(apart) ? 1 : Math.min(apart.length, 1);
    const to = Math.max(at + (last === 0 ? 0 : gap), wanted(start));
    const between = blank(at, to);
    text += /[\r\n]/.test(apart) && last > 0 && !/[\r\n]/.test(between) ? `\n${between.slice(1)}` : between;
    text += value.slice(start, end);
    at = to + end - start;
    last = end;
  }
  return at > room.end ? undefined : { span: { start: room.start, end: at }, text };
}
