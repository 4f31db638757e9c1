import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { TypeName } from '../operation/type-name.ts';
import { quoteName } from '../sql/postgres/quote.ts';
import { along } from './along.ts';
import { automaticNotNull } from './automatic-not-null.ts';
import { dropConstraint, dropIndex } from './drop.ts';
import { renamedNextval } from './nextval.ts';
import type { Schema, Table, UserType, View } from './schema.ts';
import {
  putSequence,
  putTable,
  putType,
  putView,
  removeSequence,
  removeTable,
  removeType,
  removeView,
  same,
  sequenceKey,
  typeKey,
} from './store.ts';
import { free } from './unit.ts';

/** New names, and whatever knows the object by the old one. PostgreSQL's own links are numbers, so that every user follows a rename. */

/** Gives a table another name or schema. Its indexes, constraints and owned sequences follow into the schema. */
export function moveTable(schema: Schema, from: ResolvedName, to: ResolvedName): Schema {
  const table = schema.tables.get(keyOf(from));
  if (table === undefined || same(from, to)) return schema;
  const name = (each: ResolvedName): ResolvedName => (same(each, from) ? to : each);
  const free_ = schema.freedNames.has(keyOf(to));
  let next = removeTable(schema, from);
  next = putTable(next, {
    ...table,
    name: to,
    // Those that point here are linked anew below; a foreign key of the table to itself links itself.
    referencedBy: table.referencedBy.filter((each) => !same(each.table, from)),
    constraints: table.constraints.map((each) => (each.references && same(each.references, from) ? pointing(each, to) : each)),
    children: table.children,
    createdIn: free_ ? 0 : table.createdIn,
  });
  for (const { table: referencing, constraint } of table.referencedBy) {
    const other = next.tables.get(keyOf(referencing));
    if (other === undefined || same(referencing, from)) continue;
    const constraints = other.constraints.map((each) => (each.name === constraint && each.references ? pointing(each, to) : each));
    // The link is there already, under the same names: only the constraint's own copy of the target changes.
    next = { ...next, tables: next.tables.set(keyOf(referencing), { ...other, constraints }) };
  }
  for (const child of table.children) {
    const other = next.tables.get(keyOf(child));
    if (other === undefined) continue;
    const moved: Table = {
      ...other,
      inherits: other.inherits.map(name),
      ...(other.partitionOf && { partitionOf: { ...other.partitionOf, parent: name(other.partitionOf.parent) } }),
    };
    next = { ...next, tables: next.tables.set(keyOf(child), moved) };
  }
  for (const reader of table.readBy) next = renameRead(next, reader, from, to);
  for (const { sequence, column } of table.sequences) {
    next = { ...next, sequences: next.sequences.set(keyOf(sequence), { name: sequence, ownedBy: { table: to, column } }) };
    next = moveSequence(next, sequence, { schema: to.schema, name: sequence.name });
  }
  if (table.persistence === 'temporary') next = { ...next, temporary: next.temporary.map(name) };
  return free(next, keyOf(from), table.createdIn);
}

function pointing<T extends Table['constraints'][number]>(constraint: T, to: ResolvedName): T {
  const { definition } = constraint;
  return definition.type === 'foreign-key' ? { ...constraint, references: to, definition: { ...definition, references: to } } : constraint;
}

function renameRead(schema: Schema, reader: ResolvedName, from: ResolvedName, to: ResolvedName): Schema {
  const view = schema.views.get(keyOf(reader));
  if (view === undefined) return schema;
  const reads = view.reads.map((read) => (same(read.table, from) ? { ...read, table: to } : read));
  return { ...schema, views: schema.views.set(keyOf(reader), { ...view, reads }) };
}

/** Gives a view another name or schema. */
export function moveView(schema: Schema, from: ResolvedName, to: ResolvedName): Schema {
  const view = schema.views.get(keyOf(from));
  if (view === undefined || same(from, to)) return schema;
  const moved: View = { ...view, name: to, createdIn: schema.freedNames.has(keyOf(to)) ? 0 : view.createdIn };
  let next = putView(removeView(schema, from), moved);
  for (const reader of view.readBy) next = renameRead(next, reader, from, to);
  return free(next, keyOf(from), view.createdIn);
}

/** Gives a sequence another name or schema, and the defaults that draw from it. */
export function moveSequence(schema: Schema, from: ResolvedName, to: ResolvedName): Schema {
  const sequence = schema.sequences.get(keyOf(from));
  if (sequence === undefined || same(from, to)) return schema;
  let next = putSequence(removeSequence(schema, from), { ...sequence, name: to });
  for (const user of schema.sequenceUsers.get(keyOf(from)) ?? []) {
    const table = next.tables.get(keyOf(user));
    if (table === undefined) continue;
    const columns = table.columns.map((column) =>
      column.default && sequenceKey(schema, column.default) === keyOf(from)
        ? { ...column, default: renamedNextval(column.default, to) }
        : column,
    );
    next = putTable(next, { ...table, columns });
  }
  return next;
}

