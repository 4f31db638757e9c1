import type {
  DeleteStatement,
  Expr,
  InsertStatement,
  QNameAliased,
  Statement,
  TruncateTableStatement,
  UpdateStatement,
} from 'pgsql-ast-parser';
import type { Expression } from '../../../operation/expression.ts';
import type { QualifiedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import { closing, find, is, type Range } from '../source.ts';
import { expression } from './expression.ts';
import { type Feed, refuse, tokenOf } from './feed.ts';
import { isQuery, mentionsOf, type Query } from './mentions.ts';
import { aliasedName, behindName, namesOf, qualifiedName } from './name.ts';

/** SELECT, INSERT, UPDATE and DELETE, with what WITH puts before them: a data-changing query in it is an operation of its own. */
export function readData(source: Feed, node: Query | InsertStatement | UpdateStatement | DeleteStatement): readonly Operation[] {
  const { writes } = mentionsOf(source, node);
  const whole = { from: source.first, to: source.end };
  return [
    ...writes.flatMap((write) => {
      const from = tokenOf(source, write);
      return readOne(source, write, write, { from, to: closing(source, from - 1) });
    }),
    ...readOne(source, mainOf(node), node, whole),
  ];
}

/** The statement behind its WITH clauses. */
function mainOf(node: Statement): Statement {
  return node.type === 'with' || node.type === 'with recursive' ? mainOf(node.in) : node;
}

/** @param all the statement with its WITH, which counts for what it reads */
function readOne(source: Feed, node: Statement, all: Statement, range: Range): readonly Operation[] {
  const { tables: reads, locks, calls } = mentionsOf(source, all);
  const span = source.span;
  switch (node.type) {
    case 'insert': {
      if (!node.insert) refuse('INSERT without values', source, range.to - 1);
      if (node.into.alias !== undefined && !is(source, behindName(source, node.into).from, 'as'))
        refuse('an alias without AS', source, range.from);
      const fromQuery = node.insert.type !== 'values';
      const columns = namesOf(source, node.columns ?? []);
      return [{ kind: 'insert', span, table: aliasedName(source, node.into).table, columns, fromQuery, reads }];
    }
    case 'update': {
      const assignments = namesOf(
        source,
        node.sets.map((set) => set.column),
      );
      return [{ kind: 'update', span, ...target(source, node.table), ...where(source, node.where, range), assignments, reads }];
    }
    case 'delete':
      return [{ kind: 'delete', span, ...target(source, node.from), ...where(source, node.where, range), reads }];
    default:
      if (!isQuery(node)) refuse(node.type, source, range.from);
      return [{ kind: 'select', span, reads, locks, calls }];
  }
}

function target(source: Feed, node: QNameAliased): { readonly table: QualifiedName; readonly alias?: string } {
  const { table, alias } = aliasedName(source, node);
  return { table, ...(alias !== undefined && alias !== table.name && { alias }) };
}

function where(source: Feed, node: Expr | null | undefined, range: Range): { readonly where?: Expression } {
  if (!node) return {};
  const from = find(source, range, 'where') + 1;
  return { where: expression(source, node, { from, to: find(source, { from, to: range.to }, 'returning') }) };
}

export function readTruncate(source: Feed, node: TruncateTableStatement): readonly Operation[] {
  return node.tables.map((table) => ({
    kind: 'truncate',
    span: source.span,
    table: qualifiedName(source, table),
    ...(node.cascade === 'cascade' && { cascade: true }),
  }));
}
