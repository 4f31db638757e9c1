import { parse } from '@babel/parser';
import type { Direction } from '../../migration/migration.ts';
import type { Span } from '../../text/span.ts';
import { prepare } from '../postgres/split.ts';
import { bindingsOf } from './bindings.ts';
import { waysOf } from './directions.ts';
import { layOut } from './lay-out.ts';
import type { Node } from './node.ts';
import { type Query, type Unread, usesOf } from './uses.ts';

/** A program as a migration: its SQL at the places where the program has it. */
export interface Script {
  /** As long as the program; blank but for its SQL and the comments that speak to Lockstep. */
  readonly text: string;
  /** What of `text` is SQL, each query on its own. */
  readonly sections: readonly Span[];
  readonly queries: readonly Pick<Query, 'argument' | 'call' | 'statement'>[];
  /** A query holds more than one statement: the server runs them in one transaction. */
  readonly several: boolean;
  /** What runs beside it and cannot be read, in the order of the text. */
  readonly unread: readonly Unread[];
}

/** Why a program cannot be read at all, and where. */
export interface Unreadable {
  readonly message: string;
  readonly line: number;
}

/**
 * Reads the SQL of a migration that is a program, which is parsed and never run.
 * Never throws; a program that cannot be parsed, or has no function of the direction, is unreadable (undefined for a way back that is not there).
 */
export function readScript(source: string, path: string, direction: Direction): Script | Unreadable | undefined {
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
}

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

function script(source: string, queries: readonly Query[], unread: readonly Unread[], comments: readonly Comment[]): Script {
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
