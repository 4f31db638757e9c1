import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ConstraintDefinition, IndexDefinition } from '../../operation/operation.ts';
import { quoteIdentifier } from '../../sql/postgres/quote.ts';
import { dropConstraint } from '../drop.ts';
import { constraintName, shorten } from '../naming.ts';
import { isPartitioned, partitionTree } from '../partition-tree.ts';
import { primaryKeyOf } from '../primary-key.ts';
import { renameIndex } from '../rename.ts';
import { type Constraint, type Index, resolve, type Schema, type Table } from '../schema.ts';
import { putTable } from '../store.ts';
import { matchingIndex } from './matching-index.ts';
import { markNotNull } from './not-null.ts';

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
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  const usesIndex = (written.type === 'unique' || written.type === 'primary-key') && written.usingIndex !== undefined;
  const existing = usesIndex ? table.indexes.find((each) => each.name === written.usingIndex) : undefined;
  const ownName = written.name ?? (usesIndex ? written.usingIndex : undefined) ?? constraintName(schema, name, written);
  const constraintNamed = shorten(ownName);
  const old = table.constraints.find((each) => each.name === constraintNamed);
  if (old && (options.operation?.conditional || options.parent)) {
    if (!options.parent) return schema;
    const constraints = table.constraints.map((each) => (each === old ? { ...each, inherited: true as const } : each));
    return putTable(schema, { ...table, constraints });
  }
  let next = old ? dropConstraint(schema, name, constraintNamed) : schema;

  const definition = settled(next, written, constraintNamed, existing);
  const enforced = options.parent?.enforced ?? written.notEnforced !== true;
  const constraint: Constraint = {
    name: constraintNamed,
    definition,
    validated: enforced && (options.fresh === true || written.notValid !== true) && options.operation?.conditional !== true,
    enforced,
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
      if (definition.type === 'primary-key' && !options.operation?.conditional) {
        // NOT NULL passes to inheriting tables too, the key itself only to partitions.
        for (const each of options.only ? [name] : partitionTree(next, name)) next = markNotNull(next, each, definition.columns);
      }
      break;
  }
  if (options.only || definition.noInherit) return next;
  for (const child of table.children) next = addToChild(next, child, name, constraint, written, options);
  return next;
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

/** The copy that a partition or child gets. Foreign keys and indexes pass to partitions only. */
function addToChild(
  schema: Schema,
  child: ResolvedName,
  parent: ResolvedName,
  constraint: Constraint,
  written: ConstraintDefinition,
  options: AddOptions,
): Schema {
  const table = schema.tables.get(keyOf(child));
  const now = schema.tables.get(keyOf(parent))?.constraints.find((each) => each.name === constraint.name);
  if (table === undefined || now === undefined) return schema;
  const partition = table.partitionOf !== undefined;
  const { name: _, ...unnamed } = now.definition;
  const inherit = { ...options, parent: now };
  switch (now.definition.type) {
    case 'check':
    case 'not-null':
      return addConstraint(schema, child, { ...now.definition, ...(written.notValid && { notValid: true }) }, inherit);
    case 'foreign-key':
      if (!partition) return schema;
      return addConstraint(schema, child, { ...now.definition, ...(written.notValid && { notValid: true }) }, inherit);
    default: {
      if (!partition || table.foreign) return schema;
      const match = matchingIndex(table, indexBehind(now), true);
      if (match) return attachIndexOf(schema, table, match, now);
      return addConstraint(schema, child, unnamed as ConstraintDefinition, inherit);
    }
  }
}

/** Hangs a partition's index, and its constraint, on the parent's. */
export function attachIndexOf(schema: Schema, table: Table, index: Index, parent: Constraint): Schema {
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
