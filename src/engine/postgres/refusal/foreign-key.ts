import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../../operation/operation.ts';
import type { TypeName } from '../../../operation/type-name.ts';
import { isUnder } from '../../../schema/partition-tree.ts';
import { primaryKeyOf } from '../../../schema/primary-key.ts';
import { columnOf, resolve, type Table } from '../../../schema/schema.ts';
import { serialType } from '../../../schema/serial.ts';
import { type At, member } from '../at.ts';
import { catalogCast, catalogOperators, catalogType } from '../catalog.ts';
import { incomingForeignKeys, keyColumns } from '../foreign-key.ts';
import { hasKnownCasts } from '../type-change.ts';
import { builtInName, sameType, unwrap, userType } from '../types.ts';
import { missingColumns, type Refusals, refuse } from './refuse.ts';

export type ForeignKey = Extract<ConstraintDefinition, { type: 'foreign-key' }>;

/** https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-PARMS-REFERENCES */
export function* foreignKeyRefusals(at: At, operation: OperationOf<'add-constraint' | 'add-column'>, key: ForeignKey): Refusals {
  const table = member(at, operation.table).table;
  yield* viewTarget(at, key);
  yield* persistenceRefusals(table?.persistence, member(at, key.references).table);
  const type = (column: string): TypeName | undefined =>
    operation.kind === 'add-column' && column === operation.column.name
      ? (serialType(operation.column.type) ?? operation.column.type)
      : columnOf(table, column)?.type;
  yield* referenceRefusals(at, key, member(at, key.references).table, type);
  const generated = operation.kind === 'add-column' ? operation.column.generated : columnOf(table, key.columns[0] ?? '')?.generated;
  yield* generatedKeyRefusals(key, generated?.stored);
}

export function* viewTarget(at: At, { references }: ForeignKey): Refusals {
  const isView = at.schema.views.has(keyOf(resolve(at.schema, references, at.schema.views)));
  if (isView && !at.schema.tables.has(keyOf(resolve(at.schema, references))))
    yield refuse('42809', `${references.name} is a view, and a foreign key points to a table`);
}

/** After a crash the rows of an unlogged table are gone, and with the session those of a temporary one. */
export function* persistenceRefusals(own: Table['persistence'] | undefined, target: Table | undefined): Refusals {
  if (own === undefined || !target?.complete || own === target.persistence || (own === 'unlogged' && target.persistence === 'permanent'))
    return;
  yield refuse('42P16', `a ${own} table cannot point to a ${target.persistence} one`);
}

/** What is wrong with the columns that it points to. */
export function* referenceRefusals(
  at: At,
  key: ForeignKey,
  target: Table | undefined,
  typeOf: (column: string) => TypeName | undefined,
): Refusals {
  if (target === undefined) return;
  const primary = primaryKeyOf(target);
  // Foreign keys come after the keys that the statement adds, also those written with a new column.
  const added = keysAdded(at, target);
  if (key.referencedColumns.length === 0 && primary === undefined) {
    if (target.complete && !added.some(({ type }) => type === 'primary-key'))
      yield refuse('42704', `${target.name.name} has no primary key`);
    return;
  }
  const columns = key.referencedColumns.length > 0 ? key.referencedColumns : (primary?.columns ?? []);
  yield* missingColumns(target, columns);
  if (columns.length !== key.columns.length) yield refuse('42830', `${key.columns.length} columns cannot point to ${columns.length}`);
  if (
    target.complete &&
    key.referencedColumns.length > 0 &&
    !hasKey(target, columns) &&
    !added.some((each) => areSame(each.columns, columns))
  )
    yield refuse('42830', `${columns.join(', ')} of ${target.name.name} ${columns.length > 1 ? 'are' : 'is'} not UNIQUE`);
  for (const [i, column] of columns.entries()) {
    const [own, wanted] = [typeOf(key.columns[i] ?? ''), columnOf(target, column)?.type];
    if (own !== undefined && wanted !== undefined && !areComparable(at, own, wanted))
      yield refuse('42804', `${key.columns[i]} is of type ${own.text}, which cannot be compared with ${column} of type ${wanted.text}`);
  }
}