/** Gives a type another name or schema, and the columns and domains of that type with it. */
export function moveType(schema: Schema, from: ResolvedName, to: ResolvedName): Schema {
  const type = schema.types.get(keyOf(from));
  if (type === undefined || same(from, to)) return schema;
  const users = schema.typeUsers.get(keyOf(from)) ?? [];
  let next = putType(removeType(schema, from), { ...type, name: to } as UserType);
  const rename = (name: TypeName): TypeName => {
    if (typeKey(schema, name) !== keyOf(from)) return name;
    return { ...name, schema: to.schema, name: to.name, text: typeText(name, to) };
  };
  for (const user of users) {
    if (user.kind === 'table') {
      const table = next.tables.get(keyOf(user.name));
      if (table) next = putTable(next, { ...table, columns: table.columns.map((column) => ({ ...column, type: rename(column.type) })) });
    } else {
      const domain = next.types.get(keyOf(user.name));
      if (domain?.kind === 'domain') next = putType(next, { ...domain, type: rename(domain.type) });
    }
  }
  for (const [, table] of next.tables.entries())
    if (table.ofType && same(table.ofType, from)) next = putTable(next, { ...table, ofType: to });
  return next;
}

function typeText(type: TypeName, to: ResolvedName): string {
  return quoteName(type.schema === undefined ? { name: to.name } : to) + '[]'.repeat(type.dimensions);
}

/** Gives an index another name, and its constraint with it. What bore the name has gone without our seeing it; so with constraints. */
export function renameIndex(schema: Schema, name: ResolvedName, from: string, to: string): Schema {
  if (from === to) return schema;
  const cleared = dropIndex(schema, name, to);
  const table = cleared.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const next = putTable(cleared, {
    ...table,
    indexes: table.indexes.map((each) => {
      if (each.name !== from) return each;
      return { ...each, name: to, definition: { ...each.definition, name: to }, ...(each.constraint !== undefined && { constraint: to }) };
    }),
    constraints: table.constraints.map((each) =>
      each.index === from ? { ...each, name: to, index: to, definition: { ...each.definition, name: to } } : each,
    ),
  });
  return renameParentIndex(next, table.children, from, to);
}

function renameParentIndex(schema: Schema, children: readonly ResolvedName[], from: string, to: string): Schema {
  let next = schema;
  for (const child of children) {
    const table = next.tables.get(keyOf(child));
    if (!table?.indexes.some((each) => each.parent === from)) continue;
    next = putTable(next, { ...table, indexes: table.indexes.map((each) => (each.parent === from ? { ...each, parent: to } : each)) });
  }
  return next;
}

/** Gives a constraint another name, with its index, and in the tables that inherit it. */
export function renameConstraint(schema: Schema, name: ResolvedName, from: string, to: string): Schema {
  if (from === to) return schema;
  return along(schema, name, (at, each) => {
    const constraint = at.tables.get(keyOf(each))?.constraints.find((one) => one.name === from);
    if (constraint === undefined) return renameNotNull(at, each, from, to);
    if (!same(each, name) && !constraint.inherited) return [at, []];
    const cleared = dropConstraint(at, each, to);
    if (constraint.index !== undefined) return [renameIndex(cleared, each, constraint.index, to), []];
    const table = cleared.tables.get(keyOf(each)) as Table;
    const renamed = { ...constraint, name: to, definition: { ...constraint.definition, name: to } };
    const columns = table.columns.map((column) => (column.notNullAs === from ? { ...column, notNullAs: to } : column));
    const constraints = table.constraints.map((one) => (one === constraint ? renamed : one));
    const next = putTable(cleared, { ...table, columns, constraints });
    return [next, constraint.definition.type === 'foreign-key' ? [] : table.children];
  });
}

/** The name of a NOT NULL that nobody named, and where it is inherited. */
function renameNotNull(schema: Schema, name: ResolvedName, from: string, to: string): readonly [Schema, readonly ResolvedName[]] {
  const table = schema.tables.get(keyOf(name));
  const column = automaticNotNull(table, from);
  if (table === undefined || column === undefined) return [schema, []];
  const columns = table.columns.map((each) => (each === column ? { ...each, notNullAs: to } : each));
  return [putTable(schema, { ...table, columns }), table.children];
}
