import type { Expression } from '../operation/expression.ts';
import { keyOf, type ResolvedName } from '../operation/name.ts';
import type { TypeName } from '../operation/type-name.ts';
import { withNotNullNames } from './automatic-not-null.ts';
import { builtInTypes } from './built-in-types.ts';
import { sequenceOf } from './nextval.ts';
import type { PersistentMap } from './persistent-map.ts';
import type { Column, Constraint, Index, Schema, Sequence, Table, TypeUser, UserType, View } from './schema.ts';
import { resolve } from './schema.ts';

/**
 * The only way into the schema's maps. An operation makes the new table, view, type or sequence; what other objects know of it
 * (`indexes`, `constraintNames`, `typeUsers`, `referencedBy`, `children`, `readBy`, `sequences`) is brought in step here, from the
 * difference of old and new, so that no operation can forget a link and none has to search for its users.
 */

export function putTable(schema: Schema, given: Table): Schema {
  const table = given.mysql === undefined ? withNotNullNames(schema, given) : given;
  const key = keyOf(table.name);
  const before = schema.tables.get(key);
  return before === table ? schema : linkTable({ ...schema, tables: schema.tables.set(key, table) }, before, table);
}

/** Takes a table out, and nothing with it: dependents are the business of `drop.ts`. */
export function removeTable(schema: Schema, name: ResolvedName): Schema {
  const before = schema.tables.get(keyOf(name));
  return before === undefined ? schema : linkTable({ ...schema, tables: schema.tables.delete(keyOf(name)) }, before, undefined);
}

export function putView(schema: Schema, view: View): Schema {
  const key = keyOf(view.name);
  const before = schema.views.get(key);
  return before === view ? schema : linkView({ ...schema, views: schema.views.set(key, view) }, before, view);
}

export function removeView(schema: Schema, name: ResolvedName): Schema {
  const before = schema.views.get(keyOf(name));
  return before === undefined ? schema : linkView({ ...schema, views: schema.views.delete(keyOf(name)) }, before, undefined);
}

export function putSequence(schema: Schema, sequence: Sequence): Schema {
  const key = keyOf(sequence.name);
  const before = schema.sequences.get(key);
  return linkSequence({ ...schema, sequences: schema.sequences.set(key, sequence) }, before, sequence);
}

export function removeSequence(schema: Schema, name: ResolvedName): Schema {
  const before = schema.sequences.get(keyOf(name));
  return before === undefined ? schema : linkSequence({ ...schema, sequences: schema.sequences.delete(keyOf(name)) }, before, undefined);
}

export function putType(schema: Schema, type: UserType): Schema {
  const key = keyOf(type.name);
  const before = schema.types.get(key);
  return linkType({ ...schema, types: schema.types.set(key, type) }, before, type);
}

export function removeType(schema: Schema, name: ResolvedName): Schema {
  const before = schema.types.get(keyOf(name));
  return before === undefined ? schema : linkType({ ...schema, types: schema.types.delete(keyOf(name)) }, before, undefined);
}

/** A table of which history only tells that it is there. */
export function unknownTable(name: ResolvedName): Table {
  return {
    name,
    columns: [],
    constraints: [],
    indexes: [],
    referencedBy: [],
    children: [],
    inherits: [],
    readBy: [],
    sequences: [],
    hanging: [],
    complete: false,
    createdIn: 0,
    unfollowed: 0,
  };
}

/** Changes a table that may be absent. */
function adjust(schema: Schema, name: ResolvedName, change: (table: Table) => Table): Schema {
  const table = schema.tables.get(keyOf(name));
  return table === undefined ? schema : { ...schema, tables: schema.tables.set(keyOf(name), change(table)) };
}

/** As `adjust`, and an unknown table comes to be known by being mentioned. The catalogs are not tables of the user. */
function mention(schema: Schema, name: ResolvedName, change: (table: Table) => Table): Schema {
  if (name.schema === 'pg_catalog' || name.schema === 'information_schema') return schema;
  if (schema.tables.has(keyOf(name))) return adjust(schema, name, change);
  return { ...schema, tables: schema.tables.set(keyOf(name), change(unknownTable(name))) };
}

