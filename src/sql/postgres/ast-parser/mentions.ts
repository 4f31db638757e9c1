import type { Expr, Name, QNameAliased, SelectStatement, Statement } from 'pgsql-ast-parser';
import type { QualifiedName } from '../../../operation/name.ts';
import { isSystem, type Mentions } from '../mentions.ts';
import { type Feed, keyword, tokenOf } from './feed.ts';
import { nameAt, nameOf, qualifiedName } from './name.ts';

export type Query = SelectStatement;

export function isQuery(node: Expr | Statement): node is Query {
  return /^(?:select|union|union all|values|with|with recursive)$/.test(node.type);
}

/** What parts of a tree mention, in the sense of `../mentions.ts`; the writes in WITH are this parser's. */
export interface TreeMentions extends Omit<Mentions, 'writes'> {
  readonly writes: readonly Statement[];
}

interface Table {
  readonly table: QualifiedName;
  readonly columns: Set<string>;
}

/** The names that can be used at one place of a query. */
interface Scope {
  readonly parent: Scope | undefined;
  /** Names of WITH queries, which hide tables. */
  readonly queries: ReadonlySet<string>;
  /** FROM's tables by alias; a subquery or a function has no table. */
  readonly relations: Map<string, Table | undefined>;
}

/** Nodes are read by their fields here and not by their types: a name may stand anywhere. */
type Fields = { readonly [key: string]: unknown };

const scopes: ReadonlySet<unknown> = new Set(['select', 'insert', 'update', 'delete']);

/** Collects what a tree mentions. `target` is a table whose columns are in reach without being read by that: of UPDATE and DELETE. */
export function mentionsOf(source: Feed, root: unknown): TreeMentions {
  const tables = new Map<string, Table>();
  const calls = new Map<string, QualifiedName>();
  const writes: Statement[] = [];
  let locks = false;

  const relation = (node: QNameAliased, scope: Scope): void => {
    const table = qualifiedName(source, node);
    const alias = node.alias ?? table.name;
    if ((table.schema === undefined && scope.queries.has(table.name)) || isSystem(table)) {
      scope.relations.set(alias, undefined);
      return;
    }
    const entry = tables.get(key(table)) ?? { table, columns: new Set() };
    tables.set(key(table), entry);
    scope.relations.set(alias, entry);
  };

  const column = (path: readonly string[], scope: Scope): void => {
    const name = path[path.length - 1] ?? '*';
    const qualifier = path[path.length - 2];
    for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
      if (qualifier !== undefined) {
        if (!at.relations.has(qualifier)) continue;
        at.relations.get(qualifier)?.columns.add(name);
        return;
      }
      if (at.relations.has(name)) at.relations.get(name)?.columns.add('*');
      else for (const each of at.relations.values()) each?.columns.add(name);
      if (name === '*') return;
    }
  };

  const reference = (node: Fields, scope: Scope): void => {
    const table = node.table as QNameAliased | undefined;
    const name = (token: number): string => (node.name === '*' ? '*' : nameAt(source, token, node.name as string));
    if (table === undefined) column([name(tokenOf(source, node))], scope);
    else column([qualifiedName(source, table).name, name(tokenOf(source, table) + (table.schema === undefined ? 2 : 4))], scope);
  };

  /** FROM's items are entered before anything else of the query is looked at. */
  const enter = (from: unknown, scope: Scope): void => {
    for (const item of [from].flat() as (Fields | undefined)[]) {
      if (item?.type === 'table') relation(item.name as QNameAliased, scope);
      const shared = (item?.join as Fields | undefined)?.using as { name: string }[] | undefined;
      for (const { name } of shared ?? []) for (const each of scope.relations.values()) each?.columns.add(name);
    }
  };

  const withQueries = (node: Fields, scope: Scope): void => {
    const queries = new Set(scope.queries);
    const recursive = node.type === 'with recursive';
    const bound = recursive ? [{ alias: node.alias, statement: node.bind }] : (node.bind as Fields[]);
    for (const { alias, statement } of bound as { alias: Name; statement: Statement }[]) {
      const name = nameOf(source, alias);
      if (recursive) queries.add(name);
      if (/^(?:insert|update|delete)$/.test(statement.type)) writes.push(statement);
      visit(statement, { parent: undefined, queries: new Set(queries), relations: new Map() });
      queries.add(name);
    }
    visit(node.in, { ...scope, queries });
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
      reference(node, scope);
      return;
    }
    const called = functionOf(source, node);
    if (called !== undefined) calls.set(key(called), called);
    if (node.type === 'select' && node.for !== undefined) locks = true;
    let inner = scope;
    if (scopes.has(node.type)) {
      inner = { parent: scope, queries: scope.queries, relations: new Map() };
      // DELETE's `from` is its target.
      if (node.type !== 'delete') enter(node.from, inner);
    }
    for (const [field, part] of Object.entries(node)) {
      // `count(*)` reads no column.
      const star = field === 'args' && (part as Expr[]).length === 1 && isStar((part as Expr[])[0]);
      if (field !== '_location' && field !== 'function' && !star) visit(part, inner);
    }
  };

  visit(root, { parent: undefined, queries: new Set(), relations: new Map() });
  const found = [...tables.values()];
  return {
    tables: found.map((each) => each.table),
    columns: found.map((each) => ({ table: each.table, columns: [...each.columns] })),
    calls: [...calls.values()],
    writes,
    locks,
  };
}

/** Names that the parser calls functions and PostgreSQL's grammar does not. */
const notFunctions: ReadonlySet<string> = new Set(
  'all any coalesce current_time current_timestamp exists greatest least localtime localtimestamp nullif row some'.split(' '),
);

/** The function that a node calls. */
function functionOf(source: Feed, node: Fields): QualifiedName | undefined {
  switch (node.type) {
    case 'call': {
      const named = node.function as QNameAliased;
      if (named.schema === undefined && notFunctions.has(keyword(source, tokenOf(source, named)))) return undefined;
      return qualifiedName(source, named);
    }
    case 'extract':
    case 'overlay':
    case 'substring':
      return { schema: 'pg_catalog', name: node.type };
    case 'binary':
      return node.op === 'AT TIME ZONE' ? { schema: 'pg_catalog', name: 'timezone' } : undefined;
    default:
      return undefined;
  }
}

/** The parser's argument of `count(*)`. */
export function isStar(node: Expr | undefined): boolean {
  return node?.type === 'ref' && node.name === '*' && node.table === undefined;
}

function key(name: QualifiedName): string {
  return `${name.schema ?? ''}\t${name.name}`;
}
