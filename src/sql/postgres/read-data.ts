import type { CopyStmt, DeleteStmt, InsertStmt, MergeStmt, MergeWhenClause, Node, SelectStmt, UpdateStmt } from '@pgsql/types';
import type { Expression } from '../../operation/expression.ts';
import type { Operation } from '../../operation/operation.ts';
import type { Mentions } from '../scope.ts';
import { aliasOf, nameOfNode, onlyOf, pick, pickAll, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { mentionsOf } from './mentions.ts';
import { persistenceOf } from './read-table.ts';
import { at, enclosingEnd, find, type Source } from './source.ts';

/** INSERT, UPDATE, DELETE, MERGE, SELECT, VALUES: first what its WITH clauses change, then the statement itself. */
export function readData(source: Source, node: Node): readonly Operation[] {
  const mentions = mentionsOf(node);
  const own = dataOperation(source, node, mentions);
  if (mentions.writes.length === 0) return own;
  return [...mentions.writes.flatMap((each) => dataOperation(source, each, mentionsOf(each))), ...own];
}

function dataOperation(source: Source, node: Node, mentions: Mentions<Node>): readonly Operation[] {
  const { span } = source;
  const reads = mentions.tables;
  switch (nameOfNode(node)) {
    case 'InsertStmt': {
      const insert = pick(node, 'InsertStmt') as InsertStmt;
      const query = pick(insert.selectStmt, 'SelectStmt');
      const columns = pickAll(insert.cols, 'ResTarget').map((each) => each.name ?? '');
      return [
        { kind: 'insert', span, table: tableName(insert.relation), columns, fromQuery: query !== undefined && !query.valuesLists, reads },
      ];
    }
    case 'UpdateStmt': {
      const update = pick(node, 'UpdateStmt') as UpdateStmt;
      const assignments = pickAll(update.targetList, 'ResTarget').map((each) => each.name ?? '');
      return [
        {
          kind: 'update',
          span,
          table: tableName(update.relation),
          ...aliasOf(update.relation),
          ...where(source, update),
          assignments,
          reads,
          ...onlyOf(update.relation),
        },
      ];
    }
    case 'DeleteStmt': {
      const deletion = pick(node, 'DeleteStmt') as DeleteStmt;
      return [
        {
          kind: 'delete',
          span,
          table: tableName(deletion.relation),
          ...aliasOf(deletion.relation),
          ...where(source, deletion),
          reads,
          ...onlyOf(deletion.relation),
        },
      ];
    }
    case 'MergeStmt': {
      const merge = pick(node, 'MergeStmt') as MergeStmt;
      const actions = pickAll(merge.mergeWhenClauses, 'MergeWhenClause');
      const does = (command: MergeWhenClause['commandType']): boolean => actions.some((each) => each.commandType === command);
      const assignments = actions
        .filter((each) => each.commandType === 'CMD_UPDATE')
        .flatMap((each) => pickAll(each.targetList, 'ResTarget').map((target) => target.name ?? ''));
      const table = tableName(merge.relation);
      return [{ kind: 'merge', span, table, inserts: does('CMD_INSERT'), deletes: does('CMD_DELETE'), assignments, reads }];
    }
    default: {
      const select = pick(node, 'SelectStmt') as SelectStmt;
      const into = intoOf(select);
      if (into === undefined) return [{ kind: 'select', span, reads, locks: mentions.locks, calls: mentions.calls }];
      return [
        {
          kind: 'create-table',
          span,
          table: tableName(into.rel),
          columns: [],
          constraints: [],
          persistence: persistenceOf(into.rel?.relpersistence),
          inherits: [],
          like: [],
          asQuery: { reads, withData: true },
        },
      ];
    }
  }
}

/** SELECT INTO; in a UNION it stands in the leftmost query. */
function intoOf(select: SelectStmt): SelectStmt['intoClause'] {
  for (let at: SelectStmt | undefined = select; at !== undefined; at = at.larg) if (at.intoClause) return at.intoClause;
  return undefined;
}

/** WHERE stands behind the target, and ends with the statement (for one inside WITH: its parenthesis) or where RETURNING begins. */
function where(source: Source, node: UpdateStmt | DeleteStmt): { where?: Expression } {
  if (node.whereClause === undefined) return {};
  const target = at(source, node.relation?.location);
  const whole = { from: target, to: enclosingEnd(source, target) };
  const from = find(source, whole, 'where') + 1;
  return { where: expressionOf(source, node.whereClause, { from, to: find(source, { from, to: whole.to }, 'returning') }) };
}

export function readCopy(source: Source, node: CopyStmt): readonly Operation[] {
  const writes = node.is_from ?? false;
  if (node.relation) return [{ kind: 'copy', span: source.span, table: tableName(node.relation), writes }];
  return [{ kind: 'copy', span: source.span, writes }, ...(node.query ? readData(source, node.query) : [])];
}
