import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { passesNotNull } from '../automatic-not-null.ts';
import { constraintsInOrder } from '../constraints-in-order.ts';
import { dropTable, dropView } from '../drop.ts';
import { isInheritable } from '../inheritable.ts';
import { notNullName } from '../naming.ts';
import { isUnder } from '../partition-tree.ts';
import { type Column, type Constraint, newName, resolve, type Schema, type Table, tableOf } from '../schema.ts';
import { isSerial } from '../serial.ts';
import { putTable, same, unknownTable } from '../store.ts';
import { createdIn } from '../unit.ts';
import { addConstraint, unnamed } from './add-constraint.ts';
import { columnFrom, giveSequence, inlineConstraints, qualifiedType } from './column-definition.ts';
import { addIndex } from './index.ts';
import { hasNotNull, markNotNull } from './not-null.ts';
import { adoptFromParent } from './partition.ts';

type CreateTable = OperationOf<'create-table'>;

/**
 * CREATE TABLE in all its forms: columns of LIKE, of parents, its own; then, in PostgreSQL's order (it decides the names), CHECK and NOT NULL, indexes
 * of constraints (the primary key first), foreign keys, and what LIKE and a partition's parent add.
 */
export function createTable(schema: Schema, operation: CreateTable): Schema {
  const draft = draftOf(schema, operation);
  if (draft === undefined) return schema;
  const { table, merged, parents, likes } = draft;
  const { name } = table;
  let next = putTable(draft.schema, table);
  if (operation.persistence === 'temporary' && !next.temporary.some((each) => same(each, name))) {
    next = { ...next, temporary: [...next.temporary, name] };
  }
  for (const definition of operation.columns) next = giveSequence(next, name, definition);
  // NOT NULL of a column is the table's own, or else the first parent's that has one.
  const givesNotNull = (column: string): Table | undefined =>
    saysNotNull(operation, column) || isLiked(likes, column)
      ? undefined
      : parents.find((parent) => hasNotNull(parent, column) && passesNotNull(parent, column));
  for (const parent of parents) next = inheritConstraints(next, name, parent, (column) => givesNotNull(column) === parent);
  for (const like of likes) next = likeConstraints(next, name, like.source, optionsOf(like.including));
  // Before its own keys, so that a partition has the parent's beside one of its own that says the same.
  if (operation.partitionOf && table.partitionOf) next = adoptFromParent(next, name, table.partitionOf.parent);
  // Where the table may be another's, nothing of what is written here is proven.
  const certainty = merged ? ({ conditional: true } as const) : operation;
  for (const definition of inOrder(operation)) {
    if (definition.type === 'not-null' && isLiked(likes, definition.column)) continue;
    next = addConstraint(next, name, definition, { fresh: true, operation: certainty });
  }
  for (const like of likes) next = likeIndexes(next, name, like.source, optionsOf(like.including));
  return next;
}

/** The columns and the state that a CREATE TABLE gives its table, without what hangs on them; undefined where it makes none. */
export function draftedTable(schema: Schema, operation: CreateTable): Table | undefined {
  return draftOf(schema, operation)?.table;
}

interface Draft {
  /** Without what had the name before. */
  readonly schema: Schema;
  readonly table: Table;
  /** Whether a table that history only mentioned is taken to be this one. */
  readonly merged: boolean;
  readonly parents: readonly Table[];
  readonly likes: readonly { readonly including: readonly string[]; readonly source: Table | undefined }[];
}

