import type { SourceFile, Writing } from '../convention/convention.ts';
import { commentOf, templateOf } from '../convention/write-program.ts';
import type { Migration, Program } from '../migration/migration.ts';
import type { Reader } from '../sql/statement.ts';
import type { Span } from '../text/span.ts';
import { applyEdits } from './edits.ts';
import type { Edit } from './stage.ts';
import type { Tool } from './tool.ts';

/** How a program that a plan writes is read: the very text that is written. Undefined where the tool's migrations are no programs. */
export function programOf({ programs }: Tool, { path, text }: SourceFile): Pick<Migration, 'text' | 'sections' | 'program'> | undefined {
  const read = programs?.read(text, path, 'up');
  if (read === undefined || 'message' in read) return undefined;
  const { sections, queries, unread } = read;
  return { text: read.text, sections, program: { text, queries, unread } };
}

export interface ProgramToEdit {
  readonly path: string;
  /** The program's SQL at its places, to which the edits belong. */
  readonly sql: string;
  readonly program: Program;
  readonly edits: readonly Edit[];
}

/** Why edits of the SQL cannot be made in the program. */
export interface NotWritten {
  readonly reason: string;
}

/**
 * Edits of a program's SQL as edits of the program: each takes the place of whole calls, as many as the new text has statements, in the way the author has written the first of them.
 */
export function programEdits(program: ProgramToEdit, reader: Reader, { escapeSql }: Writing): readonly Edit[] | NotWritten {
  const made: Edit[] = [];
  for (const group of groups(program.edits, program.program.queries)) {
    const edit = exchanged(program, group, reader, escapeSql);
    if ('reason' in edit) return edit;
    made.push(edit);
  }
  return made;
}