/** Keys that the statement adds to the table. */
const keysAdded = (at: At, target: Table): readonly Extract<ConstraintDefinition, { type: 'primary-key' | 'unique' }>[] =>
  (at.statement ?? []).flatMap((each) => {
    if (each.kind !== 'add-constraint' || keyOf(member(at, each.table).name) !== keyOf(target.name)) return [];
    return each.constraint.type === 'primary-key' || each.constraint.type === 'unique' ? [each.constraint] : [];
  });

const areSame = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join('\t') === [...b].sort().join('\t');

/** A unique index on exactly these columns, over all rows, that is checked at once. */
function hasKey(table: Table, columns: readonly string[]): boolean {
  const keys = table.constraints.filter(({ definition }) => !definition.deferrable).map((constraint) => keyColumns(table, constraint));
  const indexes = table.indexes
    .filter(({ definition, valid, constraint }) => valid && constraint === undefined && definition.unique && definition.where === undefined)
    .map(({ definition }) => definition.elements.map((each) => each.column ?? ''));
  return [...keys, ...indexes].some((key) => areSame(key, columns));
}

/** Whether there is an equality that the index of the referenced column knows, as far as all casts of both types are known. */
function areComparable(at: At, own: TypeName, wanted: TypeName): boolean {
  const [from, to] = [unwrap(at.schema, own).base, unwrap(at.schema, wanted).base];
  if (sameType(at.schema, from, to)) return true;
  // Rows of any types are compared field by field, as records.
  if ([from, to].every((type) => userType(at.schema, type)?.kind === 'composite')) return true;
  const [left, right] = [builtInName(at.schema, from), builtInName(at.schema, to)];
  if (left === undefined || right === undefined) return !hasKnownCasts(at, from) || !hasKnownCasts(at, to);
  const indexed = indexedAs(right);
  return (
    left === indexed ||
    catalogCast(left, indexed)?.context === 'implicit' ||
    catalogOperators('=').some((each) => each.left === indexed && each.right === left)
  );
}

/** A varchar is indexed as text is, and a cidr as inet. */
function indexedAs(type: string): string {
  switch (catalogType(type)?.operatorClass) {
    case 'text_ops':
      return 'text';
    case 'inet_ops':
      return 'inet';
    default:
      return type;
  }
}

/** What a foreign key on either side has to be able to compare after a change of type. */
export function* retypedKeyRefusals(at: At, table: Table | undefined, column: string, type: TypeName): Refusals {
  for (const { definition, references } of table?.constraints ?? []) {
    if (definition.type !== 'foreign-key' || references === undefined) continue;
    const wanted = definition.referencedColumns[definition.columns.indexOf(column)] ?? '';
    // A column that points to itself stays comparable.
    if (wanted === column && table !== undefined && keyOf(references) === keyOf(table.name)) continue;
    const other = columnOf(member(at, references).table, wanted);
    if (other !== undefined && !areComparable(at, type, other.type))
      yield refuse('42804', `its foreign key could not compare ${type.text} with ${other.name} of type ${other.type.text}`);
  }
  for (const { from, constraint, columns } of incomingForeignKeys(at, table)) {
    if (constraint.definition.type !== 'foreign-key' || from.table === table) continue;
    const other = columnOf(from.table, constraint.definition.columns[columns.indexOf(column)] ?? '');
    // A column that inherits this one gets the type with it.
    if (other?.inherited && other.name === column && table !== undefined && isUnder(at.schema, from.name, table.name)) continue;
    if (other !== undefined && !areComparable(at, other.type, type))
      yield refuse(
        '42804',
        `the foreign key of ${from.name.name} could not compare ${other.name} of type ${other.type.text} with ${type.text}`,
      );
  }
}

function* generatedKeyRefusals(key: ForeignKey, stored: boolean | undefined): Refusals {
  if (stored === undefined) return;
  if (!stored) yield refuse('0A000', 'a virtual column cannot be a foreign key');
  if (key.onDelete === 'set null' || key.onDelete === 'set default') yield refuse('42601', 'ON DELETE cannot set a generated column');
  if (key.onUpdate !== 'no action' && key.onUpdate !== 'restrict') yield refuse('42601', 'ON UPDATE cannot set a generated column');
}