function draftOf(schema: Schema, operation: CreateTable): Draft | undefined {
  const name = nameOf(schema, operation);
  const key = keyOf(name);
  const known = schema.tables.get(key);
  // History made it, be it that not all its columns are known.
  const isMade = known?.complete || known?.persistence !== undefined;
  if (operation.ifNotExists && (schema.views.has(key) || isMade)) return undefined;
  // A conditional CREATE over a known table, or IF NOT EXISTS over one that was only mentioned: what it lists is there, and maybe more.
  const merged = known !== undefined && (operation.ifNotExists || operation.conditional) ? known : undefined;
  if (merged?.complete) return undefined;
  const created = createdIn(schema, name, operation);
  const next = merged ? schema : dropTable(dropView(schema, name), name);
  const parentNames = (operation.partitionOf ? [operation.partitionOf.parent] : operation.inherits).map((parent) => resolve(next, parent));
  if (parentNames.some((parent) => isUnder(next, parent, name))) return undefined;
  const parents = parentNames.map((parent) => next.tables.get(keyOf(parent)) ?? unknownTable(parent));
  const likes = operation.like.map((like) => ({ ...like, source: tableOf(next, like.table) }));

  let columns: readonly Column[] = merged?.columns ?? [];
  for (const parent of parents) columns = withInherited(columns, parent, operation.partitionOf !== undefined, created);
  for (const like of likes) columns = [...columns, ...likeColumns(like.source, optionsOf(like.including), created)];
  for (const definition of operation.columns) {
    const column = columnFrom(next, name, definition, created);
    const old = columns.find((each) => each.name === column.name);
    columns = old ? columns.map((each) => (each === old ? mergedColumn(old, column, operation) : each)) : [...columns, column];
  }
  // What the table itself says to be NOT NULL has a name of its own, what it only inherits its parent's, and what it copies the name that it had.
  columns = columns.map((each) =>
    saysNotNull(operation, each.name) && each.notNull && !isLiked(likes, each.name)
      ? { ...each, notNullAs: nameOfNotNull(operation, each.name) ?? notNullName(next, name, each.name) }
      : each,
  );
  const unknownColumns =
    operation.asQuery !== undefined ||
    operation.ofType !== undefined ||
    parents.some((each) => !each.complete) ||
    likes.some((each) => !each.source?.complete);

  const table: Table = {
    ...(merged ?? unknownTable(name)),
    columns,
    inherits: operation.partitionOf ? [] : parentNames,
    ...(operation.partitionOf && { partitionOf: { parent: parentNames[0] as ResolvedName, bound: operation.partitionOf.bound } }),
    ...(operation.partitionBy && { partitionBy: operation.partitionBy }),
    ...(operation.foreign && { foreign: true }),
    ...(operation.tablespace !== undefined && { tablespace: operation.tablespace }),
    ...accessMethodOf(operation, parents),
    ...(operation.ofType && { ofType: resolve(next, operation.ofType, next.types) }),
    ...(merged === undefined && !operation.conditional && { persistence: operation.persistence }),
    complete: !(merged || operation.conditional || unknownColumns),
    createdIn: created,
    unfollowed: schema.unfollowed,
  };
  return { schema: next, table, merged: merged !== undefined, parents, likes };
}

type Likes = Draft['likes'];

/** Whether NOT NULL of the column is copied from another table. */
const isLiked = (likes: Likes, column: string): boolean => likes.some(({ source }) => source !== undefined && hasNotNull(source, column));

/** Whether a definition or a constraint of the statement makes the column NOT NULL. */
function saysNotNull({ columns, constraints }: CreateTable, name: string): boolean {
  const definition = columns.find((each) => each.name === name);
  const keys = [...constraints, ...(definition === undefined ? [] : inlineConstraints(definition))];
  return (
    (definition !== undefined && (definition.notNull || definition.identity !== undefined || isSerial(definition.type))) ||
    keys.some((each) => (each.type === 'primary-key' && each.columns.includes(name)) || (each.type === 'not-null' && each.column === name))
  );
}

function nameOfNotNull({ columns, constraints }: CreateTable, name: string): string | undefined {
  const all = [...constraints, ...(columns.find((each) => each.name === name)?.constraints ?? [])];
  return all.find((each) => each.type === 'not-null' && each.column === name)?.name;
}

/** A partition is stored as its parent says, since PostgreSQL 17; before, a parent had nothing to say. */
function accessMethodOf({ accessMethod, partitionOf }: CreateTable, [parent]: readonly Table[]): Pick<Table, 'accessMethod'> {
  const method = accessMethod ?? (partitionOf === undefined ? undefined : parent?.accessMethod);
  return method === undefined ? {} : { accessMethod: method };
}

function nameOf(schema: Schema, { table, persistence }: CreateTable): ResolvedName {
  if (persistence === 'temporary') return { schema: 'pg_temp', name: table.name };
  return newName(schema, table);
}

/** Constraints as PostgreSQL makes them: see above. */
function inOrder(operation: CreateTable): readonly ConstraintDefinition[] {
  const all = [...operation.columns.flatMap(inlineConstraints), ...operation.constraints].sort((a, b) => a.span.start - b.span.start);
  return constraintsInOrder(all);
}

