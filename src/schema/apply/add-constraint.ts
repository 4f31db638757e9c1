import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition } from '../../operation/operation.ts';
import { quoteIdentifier } from '../../sql/postgres/quote.ts';
import { along } from '../along.ts';
import { dropConstraint } from '../drop.ts';
import { constraintName, shorten } from '../naming.ts';
import { isPartitioned, partitionTree } from '../partition-tree.ts';
import { primaryKeyOf } from '../primary-key.ts';
import { renameIndex } from '../rename.ts';
import { type Constraint, columnOf, type Index, resolve, type Schema, type Table } from '../schema.ts';
import { putTable, same } from '../store.ts';
import { matchingIndex } from './matching-index.ts';
import { hasNotNull, markNotNull } from './not-null.ts';

export interface AddOptions {
  /** The table is empty or the column all NULL: nothing has to be checked, and NOT VALID is not kept. */
  readonly fresh?: boolean;
  readonly operation?: { readonly conditional?: true };
  readonly only?: boolean;
  /** The parent's constraint that this one is the copy of. */
  readonly parent?: Constraint;
}

/**
 * Adds a constraint with its name, its index, NOT NULL of a primary key, the link to a referenced table, and its copies in the tables under it.
 * A name that the table has already: a conditional constraint leaves the old, any other takes its place.
 */
export function addConstraint(schema: Schema, name: ResolvedName, written: ConstraintDefinition, options: AddOptions): Schema {
  const added = along<Addition>(schema, { name, written, options }, addHere);
  if (written.type !== 'primary-key' || options.operation?.conditional) return added;
  // NOT NULL passes to inheriting tables too, the key itself only to partitions.
  const columns = primaryKeyOf(added.tables.get(keyOf(name)))?.columns ?? [];
  return (options.only ? [name] : partitionTree(added, name)).reduce(
    (next, each) => markNotNull(next, each, columns, same(each, name)),
    added,
  );
}

interface Addition {
  readonly name: ResolvedName;
  readonly written: ConstraintDefinition;
  readonly options: AddOptions;
}

function addHere(schema: Schema, { name, written, options }: Addition): readonly [Schema, readonly Addition[]] {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined || (options.parent && !passesTo(table, options.parent))) return [schema, []];
  const match = options.parent?.index === undefined ? undefined : matchingIndex(table, indexBehind(options.parent), true);
  if (options.parent && match) return [attachIndexOf(schema, table, match, options.parent), []];
  // A child keeps the NOT NULL that it has, under the name that it has.
  if (options.parent && written.type === 'not-null' && hasNotNull(table, written.column)) return [schema, []];
  const usesIndex = (written.type === 'unique' || written.type === 'primary-key') && written.usingIndex !== undefined;
  const existing = usesIndex ? table.indexes.find((each) => each.name === written.usingIndex) : undefined;
  const automatic = written.type === 'not-null' ? columnOf(table, written.column)?.notNullAs : undefined;
  const ownName = written.name ?? (usesIndex ? written.usingIndex : automatic) ?? constraintName(schema, name, written);
  const constraintNamed = shorten(ownName);
  const old = table.constraints.find((each) => each.name === constraintNamed);
  if (old && options.parent) {
    const constraints = table.constraints.map((each) => (each === old ? { ...each, inherited: true as const } : each));
    return [putTable(schema, { ...table, constraints }), []];
  }
  if (old && options.operation?.conditional) return [schema, []];
  let next = old ? dropConstraint(schema, name, constraintNamed) : schema;

  const definition = settled(next, written, constraintNamed, existing);
  const enforced = options.parent?.enforced ?? written.notEnforced !== true;
  const constraint: Constraint = {
    name: constraintNamed,
    definition,
    validated: enforced && (options.fresh === true || written.notValid !== true) && options.operation?.conditional !== true,
    enforced,
    ...(options.operation?.conditional && written.notValid !== true && { conditional: true as const }),
    ...(definition.type === 'foreign-key' && { references: resolve(next, definition.references) }),
    ...(options.parent && { inherited: true }),
  };
  switch (definition.type) {
    case 'not-null':
      next = append(next, name, constraint);
      if (constraint.validated) next = markNotNull(next, name, [definition.column]);
      break;
    case 'check':
    case 'foreign-key':
      next = append(next, name, constraint);
      break;
    case 'primary-key':
    case 'unique':
    case 'exclude':
      next = existing ? renameIndex(next, name, existing.name, constraintNamed) : next;
      next = appendWithIndex(next, name, { ...constraint, index: constraintNamed }, options);
      break;
  }
  const parent = next.tables.get(keyOf(name))?.constraints.find((each) => each.name === constraintNamed);
  if (options.only || definition.noInherit || parent === undefined) return [next, []];
  const copy = copyOf(parent, written);
  return [next, table.children.map((child) => ({ name: child, written: copy, options: { ...options, parent } }))];
}

