import type { CreateIndexStatement, IndexExpression } from 'pgsql-ast-parser';
import type { IndexElement, Operation } from '../../../operation/operation.ts';
import { indexParts, keyFrom } from '../index-parts.ts';
import { closing, commaParts, find, findOpen, inside, markAt, type Range, textOf } from '../source.ts';
import { expression } from './expression.ts';
import { type Feed, refuse, tokenOf } from './feed.ts';
import { nameAt, nameOf, qualifiedName } from './name.ts';

/** CREATE INDEX. The parser takes no INCLUDE, NULLS NOT DISTINCT or ONLY. */
export function readCreateIndex(source: Feed, node: CreateIndexStatement): readonly Operation[] {
  const { keys, behind, where, storage } = indexParts(source, tokenOf(source, node.table));
  const parts = commaParts(source, keys);
  return [
    {
      kind: 'create-index',
      span: source.span,
      table: qualifiedName(source, node.table),
      index: {
        ...(node.indexName && { name: nameOf(source, node.indexName) }),
        method: node.using === undefined ? 'btree' : nameOf(source, node.using),
        unique: node.unique ?? false,
        elements: node.expressions.map((element, i) => elementOf(source, element, parts[i] as Range)),
        include: [],
        ...(node.where && { where: expression(source, node.where, where) }),
        ...(node.tablespace && { tablespace: nameAt(source, find(source, behind, 'tablespace') + 1) }),
        ...storage,
      },
      concurrently: node.concurrently ?? false,
      ...(node.ifNotExists && { ifNotExists: true }),
    },
  ];
}

function elementOf(source: Feed, node: IndexExpression, part: Range): IndexElement {
  return {
    ...key(source, node, part),
    ...(node.collate && { collation: qualifiedName(source, node.collate) }),
    ...(node.opclass && { operatorClass: qualifiedName(source, node.opclass) }),
    ...(node.order === 'desc' && { descending: true }),
    ...(node.nulls && { nulls: node.nulls }),
    text: textOf(source, part),
  };
}

/** A plain name is a column; an expression stands in parentheses, which are left out, or is a function call. */
function key(source: Feed, node: IndexExpression, part: Range): Pick<IndexElement, 'column' | 'expression' | 'collation'> {
  const { expression: tree } = node;
  if (markAt(source, part.from) === '(') {
    const body = inside(source, part.from);
    if (commaParts(source, body).length > 1) refuse('a row as an index key', source, part.from);
    return keyFrom(expression(source, tree, body));
  }
  if (tree.type === 'ref' && tree.table === undefined) return { column: nameOf(source, tree) };
  if (tree.type !== 'call' || tree.over || tree.filter) refuse('this index key', source, part.from);
  return { expression: expression(source, tree, { from: part.from, to: closing(source, findOpen(source, part)) + 1 }) };
}