/** The columns with a parent's: merged by name, NOT NULL if either is. Identity passes to partitions, not to inheriting tables. */
function withInherited(columns: readonly Column[], parent: Table, partition: boolean, created: number): readonly Column[] {
  const merged = [...columns];
  for (const { identity, notNullKept: _, ...all } of parent.columns) {
    const column = passesNotNull(parent, all.name) ? all : nullable(all);
    const at = merged.findIndex((each) => each.name === column.name);
    const copy: Column = { ...column, inherited: true, createdIn: created, ...(identity && partition && { identity }) };
    if (at === -1) merged.push(copy);
    else if (column.notNull) merged[at] = { ...(merged[at] as Column), notNull: true };
  }
  return merged;
}

const nullable = ({ notNullAs: _, ...column }: Column): Column => ({ ...column, notNull: false });

/** A column that parents or an earlier definition of the table have too: the new definition adds its default and NOT NULL. */
function mergedColumn(old: Column, column: Column, operation: CreateTable): Column {
  const { inherited: _, ...local } = old;
  return {
    ...(operation.partitionOf ? old : local),
    notNull: old.notNull || column.notNull,
    ...(column.default && { default: column.default }),
    ...(column.generated && { generated: column.generated }),
  };
}

function inheritConstraints(schema: Schema, name: ResolvedName, parent: Table, givesNotNull: (column: string) => boolean): Schema {
  const table = schema.tables.get(keyOf(name)) as Table;
  const gives = ({ name: constraint, definition }: Constraint): boolean =>
    definition.type === 'not-null' ? givesNotNull(definition.column) : !table.constraints.some((own) => own.name === constraint);
  const inherited = parent.constraints
    .filter((each) => isInheritable(each) && gives(each))
    // The table is empty, so that what the parent has not validated is valid here.
    .map((each): Constraint => ({ ...each, validated: each.enforced, inherited: true }));
  return inherited.length === 0 ? schema : withConstraints(schema, table, inherited);
}

/** The options of LIKE with `all` spelt out. */
function optionsOf(including: readonly string[]): (option: string) => boolean {
  return (option) => including.includes('all') || including.includes(option);
}

type Including = ReturnType<typeof optionsOf>;

function likeColumns(source: Table | undefined, including: Including, created: number): readonly Column[] {
  return (source?.columns ?? []).map(({ default: value, identity, generated, inherited: _, ...column }) => ({
    ...column,
    createdIn: created,
    ...(value && including('defaults') && { default: value }),
    ...(identity && including('identity') && { identity }),
    ...(generated && including('generated') && { generated }),
  }));
}

function likeConstraints(schema: Schema, name: ResolvedName, source: Table | undefined, including: Including): Schema {
  let next = schema;
  for (const column of source?.columns ?? []) {
    if (column.identity && including('identity')) {
      next = giveSequence(next, name, { name: column.name, type: qualifiedType(next, column.type), identity: column.identity });
    }
  }
  const table = next.tables.get(keyOf(name)) as Table;
  const copied = (source?.constraints ?? [])
    .filter((each) => each.definition.type === 'not-null' || (each.definition.type === 'check' && including('constraints')))
    .map(({ inherited: _, ...each }): Constraint => ({ ...each, validated: each.enforced }));
  return copied.length === 0 ? next : withConstraints(next, table, copied);
}

/** Those of another table, valid here: a NOT NULL among them holds for its column. */
function withConstraints(schema: Schema, table: Table, given: readonly Constraint[]): Schema {
  const next = putTable(schema, { ...table, constraints: [...table.constraints, ...given] });
  const columns = given.flatMap(({ definition }) => (definition.type === 'not-null' ? [definition.column] : []));
  return markNotNull(next, table.name, columns);
}

function likeIndexes(schema: Schema, name: ResolvedName, source: Table | undefined, including: Including): Schema {
  let next = schema;
  if (source === undefined || !including('indexes')) return next;
  for (const index of source.indexes) {
    const constraint = source.constraints.find((each) => each.index === index.name);
    if (constraint) {
      next = addConstraint(next, name, unnamed(constraint.definition), { fresh: true });
    } else {
      const { name: _, ...definition } = index.definition;
      next = addIndex(next, name, definition, {});
    }
  }
  return next;
}