/** Foreign keys and indexes pass to partitions only, and a foreign table has no index. */
function passesTo(table: Table, { definition, index }: Constraint): boolean {
  if (definition.type === 'check' || definition.type === 'not-null') return true;
  return table.partitionOf !== undefined && !(index !== undefined && table.foreign);
}

/** The definition for another table, which makes up a name of its own. */
export function unnamed({ name: _, ...definition }: ConstraintDefinition): ConstraintDefinition {
  return definition as ConstraintDefinition;
}

/** What a partition or child is given of its parent's constraint: an index gets a name of its own. */
function copyOf({ definition, index }: Constraint, written: ConstraintDefinition): ConstraintDefinition {
  if (index !== undefined) return unnamed(definition);
  return { ...definition, ...(written.notValid && { notValid: true }) };
}

function append(schema: Schema, name: ResolvedName, constraint: Constraint): Schema {
  const table = schema.tables.get(keyOf(name)) as Table;
  return putTable(schema, { ...table, constraints: [...table.constraints, constraint] });
}

/** The constraint and the index that enforces it: a new one, or the one that USING INDEX names (renamed already). */
function appendWithIndex(schema: Schema, name: ResolvedName, constraint: Constraint, options: AddOptions): Schema {
  const table = schema.tables.get(keyOf(name)) as Table;
  const definition = indexBehind(constraint);
  const had = table.indexes.find((each) => each.name === constraint.name);
  const parent = options.parent?.index;
  const partitions = isPartitioned(schema, table) && table.children.length > 0;
  const index: Index = {
    ...(had ?? { name: constraint.name, definition, valid: !(options.only && partitions) }),
    constraint: constraint.name,
    ...(parent !== undefined && { parent }),
  };
  return putTable(schema, {
    ...table,
    constraints: [...table.constraints, constraint],
    indexes: had ? table.indexes.map((each) => (each === had ? index : each)) : [...table.indexes, index],
  });
}

/** Hangs a partition's index, and its constraint, on the parent's. */
function attachIndexOf(schema: Schema, table: Table, index: Index, parent: Constraint): Schema {
  return putTable(schema, {
    ...table,
    indexes: table.indexes.map((each) => (each === index && parent.index !== undefined ? { ...each, parent: parent.index } : each)),
    constraints: table.constraints.map((each) => (each.index === index.name ? { ...each, inherited: true } : each)),
  });
}

/** The definition with everything filled in that the catalog knows: name, columns of USING INDEX, the referenced primary key. */
function settled(schema: Schema, written: ConstraintDefinition, named: string, existing: Index | undefined): ConstraintDefinition {
  const { notValid: _valid, notEnforced: _enforced, ...definition } = written;
  switch (definition.type) {
    case 'unique':
    case 'primary-key': {
      const { usingIndex: _, ...rest } = definition;
      const columns = existing
        ? existing.definition.elements.flatMap((each) => (each.column === undefined ? [] : [each.column]))
        : definition.columns;
      const include = existing && existing.definition.include.length > 0 ? { include: existing.definition.include } : {};
      return { ...rest, name: named, columns, ...include, ...(existing?.definition.nullsNotDistinct && { nullsNotDistinct: true }) };
    }
    case 'foreign-key': {
      const references = resolve(schema, definition.references);
      const key = primaryKeyOf(schema.tables.get(keyOf(references)));
      const referencedColumns = definition.referencedColumns.length > 0 ? definition.referencedColumns : (key?.columns ?? []);
      return { ...definition, name: named, references, referencedColumns };
    }
    default:
      return { ...definition, name: named };
  }
}

/** The index that PostgreSQL builds behind a constraint. */
export function indexBehind(constraint: Constraint): IndexDefinition {
  const { definition } = constraint;
  if (definition.type === 'exclude') {
    return {
      name: constraint.name,
      method: definition.method,
      unique: false,
      elements: definition.elements,
      include: [],
      ...(definition.where && { where: definition.where }),
    };
  }
  const keys = definition.type === 'unique' || definition.type === 'primary-key' ? definition : undefined;
  return {
    name: constraint.name,
    method: keys?.withoutOverlaps ? 'gist' : 'btree',
    unique: true,
    ...(keys?.nullsNotDistinct && { nullsNotDistinct: true }),
    elements: (keys?.columns ?? []).map((column) => ({ column, text: quoteIdentifier(column) })),
    include: keys?.include ?? [],
    ...(keys?.tablespace !== undefined && { tablespace: keys.tablespace }),
    ...(keys?.storage !== undefined && { storage: keys.storage }),
  };
}
