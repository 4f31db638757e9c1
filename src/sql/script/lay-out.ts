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
  const pieces = piecesOf(value);
  const blank = (from: number, to: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
  let text = '';
  let at = room.start;
  let last = 0;
  for (const { start, end } of pieces) {
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

/**
 * What of SQL has to stay as it is, with nothing put in: what is written without a gap, and what is quoted, in whichever dialect. Blanks are put only where blanks are.
 */
function piecesOf(value: string): readonly Span[] {
  const { tokens, comments, skipped } = lex(value);
  const found = [
    ...tokens.kinds.map((_, i) => ({ start: tokens.starts[i] as number, end: tokens.ends[i] as number })),
    ...[...comments, ...skipped].map(({ span }) => span),
  ].sort((a, b) => a.start - b.start);
  const pieces: { start: number; end: number }[] = [];
  // The lexer is PostgreSQL's: MySQL's names in backticks are several tokens to it.
  let isName = false;
  for (const { start, end } of found) {
    const last = pieces.at(-1);
    const text = value.slice(start, end);
    if (last !== undefined && (isName || start <= last.end)) last.end = Math.max(last.end, end);
    else pieces.push({ start, end });
    // Where MySQL's string goes on and PostgreSQL's ends, nobody says here: the rest stays as it is.
    if (/\\['"]$/.test(text)) return [...pieces.slice(0, -1), { start: (pieces.at(-1) as Span).start, end: value.trimEnd().length }];
    if (!/^(?:--|#|\/\*|\$|[a-z]*&?['"])/i.test(text) && (text.split('`').length - 1) % 2 === 1) isName = !isName;
  }
  return pieces;
}
