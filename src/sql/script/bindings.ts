import { below, boundNames, child, isFunction, list, type Node } from './node.ts';
import type { Scope } from './text.ts';

/** What the names of a program stand for, where they stand for one thing only. */
export interface Bindings {
  /** The literal of a constant. */
  readonly constant: Scope['constant'];
  /** A function that is declared, or is a constant. */
  function(name: string): Node | undefined;
}

/** Every name that is bound anywhere in a program: one that is bound twice, or can change, stands for nothing that is known. */
export function bindingsOf(program: Node): Bindings {
  const counts = new Map<string, number>();
  const constants = new Map<string, Node>();
  const functions = new Map<string, Node>();
  const count = (names: readonly string[]): void => {
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  const pending: Node[] = [program];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.type === 'VariableDeclaration') {
      for (const each of list(node, 'declarations')) {
        const [id, init] = [child(each, 'id'), child(each, 'init')];
        count(boundNames(id));
        if (node.kind !== 'const' || id?.type !== 'Identifier' || init === undefined) continue;
        (isFunction(init) ? functions : constants).set(String(id.name), init);
      }
    } else if (isFunction(node)) {
      count(list(node, 'params').flatMap(boundNames));
      const id = child(node, 'id');
      count(boundNames(id));
      if (node.type === 'FunctionDeclaration' && id !== undefined) functions.set(String(id.name), node);
    } else if (/^(?:Import(?:Default|Namespace)?Specifier)$/.test(node.type)) count(boundNames(child(node, 'local')));
    else if (/^(?:ClassDeclaration|ClassExpression|TSEnumDeclaration)$/.test(node.type)) count(boundNames(child(node, 'id')));
    else if (node.type === 'CatchClause') count(boundNames(child(node, 'param')));
    pending.push(...below(node));
  }
  const once =
    (known: ReadonlyMap<string, Node>) =>
    (name: string): Node | undefined =>
      counts.get(name) === 1 ? known.get(name) : undefined;
  return { constant: once(constants), function: once(functions) };
}
