import type { Expression } from '../operation/expression.ts';
import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import type { PartitionBound, PartitionKey } from '../operation/operation.ts';
import { comparableConstraint, comparableElement, comparableExpression, comparableIndex, comparableType } from './comparable.ts';
import type { PersistentMap } from './persistent-map.ts';
import type { Column, Constraint, Index, MysqlTable, Schema, Sequence, Table, UserFunction, UserType, View } from './schema.ts';
import { unnamed } from './sequence-options.ts';
import { typeKey } from './store.ts';

/**
 * A thing as named facts. Two things are the same exactly if their facts are; where a part is compared by its meaning, `shown` has the author's words for it.
 */
type Facts = ReadonlyMap<string, Fact>;
type Fact = string | Part;

/** A part of a table (a column, a constraint, an index), told only if the two tables do not share it. */
interface Part {
  readonly of: object;
  told(): { readonly meaning: string; readonly shown: string };
}

/**
 * What `b` has otherwise than `a`, a line each, in plain words; empty: they are the same schema.
 * The order of columns, the author's wording, sizes, comments, and what is new or freed do not count; a valid NOT NULL counts as the column's, under
 * whatever name. MySQL's columns and indexes are called the same in any case of letters, and it does not know whether a foreign key was checked. What both share is not looked at.
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
  const keys = only ? [...only].sort() : mapA.keysApart(mapB);
  // One version is read as a whole before the other: versions of one map take turns at owning it.
  const all = new Map(keys.flatMap((key) => entry(mapA, key)));
  const others = new Map(keys.flatMap((key) => entry(mapB, key)));
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
  return value === undefined || isMereMention(value) ? [] : [[key, value]];
}

/** A table of which no more is told than that something names it: whether something does is no difference. */
function isMereMention(value: unknown): boolean {
  const { complete, columns, constraints, indexes, hanging, sequences } = value as Partial<Table>;
  return complete === false && [columns, constraints, indexes, hanging, sequences].every((each) => each?.length === 0);
}

/** A key as the lines show it: `schema.name`. */
export function shown(key: string): string {
  return key.replace('\t', '.');
}

function factLines(of: string, a: Facts, b: Facts): readonly string[] {
  const lines: string[] = [];
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other === undefined) lines.push(`${of}: ${name} is missing`);
    else {
      const words = otherwise(other, value);
      if (words !== undefined) lines.push(`${of}: ${name} is ${words}`);
    }
  }
  for (const name of b.keys()) if (!a.has(name)) lines.push(`${of}: ${name} should not be there`);
  return lines;
}

/** `x instead of y`, in the author's words unless they are the other's too; undefined where both mean the same. */
function otherwise(fact: Fact, expected: Fact): string | undefined {
  if (typeof fact === 'string' || typeof expected === 'string')
    return fact === expected ? undefined : `\`${meaningOf(fact)}\` instead of \`${meaningOf(expected)}\``;
  if (fact.of === expected.of) return undefined;
  const [is, should] = [fact.told(), expected.told()];
  if (is.meaning === should.meaning) return undefined;
  const words = is.shown === should.shown ? ([is.meaning, should.meaning] as const) : ([is.shown, should.shown] as const);
  return `\`${words[0]}\` instead of \`${words[1]}\``;
}

function meaningOf(fact: Fact): string {
  return typeof fact === 'string' ? fact : fact.told().meaning;
}

function tableFacts(table: Table, schema: Schema): Facts {
  const { mysql } = table;
  const called = (name: string): string => (mysql === undefined ? name : name.toLowerCase());
  const known = (constraint: Constraint): Constraint =>
    mysql === undefined || constraint.validated ? constraint : { ...constraint, validated: true };
  return new Map([
    ['persistence', table.persistence ?? 'permanent'],
    ['foreign table', String(table.foreign ?? false)],
    ['partition key', table.partitionBy ? keyText(table.partitionBy) : 'none'],
    ['parent', table.partitionOf ? `${nameText(table.partitionOf.parent)} ${boundText(table.partitionOf.bound)}` : 'none'],
    ['inherited tables', list(table.inherits.map(nameText))],
    ...(mysql === undefined ? [] : storageFacts(table, mysql)),
    ...table.columns.map((column): [string, Fact] => [`column ${called(column.name)}`, columnFact(column, schema)]),
    ...table.constraints
      .filter(counts)
      .map((each): [string, Fact] => [`constraint ${called(constraintLabel(each))}`, constraintFact(known(each))]),
    ...table.indexes.map((each): [string, Fact] => [`index ${called(each.name)}`, indexFact(each)]),
    ...table.hanging.flatMap(({ kind, name }): [string, string][] => (kind === 'trigger' ? [[`trigger ${name}`, 'there']] : [])),
  ]);
}

