import type { Node } from '@pgsql/types';
import type { QualifiedName } from '../../operation/name.ts';
import { collector, type Mentions, type Scope, withClause, within } from '../scope.ts';
import { nameOf, tableName } from './ast.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Fields that only statements have, or places where names of FROM come into reach. */
const scoped = ['fromClause', 'withClause', 'usingClause', 'targetList', 'lockingClause'];

const writing = ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'];

/**
 * Collects what a part of the parser's tree mentions. Depth costs no stack: the tree of a long UNION is as deep as it is long.
 * @param around the table in reach from outside: as `new` and `old` (in triggers and rules), else by its name (in policies and the like)
 */
export function mentionsOf(
  root: unknown,
  around?: { readonly table: QualifiedName; readonly as: 'new and old' | 'itself' },
): Mentions<Node> {
  const found = collector<Node>(isSystem);
  const todo: { readonly value: object; readonly scope: Scope }[] = [];
  const add = (value: unknown, scope: Scope): void => {
    if (typeof value === 'object' && value !== null) todo.push({ value, scope });
  };

  const relation = (fields: Fields, scope: Scope): void => {
    found.relation(tableName(fields), aliasOf(fields), scope, (fields.location as number | undefined) ?? 0);
  };

  /** Enters FROM's tables before anything else of the SELECT is looked at. */
  const enter = (from: unknown, scope: Scope): void => {
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

  /** @returns the scope inside a statement, its WITH queries and FROM's tables entered */
  const enterStatement = (fields: Fields, scope: Scope): Scope => {
    const clause = fields.withClause as { recursive?: boolean; ctes?: { CommonTableExpr?: Fields }[] } | undefined;
    const queries = (clause?.ctes ?? []).map((each) => each.CommonTableExpr ?? {});
    const names = queries.map((each) => each.ctename as string);
    const { query, body } = withClause(names, clause?.recursive ?? false, scope);
    for (const [place, { ctequery }] of queries.entries()) {
      if (writing.some((name) => name in (ctequery as object))) found.write(ctequery as Node);
      add(ctequery, query(place));
    }
    const inner = within(scope, queries.length === 0 ? scope.queries : body);
    if (fields.lockingClause) found.lock();
    // `UPDATE t … FROM`: the target's columns are in reach, and it is not read by that.
    enter(fields.fromClause ?? fields.usingClause, inner);
    return inner;
  };

  const visit = (value: object, scope: Scope): void => {
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) add(value[i], scope);
      return;
    }
    const fields = value as Fields;
    const inner = scoped.some((name) => name in fields) ? enterStatement(fields, scope) : scope;
    const call = fields.FuncCall as { funcname?: Node[]; location?: number } | undefined;
    if (call !== undefined) found.call(nameOf(call.funcname), call.location ?? 0);
    const reference = fields.ColumnRef as { fields?: Node[] } | undefined;
    if (reference !== undefined) {
      found.column((reference.fields ?? []).map(partOf), scope);
      return;
    }
    const join = fields.JoinExpr as { isNatural?: boolean; usingClause?: Node[] } | undefined;
    if (join !== undefined) {
      for (const name of join.isNatural ? ['*'] : (join.usingClause ?? []).map(partOf)) found.joined(name, scope);
      for (const key of ['larg', 'rarg', 'quals']) add((join as Fields)[key], scope);
      return;
    }
    if ('RangeVar' in fields) {
      // A FROM item has been entered already; a table elsewhere (MERGE's source) has not.
      const table = fields.RangeVar as Fields;
      if (!scope.relations.has(aliasOf(table) ?? (table.relname as string))) relation(table, scope);
      return;
    }
    for (const key in fields) {
      if (key !== 'withClause' && key !== 'lockingClause') add(fields[key], inner);
    }
  };

  const rows = around?.as === 'new and old';
  const outside: Scope = around === undefined ? within() : { ...within(), bare: rows ? 'none' : 'outside subqueries' };
  if (around !== undefined) for (const name of rows ? ['new', 'old'] : [around.table.name]) found.relation(around.table, name, outside, -1);
  add(root, outside);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) visit(next.value, next.scope);
  return found.mentions();
}

/** An unqualified `pg_…` name of a relation is the catalog's: the catalog comes first in every search path. */
export function isSystem({ schema, name }: QualifiedName): boolean {
  return schema === undefined ? name.startsWith('pg_') : schema === 'pg_catalog' || schema === 'information_schema';
}

function aliasOf(relation: Fields): string | undefined {
  return (relation.alias as { aliasname?: string } | undefined)?.aliasname;
}

/** A part of a name: `*` where it is no string. */
function partOf(node: Node): string {
  return 'String' in node ? (node.String.sval ?? '') : '*';
}
