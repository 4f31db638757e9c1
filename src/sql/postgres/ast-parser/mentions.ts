import type { Expr, ExprBinary, ExprCall, Name, QNameAliased, SelectStatement, Statement } from 'pgsql-ast-parser';
import type { QualifiedName } from '../../../operation/name.ts';
import { collector, type Mentions, type Scope, withClause, within } from '../../scope.ts';
import { isSystem } from '../mentions.ts';
import { markAt } from '../source.ts';
import { type Feed, keyword, refuse, tokenOf } from './feed.ts';
import { aliasedName, behindName, columnNameAt, functionName, nameAt, nameOf, qualifiedName } from './name.ts';
import { operatorToken } from './precedence.ts';

export type Query = SelectStatement;

export function isQuery(node: Expr | Statement): node is Query {
  return /^(?:select|union|union all|values|with|with recursive)$/.test(node.type);
}

/** Nodes are read by their fields here and not by their types: a name may stand anywhere. */
type Fields = { readonly [key: string]: unknown };

const scoped: ReadonlySet<unknown> = new Set(['select', 'insert', 'update', 'delete']);

/** Collects what a tree mentions. */
export function mentionsOf(source: Feed, root: unknown): Mentions<Statement> {
  const found = collector<Statement>(isSystem);

  const column = (node: Fields, scope: Scope): void => {
    const table = node.table as QNameAliased | undefined;
    const at = tokenOf(source, table ?? node);
    const name = node.name as string;
    if (name === '*') found.column(table === undefined ? ['*'] : [qualifiedName(source, table).name, '*'], scope);
    else if (table === undefined) found.column([columnNameAt(source, at, name)], scope);
    else found.column([qualifiedName(source, table).name, nameAt(source, at + (table.schema === undefined ? 2 : 4), name)], scope);
  };

  /** FROM's items are entered before anything else of the query is looked at. */
  const enter = (from: unknown, scope: Scope): void => {
    for (const item of [from].flat() as (Fields | undefined)[]) {
      const table = item?.type === 'table' ? (item.name as QNameAliased) : undefined;
      if (table !== undefined) {
        const { table: name, alias } = aliasedName(source, table);
        found.relation(name, alias, scope, tokenOf(source, table));
      }
      const shared = (item?.join as Fields | undefined)?.using as { name: string }[] | undefined;
      for (const { name } of shared ?? []) found.joined(name, scope);
    }
  };

  const withQueries = (node: Fields, scope: Scope): void => {
    const recursive = node.type === 'with recursive';
    const bound = (recursive ? [{ alias: node.alias, statement: node.bind }] : node.bind) as { alias: Name; statement: Statement }[];
    const names = bound.map(({ alias }) => nameOf(source, alias));
    const { query, body } = withClause(names, recursive, scope);
    for (const [place, { statement }] of bound.entries()) {
      if (/^(?:insert|update|delete)$/.test(statement.type)) found.write(statement);
      visit(statement, query(place));
    }
    visit(node.in, { ...scope, queries: body });
  };

  const visit = (value: unknown, scope: Scope): void => {
    if (Array.isArray(value)) for (const each of value) visit(each, scope);
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return;
    const node = value as Fields;
    if (node.type === 'with' || node.type === 'with recursive') {
      withQueries(node, scope);
      return;
    }
    if (node.type === 'ref') {
      column(node, scope);
      return;
    }
    if (node.alias !== undefined && (node.expr as Fields | undefined)?.name === '*') refuse('an alias of *', source, tokenOf(source, node));
    const called = functionOf(source, node);
    if (called !== undefined) found.call(called.name, called.at);
    if (node.type === 'select' && node.for !== undefined) found.lock();
    let inner = scope;
    if (scoped.has(node.type)) {
      inner = within(scope, scope.queries);
      // DELETE's `from` is its target.
      if (node.type !== 'delete') enter(node.from, inner);
    }
    for (const [field, part] of Object.entries(node)) {
      // `count(*)` reads no column.
      const star = field === 'args' && (part as Expr[]).length === 1 && isStar((part as Expr[])[0]);
      if (field !== '_location' && field !== 'function' && !star) visit(part, inner);
    }
  };

  visit(root, within());
  return found.mentions();
}

/** Names that the parser calls functions and PostgreSQL's grammar does not. */
const notFunctions: ReadonlySet<string> = new Set(
  'all any coalesce current_time current_timestamp exists greatest least localtime localtimestamp nullif row some'.split(' '),
);

/** The function that a node calls, and the token that calls it. */
function functionOf(source: Feed, node: Fields): { readonly name: QualifiedName; readonly at: number } | undefined {
  const system = (name: string, at: number) => ({ name: { schema: 'pg_catalog', name }, at });
  switch (node.type) {
    case 'call': {
      const named = node.function as QNameAliased;
      const at = tokenOf(source, named);
      if (named.schema === undefined && notFunctions.has(keyword(source, at))) return undefined;
      checkArguments(source, node as unknown as ExprCall);
      return { name: functionName(source, named), at };
    }
    case 'extract':
    case 'overlay':
    case 'substring':
      return system(node.type, tokenOf(source, node));
    case 'binary':
      return node.op === 'AT TIME ZONE' ? system('timezone', operatorToken(source, node as unknown as ExprBinary)) : undefined;
    default:
      return undefined;
  }
}

/** A query as an argument has parentheses of its own; the parser does without. */
export function checkArguments(source: Feed, { function: called, args }: ExprCall): void {
  const open = behindName(source, called).from;
  for (const arg of args) {
    const at = tokenOf(source, arg);
    const own = markAt(source, at) === '(' ? at : at - 1;
    if (isQuery(arg) && (own === open || markAt(source, own) !== '(')) refuse('a query as an argument', source, at);
  }
}

/** The parser's argument of `count(*)`. */
export function isStar(node: Expr | undefined): boolean {
  return node?.type === 'ref' && node.name === '*' && node.table === undefined;
}
