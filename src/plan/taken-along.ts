import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { Operation } from '../operation/operation.ts';
import { isDrop } from '../schema/dependents.ts';
import type { PersistentMap } from '../schema/persistent-map.ts';
import { type Constraint, resolve, type Schema, type Table } from '../schema/schema.ts';
import { pointedAt } from './constraint-needs.ts';
import { thing } from './things.ts';

/** What a statement takes along besides what it names, and what it drops by its name if that is whole: by CASCADE, or as parts and heirs of it. */
interface TakenAlong {
  readonly tables: readonly Table[];
  readonly views: readonly ResolvedName[];
  readonly sequences: readonly ResolvedName[];
  readonly types: readonly ResolvedName[];
  /** What goes of tables that stay; of the one that the statement names its indexes alone. */
  readonly parts: readonly Parts[];
}

interface Parts {
  readonly of: ResolvedName;
  /** Those that go, and those that lose their default. */
  readonly columns: readonly string[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly string[];
}

/** By comparing the schemas before and after it; undefined where it is none that takes anything along. */
function takenAlong(operation: Operation, before: Schema, after: Schema): TakenAlong | undefined {
  if (!(isDrop(operation) || operation.kind === 'drop-schema') || before === after) return undefined;
  const own = 'table' in operation && operation.table !== undefined ? keyOf(resolve(before, operation.table)) : undefined;
  const tables = changed(before.tables, after.tables);
  return {
    tables: tables.flatMap(([old, now]) => (now === undefined ? [old] : [])),
    views: changed(before.views, after.views).flatMap(([old, now]) => (now === undefined ? [old.name] : [])),
    sequences: changed(before.sequences, after.sequences).flatMap(([old, now]) => (now === undefined ? [old.name] : [])),
    types: changed(before.types, after.types).flatMap(([old, now]) => (now === undefined ? [old.name] : [])),
    parts: tables.flatMap(([old, now]) => {
      if (now === undefined) return [];
      const parts = lost(old, now);
      return [keyOf(old.name) === own ? { ...parts, columns: [], constraints: [] } : parts];
    }),
  };
}

/** What has another value in the one version of a map than in the other, or none. One is read whole before the other: they take turns at owning it. */
function changed<V>(before: PersistentMap<V>, after: PersistentMap<V>): readonly (readonly [V, V | undefined])[] {
  if (before === after) return [];
  const keys = before.keysApart(after);
  const old = keys.flatMap((key): [string, V][] => {
    const value = before.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return old.map(([key, value]) => [value, after.get(key)] as const).filter(([value, now]) => value !== now);
}

function lost(old: Table, now: Table): Parts {
  const gone = <P extends { readonly name: string }>(before: readonly P[], after: readonly P[]): readonly P[] => {
    const names = new Set(after.map((each) => each.name));
    return before.filter((each) => !names.has(each.name));
  };
  const withDefault = ({ columns }: Table): Table['columns'] => columns.filter((each) => each.default !== undefined);
  const columns = [...gone(old.columns, now.columns), ...gone(withDefault(old), withDefault(now))];
  return {
    of: old.name,
    columns: [...new Set(columns.map((each) => each.name))],
    constraints: gone(old.constraints, now.constraints),
    indexes: gone(old.indexes, now.indexes).map((each) => each.name),
  };
}

/** What an operation waits for that takes things along: nothing may come for them once they are gone. */
export function needsOfTaken(operation: Operation, before: Schema, after: Schema): readonly string[] {
  const taken = takenAlong(operation, before, after);
  if (taken === undefined) return [];
  const { tables, views, sequences, types, parts } = taken;
  return [
    ...tables.flatMap(({ name, constraints }) => [
      thing.table(name),
      thing.exists(name),
      thing.pointed(name),
      ...constraints.flatMap(pointedAt),
    ]),
    ...views.map(thing.view),
    ...sequences.map(thing.index),
    ...types.map(({ name }) => thing.used(name)),
    ...parts.flatMap(({ of, columns, constraints, indexes }) => [
      ...columns.map((column) => thing.column(of, column)),
      ...constraints.flatMap((each) => [
        thing.constraint(of, each.name),
        ...pointedAt(each),
        // A column that takes the place of another has its foreign keys made anew.
        ...(each.definition.type === 'foreign-key'
          ? [thing.exists(of), ...each.definition.columns.map((column) => thing.swapped(of, column))]
          : []),
      ]),
      ...indexes.map((name) => thing.index({ schema: of.schema, name })),
    ]),
  ];
}

/** What is free only when the operation has taken it along. */
export function freedByTaken(operation: Operation, before: Schema, after: Schema): readonly string[] {
  const taken = takenAlong(operation, before, after);
  if (taken === undefined) return [];
  const { tables, views, sequences, parts } = taken;
  const pointed = (constraints: readonly Constraint[]): string[] =>
    constraints.flatMap(({ references }) => (references === undefined ? [] : thing.pointed(references)));
  return [
    ...tables.flatMap(({ name, constraints, indexes }) => [
      thing.exists(name),
      ...indexes.map((each) => thing.index({ schema: name.schema, name: each.name })),
      ...pointed(constraints),
    ]),
    ...views.map(thing.view),
    ...sequences.map(thing.index),
    ...parts.flatMap(({ of, columns, constraints, indexes }) => [
      ...columns.map((column) => thing.column(of, column)),
      ...constraints.map(({ name }) => thing.constraint(of, name)),
      ...indexes.map((name) => thing.index({ schema: of.schema, name })),
      ...pointed(constraints),
    ]),
  ];
}
