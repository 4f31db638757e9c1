import { parse } from '@babel/parser';
import type { ProgramText, ReadProgram } from '../../migration/migration.ts';
import type { Span } from '../../text/span.ts';
import { prepare } from '../postgres/split.ts';
import { bindingsOf } from './bindings.ts';
import { waysOf } from './directions.ts';
import { layOut } from './lay-out.ts';
import type { Node } from './node.ts';
import { type Query, type Unread, usesOf } from './uses.ts';

/** As `ReadProgram` says. */
export const readScript: ReadProgram = (source, path, direction) => {
  try {
    const { program, comments } = parsed(source, path);
    const bindings = bindingsOf(program);
    const ways = waysOf(program, direction, bindings);
    if (ways.length === 0) return direction === 'down' ? undefined : { message: 'No function `up` was found in it.', line: 1 };
    const uses = ways.map((way) => usesOf(way, source, bindings));
    const back = direction === 'up' ? waysOf(program, 'down', bindings).map(({ node }) => node) : [];
    return script(
      source,
      uses.flatMap((each) => each.queries),
      uses.flatMap((each) => each.unread),
      comments.filter(({ start }) => !back.some((node) => node.start <= start && start < node.end)),
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
  const parts: { readonly span: Span; readonly text: string }[] = [];
  let end = 0;
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
    end = laid.span.end;
    parts.push(laid);
    kept.push(query);
  }
  for (const { start, end, type } of comments) {
    const text = source.slice(start, end);
    if (!/^\/[/*]\s*lockstep/i.test(text) || parts.some(({ span }) => span.start < end && start < span.end)) continue;
    parts.push({ span: { start, end }, text: type === 'CommentLine' ? `--${text.slice(2)}` : text });
  }
  parts.sort((a, b) => a.span.start - b.span.start);
  let text = '';
  for (const part of parts) text += blank(source.slice(text.length, part.span.start)) + part.text;
  return {
    text: text + blank(source.slice(text.length)),
    sections: parts.map(({ span }) => span),
    several: kept.length > 0 && parts.some((part) => prepare(part.text).pieces.length > 1),
    queries: kept.map(({ argument, call, statement }) => ({
      argument: spanOf(argument),
      call: spanOf(call),
      ...(statement && { statement }),
    })),
    unread: [...unread, ...missed].map(({ span, reason }) => ({ span: spanOf(span), reason })).sort((a, b) => a.span.start - b.span.start),
  };
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
