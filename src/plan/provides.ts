import { type ExpressionNode, partsOf } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { constraintColumns, indexColumns } from '../schema/mention.ts';
import { resolve, type Schema, type Table, tableOf } from '../schema/schema.ts';
import { thing } from './things.ts';

/** What an operation makes that others may stand on. `after` is the schema behind it. */
export function provides(operation: Operation, before: Schema, after: Schema): readonly string[] {
  switch (operation.kind) {
    case 'add-column':
    case 'add-constraint':
    case 'create-index':
      return madeOn(resolve(before, operation.table), before, after);
    case 'create-table':
      return [thing.exists(resolve(after, operation.table))];
    case 'drop-table':
      return [thing.exists(resolve(before, operation.table))];
    case 'create-view':
      return [thing.view(resolve(after, operation.view, after.views))];
    case 'rename-table': {
      const from = resolve(before, operation.table);
      return [thing.exists(from), thing.exists({ schema: from.schema, name: operation.to })];
    }
    case 'redefine-column':
    case 'alter-column-type': {
      const table = resolve(before, operation.table);
      return [operation.column, '*'].map((column) => thing.swapped(table, column));
    }
    case 'set-not-null':
      return [thing.notNull(resolve(before, operation.table), operation.column)];
    case 'validate-constraint':
      return [thing.constraint(resolve(before, operation.table), operation.constraint)];
    case 'drop-index':
      return [thing.index(resolve(before, operation.index, before.indexes))];
    case 'reindex':
      return operation.target === 'index' && operation.name !== undefined
        ? [thing.index(resolve(before, operation.name, before.indexes))]
        : [];
    case 'drop-constraint':
      return [thing.constraint(resolve(before, operation.table), operation.constraint)];
    case 'rename-constraint':
      return [thing.constraint(resolve(before, operation.table), operation.to)];
    case 'rename-index':
      return [thing.index({ schema: resolve(before, operation.index, before.indexes).schema, name: operation.to })];
    default:
      return [];
  }
}

/** The column that a statement brings, where it comes later than written itself. */
export function brings(operation: Operation, before: Schema): readonly string[] {
  if (operation.kind !== 'add-column' && operation.kind !== 'rename-column') return [];
  const table = resolve(before, operation.table);
  const name = operation.kind === 'add-column' ? operation.column.name : operation.to;
  return [thing.rows(table, name), thing.swapped(table, name)];
}

/** What a last stage frees: until then the old thing, or what stands in for it, has its name and uses what it uses. */
export function frees(operation: Operation, before: Schema): readonly string[] {
  switch (operation.kind) {
    case 'rename-table':
    case 'set-schema': {
      const from = resolve(before, operation.table);
      const to =
        operation.kind === 'rename-table' ? { schema: from.schema, name: operation.to } : { schema: operation.to, name: from.name };
      return [thing.exists(from), thing.viewed(to)];
    }
    case 'drop-table': {
      const table = tableOf(before, operation.table);
      const columns = table?.columns.map((each) => each.name) ?? [];
      return [thing.exists(resolve(before, operation.table)), ...(table ? columns.flatMap((each) => goesWith(table, each)) : [])];
    }
    case 'drop-column': {
      const table = tableOf(before, operation.table);
      return table === undefined ? [] : goesWith(table, operation.column);
    }
    case 'alter-column-type': {
      const table = tableOf(before, operation.table);
      // `*` finds the old column, too, as long as it is there.
      const all = thing.swapped(resolve(before, operation.table), '*');
      return [thing.used(operation.type.name), all, ...(table === undefined ? [] : goesWith(table, operation.column))];
    }
    case 'rename-type':
      return [thing.used(operation.type.name), thing.used(operation.to)];
    case 'rename-column': {
      const table = resolve(before, operation.table);
      return [operation.column, operation.to, '*'].map((column) => thing.swapped(table, column));
    }
    default:
      return [];
  }
}

/** The constraints and indexes that `after` has over `before`, by comparing the two. */
function madeOn(name: ResolvedName, before: Schema, after: Schema): readonly string[] {
  const old = before.tables.get(keyOf(name));
  const now = after.tables.get(keyOf(name));
  if (now === undefined) return [];
  const had = new Set([...(old?.constraints ?? []), ...(old?.indexes ?? [])].map((each) => each.name));
  const wasNotNull = new Set((old?.columns ?? []).flatMap((each) => (each.notNull ? [each.name] : [])));
  const keys: string[] = [];
  for (const { name: constraint, definition } of now.constraints) {
    if (had.has(constraint)) continue;
    keys.push(thing.constraint(name, constraint));
    if (definition.type === 'unique' || definition.type === 'primary-key') keys.push(thing.unique(name, definition.columns));
  }
  for (const index of now.indexes) {
    if (had.has(index.name)) continue;
    keys.push(thing.index({ schema: name.schema, name: index.name }));
    if (index.definition.unique)
      keys.push(
        thing.unique(
          name,
          index.definition.elements.flatMap((each) => each.column ?? []),
        ),
      );
  }
  const hadSequences = new Set(old?.sequences.map(({ sequence }) => keyOf(sequence)));
  for (const { sequence } of now.sequences) if (!hadSequences.has(keyOf(sequence))) keys.push(thing.index(sequence));
  for (const column of now.columns) if (column.notNull && !wasNotNull.has(column.name)) keys.push(thing.notNull(name, column.name));
  return keys;
}

/** What goes with a column: its indexes and constraints with their names, and the last use of its type and of the functions that it calls. */
function goesWith(table: Table, name: string): readonly string[] {
  const column = table.columns.find((each) => each.name === name);
  const constraints = table.constraints.filter(({ definition }) => constraintColumns(definition).includes(name));
  const indexes = table.indexes.filter(({ definition }) => indexColumns(definition).includes(name));
  const expressions = [
    column?.default,
    ...table.columns.map((each) => each.generated?.expression),
    ...constraints.map(({ definition }) => (definition.type === 'check' ? definition.expression : undefined)),
    ...indexes.flatMap(({ definition }) => [...definition.elements.map((each) => each.expression), definition.where]),
  ];
  const named = (each: { readonly name: string }): string => thing.index({ schema: table.name.schema, name: each.name });
  return [
    ...constraints.flatMap((each) => (each.references === undefined ? [] : thing.pointed(each.references))),
    ...[...constraints, ...indexes].map(named),
    ...(constraints.some(({ definition }) => definition.type === 'primary-key') ? [thing.primary(table.name)] : []),
    ...(column === undefined ? [] : [thing.used(column.type.name)]),
    ...expressions.flatMap((each) => (each === undefined ? [] : callsIn(each.tree).map(thing.used))),
  ];
}

function callsIn(node: ExpressionNode): readonly string[] {
  return [...(node.kind === 'call' ? [node.function.name] : []), ...partsOf(node).flatMap(callsIn)];
}
