import { type Lines, linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Comment } from './statement.ts';

/**
 * What a comment tells Lockstep. One directive a comment line, at the comment's start:
 *
 *     -- lockstep-ignore drop-column, missing-lock-timeout: read path removed in #412
 *     -- lockstep: backfill orders.status = 'new'
 *     -- lockstep: no-transaction
 *     -- lockstep: pending 3f9a1c backfill, enforce
 *     -- lockstep: stage 3f9a1c backfill
 */
export type Directive = { readonly span: Span; readonly line: number } & (
  | { readonly kind: 'ignore'; readonly rules: readonly string[]; readonly reason: string }
  /** `target` is the text before `=`, `expression` the text behind it; both still have to be read. */
  | { readonly kind: 'backfill'; readonly target: string; readonly expression: string }
  /** This file runs outside a transaction block: the author's statement where the migration tool has no marker of its own. */
  | { readonly kind: 'no-transaction' }
  /** Stages that follow in later files. */
  | { readonly kind: 'pending'; readonly plan: string; readonly stages: readonly string[] }
  /** This file is such a stage. */
  | { readonly kind: 'stage'; readonly plan: string; readonly stage: string }
  /** Begins as a directive and cannot be read as one. */
  | { readonly kind: 'malformed'; readonly message: string }
);

/** A comment with a directive, or what was meant as one: `lockstep ignore`, `LOCKSTEP-IGNORE`, `lockstep-backfill`. Prose that mentions Lockstep is none. */
const looksLike = /^(?:--|#|\/\*)\s*lockstep(?:\s*:|[\s_-]*(?:ignore|backfill|pending|stage|no-transaction)\b)/i;

const ruleId = /^[a-z][a-z0-9-]*$/;

/** The directives of a file, in order. Never throws; what looks like a directive and is none is `malformed`. */
export function directivesOf(comments: readonly Comment[], lines: Lines): readonly Directive[] {
  const directives: Directive[] = [];
  for (const comment of comments) {
    if (!looksLike.test(comment.text)) continue;
    const body = comment.text.replace(/^(?:--|#|\/\*)|\*\/$/g, '');
    directives.push({ span: comment.span, line: lines.position(comment.span.start).line, ...read(body.trim()) });
  }
  return directives;
}

type WithoutPlace<T> = T extends unknown ? Omit<T, 'span' | 'line'> : never;

function read(text: string): WithoutPlace<Directive> {
  if (/^lockstep-ignore(?![\w-])/.test(text)) return readIgnore(text.slice('lockstep-ignore'.length));
  if (!text.startsWith('lockstep:'))
    return { kind: 'malformed', message: 'write `lockstep-ignore <rule>: <reason>` or `lockstep: <directive>`' };
  const [word = '', rest = ''] = split(text.slice('lockstep:'.length).trim());
  switch (word) {
    case 'backfill': {
      const equals = rest.indexOf('=');
      if (equals <= 0 || rest.slice(equals + 1).trim() === '')
        return { kind: 'malformed', message: 'write `lockstep: backfill <table>.<column> = <expression>`' };
      return { kind: 'backfill', target: rest.slice(0, equals).trim(), expression: rest.slice(equals + 1).trim() };
    }
    case 'no-transaction':
      return { kind: 'no-transaction' };
    case 'pending': {
      const [plan = '', stages = ''] = split(rest);
      const names = list(stages);
      if (!plan || names.length === 0) return { kind: 'malformed', message: 'write `lockstep: pending <plan> <stage>, <stage>`' };
      return { kind: 'pending', plan, stages: names };
    }
    case 'stage': {
      const [plan = '', stage = ''] = split(rest);
      if (!plan || !stage) return { kind: 'malformed', message: 'write `lockstep: stage <plan> <stage>`' };
      return { kind: 'stage', plan, stage };
    }
    default:
      return {
        kind: 'malformed',
        message: `there is no directive \`${word.slice(0, 40)}\`; there are backfill, no-transaction, pending and stage`,
      };
  }
}

function readIgnore(text: string): WithoutPlace<Directive> {
  const colon = text.indexOf(':');
  const rules = list(colon === -1 ? text : text.slice(0, colon));
  if (rules.length === 0 || !rules.every((rule) => ruleId.test(rule))) {
    return { kind: 'malformed', message: 'name the rules: `lockstep-ignore <rule>: <reason>`' };
  }
  const reason = colon === -1 ? '' : text.slice(colon + 1).trim();
  // Nobody can question a reason that cannot be seen.
  return { kind: 'ignore', rules, reason: /[\p{L}\p{N}]/u.test(reason) ? reason : '' };
}

/** The first word and the rest. */
function split(text: string): readonly [string, string] {
  const space = text.search(/\s/);
  return space === -1 ? [text, ''] : [text.slice(0, space), text.slice(space).trim()];
}

function list(text: string): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** For callers that have a text and no index of it yet. */
export function directivesIn(text: string, comments: readonly Comment[]): readonly Directive[] {
  return directivesOf(comments, linesOf(text));
}
