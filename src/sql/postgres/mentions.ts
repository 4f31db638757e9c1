import type { Node } from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';
import { nameOf, tableName } from './ast.ts';

/** What a query mentions. */
export interface Mentions {
  /** Tables and views that it reads, each once; a write's target is not among them, and the system catalogs are not: reading them keeps nobody waiting. */
  readonly tables: readonly QualifiedName[];
  /** The same, with the columns read, `*` where all are. A name without its table counts for every table in reach: only one of them can have it. */
  readonly columns: readonly { readonly table: QualifiedName; readonly columns: readonly string[] }[];
  /** Functions called. */
  readonly calls: readonly QualifiedName[];
  /** Data-changing statements in WITH, outermost first. */
  readonly writes: readonly Node[];
  /** FOR UPDATE and its kin. */
  readonly locks: boolean;
}

interface Table {
  readonly table: QualifiedName;
  readonly columns: Set<string>;
}

/** The names of WITH queries, which hide tables: those of one clause, up to a place in it. */
interface Queries {
  readonly parent: Queries | undefined;
  readonly places: ReadonlyMap<string, number>;
  readonly upTo: number;
}

/** The names that can be used at one place of a query. */
interface Scope {
  readonly parent: Scope | undefined;
  readonly queries: Queries | undefined;
  /** FROM's tables by alias; a subquery or a function has no table. */
  readonly relations: Map<string, Table | undefined>;
}

type Fields = Readonly<Record<string, unknown>>;

/** A query over more tables than this is taken to read every column: else names times tables would be kept. */
const manyTables = 100;

const writing = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];