/** How MySQL keeps the table; what nothing tells is as it is by default. */
function storageFacts({ partitionBy }: Table, mysql: MysqlTable): readonly [string, string][] {
  const {
    engine = 'innodb',
    rowFormat = 'default',
    keyBlockSize = 'default',
    characterSet = 'default',
    collation = 'default',
    systemVersioned = false,
  } = mysql;
  const facts = { engine, rowFormat, keyBlockSize, characterSet, collation, systemVersioned };
  const partitions = partitionBy?.partitions?.map(({ name, values = '' }) => `${name} ${values}`.trim().toLowerCase()) ?? [];
  return [
    ...Object.entries(facts).map(([name, value]): [string, string] => [name, String(value)]),
    ['partitions', partitions.join(', ') || String(partitionBy?.count ?? 'none')],
  ];
}

/** A valid NOT NULL is the column's. */
function counts(constraint: Constraint): boolean {
  return constraint.definition.type !== 'not-null' || !constraint.validated;
}

function constraintLabel({ name, definition }: Constraint): string {
  return definition.type === 'not-null' ? `NOT NULL of ${definition.column}` : name;
}

function columnFact(column: Column, schema: Schema): Part {
  return { of: column, told: () => toldColumn(column, schema) };
}

function toldColumn(column: Column, schema: Schema): ReturnType<Part['told']> {
  const { identity, generated } = column;
  const key = typeKey(schema, column.type);
  const { schema: _, ...type } = column.type;
  const of = (typeText: string, expressionText: (expression: Expression) => string): string =>
    [
      typeText,
      column.collation && `collate ${column.collation.name}`,
      column.notNull ? 'not null' : 'null',
      column.default && `default ${expressionText(column.default)}`,
      identity && `identity ${identity.when} ${sequenceOptions(identity.options)}`.trim(),
      generated && `generated ${generated.stored ? 'stored' : 'virtual'} ${expressionText(generated.expression)}`,
      column.autoIncrement && 'auto_increment',
      column.onUpdate && `on update ${expressionText(column.onUpdate)}`,
      column.invisible && 'invisible',
    ]
      .filter((each) => each)
      .join(', ');
  const typeMeaning = key === undefined ? comparableType(type) : comparableType({ ...type, name: shown(key) });
  return { meaning: of(typeMeaning, comparableExpression), shown: of(column.type.text, (expression) => expression.text) };
}

/** Without the sequence's name, which the sequences tell. */
function sequenceOptions(options = ''): string {
  return unnamed(options).toLowerCase().split(/\s+/).join(' ');
}

function constraintFact(constraint: Constraint): Part {
  return { of: constraint, told: () => toldConstraint(constraint) };
}

function toldConstraint({ definition, enforced, validated }: Constraint): ReturnType<Part['told']> {
  const state = enforced ? (validated ? 'valid' : 'not valid') : 'not enforced';
  return { meaning: `${comparableConstraint(definition)}, ${state}`, shown: `${definition.text}, ${state}` };
}

function indexFact(index: Index): Part {
  return { of: index, told: () => toldIndex(index) };
}

function toldIndex({ definition, valid, parent }: Index): ReturnType<Part['told']> {
  const state = `${valid ? 'valid' : 'not valid'}${parent === undefined ? '' : `, part of ${parent}`}`;
  const keys = definition.elements.map((each) => each.text).join(', ');
  const where = definition.where ? ` where ${definition.where.text}` : '';
  const shownAs = `${definition.unique ? 'unique ' : ''}${definition.method} (${keys})${where}`;
  return { meaning: `${comparableIndex(definition)}, ${state}`, shown: `${shownAs}, ${state}` };
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
    ...view.indexes.map((each): [string, Fact] => [`index ${each.name}`, indexFact(each)]),
  ]);
}

function typeFacts(type: UserType): Facts {
  if (type.kind === 'enum') return new Map([['values', type.values.join(', ')]]);
  if (type.kind !== 'domain') return new Map([['kind', type.kind]]);
  return new Map([
    ['type', comparableType(type.type)],
    ['null', type.notNullAs ? 'refused' : 'allowed'],
    ['default', comparableExpression(type.default) || 'none'],
    ...type.constraints.map((each): [string, Fact] => [`constraint ${each.name}`, constraintFact(each)]),
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
