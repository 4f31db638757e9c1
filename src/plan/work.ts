import { modeAt, sourceOf } from '../migration/migration.ts';
import type { Comment } from '../sql/statement.ts';
import { linesOf } from '../text/lines.ts';
import { escapePattern } from '../text/pattern.ts';
import type { Span } from '../text/span.ts';
import { type Part, partOfBlock } from './block.ts';
import type { PlanDialect } from './dialect.ts';
import { inOrder } from './in-order.ts';
import type { PlannableFile, PlannableOperation, PlannableStatement } from './unit.ts';

/**
 * The smallest part of an author's file that is staged or moved as one: an action of an ALTER TABLE, or a whole statement.
 */
export interface Work {
  readonly statement: PlannableStatement;
  readonly operations: readonly PlannableOperation[];
  readonly span: Span;
  readonly line: number;
  /** The `lockstep-ignore` comments above its statement, and where they begin: they go where it goes. */
  readonly waivers: { readonly start: number; readonly text: string };
  /** The author's SQL for this part alone, with its semicolon. */
  readonly sql: string;
  /** An action of an ALTER TABLE that has several. */
  readonly action: boolean;
  /** The tool commits every statement on its own, and the author opened no transaction around it. */
  readonly committedAlone: boolean;
  /** Inside a DO block: its SQL cannot be taken apart, `apart` apart. */
  readonly inBlock: boolean;
  /** A statement of a DO block that can be taken out of it, or exchanged there. */
  readonly apart?: Part;
}

/** The parts of a file, in the order in which they are done. Transaction control and what could not be read are parts too: they stay where they are. */
export function worksOf(file: PlannableFile, { commitsImplicitly }: Pick<PlanDialect, 'commitsImplicitly'>): readonly Work[] {
  const { text } = file.migration;
  const lines = linesOf(sourceOf(file.migration));
  const works: Work[] = [];
  let began = false;
  const waivers = waiversOf(file);
  file.statements.forEach((each, i) => {
    const { statement, operations } = each;
    const source = text.slice(statement.span.start, statement.span.end);
    const [first] = operations;
    if (first?.operation.kind === 'transaction') {
      const { action } = first.operation;
      if (action === 'begin') began = true;
      else if (action === 'commit' || action === 'rollback' || action === 'prepare') began = first.operation.chain === true;
    }
    const shared = {
      statement: each,
      waivers: waivers[i] as Work['waivers'],
      line: lines.position(statement.span.start).line,
      committedAlone: commitsImplicitly || (modeAt(file.migration, statement.span.start) === 'per-statement' && !began),
      inBlock: /^do\b/i.test(source),
    };
    if (operations.length > 1 && isAlter(source) && areApart(operations)) {
      const head = text.slice(statement.span.start, first?.operation.span.start);
      for (const operation of inOrder(operations)) {
        const { span } = operation.operation;
        works.push({
          ...shared,
          operations: [operation],
          span,
          sql: `${head}${text.slice(span.start, span.end)};`,
          action: true,
          line: lines.position(span.start).line,
        });
      }
    } else if (shared.inBlock && areApart(operations)) works.push(...worksOfBlock(text, each, shared));
    else works.push({ ...shared, operations, span: statement.span, sql: `${source};`, action: false });
  });
  return works;
}

/** The operation of a work that does one thing. */
export function onlyOf({ operations, inBlock }: Work): PlannableOperation | undefined {
  return operations.length === 1 && !inBlock ? operations[0] : undefined;
}

/** Whether a text mentions a name, in whatever way and case: in a string, too. */
export function mentions({ sql }: Pick<Work, 'sql'>, name: string): boolean {
  if (!sql.toLowerCase().includes(name.toLowerCase())) return false;
  return new RegExp(`(?<!\\w)${escapePattern(name)}(?!\\w)`, 'i').test(sql);
}

/** Operations of a DO block up to which it is taken apart: each looks at all that stands before it. */
const mostParts = 100;

/** A DO block whose unsafe statements can each be taken out of it has a work for every one of its operations; any other is one work. */
function worksOfBlock(
  text: string,
  each: PlannableStatement,
  shared: Omit<Work, 'operations' | 'span' | 'sql' | 'action'>,
): readonly Work[] {
  const { statement, operations } = each;
  const isUnsafe = ({ findings }: PlannableOperation): boolean => findings.some(({ category }) => category !== 'operations');
  const isShort = operations.length <= mostParts;
  const parts = operations.map((operation) =>
    isShort && isUnsafe(operation) ? partOfBlock(text, statement.span, operation, operations.length === 1) : undefined,
  );
  if (!parts.some((part) => part !== undefined))
    return [
      { ...shared, operations, span: statement.span, sql: `${text.slice(statement.span.start, statement.span.end)};`, action: false },
    ];
  return operations.map((operation, i): Work => {
    const part = parts[i];
    const span = part?.span ?? operation.operation.span;
    const sql = `${text.slice(span.start, span.end)};`;
    return { ...shared, operations: [operation], span, sql, action: true, ...(part !== undefined && { apart: part }) };
  });
}

/** The waivers directly above each statement, one a line; one pass over the comments. */
function waiversOf(file: PlannableFile): readonly Work['waivers'][] {
  const { text } = file.migration;
  const { comments } = file.sql;
  let next = 0;
  return file.statements.map(({ statement: { span } }) => {
    while (next < comments.length && (comments[next] as Comment).span.end <= span.start) next++;
    let start = span.start;
    for (let i = next - 1; i >= 0; i--) {
      const comment = comments[i] as Comment;
      if (!comment.ownLine || !/^--\s*lockstep-ignore\b/.test(comment.text) || text.slice(comment.span.end, start).trim() !== '') break;
      start = comment.span.start;
    }
    return { start, text: text.slice(start, span.start) };
  });
}

function isAlter(source: string): boolean {
  return /^alter\s/i.test(source);
}

function areApart(operations: readonly PlannableOperation[]): boolean {
  return operations.every(
    (each, i) => i === 0 || each.operation.span.start >= (operations[i - 1] as PlannableOperation).operation.span.end,
  );
}
