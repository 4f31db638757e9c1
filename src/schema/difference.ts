import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import type { PartitionBound, PartitionKey } from '../operation/operation.ts';
import { comparableConstraint, comparableElement, comparableExpression, comparableIndex, comparableType } from './comparable.ts';
import type { PersistentMap } from './persistent-map.ts';
import type { Column, Constraint, Index, Schema, Sequence, Table, UserFunction, UserType, View } from './schema.ts';
import { typeKey } from './store.ts';

/** A thing as named facts: `{ type: 'int4', null: 'no' }`. Two things are the same exactly if their facts are. */
type Facts = ReadonlyMap<string, string>;

/**
 * What `b` has otherwise than `a`, a line each, in plain words; empty: they are the same schema.
 * The order of columns, the author's wording, sizes, and what is new or freed do not count; a valid NOT NULL counts as the column's, under
 * whatever name. What both share is not looked at.
 * @param tables keys of the tables to compare; without them everything is.
 */
export function difference(a: Schema, b: Schema, tables?: readonly string[]): readonly string[] {
  if (a === b) return [];
  const only = tables && new Set(tables);
  const lines = compare('table', a.tables, b.tables, (table, of) => tableFacts(table, of), a, b, only);
  if (only) return lines;
  return [
    ...lines,
    ...compare('view', a.views, b.views, viewFacts, a, b),
    ...compare('type', a.types, b.types, typeFacts, a, b),
    ...compare('sequence', a.sequences, b.sequences, sequenceFacts, a, b),
    ...compare('function', a.functions, b.functions, functionFacts, a, b),
  ];
}

function compare<V>(
  kind: string,
  mapA: PersistentMap<V>,
  mapB: PersistentMap<V>,
  facts: (value: V, schema: Schema) => Facts,
  a: Schema,
  b: Schema,
  only?: ReadonlySet<string>,
): readonly string[] {
  if (mapA === mapB) return [];
  const lines: string[] = [];
  // One version is read as a whole before the other: versions of one map take turns at owning it.
  const all = new Map(only ? [...only].flatMap((key) => entry(mapA, key)) : mapA.entries());
  const others = new Map(only ? [...only].flatMap((key) => entry(mapB, key)) : mapB.entries());
  for (const [key, value] of all) {
    const other = others.get(key);
    if (other === undefined) lines.push(`${kind} ${shown(key)} is missing`);
    else if (other !== value) lines.push(...factLines(`${kind} ${shown(key)}`, facts(value, a), facts(other, b)));
  }
  for (const key of others.keys()) if (!all.has(key)) lines.push(`${kind} ${shown(key)} should not be there`);
  return lines;
}

function entry<V>(map: PersistentMap<V>, key: string): [string, V][] {
  const value = map.get(key);
  return value === undefined ? [] : [[key, value]];
}

function shown(key: string): string {
  return key.replace('\t', '.');
}

function factLines(of: string, a: Facts, b: Facts): readonly string[] {
  const lines: string[] = [];
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined) lines.push(`${of}: ${name} is missing`);
    else if (other !== value) lines.push(`${of}: ${name} is \`${other}\` instead of \`${value}\``);
  }
  for (const name of b.keys()) if (!a.has(name)) lines.push(`${of}: ${name} should not be there`);
  return lines;
}

function tableFacts(table: Table, schema: Schema): Facts {
  return new Map([
    ['persistence', table.persistence],
    ['foreign table', String(table.foreign ?? false)],
    ['partition key', table.partitionBy ? keyText(table.partitionBy) : 'none'],
    ['parent', table.partitionOf ? `${nameText(table.partitionOf.parent)} ${boundText(table.partitionOf.bound)}` : 'none'],
    ['inherited tables', list(table.inherits.map(nameText))],
    ...table.columns.map((column): [string, string] => [`column ${column.name}`, columnText(column, schema)]),
    ...table.constraints.filter(counts).map((each): [string, string] => [`constraint ${constraintLabel(each)}`, constraintText(each)]),
    ...table.indexes.map((each): [string, string] => [`index ${each.name}`, indexText(each)]),
    ...table.triggers.map((each): [string, string] => [`trigger ${each}`, 'there']),
  ]);
}