function exchanged(
  { path, sql, program: { text: source } }: ProgramToEdit,
  { queries, edits }: Group,
  reader: Reader,
  escapeSql: Writing['escapeSql'],
): Edit | NotWritten {
  const [first] = queries;
  const last = queries.at(-1);
  if (first?.place === undefined || last?.place === undefined) return { reason: alone };
  const before = queries.slice(0, -1);
  if (before.some(({ place }) => place?.kind !== 'statement' && (place === undefined || place.span !== last.place?.span)))
    return { reason: alone };
  const span = { start: Math.min(roomOf(first).start, ...edits.map((each) => each.span.start)), end: roomOf(last).end };
  if (last.place.kind === 'promise') span.start = source.slice(0, span.start).trimEnd().length;
  if (edits.some((each) => each.span.end > span.end)) return { reason: alone };
  // What is between the calls would be lost: only waivers are, which go with their statements.
  const blank = source.slice(span.start, roomOf(first).start);
  const between = [blank];
  for (let i = 1; i < queries.length; i++)
    between.push(source.slice(roomOf(queries[i - 1] as Query).end, roomOf(queries[i] as Query).start));
  if (between.some((text) => text.replace(/^\s*\/\/\s*lockstep[^\r\n]*/gm, '').trim() !== ''))
    return { reason: 'other code stands between the calls' };

  const { start, end } = first.argument;
  const tag = /^[\w.]+(?=`)/.exec(source.slice(start, end))?.[0] ?? '';
  const head = source.slice(first.call.start, start).replace(/\(\s+$/, '(');
  const tail = source.slice(end, first.call.end).replace(/^,?\s+\)/, ')');
  const asTheyAre = new Map(queries.map((each) => [bare(textOf(insideOf(each), sql)), textOf(each.call, source)]));
  const shifted = edits.map((each) => ({ ...each, span: { start: each.span.start - span.start, end: each.span.end - span.start } }));
  const text = applyEdits(sql.slice(span.start, span.end), shifted);
  const lines = linesOf(text, reader, (each) => asTheyAre.get(bare(each)) ?? `${head}${tag}${templateOf(each, escapeSql)}${tail}`);
  const indent = /[^\r\n]*$/.exec(source.slice(0, span.start))?.[0].replace(/\S.*$/, '') ?? '';
  const replacement = written(lines, { first, last, source, lead: blank, indent });
  return replacement === undefined ? { reason: alone } : { path, span, replacement };
}

/** A statement without its semicolon. */
function bare(sql: string): string {
  return sql.trim().replace(/\s*;$/, '');
}

const alone = 'the call that sends the SQL is not a statement of its own';

type Query = Program['queries'][number];

/** Edits that belong to the same calls, with those calls. */
interface Group {
  readonly edits: readonly Edit[];
  readonly queries: readonly Query[];
}

function groups(edits: readonly Edit[], queries: readonly Query[]): readonly Group[] {
  const made: { edits: Edit[]; queries: readonly Query[] }[] = [];
  for (const edit of edits) {
    const touched = queries.filter((each) => meets(roomOf(each), edit.span));
    const last = made.at(-1);
    const shared = touched.some((each) => last?.queries.includes(each));
    if (last !== undefined && shared) {
      last.edits.push(edit);
      last.queries = [...new Set([...last.queries, ...touched])];
    } else made.push({ edits: [edit], queries: touched });
  }
  return made;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What of the program a call has for itself, or with the others of its `Promise.all`. */
function roomOf({ call, place }: Query): Span {
  return place?.span ?? call;
}

/** Where the SQL of a call stands: by itself, if need be with the statement's keyword and end. */
function insideOf({ call, place }: Query): Span {
  return place === undefined || place.kind === 'all' ? call : place.span;
}

function textOf({ start, end }: Span, source: string): string {
  return source.slice(start, end);
}

/** Calls that send SQL, and comments before them. */
type Line = { readonly comment: string } | { readonly call: string };

function linesOf(sql: string, reader: Reader, send: (statement: string) => string): readonly Line[] {
  const { statements, comments } = reader.read(sql);
  const lines: Line[] = [];
  let at = 0;
  const commentsUpTo = (end: number): void => {
    for (const { span, text } of comments) if (span.start >= at && span.end <= end) lines.push({ comment: commentOf(text.trimEnd()) });
  };
  for (const { span, fullSpan } of statements) {
    commentsUpTo(span.start);
    lines.push({ call: send(sql.slice(span.start, span.end)) });
    at = fullSpan.end;
  }
  commentsUpTo(sql.length);
  return lines;
}

interface Where {
  readonly first: Query;
  readonly last: Query;
  readonly source: string;
  /** The blanks before the first call that are written anew. */
  readonly lead: string;
  readonly indent: string;
}

/** Calls as they are written in a place; undefined where none of them is left and something has to stand there. */
function written(lines: readonly Line[], { first, last, source, lead, indent }: Where): string | undefined {
  const kind = last.place?.kind;
  if (kind === 'return' || kind === 'promise') return returned(lines, kind === 'return' ? undefined : lead, indent);
  if (kind === 'element') return lines.some((each) => 'call' in each) ? elements(lines, indent) : undefined;
  const room = roomOf(first);
  const [before, after] =
    first.place?.kind === 'statement'
      ? [source.slice(room.start, first.call.start), source.slice(first.call.end, room.end)]
      : ['await ', ';'];
  const final = kind === 'last' ? lines.findLastIndex((each) => 'call' in each) : -1;
  const texts = lines.map((each, i) => ('comment' in each ? each.comment : `${i === final ? 'return ' : before}${each.call}${after}`));
  return [...texts, ...(kind === 'last' && final === -1 ? ['return;'] : [])].join(`\n${indent}`);
}

/** Calls one after the other as one promise. @param lead the blanks before it; undefined: it is returned */
function returned(lines: readonly Line[], lead: string | undefined, indent: string): string {
  const start = lines.findIndex((each) => 'call' in each);
  const above = lines.slice(0, start === -1 ? lines.length : start).flatMap((each) => ('comment' in each ? each.comment : []));
  const chain = lines.slice(start === -1 ? lines.length : start).map((each, i) => {
    if ('comment' in each) return each.comment;
    return i === 0 ? each.call : `.then(() => ${each.call})`;
  });
  const promise = (chain.length === 0 ? ['Promise.resolve()'] : chain).join(`\n${indent}  `);
  if (lead === undefined) return [...above, `return ${promise};`].join(`\n${indent}`);
  return above.length === 0 ? `${lead}${promise}` : ['', ...above, promise].join(`\n${indent}  `);
}

function elements(lines: readonly Line[], indent: string): string {
  const final = lines.findLastIndex((each) => 'call' in each);
  return lines.map((each, i) => ('comment' in each ? each.comment : `${each.call}${i === final ? '' : ','}`)).join(`\n${indent}`);
}
