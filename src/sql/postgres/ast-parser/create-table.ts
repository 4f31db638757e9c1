import type { CreateTableStatement } from 'pgsql-ast-parser';
import type { ColumnDefinition, Operation, OperationOf } from '../../../operation/operation.ts';
import { commaParts, findOpen, inside } from '../source.ts';
import { columnOf } from './column.ts';
import { constraintOf } from './constraint.ts';
import { type Feed, refuse, tokenOf } from './feed.ts';
import { qualifiedName } from './name.ts';

/** CREATE TABLE with a list of columns. The parser takes no storage parameters, partitioning, tablespace, AS or OF. */
export function readCreateTable(source: Feed, node: CreateTableStatement): readonly Operation[] {
  const columns: ColumnDefinition[] = [];
  const like: OperationOf<'create-table'>['like'][number][] = [];
  const open = findOpen(source, { from: tokenOf(source, node.name), to: source.end });
  const parts = commaParts(source, inside(source, open));
  /** The element that begins in a part; columns and constraints are lists apart. */
  const constraints = [...(node.constraints ?? [])];
  const definitions = [...node.columns];
  const found: OperationOf<'create-table'>['constraints'][number][] = [];
  for (const range of parts) {
    const [definition] = definitions;
    const [constraint] = constraints;
    if (definition !== undefined && tokenOf(source, definition.kind === 'column' ? definition.name : definition) === range.from) {
      definitions.shift();
      if (definition.kind === 'column') columns.push(columnOf(source, definition, range));
      else like.push({ table: qualifiedName(source, definition.like), including: likeOptions(definition.options) });
    } else if (constraint !== undefined) {
      constraints.shift();
      found.push(constraintOf(source, constraint, range));
    } else {
      refuse('this table element', source, range.from);
    }
  }
  if (node.locality !== undefined && !node.temporary) refuse(node.locality.toUpperCase(), source, source.first + 1);
  return [
    {
      kind: 'create-table',
      span: source.span,
      table: qualifiedName(source, node.name),
      columns,
      constraints: found,
      persistence: node.temporary ? 'temporary' : node.unlogged ? 'unlogged' : 'permanent',
      ...(node.ifNotExists && { ifNotExists: true }),
      inherits: (node.inherits ?? []).map((parent) => qualifiedName(source, parent)),
      like,
    },
  ];
}

const likeBits = ['comments', 'constraints', 'defaults', 'indexes', 'storage'];

/** What the options come to, in order. EXCLUDING takes back what was included before it. */
function likeOptions(options: readonly { readonly verb: string; readonly option: string }[]): readonly string[] {
  let included = new Set<string>();
  for (const { verb, option } of options) {
    if (option === 'all') included = new Set(verb === 'including' ? ['all'] : []);
    else if (verb === 'including') included.add(option);
    else included.delete(option);
  }
  return included.has('all') ? ['all'] : likeBits.filter((option) => included.has(option));
}