/** A valid NOT NULL is the column's. */
function counts(constraint: Constraint): boolean {
  return constraint.definition.type !== 'not-null' || !constraint.validated;
}

function constraintLabel({ name, definition }: Constraint): string {
  return definition.type === 'not-null' ? `NOT NULL of ${definition.column}` : name;
}

function columnText(column: Column, schema: Schema): string {
  const { identity, generated } = column;
  const key = typeKey(schema, column.type);
  const { schema: _, ...type } = column.type;
  return [
    key === undefined ? comparableType(type) : comparableType({ ...type, name: shown(key) }),
    column.collation && `collate ${column.collation.name}`,
    column.notNull ? 'not null' : 'null',
    column.default && `default ${comparableExpression(column.default)}`,
    identity && `identity ${identity.when} ${(identity.options ?? '').toLowerCase().split(/\s+/).join(' ')}`.trim(),
    generated && `generated ${generated.stored ? 'stored' : 'virtual'} ${comparableExpression(generated.expression)}`,
  ]
    .filter((each) => each)
    .join(', ');
}

function constraintText(constraint: Constraint): string {
  const state = constraint.enforced ? (constraint.validated ? 'valid' : 'not valid') : 'not enforced';
  return `${comparableConstraint(constraint.definition)}, ${state}`;
}

function indexText(index: Index): string {
  const parent = index.parent === undefined ? '' : `, part of ${index.parent}`;
  return `${comparableIndex(index.definition)}, ${index.valid ? 'valid' : 'not valid'}${parent}`;
}

function keyText(key: PartitionKey): string {
  return `${key.strategy} (${key.elements.map(comparableElement).join(', ')})`;
}

function boundText(bound: PartitionBound): string {
  switch (bound.kind) {
    case 'default':
      return 'default';
    case 'list':
      return `in ${list(bound.values.map(comparableExpression))}`;
    case 'range':
      return `from ${bound.from.map(comparableExpression).join(', ')} to ${bound.to.map(comparableExpression).join(', ')}`;
    case 'hash':
      return `modulus ${bound.modulus} remainder ${bound.remainder}`;
  }
}

function viewFacts(view: View): Facts {
  return new Map([
    ['materialized', String(view.materialized)],
    ...view.reads.map((each): [string, string] => [`reading ${nameText(each.table)}`, list(each.columns)]),
    ...view.indexes.map((each): [string, string] => [`index ${each.name}`, indexText(each)]),
  ]);
}

function typeFacts(type: UserType): Facts {
  if (type.kind === 'enum') return new Map([['values', type.values.join(', ')]]);
  if (type.kind !== 'domain') return new Map([['kind', type.kind]]);
  return new Map([
    ['type', comparableType(type.type)],
    ['null', type.notNull ? 'refused' : 'allowed'],
    ['default', comparableExpression(type.default) || 'none'],
    ...type.constraints.map((each): [string, string] => [`constraint ${each.name}`, constraintText(each)]),
  ]);
}

function sequenceFacts({ ownedBy }: Sequence): Facts {
  return new Map([['owner', ownedBy ? `${nameText(ownedBy.table)}.${ownedBy.column}` : 'none']]);
}

function functionFacts(overloads: readonly UserFunction[]): Facts {
  return new Map(overloads.map((each) => [`(${each.parameters.map(comparableType).join(', ')})`, each.volatility]));
}

function nameText(name: QualifiedName | ResolvedName): string {
  return name.schema === undefined ? name.name : shown(keyOf(name as ResolvedName));
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : [...names].sort().join(', ');
}
