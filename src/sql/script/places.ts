import type { QueryPlace } from '../../migration/migration.ts';
import type { Span } from '../../text/span.ts';
import type { Call } from './chain.ts';
import { bare, child, isFunction, keyName, list, type Node } from './node.ts';

/** What a query's call stands in, as far as it has been followed: `promise` is where the call itself is. */
export type Standing = QueryPlace | 'promise';

/** The function that a statement stands in. */
export interface Around {
  readonly isAsync: boolean;
  /** What it returns is only waited for. */
  readonly ends: boolean;
}

type Standings = readonly [expression: Node, standing: Standing | undefined];

/** The statements of a block, or of a case, each with what a call stands in that is all of it. */
export function standings(block: Node, around: Around): readonly Standings[] {
  return list(block, block.type === 'SwitchCase' ? 'consequent' : 'body').map(
    (statement) => standingIn(statement, around) ?? [statement, undefined],
  );
}

/** A statement that is one expression, with what a call is there; only in a block may others stand beside it. */
export function standingIn(statement: Node, { isAsync, ends }: Around, isInBlock = true): Standings | undefined {
  const span = spanOf(statement);
  if (statement.type === 'ExpressionStatement')
    return [child(statement, 'expression') as Node, isInBlock ? { span, kind: 'statement' } : undefined];
  const returned = statement.type === 'ReturnStatement' ? child(statement, 'argument') : undefined;
  return returned && [returned, ends ? { span, kind: isAsync && isInBlock ? 'last' : 'return' } : undefined];
}

/** The place of a call. @param isPromise what it gives is one */
export function placeOf(standing: Standing | undefined, call: Node, isPromise: boolean): QueryPlace | undefined {
  if (standing === 'promise') return isPromise ? { span: spanOf(call), kind: 'promise' } : undefined;
  if (standing === undefined || isPromise) return standing;
  return /^(?:statement|last|element)$/.test(standing.kind) ? standing : undefined;
}

/** The calls of `await Promise.all([…])`; undefined where it is something else. */
export function allOf(expression: Node): readonly Node[] | undefined {
  const node = bare(expression);
  const callee = child(node, 'callee');
  const [array, ...more] = list(node, 'arguments');
  if (node === expression || callee?.type !== 'MemberExpression' || more.length > 0 || array?.type !== 'ArrayExpression') return undefined;
  const object = child(callee, 'object');
  return object?.type === 'Identifier' && object.name === 'Promise' && keyName(callee, 'property') === 'all'
    ? list(array, 'elements')
    : undefined;
}

/** Whether what is sent beside the SQL suits any SQL: `{ transaction }`, and no values for its placeholders. */
export function suitsAny({ method, arguments: [, values, ...more] }: Call): boolean {
  const node = values && bare(values);
  if (more.length > 0) return false;
  if (node === undefined || (node.type === 'Identifier' && node.name === 'undefined')) return true;
  if (node.type === 'ArrayExpression') return list(node, 'elements').length === 0;
  return method === 'query' && isPlainOptions(node);
}

/** Options of Sequelize's `query` that put nothing into the SQL. https://sequelize.org/docs/v6/core-concepts/raw-queries/#replacements */
export function isPlainOptions(node: Node): boolean {
  return (
    node.type === 'ObjectExpression' &&
    list(node, 'properties').every(
      (each) => each.type !== 'SpreadElement' && !/^(?:replacements|bind)$/.test(keyName(each, 'key') ?? 'bind'),
    )
  );
}

/** `.then(() => …)`: what it goes on with does not depend on what was before. */
export function goesOn(method: string | undefined, given: readonly Node[]): boolean {
  const [then] = given;
  return method === 'then' && given.length === 1 && then !== undefined && isFunction(then) && list(then, 'params').length === 0;
}

/** Where a node stands. */
export function spanOf({ start, end }: Span): Span {
  return { start, end };
}
