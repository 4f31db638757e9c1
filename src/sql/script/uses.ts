import type { QueryPlace } from '../../migration/migration.ts';
import { type Call, type Chain, calleeText, chainOf, isMember } from './chain.ts';
import type { Way } from './directions.ts';
import { loopOf } from './loops.ts';
import { aliases, harmless, isBuilderOfSql, maySend, sends, transactions } from './methods.ts';
import { bare, boundNames, child, childrenOf, isFunction, isNode, keyName, list, type Node } from './node.ts';
import { allOf, goesOn, placeOf, type Standing, spanOf, standingIn, standings } from './places.ts';
import { takenDown, type Uses } from './taken-down.ts';
import { placedAt, type Scope } from './text.ts';
import { taggedText } from './values.ts';

/**
 * Follows what a migration does with its database. Every use of a handle is SQL that is read, something that is known to change nothing, or unread: nothing passes.
 * @param scope the program
 */
export function usesOf(way: Way, scope: Scope): Uses {
  const { source } = scope;
  const { queries, unread, textOf, untold, built, send } = takenDown(scope);
  const handles = new Set(way.handles);
  /** The function around what is looked at; `ends`: what it returns is only waited for. */
  let around = { isAsync: false, ends: false };
  const isHandle = (node: Node): boolean =>
    node.type === 'Identifier' ? handles.has(String(node.name)) : way.self && (node.type === 'ThisExpression' || node.type === 'Super');
  /** A handle, or a property of one: `queryRunner.manager`. */
  const leads = (node: Node): boolean => {
    const { root, calls } = chainOf(node);
    return calls.length === 0 && isHandle(root);
  };
  /** Reads a chain that begins with a handle. */
  const read = (node: Node, { calls }: Chain, standing: Standing | undefined): void => {
    for (const [i, call] of calls.entries()) {
      const { method, arguments: given } = call;
      const [first] = given;
      const next = calls[i + 1];
      const control = method === undefined ? undefined : transactions.get(method);
      if (method !== undefined && sends.has(method) && first !== undefined && !isFunction(first)) {
        const isFollowed = i === 0 && next !== undefined && goesOn(next.method, next.arguments);
        send(call, first, calls.length === 1 ? standing : isFollowed ? 'promise' : undefined);
        for (const each of given.slice(1)) visitOption(each);
      } else if (control !== undefined && given.length === 0) {
        const { start, end } = call.node;
        queries.push({ text: placedAt(control, start), argument: { start, end }, call: { start, end } });
      } else if (method !== undefined && harmless.test(method)) {
        const ends = standing !== undefined && calls.slice(i + 1).every((each) => goesOn(each.method, each.arguments));
        for (const each of given) {
          if (method === 'transaction' && isFunction(each)) for (const name of boundNames(list(each, 'params')[0])) handles.add(name);
          if (isFunction(each)) inside(each, ends);
          else visit(each);
        }
      } else {
        built(node, call);
        return;
      }
    }
  };

  /** Handles among the options of what sends SQL: `{ transaction: t }`. */
  const visitOption = (node: Node): void => {
    if (node.type === 'ObjectExpression') for (const each of list(node, 'properties')) visitOption(child(each, 'value') ?? each);
    else if (!leads(node)) visit(node);
  };

  const call = (node: Node, standing: Standing | undefined): void => {
    const chain = chainOf(node);
    const { root, calls } = chain;
    const last = calls.at(-1);
    if (isHandle(root)) {
      read(node, chain, standing);
      return;
    }
    // sql`…`.execute(db), sql.raw('…').execute(db)
    if (last?.method === 'execute' && last.arguments.some(leads)) {
      const sent = bare(child(last.callee, 'object') as Node);
      const found = textOf(sent);
      const place = placeOf(standing, node, true);
      if ('untold' in found) untold(last, found);
      else queries.push({ text: found, argument: sent, call: node, ...(place && { place }) });
      return;
    }
    for (const each of calls) {
      if (each.arguments.some((argument) => leads(argument) || isSpreadHandle(argument))) {
        unread.push({ span: node, reason: `\`${calleeText(each.callee, source)}\` gets the database and is not followed` });
        return;
      }
      if (each.method !== undefined && maySend.test(each.method) && !isBuilderOfSql(root)) {
        unread.push({ span: node, reason: `\`${calleeText(each.callee, source)}\` may send SQL by another way than the migration's own` });
        return;
      }
    }
    for (const argument of calls.flatMap((each) => each.arguments)) visit(argument);
    if (!isMember(root) && root.type !== 'Identifier') visit(root);
  };
  const isSpreadHandle = (node: Node): boolean => node.type === 'SpreadElement' && leads(child(node, 'argument') as Node);

  /** `await Promise.all([…]);`: where every element sends one text, what they send may as well be sent one after the other. */
  const all = (elements: readonly Node[], { span }: QueryPlace): void => {
    const before = [queries.length, unread.length] as const;
    for (const each of elements) visit(each, { span, kind: 'all' });
    const own = queries.slice(before[0]);
    if (own.length === elements.length && unread.length === before[1] && own.every(({ place }) => place?.span === span)) return;
    queries.length = before[0];
    unread.length = before[1];
    for (const each of elements) visit(each);
  };

  const loop = (node: Node): boolean => {
    const found = loopOf(node, scope);
    if (found === undefined || !isHandle(found.root) || !sends.has(found.call.method ?? '')) return false;
    for (const element of found.elements) send({ ...found.call, node: element }, element, { span: spanOf(element), kind: 'element' });
    return true;
  };

  const visit = (node: Node, standing?: Standing): void => {
    if (!isDone(node, standing)) for (const each of childrenOf(node)) visit(each);
  };
  /** Takes in what a node does itself. @returns whether that is all of it */
  const isDone = (node: Node, standing: Standing | undefined): boolean => {
    switch (node.type) {
      case 'BlockStatement':
      case 'SwitchCase':
        if (node.type === 'SwitchCase' && isNode(node.test)) visit(node.test);
        for (const [each, own] of standings(node, around)) {
          const elements = typeof own === 'object' && own.kind === 'statement' ? allOf(each) : undefined;
          if (elements !== undefined) all(elements, own as QueryPlace);
          else visit(each, own);
        }
        return true;
      case 'ReturnStatement': {
        const own = standingIn(node, around, false);
        if (own !== undefined) visit(...own);
        return true;
      }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
        inside(node, false);
        return true;
      case 'ForOfStatement':
        return loop(node);
      case 'AwaitExpression':
        visit(child(node, 'argument') as Node, standing);
        return true;
      case 'CallExpression':
      case 'OptionalCallExpression':
        call(node, standing);
        return true;
      case 'TaggedTemplateExpression': {
        const tag = child(node, 'tag') as Node;
        if (!isHandle(chainOf(tag).root)) return false;
        const found = taggedText(node, scope);
        const sent: Call = { node, callee: tag, method: undefined, arguments: [] };
        const place = placeOf(standing, node, true);
        if (found === undefined) built(node, sent);
        else if ('untold' in found) untold(sent, found);
        else queries.push({ text: found, argument: child(node, 'quasi') as Node, call: node, ...(place && { place }) });
        return true;
      }
      case 'VariableDeclarator': {
        const init = child(node, 'init');
        if (init === undefined) return true;
        const { root, calls } = chainOf(init);
        const isAlias = isHandle(root) && calls.every(({ method }) => aliases.has(method ?? ''));
        if (isAlias) for (const name of boundNames(child(node, 'id'))) handles.add(name);
        if (!isAlias || calls.some((each) => each.arguments.length > 0)) visit(init);
        return true;
      }
      case 'AssignmentExpression': {
        const left = child(node, 'left') as Node;
        if (!isMember(left) || !isHandle(chainOf(left).root)) return false;
        unread.push({ span: node, reason: `\`${calleeText(left, source)}\` is set, so what it does is not known any more` });
        return true;
      }
      case 'MemberExpression':
      case 'OptionalMemberExpression':
        member(node);
        return true;
      case 'Identifier':
        if (isHandle(node)) unread.push({ span: node, reason: `\`${String(node.name)}\` is handed on here and is not followed` });
        return true;
      default:
        return node.type.startsWith('TS') && bare(node) === node;
    }
  };
  const inside = (node: Node, ends: boolean): void => {
    const outer = around;
    around = { isAsync: node.async === true && node.generator !== true, ends };
    if (node.computed === true) visit(child(node, 'key') as Node);
    const body = child(node, 'body') as Node;
    visit(body, body.type !== 'BlockStatement' && ends ? 'promise' : undefined);
    around = outer;
  };
  const member = (node: Node): void => {
    const { root, calls } = chainOf(node);
    if (calls.length === 0 && isHandle(root)) {
      if (keyName(node, 'property') === undefined) unread.push({ span: node, reason: `\`${calleeText(node, source)}\` may be anything` });
      return;
    }
    let at = node;
    for (; isMember(at); at = bare(child(at, 'object') as Node)) if (at.computed === true) visit(child(at, 'property') as Node);
    visit(at);
  };

  if (!isFunction(way.node)) unread.push({ span: way.node, reason: 'the function that runs is not in this file, or not written out' });
  else inside(way.node, true);
  return { queries, unread };
}