function linkTable(schema: Schema, before: Table | undefined, after: Table | undefined): Schema {
  let next = schema;
  const name = (after ?? before)?.name as ResolvedName;
  // MySQL's indexes have their names within their table, and nobody makes types or draws from sequences there.
  const isMysql = (after ?? before)?.mysql !== undefined;
  if (!isMysql && before?.indexes !== after?.indexes) next = linkIndexes(next, name, before?.indexes, after?.indexes);
  if (before?.constraints !== after?.constraints) {
    for (const each of onlyIn(before?.constraints, after?.constraints)) next = unlinkConstraint(next, name, each);
    for (const each of onlyIn(after?.constraints, before?.constraints)) next = linkConstraint(next, name, each);
  }
  if (!isMysql && before?.columns !== after?.columns) {
    const gone = onlyIn(before?.columns, after?.columns);
    const come = onlyIn(after?.columns, before?.columns);
    for (const { notNullAs } of gone) if (notNullAs !== undefined) next = countName(next, name, notNullAs, -1);
    for (const { notNullAs } of come) if (notNullAs !== undefined) next = countName(next, name, notNullAs, 1);
    // Where none is gone, as by ADD COLUMN, nothing has changed for those that were there.
    const there = gone.length > 0 ? (after?.columns ?? []) : come;
    next = linkTypes(
      next,
      { kind: 'table', name },
      gone.map((each) => each.type),
      there.map((each) => each.type),
    );
    next = linkDefaults(next, name, gone, there);
  }
  const parentsBefore = parentsOf(before);
  const parentsAfter = parentsOf(after);
  for (const parent of parentsBefore.filter((each) => !includes(parentsAfter, each))) {
    next = adjust(next, parent, (table) => ({ ...table, children: without(table.children, name) }));
  }
  for (const parent of parentsAfter.filter((each) => !includes(parentsBefore, each))) {
    next = mention(next, parent, (table) => (includes(table.children, name) ? table : { ...table, children: [...table.children, name] }));
  }
  return next;
}

function linkIndexes(
  schema: Schema,
  name: ResolvedName,
  before: readonly Index[] | undefined,
  after: readonly Index[] | undefined,
): Schema {
  let next = schema;
  const keyIn = (index: Index): string => keyOf({ schema: name.schema, name: index.name });
  for (const each of onlyIn(before, after)) next = { ...next, indexes: next.indexes.delete(keyIn(each)) };
  for (const each of onlyIn(after, before)) {
    const owner = next.indexes.get(keyIn(each));
    if (owner !== undefined && owner !== keyOf(name)) next = withoutIndex(next, owner, each.name);
    next = { ...next, indexes: next.indexes.set(keyIn(each), keyOf(name)) };
  }
  return next;
}

/** An index whose name another table's now has must have gone without our seeing it. */
function withoutIndex(schema: Schema, owner: string, index: string): Schema {
  const table = schema.tables.get(owner);
  const view = schema.views.get(owner);
  const indexes = (table ?? view)?.indexes.filter((each) => each.name !== index) ?? [];
  if (table) return putTable(schema, { ...table, indexes, constraints: table.constraints.filter((each) => each.index !== index) });
  return view ? putView(schema, { ...view, indexes }) : schema;
}

function countName(schema: Schema, table: ResolvedName, name: string, by: 1 | -1): Schema {
  const key = keyOf({ schema: table.schema, name });
  const count = (schema.constraintNames.get(key) ?? 0) + by;
  return { ...schema, constraintNames: count > 0 ? schema.constraintNames.set(key, count) : schema.constraintNames.delete(key) };
}

function linkConstraint(schema: Schema, table: ResolvedName, constraint: Constraint): Schema {
  const next = countName(schema, table, constraint.name, 1);
  const reference = { table, constraint: constraint.name };
  if (constraint.references === undefined) return next;
  return mention(next, constraint.references, (target) => ({ ...target, referencedBy: [...target.referencedBy, reference] }));
}

function unlinkConstraint(schema: Schema, table: ResolvedName, constraint: Constraint): Schema {
  const next = countName(schema, table, constraint.name, -1);
  if (constraint.references === undefined) return next;
  return adjust(next, constraint.references, (target) => ({
    ...target,
    referencedBy: target.referencedBy.filter((each) => !(each.constraint === constraint.name && same(each.table, table))),
  }));
}

function linkView(schema: Schema, before: View | undefined, after: View | undefined): Schema {
  let next = schema;
  const name = (after ?? before)?.name as ResolvedName;
  if (before?.indexes !== after?.indexes) next = linkIndexes(next, name, before?.indexes, after?.indexes);
  const readBefore = before?.reads.map((each) => each.table) ?? [];
  const readAfter = after?.reads.map((each) => each.table) ?? [];
  const off = <T extends Table | View>(object: T): T => ({ ...object, readBy: without(object.readBy, name) });
  const on = <T extends Table | View>(object: T): T =>
    includes(object.readBy, name) ? object : { ...object, readBy: [...object.readBy, name] };
  for (const read of readBefore.filter((each) => !includes(readAfter, each))) {
    const view = next.views.get(keyOf(read));
    next = view ? { ...next, views: next.views.set(keyOf(read), off(view)) } : adjust(next, read, off);
  }
  for (const read of readAfter.filter((each) => !includes(readBefore, each))) {
    const view = next.views.get(keyOf(read));
    next = view ? { ...next, views: next.views.set(keyOf(read), on(view)) } : mention(next, read, on);
  }
  return next;
}

