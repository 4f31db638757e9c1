import { type Call, chainOf } from './chain.ts';
import { bare, boundNames, child, list, type Node } from './node.ts';
import { suitsAny } from './places.ts';
import type { Scope } from './text.ts';

/** A loop over a list that is written out, which does nothing but one call with what it has in hand. */
export interface Loop {
  readonly elements: readonly Node[];
  /** What the call begins with. */
  readonly root: Node;
  readonly call: Call;
}

/** `for (const sql of ['…', '…']) await knex.raw(sql);`: its call for every element. */
export function loopOf(node: Node, { constant }: Scope): Loop | undefined {
  const [declared] = list(child(node, 'left') as Node, 'declarations');
  const [name, ...others] = boundNames(declared && child(declared, 'id'));
  const given = bare(child(node, 'right') as Node);
  const array = given.type === 'Identifier' ? constant(String(given.name)) : given;
  const body = child(node, 'body') as Node;
  const [statement, ...more] = body.type === 'BlockStatement' ? list(body, 'body') : [body];
  if (array?.type !== 'ArrayExpression' || others.length > 0 || statement?.type !== 'ExpressionStatement' || more.length > 0)
    return undefined;
  const { root, calls } = chainOf(child(statement, 'expression') as Node);
  const [call, ...further] = calls;
  const [sent] = call?.arguments ?? [];
  const isSent = sent?.type === 'Identifier' && sent.name === name && name !== undefined;
  return call !== undefined && further.length === 0 && isSent && suitsAny(call)
    ? { elements: list(array, 'elements'), root, call }
    : undefined;
}
