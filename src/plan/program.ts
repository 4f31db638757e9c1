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
export function programEdits(
  { path, sql, program: { text: source, queries }, edits }: ProgramToEdit,
  reader: Reader,
  { escapeSql }: Writing,
): readonly Edit[] | NotWritten {
  const made: Edit[] = [];
  for (const own of groups(edits, queries)) {
    const [first] = own.queries;
    const last = own.queries.at(-1);
    if (first?.statement === undefined || last?.statement === undefined) return { reason: alone };
    const span = { start: Math.min(first.statement.start, ...own.edits.map((each) => each.span.start)), end: last.statement.end };
    if (own.edits.some((each) => each.span.end > span.end)) return { reason: alone };
    const between = [source.slice(span.start, first.statement.start)];
    for (let i = 1; i < own.queries.length; i++) {
      const [before, after] = [own.queries[i - 1]?.statement, own.queries[i]?.statement];
      if (before === undefined || after === undefined) return { reason: alone };
      between.push(source.slice(before.end, after.start));
    }
    // What is between the calls would be lost: only waivers are, which go with their statements.
    if (between.some((text) => text.replace(/^\s*\/\/\s*lockstep[^\r\n]*/gm, '').trim() !== ''))
      return { reason: 'other code stands between the calls' };
    const call = wrap(source, first.statement, first.argument);
    if (call === undefined) return { reason: alone };
    const shifted = own.edits.map((each) => ({ ...each, span: { start: each.span.start - span.start, end: each.span.end - span.start } }));
    const text = applyEdits(sql.slice(span.start, span.end), shifted);
    const indent = /[^\r\n]*$/.exec(source.slice(0, span.start))?.[0].replace(/\S.*$/, '') ?? '';
    const asTheyAre = new Map(
      own.queries.flatMap(({ statement }) =>
        statement ? [[bare(sql.slice(statement.start, statement.end)), source.slice(statement.start, statement.end)]] : [],
      ),
    );
    const lines = callsOf(text, reader, (each) => asTheyAre.get(bare(each)) ?? `${call.before}${templateOf(each, escapeSql)}${call.after}`);
    made.push({ path, span, replacement: lines.join(`\n${indent}`) });
  }
  return made;
}

/** A statement without its semicolon. */
function bare(sql: string): string {
  return sql.trim().replace(/\s*;$/, '');
}

const alone = 'the call that sends the SQL is not a statement of its own';

type Queries = Program['queries'];

/** The edits that belong to the same calls, with those calls. */
function groups(edits: readonly Edit[], queries: Queries): readonly { readonly edits: Edit[]; readonly queries: Queries }[] {
  const made: { edits: Edit[]; queries: Queries }[] = [];
  for (const edit of edits) {
    const touched = queries.filter(({ statement, call }) => meets(statement ?? call, edit.span));
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

/** What stands around the SQL in a call: up to the template, and behind it. */
function wrap(source: string, statement: Span, argument: Span): { readonly before: string; readonly after: string } | undefined {
  const tag = /^[\w.]+(?=`)/.exec(source.slice(argument.start, argument.end))?.[0] ?? '';
  const before = `${source.slice(statement.start, argument.start)}${tag}`;
  const after = source.slice(argument.end, statement.end);
  // `return …` is one, and the last.
  if (/^return\b/.test(before)) return undefined;
  return { before: before.replace(/\(\s+$/, '('), after: after.replace(/^,?\s+\)/, ')') };
}

/** The lines of calls that send SQL: comments before a statement stand before its call. */
function callsOf(sql: string, reader: Reader, send: (statement: string) => string): readonly string[] {
  const { statements, comments } = reader.read(sql);
  const lines: string[] = [];
  let at = 0;
  const commentsUpTo = (end: number): void => {
    for (const { span, text } of comments) if (span.start >= at && span.end <= end) lines.push(commentOf(text.trimEnd()));
  };
  for (const { span, fullSpan } of statements) {
    commentsUpTo(span.start);
    lines.push(send(sql.slice(span.start, span.end)));
    at = fullSpan.end;
  }
  commentsUpTo(sql.length);
  return lines;
}
