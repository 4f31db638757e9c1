import type { Span } from '../../text/span.ts';
import type { Bindings } from './bindings.ts';
import { type Call, type Chain, calleeText, chainOf, isMember } from './chain.ts';
import type { Way } from './directions.ts';
import { bare, below, boundNames, child, isFunction, keyName, list, type Node } from './node.ts';
import { placedAt, type Text, textOf, type Untold } from './text.ts';
import { bound, taggedText } from './values.ts';

/** SQL that a migration sends. */
export interface Query {
  readonly text: Text;
  /** The expression that stands for it. */
  readonly argument: Span;
  /** The call that sends it. */
  readonly call: Span;
  /** The statement of the program that holds nothing but the call. */
  readonly statement?: Span;
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

/** Methods whose first argument is SQL. */
const sends = new Set(['raw', 'query', 'addSql', 'sql', 'execute', 'unsafe']);

/** What they do to the transaction, as TypeORM's query runner and Sequelize's transactions name it. */
const transactions: Readonly<Record<string, string>> = {
  startTransaction: 'BEGIN',
  commitTransaction: 'COMMIT',
  rollbackTransaction: 'ROLLBACK',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
};

/** Methods that give the handle itself, or one like it. */
const aliases = new Set(['transaction', 'getQueryInterface', 'getKnex']);

/** Methods that change nothing: they read the catalog, or say how the migration is run. */
const harmless =
  /^(?:has(?:Table|Column|Index|Schema)|get(?:Table|Tables|View|Schemas|Dialect|QueryInterface|CurrentDatabase|CurrentSchema)|describeTable|showAllTables|showIndex|tableExists|then|catch|finally|log|info|toString|noTransaction|isTransactional|getDriver|escape|escapeName|escapePath|quote(?:Identifier|Table)?|transaction|ref|id|table|lit|literal)$/;

/**
 * Follows what a migration does with its database. Every use of a handle is SQL that is read, something that is known to change nothing, or unread: nothing passes.
 * @param source the program
 */
export function usesOf(way: Way, source: string, bindings: Bindings): Uses {
  const queries: Query[] = [];
  const unread: Unread[] = [];
  const handles = new Set(way.handles);
  const isHandle = (node: Node): boolean =>
    node.type === 'Identifier' ? handles.has(String(node.name)) : way.self && (node.type === 'ThisExpression' || node.type === 'Super');
  /** A handle, or a property of one: `queryRunner.manager`. */
  const leads = (node: Node): boolean => {
    const { root, calls } = chainOf(node);
    return calls.length === 0 && isHandle(root);
  };
  const text = (node: Node): Text | Untold => {
    const own = bare(node);
    const constant = own.type === 'Identifier' ? bindings.constant(String(own.name)) : undefined;
    return taggedText(constant ?? own, source, bindings.constant) ?? textOf(own, source, bindings.constant);
  };
  const untold = (call: Call, { untold: node }: Untold): void => {
    const shown = source.slice(node.start, node.end).replace(/\s+/g, ' ');
    const what = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
    unread.push({
      span: call.node,
      reason: `\`${calleeText(call.callee, source)}\` sends SQL with \`${what}\` in it, which only a run would tell`,
    });
  };
  const build = (chain: Node, call: Call): void => {
    unread.push({ span: chain, reason: `\`${calleeText(call.callee, source)}\` makes its SQL when the migration runs` });
  };

  const send = (call: Call, argument: Node, statement: Span | undefined): void => {
    const [, values] = call.arguments;
    const found = text(argument);
    const put = 'untold' in found ? found : bound(found, call.method, [argument, values], source, bindings.constant);
    if ('untold' in put) untold(call, put);
    else queries.push({ text: put, argument, call: call.node, ...(statement && values === undefined && { statement }) });
  };

  /** Reads a chain that begins with a handle. */
  const read = (node: Node, { calls }: Chain, statement: Span | undefined): void => {
    for (const call of calls) {
      const { method, arguments: given } = call;
      const [first] = given;
      const control = method === undefined ? undefined : transactions[method];
      if (method !== undefined && sends.has(method) && first !== undefined && !isFunction(first)) {
        send(call, first, calls.length === 1 ? statement : undefined);
        for (const each of given.slice(1)) visitOption(each);
      } else if (control !== undefined && given.length === 0) {
        const { start, end } = call.node;
        queries.push({ text: placedAt(control, start), argument: { start, end }, call: { start, end } });
      } else if (method !== undefined && harmless.test(method)) {
        for (const each of given) {
          if (method === 'transaction' && isFunction(each)) for (const name of boundNames(list(each, 'params')[0])) handles.add(name);
          visit(each);
        }
      } else {
        build(node, call);
        return;
      }
    }
  };

  /** Handles among the options of what sends SQL: `{ transaction: t }`. */
  const visitOption = (node: Node): void => {
    if (node.type === 'ObjectExpression') for (const each of list(node, 'properties')) visitOption(child(each, 'value') ?? each);
    else if (!leads(node)) visit(node);
  };

  const call = (node: Node, statement: Span | undefined): void => {
    const chain = chainOf(node);
    const { root, calls } = chain;
    const last = calls.at(-1);
    if (isHandle(root)) {
      read(node, chain, statement);
      return;
    }
    // sql`…`.execute(db), sql.raw('…').execute(db)
    if (last?.method === 'execute' && last.arguments.some(leads)) {
      const sent = bare(child(last.callee, 'object') as Node);
      const found = text(sent);
      if ('untold' in found) untold(last, found);
      else queries.push({ text: found, argument: sent, call: node, ...(statement && { statement }) });
      return;
    }
    for (const each of calls) {
      if (each.arguments.some((argument) => leads(argument) || isSpreadHandle(argument))) {
        unread.push({ span: node, reason: `\`${calleeText(each.callee, source)}\` gets the database and is not followed` });
        return;
      }
      if (each.method !== undefined && /^(?:query|execute|raw|unsafe)$/.test(each.method) && !isBuilderOfSql(root)) {
        unread.push({ span: node, reason: `\`${calleeText(each.callee, source)}\` may send SQL by another way than the migration's own` });
        return;
      }
    }
    for (const argument of calls.flatMap((each) => each.arguments)) visit(argument);
    if (!isMember(root) && root.type !== 'Identifier') visit(root);
  };
  const isSpreadHandle = (node: Node): boolean => node.type === 'SpreadElement' && leads(child(node, 'argument') as Node);

  const visit = (node: Node, statement?: Span): void => {
    if (!isDone(node, statement)) for (const each of childrenOf(node)) visit(each);
  };
  /** Takes in what a node does itself. @returns whether that is all of it */
  const isDone = (node: Node, statement: Span | undefined): boolean => {
    switch (node.type) {
      case 'ExpressionStatement':
        visit(child(node, 'expression') as Node, { start: node.start, end: node.end });
        return true;
      case 'AwaitExpression':
        visit(child(node, 'argument') as Node, statement);
        return true;
      case 'CallExpression':
      case 'OptionalCallExpression':
        call(node, statement);
        return true;
      case 'TaggedTemplateExpression': {
        const tag = child(node, 'tag') as Node;
        if (!isHandle(chainOf(tag).root)) return false;
        const found = taggedText(node, source, bindings.constant);
        const sent: Call = { node, callee: tag, method: undefined, arguments: [] };
        if (found === undefined) build(node, sent);
        else if ('untold' in found) untold(sent, found);
        else queries.push({ text: found, argument: child(node, 'quasi') as Node, call: node, ...(statement && { statement }) });
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
      case 'OptionalMemberExpression': {
        const { root, calls } = chainOf(node);
        if (calls.length > 0 || !isHandle(root)) return false;
        if (keyName(node, 'property') === undefined) unread.push({ span: node, reason: `\`${calleeText(node, source)}\` may be anything` });
        return true;
      }
      case 'Identifier':
        if (isHandle(node)) unread.push({ span: node, reason: `\`${String(node.name)}\` is handed on here and is not followed` });
        return true;
      default:
        return node.type.startsWith('TS') && bare(node) === node;
    }
  };

  if (!isFunction(way.node)) unread.push({ span: way.node, reason: 'the function that runs is not in this file, or not written out' });
  else visit(child(way.node, 'body') as Node);
  return { queries, unread };
}

/** What is not run but names something is left out. */
function childrenOf(node: Node): readonly Node[] {
  const names = new Set<unknown>();
  if (/^(?:ObjectProperty|ObjectMethod|ClassMethod|ClassProperty)$/.test(node.type) && node.computed !== true) names.add(node.key);
  if (isMember(node) && node.computed !== true) names.add(node.property);
  if (isFunction(node)) for (const each of list(node, 'params')) names.add(each);
  names.add(node.typeAnnotation).add(node.returnType).add(node.typeParameters).add(node.label);
  return below(node).filter((each) => !names.has(each));
}

/** `sql.raw('…')`, `Sequelize.literal`: makers of SQL, which do not send it. */
function isBuilderOfSql(root: Node): boolean {
  return root.type === 'Identifier' && /^(?:sql|Sequelize|sequelize|Prisma)$/.test(String(root.name));
}
