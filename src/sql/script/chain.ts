import { bare, child, keyName, list, type Node } from './node.ts';

/** `knex.schema.raw('…').then(…)`: what a chain of members and calls begins with, and what is called on the way. */
export interface Chain {
  readonly root: Node;
  /** Innermost first. */
  readonly calls: readonly Call[];
}

export interface Call {
  readonly node: Node;
  /** The method; undefined where the root itself is called, or a computed member. */
  readonly method: string | undefined;
  /** As the author wrote it, up to the arguments. */
  readonly callee: Node;
  readonly arguments: readonly Node[];
}

export function chainOf(expression: Node): Chain {
  const calls: Call[] = [];
  let at = bare(expression);
  for (;;) {
    if (isCall(at)) {
      const callee = bare(child(at, 'callee') as Node);
      calls.push({
        node: at,
        callee,
        method: isMember(callee) ? keyName(callee, 'property') : undefined,
        arguments: list(at, 'arguments'),
      });
      at = callee;
    } else if (isMember(at)) at = bare(child(at, 'object') as Node);
    else return { root: at, calls: calls.reverse() };
  }
}

function isCall({ type }: Node): boolean {
  return type === 'CallExpression' || type === 'OptionalCallExpression';
}

export function isMember({ type }: Node): boolean {
  return type === 'MemberExpression' || type === 'OptionalMemberExpression';
}

/** `?.` and line breaks left out, and what stands in the parentheses of calls. */
export function calleeText(callee: Node, source: string): string {
  const node = bare(callee);
  if (isMember(node)) {
    const name = keyName(node, 'property');
    return `${calleeText(child(node, 'object') as Node, source)}${name === undefined ? '[…]' : `.${name}`}`;
  }
  if (isCall(node)) return `${calleeText(child(node, 'callee') as Node, source)}(…)`;
  const text = source.slice(node.start, node.end).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
