import type { CreateStmt, Node, PartitionBoundSpec, PartitionSpec } from '@pgsql/types';
import type {
  ColumnDefinition,
  ConstraintDefinition,
  Operation,
  OperationOf,
  PartitionBound,
  PartitionKey,
} from '../../operation/operation.ts';
import { nameOf, pick, pickAll, tableName } from './ast.ts';
import { expressionOf } from './expression.ts';
import { columnOf } from './read-column.ts';
import { constraintOf } from './read-constraint.ts';
import { indexElements } from './read-index.ts';
import { at, closing, commaParts, find, findOpen, inside, is, type Range, type Source, textOf } from './source.ts';

/** CREATE TABLE and CREATE FOREIGN TABLE. */
export function readCreateTable(source: Source, node: CreateStmt, foreign = false): readonly Operation[] {
  const columns: ColumnDefinition[] = [];
  const constraints: ConstraintDefinition[] = [];
  const like: OperationOf<'create-table'>['like'][number][] = [];
  const parts = elementParts(source, node);
  for (const [i, element] of (node.tableElts ?? []).entries()) {
    const range = parts[i] ?? { from: source.first, to: source.end };
    const column = pick(element, 'ColumnDef');
    const constraint = pick(element, 'Constraint');
    const likeClause = pick(element, 'TableLikeClause');
    if (column) columns.push(columnOf(source, column, range));
    else if (constraint) constraints.push(...[constraintOf(source, constraint, range)].filter((each) => each !== undefined));
    else if (likeClause) like.push({ table: tableName(likeClause.relation), including: likeOptions(likeClause.options ?? 0) });
  }
  const parents = pickAll(node.inhRelations, 'RangeVar').map(tableName);
  const bound = node.partbound && partitionBound(source, node.partbound, source.end);
  return [
    {
      kind: 'create-table',
      span: source.span,
      table: tableName(node.relation),
      columns,
      constraints,
      persistence: persistenceOf(node.relation?.relpersistence),
      ...(node.if_not_exists && { ifNotExists: true }),
      ...(node.partspec && { partitionBy: partitionKey(source, node.partspec) }),
      ...(bound && { partitionOf: { parent: parents[0] ?? { name: '' }, bound } }),
      inherits: bound ? [] : parents,
      like,
      ...(node.ofTypename && { ofType: nameOf(node.ofTypename.names) }),
      ...(node.accessMethod !== undefined && { accessMethod: node.accessMethod }),
      ...(node.tablespacename !== undefined && { tablespace: node.tablespacename }),
      ...(foreign && { foreign: true }),
    },
  ];
}

export function persistenceOf(letter: string | undefined): OperationOf<'create-table'>['persistence'] {
  return letter === 't' ? 'temporary' : letter === 'u' ? 'unlogged' : 'permanent';
}

/** The tokens of each element between the parentheses. */
function elementParts(source: Source, node: CreateStmt): readonly Range[] {
  if (!node.tableElts?.length) return [];
  const open = findOpen(source, { from: at(source, node.relation?.location), to: source.end });
  return commaParts(source, inside(source, open));
}

/** Bits of TableLikeOption in PostgreSQL's `parsenodes.h`. */
const likeBits = [
  'comments',
  'compression',
  'constraints',
  'defaults',
  'generated',
  'identity',
  'indexes',
  'statistics',
  'storage',
] as const;

function likeOptions(bits: number): readonly string[] {
  if (bits === 0x7fffffff) return ['all'];
  return likeBits.filter((_, i) => (bits & (1 << i)) !== 0);
}

function partitionKey(source: Source, node: PartitionSpec): PartitionKey {
  const from = at(source, node.location);
  const open = findOpen(source, { from, to: source.end });
  const strategy = (node.strategy ?? '').slice('PARTITION_STRATEGY_'.length).toLowerCase();
  return {
    strategy: strategy === 'list' || strategy === 'hash' ? strategy : 'range',
    elements: indexElements(source, node.partParams, inside(source, open)),
    // From the strategy on: `RANGE (created_at)`.
    text: textOf(source, { from: is(source, from, 'partition') ? from + 2 : from, to: closing(source, open) + 1 }),
  };
}

/** FOR VALUES … or DEFAULT. @param end behind the last token that may belong to it */
export function partitionBound(source: Source, node: PartitionBoundSpec, end: number): PartitionBound {
  const located = at(source, node.location);
  // The parser points at DEFAULT, or behind FOR VALUES; the text begins at FOR.
  const from = is(source, located - 1, 'values') ? located - 2 : located;
  if (node.is_default) return { kind: 'default', text: textOf(source, { from, to: from + 1 }) };
  const open = findOpen(source, { from, to: end });
  const text = (last: number): string => textOf(source, { from, to: last + 1 });
  const expressions = (nodes: readonly Node[] | undefined, range: Range): ReturnType<typeof expressionOf>[] => {
    const parts = commaParts(source, range);
    return (nodes ?? []).map((each, i) => boundValue(source, each, parts[i] ?? range));
  };
  switch (node.strategy) {
    case 'h':
      return { kind: 'hash', modulus: node.modulus ?? 0, remainder: node.remainder ?? 0, text: text(closing(source, open)) };
    case 'l':
      return { kind: 'list', values: expressions(node.listdatums, inside(source, open)), text: text(closing(source, open)) };
    default: {
      const second = findOpen(source, { from: find(source, { from: closing(source, open), to: end }, 'to'), to: end });
      return {
        kind: 'range',
        from: expressions(node.lowerdatums, inside(source, open)),
        to: expressions(node.upperdatums, inside(source, second)),
        text: text(closing(source, second)),
      };
    }
  }
}

/** MINVALUE and MAXVALUE reach us as column names. */
function boundValue(source: Source, node: Node, range: Range): ReturnType<typeof expressionOf> {
  const fields = pick(node, 'ColumnRef')?.fields;
  const name = fields?.length === 1 ? nameOf(fields).name : undefined;
  if (name === 'minvalue' || name === 'maxvalue') {
    return { text: textOf(source, range), tree: { kind: 'opaque', name: name.toUpperCase(), arguments: [] } };
  }
  return expressionOf(source, node, range);
}