/** Collects what a part of the parser's tree mentions. Depth costs no stack: the tree of a long UNION is as deep as it is long. */
export function mentionsOf(root: unknown): Mentions {
  const tables = new Map<string, Table>();
  const calls = new Map<string, QualifiedName>();
  const writes: Node[] = [];
  let locks = false;
  const todo: { readonly value: unknown; readonly scope: Scope }[] = [];
  const none: Scope = { parent: undefined, queries: undefined, relations: new Map() };
  const add = (value: unknown, scope: Scope): void => {
    if (typeof value === 'object' && value !== null) todo.push({ value, scope });
  };

  const relation = (fields: Fields, scope: Scope): void => {
    const table = tableName(fields);
    const hidden = table.schema === undefined && isHidden(table.name, scope.queries);
    const alias = (fields.alias as { aliasname?: string } | undefined)?.aliasname ?? table.name;
    if (hidden || isSystem(table)) {
      scope.relations.set(alias, undefined);
      return;
    }
    const key = `${table.schema ?? ''}\t${table.name}`;
    const entry = tables.get(key) ?? { table, columns: new Set() };
    tables.set(key, entry);
    scope.relations.set(alias, entry);
  };

  /** Enters FROM's tables before anything else of the SELECT is looked at. */
  const relations = (from: unknown, scope: Scope): void => {
    const open: unknown[] = [from];
    while (open.length > 0) {
      const value = open.pop();
      if (Array.isArray(value)) {
        open.push(...value.toReversed());
        continue;
      }
      const node = value as Record<string, Fields | undefined> | undefined;
      if (node?.RangeVar) relation(node.RangeVar, scope);
      const join = node?.JoinExpr;
      if (join) open.push(join.rarg, join.larg);
    }
  };

  const column = (fields: readonly Node[], scope: Scope): void => {
    const path = fields.map((field) => ('String' in field ? (field.String.sval ?? '') : '*'));
    const name = path[path.length - 1] ?? '*';
    const qualifier = path[path.length - 2];
    for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
      if (qualifier !== undefined) {
        if (!at.relations.has(qualifier)) continue;
        at.relations.get(qualifier)?.columns.add(name);
        return;
      }
      // `SELECT t FROM t` reads whole rows.
      if (at.relations.has(name)) at.relations.get(name)?.columns.add('*');
      else if (at.relations.size <= manyTables) for (const each of at.relations.values()) each?.columns.add(name);
      if (name === '*') return;
    }
  };

  const visit = (value: object, scope: Scope): void => {
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) add(value[i], scope);
      return;
    }
    let inner = scope;
    const fields = value as Fields;
    if (
      'fromClause' in fields ||
      'withClause' in fields ||
      'usingClause' in fields ||
      'targetList' in fields ||
      'lockingClause' in fields
    ) {
      inner = { parent: scope, queries: scope.queries, relations: new Map() };
      const clause = fields.withClause as { recursive?: boolean; ctes?: { CommonTableExpr?: Fields }[] } | undefined;
      if (clause !== undefined) {
        const all = (clause.ctes ?? []).map((each) => each.CommonTableExpr ?? {});
        const places = new Map(all.map((each, place) => [each.ctename as string, place]));
        const upTo = (place: number): Queries => ({ parent: scope.queries, places, upTo: place });
        for (const [place, each] of all.entries()) {
          const query = each.ctequery as Node | undefined;
          if (query !== undefined && writing.some((name) => name in query)) writes.push(query);
          add(query, { parent: undefined, queries: upTo(clause.recursive ? all.length : place), relations: new Map() });
        }
        inner = { parent: scope, queries: upTo(all.length), relations: new Map() };
      }
      if (fields.lockingClause) locks = true;
      // `UPDATE t … FROM`: the target's columns are in reach, and it is not read by that.
      relations(fields.fromClause ?? fields.usingClause, inner);
      if (inner.relations.size > manyTables) for (const each of inner.relations.values()) each?.columns.add('*');
    }
    const call = fields.FuncCall as { funcname?: Node[] } | undefined;
    if (call !== undefined) {
      const name = nameOf(call.funcname);
      calls.set(`${name.schema ?? ''}\t${name.name}`, name);
    }
    const reference = fields.ColumnRef as { fields?: Node[] } | undefined;
    if (reference !== undefined) {
      column(reference.fields ?? [], scope);
      return;
    }
    const join = fields.JoinExpr as { isNatural?: boolean; usingClause?: Node[] } | undefined;
    if (join !== undefined) {
      const shared = join.isNatural ? ['*'] : (join.usingClause ?? []).map((each) => ('String' in each ? (each.String.sval ?? '') : ''));
      for (const each of scope.relations.values()) for (const name of shared) each?.columns.add(name);
      for (const key of ['larg', 'rarg', 'quals']) add((join as Fields)[key], scope);
      return;
    }
    if ('RangeVar' in fields) {
      // A FROM item has been entered already; a table elsewhere (MERGE's source) has not.
      const table = fields.RangeVar as Fields;
      const alias = (table.alias as { aliasname?: string } | undefined)?.aliasname ?? (table.relname as string);
      if (!scope.relations.has(alias)) relation(table, scope);
      return;
    }
    for (const key in fields) {
      if (key !== 'withClause' && key !== 'lockingClause') add(fields[key], inner);
    }
  };

  add(root, none);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) visit(next.value as object, next.scope);
  const found = [...tables.values()];
  return {
    tables: found.map((each) => each.table),
    columns: found.map((each) => ({ table: each.table, columns: [...each.columns] })),
    calls: [...calls.values()],
    writes,
    locks,
  };
}

function isHidden(name: string, queries: Queries | undefined): boolean {
  for (let at = queries; at !== undefined; at = at.parent) {
    if ((at.places.get(name) ?? at.upTo) < at.upTo) return true;
  }
  return false;
}

/** An unqualified `pg_…` name of a relation is the catalog's: the catalog comes first in every search path. */
export function isSystem(table: QualifiedName): boolean {
  if (table.schema === undefined) return table.name.startsWith('pg_');
  return table.schema === 'pg_catalog' || table.schema === 'information_schema';
}
