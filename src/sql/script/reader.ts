import { parse } from '@babel/parser';
import type { ProgramText, ReadProgram } from '../../migration/migration.ts';
import type { Span } from '../../text/span.ts';
import { prepare } from '../postgres/split.ts';
import { bindingsOf } from './bindings.ts';
import { waysOf } from './directions.ts';
import { layOut } from './lay-out.ts';
import type { Node } from './node.ts';
import { spanOf } from './places.ts';
import type { Query, Unread } from './taken-down.ts';
import { roomFor, type Scope } from './text.ts';
import { usesOf } from './uses.ts';

/** As `ReadProgram` says. */
export const readScript: ReadProgram = (source, path, direction) => {
  try {
    const { program, comments } = parsed(source, path);
    const bindings = bindingsOf(program);
    const ways = waysOf(program, direction, bindings);
    if (ways.length === 0) return direction === 'down' ? undefined : { message: 'No function `up` was found in it.', line: 1 };
    const scope: Scope = { source, constant: bindings.constant, takes: roomFor(source) };
    const uses = ways.map((way) => usesOf(way, scope));
    const isBack = new Uint8Array(source.length);
    if (direction === 'up') for (const { node } of waysOf(program, 'down', bindings)) isBack.fill(1, node.start, node.end);
    return script(
      source,
      uses.flatMap((each) => each.queries),
      uses.flatMap((each) => each.unread),
      comments.filter(({ start }) => isBack[start] === 0),
    );
  } catch (error) {
    if (error instanceof RangeError) return { message: 'It is nested too deeply.', line: 1 };
    if (!(error instanceof SyntaxError)) throw error;
    const at = (error as { readonly loc?: { readonly line: number } }).loc;
    return { message: `It cannot be parsed: ${error.message.replace(/ \(\d+:\d+\)$/, '')}`, line: at?.line ?? 1 };
  }
};

interface Comment extends Span {
  readonly type: string;
  readonly value: string;
}

function parsed(source: string, path: string): { readonly program: Node; readonly comments: readonly Comment[] } {
  const isTypeScript = /\.[cm]?ts$/i.test(path);
  const file = parse(source, {
    sourceType: 'unambiguous',
    allowReturnOutsideFunction: true,
    allowUndeclaredExports: true,
    attachComment: false,
    plugins: isTypeScript ? ['typescript', 'decorators-legacy'] : ['jsx', 'decorators-legacy'],
  });
  return { program: file.program as unknown as Node, comments: (file.comments ?? []) as unknown as readonly Comment[] };
}

function script(source: string, queries: readonly Query[], unread: readonly Unread[], comments: readonly Comment[]): ProgramText {
  const missed: Unread[] = [];
  const kept: Query[] = [];
  const parts: Part[] = [];
  let end = 0;
  let several = false;
  for (const query of queries) {
    const laid = layOut(query, source);
    if (laid === undefined || laid.span.start < end) {
      const name = source.slice(query.argument.start, query.argument.end).replace(/\s+/g, ' ').slice(0, 60);
      const why =
        laid === undefined
          ? 'holds more than there is room for in its place'
          : 'stands elsewhere in the file, and not in the order in which it runs';
      missed.push({ span: query.call, reason: `\`${name}\` ${why}` });
      continue;
    }
    const { pieces } = prepare(laid.text);
    several ||= pieces.length > 1;
    const part = ended(laid, source);
    end = part.span.end;
    parts.push(part);
    kept.push(query);
  }
  const all = inOrder(parts, comments, source);
  let text = '';
  for (const part of all) text += blank(source.slice(text.length, part.span.start)) + part.text;
  return {
    text: text + blank(source.slice(text.length)),
    sections: all.map(({ span }) => span),
    several,
    queries: kept.map(({ argument, call, place }) => ({ argument: spanOf(argument), call: spanOf(call), ...(place && { place }) })),
    unread: [...unread, ...missed].map(({ span, reason }) => ({ span: spanOf(span), reason })).sort((a, b) => a.span.start - b.span.start),
  };
}

/** SQL, or a comment, where it stands in the program. */
interface Part {
  readonly span: Span;
  readonly text: string;
}

/** Each query is sent by itself; side by side they need what ends them, which the program has room for in the quote behind it. */
function ended({ span: { start, end }, text }: Part, source: string): Part {
  const isOpen = /\S/.test(text) && !/;\s*$|--[^\r\n]*$/.test(text) && /[`'"]/.test(source.charAt(end));
  return isOpen ? { span: { start, end: end + 1 }, text: `${text};` } : { span: { start, end }, text };
}

/** Queries with the comments between them that speak to Lockstep. */
function inOrder(queries: readonly Part[], comments: readonly Comment[], source: string): readonly Part[] {
  const all: Part[] = [];
  let next = 0;
  for (const { start, end, type } of comments) {
    for (; next < queries.length && (queries[next] as Part).span.end <= start; next++) all.push(queries[next] as Part);
    const text = source.slice(start, end);
    if (!/^\/[/*]\s*lockstep/i.test(text) || (queries[next]?.span.start ?? end) < end) continue;
    all.push({ span: { start, end }, text: type === 'CommentLine' ? `--${text.slice(2)}` : text });
  }
  return [...all, ...queries.slice(next)];
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
