import type { QueryPlace } from '../../migration/migration.ts';
import type { Span } from '../../text/span.ts';
import { type Call, calleeText } from './chain.ts';
import { bare, type Node } from './node.ts';
import { placeOf, type Standing, suitsAny } from './places.ts';
import { type Scope, type Text, textOf, type Untold } from './text.ts';
import { bound, taggedText } from './values.ts';

/** SQL that a migration sends. */
export interface Query {
  readonly text: Text;
  /** The expression that stands for it. */
  readonly argument: Span;
  /** The call that sends it. */
  readonly call: Span;
  readonly place?: QueryPlace;
}

/** What a migration does with its database that cannot be read. */
export interface Unread {
  readonly span: Span;
  /** Why, as the rule `dynamic-sql` words it. */
  readonly reason: string;
}

export interface Uses {
  /** In the order in which they run. */
  readonly queries: readonly Query[];
  readonly unread: readonly Unread[];
}

/** What is taken down of a program while it is followed. */
export interface TakenDown {
  readonly queries: Query[];
  readonly unread: Unread[];
  /** The SQL that an expression stands for. */
  textOf(node: Node): Text | Untold;
  /** A call that sends what cannot be told. */
  untold(call: Call, untold: Untold): void;
  /** A call that builds its SQL itself. */
  built(chain: Node, call: Call): void;
  /** A call that sends an expression. */
  send(call: Call, argument: Node, standing: Standing | undefined): void;
}

export function takenDown(scope: Scope): TakenDown {
  const { source } = scope;
  const queries: Query[] = [];
  const unread: Unread[] = [];
  const text = (node: Node): Text | Untold => {
    const own = bare(node);
    const constant = own.type === 'Identifier' ? scope.constant(String(own.name)) : undefined;
    return taggedText(constant ?? own, scope) ?? textOf(own, scope);
  };
  const untold = (call: Call, { untold: node, tooLong }: Untold): void => {
    const shown = source.slice(node.start, node.end).replace(/\s+/g, ' ');
    const what = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
    const why = tooLong ? 'which comes to more than is read of one program' : 'which only a run would tell';
    unread.push({ span: call.node, reason: `\`${calleeText(call.callee, source)}\` sends SQL with \`${what}\` in it, ${why}` });
  };
  const built = (chain: Node, call: Call): void => {
    unread.push({ span: chain, reason: `\`${calleeText(call.callee, source)}\` makes its SQL when the migration runs` });
  };

  const send = (call: Call, argument: Node, standing: Standing | undefined): void => {
    const [, values] = call.arguments;
    const found = text(argument);
    const put = 'untold' in found ? found : bound(found, call.method, [argument, values], scope);
    if ('untold' in put) {
      untold(call, put);
      return;
    }
    const place = suitsAny(call) ? placeOf(standing, call.node, call.method !== 'addSql' && call.method !== 'sql') : undefined;
    queries.push({ text: put, argument, call: call.node, ...(place && { place }) });
  };
  return { queries, unread, textOf: text, untold, built, send };
}