function linkSequence(schema: Schema, before: Sequence | undefined, after: Sequence | undefined): Schema {
  const name = (after ?? before)?.name as ResolvedName;
  let next = schema;
  if (before?.ownedBy) {
    next = adjust(next, before.ownedBy.table, (table) => ({
      ...table,
      sequences: table.sequences.filter((each) => !same(each.sequence, name)),
    }));
  }
  if (after?.ownedBy) {
    const owned = { sequence: name, column: after.ownedBy.column };
    next = mention(next, after.ownedBy.table, (table) => ({ ...table, sequences: [...table.sequences, owned] }));
  }
  return next;
}

function linkType(schema: Schema, before: UserType | undefined, after: UserType | undefined): Schema {
  const base = (type: UserType | undefined): readonly TypeName[] => (type?.kind === 'domain' ? [type.type] : []);
  const name = (after ?? before)?.name as ResolvedName;
  return linkTypes(schema, { kind: 'domain', name }, base(before), base(after));
}

function linkTypes(schema: Schema, user: TypeUser, gone: readonly TypeName[], there: readonly TypeName[]): Schema {
  const keysOf = (types: readonly TypeName[]): readonly string[] => types.flatMap((type) => typeKey(schema, type) ?? []);
  const isUser = (each: TypeUser): boolean => each.kind === user.kind && same(each.name, user.name);
  const typeUsers = linkUsers(schema.typeUsers, user, isUser, keysOf(gone), keysOf(there));
  return typeUsers === schema.typeUsers ? schema : { ...schema, typeUsers };
}

function linkDefaults(schema: Schema, name: ResolvedName, gone: readonly Column[], there: readonly Column[]): Schema {
  const keysOf = (columns: readonly Column[]): readonly string[] => columns.flatMap((column) => sequenceKey(schema, column.default) ?? []);
  const sequenceUsers = linkUsers(schema.sequenceUsers, name, (each) => same(each, name), keysOf(gone), keysOf(there));
  return sequenceUsers === schema.sequenceUsers ? schema : { ...schema, sequenceUsers };
}

/** Takes the user off the keys that it no longer uses, and puts it on those that it has come to use. */
function linkUsers<User>(
  users: PersistentMap<readonly User[]>,
  user: User,
  isUser: (each: User) => boolean,
  gone: readonly string[],
  there: readonly string[],
): PersistentMap<readonly User[]> {
  const used = new Set(there);
  let next = users;
  for (const key of new Set(gone)) {
    if (used.has(key)) continue;
    const left = (next.get(key) ?? []).filter((each) => !isUser(each));
    next = left.length > 0 ? next.set(key, left) : next.delete(key);
  }
  for (const key of used) {
    const known = next.get(key) ?? [];
    if (!known.some(isUser)) next = next.set(key, [...known, user]);
  }
  return next;
}

/** The key of the sequence that a default draws from. */
export function sequenceKey(schema: Schema, value: Expression | undefined): string | undefined {
  const name = value && sequenceOf(value.tree);
  return name && keyOf(resolve(schema, name, schema.sequences));
}

/** The key of a type that a user may have made; undefined for built-in ones. */
export function typeKey(schema: Schema, type: TypeName): string | undefined {
  if (type.schema === 'pg_catalog') return undefined;
  if (type.schema === undefined && builtInTypes.has(type.name)) return undefined;
  return keyOf(resolve(schema, type, schema.types));
}

/** Tables that it is a partition of, or inherits from. */
export function parentsOf(table: Table | undefined): readonly ResolvedName[] {
  if (table === undefined) return [];
  return table.partitionOf ? [table.partitionOf.parent] : table.inherits;
}

export function same(a: ResolvedName, b: ResolvedName): boolean {
  return a.name === b.name && a.schema === b.schema;
}

function includes(names: readonly ResolvedName[], name: ResolvedName): boolean {
  return names.some((each) => same(each, name));
}

function without(names: readonly ResolvedName[], name: ResolvedName): readonly ResolvedName[] {
  return names.filter((each) => !same(each, name));
}

/** Most changes append or replace one: what both begin with is passed over without a set of all. */
function onlyIn<T>(these: readonly T[] = [], those: readonly T[] = []): readonly T[] {
  let start = 0;
  while (start < these.length && these[start] === those[start]) start++;
  if (start === these.length || start >= those.length) return these.slice(start);
  const others = new Set(those.slice(start));
  return these.slice(start).filter((each) => !others.has(each));
}
