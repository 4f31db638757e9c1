import type { OperationOf } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { type Column, columnOf, type Index, type Table } from '../../../schema/schema.ts';
import { type At, family, member } from '../at.ts';
import { catalogType } from '../catalog.ts';
import { inferType } from '../infer.ts';
import { assignable } from '../type-change.ts';
import { builtInName, builtInType } from '../types.ts';
import { since } from '../version.ts';
import { scopeOf } from './expression.ts';
import { type Refusals, refuse } from './refuse.ts';

/** What a column has that cannot follow it to another type. */
export function* retypedRefusals(at: At, operation: OperationOf<'alter-column-type'>): Refusals {
  const { column, type } = operation;
  const own = columnOf(member(at, operation.table).table, column);
  if (own !== undefined) yield* defaultRefusals(at, own, type);
  for (const { table } of family(at, operation.table, operation.only)) {
    const index = table?.indexes.find((each) => lacksOperators(at, table, each, column, type));
    if (index !== undefined) yield refuse('42704', `the index ${index.name} would have no operators for ${type.text}`);
    const statistics = table?.hanging.find(({ kind, columns }) => kind === 'statistics' && columns.includes(column));
    if (statistics !== undefined && since('statisticsAreRemade', at.major) && isUnordered(at, type))
      yield refuse('0A000', `the statistics ${statistics.name} cannot be about ${type.text}`);
  }
}

/** The default is kept as the value it is, and has to be one that can be assigned to the new type: USING is about the rows alone. */
function* defaultRefusals(at: At, column: Column, type: TypeName): Refusals {
  const tree = column.default?.tree;
  // A bare NULL is not kept; where the type has a length, it is one that was put through it.
  if (tree === undefined || (tree.kind === 'null' && column.type.modifiers.length === 0)) return;
  const given = inferType(tree, { schema: at.schema });
  if (given === undefined) return;
  const from = given === 'unknown' ? { ...column.type, modifiers: [] } : builtInType(given);
  if (!assignable(at, from, type)) yield refuse('42804', `its default is not converted to ${type.text}`);
}

function lacksOperators(at: At, table: Table, { definition }: Index, column: string, type: TypeName): boolean {
  const scope = scopeOf(at, table);
  const retyped = { ...scope, columnType: (name: string) => (name === column ? builtInName(at.schema, type) : scope.columnType?.(name)) };
  return definition.elements.some((element) => {
    if (element.operatorClass !== undefined) return false;
    if (element.column === column) return hasNoOperators(definition.method, builtInName(at.schema, type));
    return element.expression !== undefined && hasNoOperators(definition.method, inferType(element.expression.tree, retyped));
  });
}

const inGist = new Set(['box', 'point', 'circle', 'polygon', 'tsvector', 'tsquery']);

/** Whether the access method has no operator class for the type that it takes unasked. Where nobody can tell, it has. */
function hasNoOperators(method: string, name: string | undefined): boolean {
  const type = name === undefined ? undefined : catalogType(name);
  if (type === undefined) return false;
  switch (method) {
    case 'btree':
    case 'hash':
      return type.operatorClass === '';
    case 'gin':
      return type.category !== 'A' && type.name !== 'jsonb' && type.name !== 'tsvector';
    case 'gist':
      return type.category !== 'R' && !inGist.has(type.name);
    default:
      return false;
  }
}

function isUnordered(at: At, type: TypeName): boolean {
  return hasNoOperators('btree', builtInName(at.schema, type));
}
