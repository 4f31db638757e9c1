import type { IndexStmt, Node } from '@pgsql/types';
import type { IndexElement, Operation } from '../../operation/operation.ts';
import { nameOf, onlyOf, pick, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { indexParts, keyFrom } from './index-parts.ts';
import { closing, commaParts, find, findOpen, inside, markAt, type Range, type Source, textOf } from './source.ts';

/** Keys of an index, an EXCLUDE constraint or a partition key: IndexElem or PartitionElem nodes, and the tokens between the parentheses. */
export function indexElements(source: Source, nodes: readonly Node[] | undefined, range: Range): readonly IndexElement[] {
  const parts = commaParts(source, range);
  return (nodes ?? []).map((node, i) => {
    const element = pick(node, 'IndexElem');
    const fields = element ?? pick(node, 'PartitionElem') ?? {};
    const part = parts[i] ?? { from: range.to, to: range.to };
    return {
      ...(fields.name !== undefined && { column: fields.name }),
      ...(fields.expr !== undefined && keyFrom(expressionOf(source, fields.expr, keyRange(source, part)))),
      ...(fields.collation && { collation: nameOf(fields.collation) }),
      ...(fields.opclass && { operatorClass: nameOf(fields.opclass) }),
      ...(element?.ordering === 'SORTBY_DESC' && { descending: true as const }),
      ...(element?.nulls_ordering === 'SORTBY_NULLS_FIRST' && { nulls: 'first' as const }),
      ...(element?.nulls_ordering === 'SORTBY_NULLS_LAST' && { nulls: 'last' as const }),
      text: textOf(source, part),
    };
  });
}

/** An expression key is either in parentheses, which are left out, or a function call. */
function keyRange(source: Source, part: Range): Range {
  if (markAt(source, part.from) === '(') return inside(source, part.from);
  const open = findOpen(source, part);
  // CURRENT_DATE and its kin are calls without parentheses.
  return { from: part.from, to: open < part.to ? closing(source, open) + 1 : part.from + 1 };
}

export function readIndex(source: Source, node: IndexStmt): readonly Operation[] {
  const { keys, where, storage } = indexParts(source, find(source, { from: source.first, to: source.end }, 'on'));
  return [
    {
      kind: 'create-index',
      span: source.span,
      table: tableName(node.relation),
      index: {
        ...(node.idxname !== undefined && { name: node.idxname }),
        method: node.accessMethod ?? 'btree',
        unique: node.unique ?? false,
        ...(node.nulls_not_distinct && { nullsNotDistinct: true }),
        elements: indexElements(source, node.indexParams, keys),
        include: (node.indexIncludingParams ?? []).map((each) => pick(each, 'IndexElem')?.name ?? ''),
        ...(node.whereClause && { where: expressionOf(source, node.whereClause, where) }),
        ...(node.tableSpace !== undefined && { tablespace: node.tableSpace }),
        ...storage,
      },
      concurrently: node.concurrent ?? false,
      ...(node.if_not_exists && { ifNotExists: true }),
      ...onlyOf(node.relation),
    },
  ];
}
