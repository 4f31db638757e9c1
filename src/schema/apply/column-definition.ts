import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { ColumnDefinition, ConstraintDefinition } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { sequenceName } from '../naming.ts';
import { nextvalOf } from '../nextval.ts';
import { type Column, newName, type Schema } from '../schema.ts';
import { isSerial, serialType } from '../serial.ts';
import { putSequence, typeKey } from '../store.ts';

/** The column as the catalog holds it: a serial spelt out, the type's schema found. */
export function columnFrom(schema: Schema, table: ResolvedName, definition: ColumnDefinition, createdIn: number): Column {
  const serial = serialType(definition.type);
  const notNullAs = definition.constraints.find(({ type }) => type === 'not-null')?.name;
  return {
    name: definition.name,
    type: serial ?? qualifiedType(schema, definition.type),
    ...(definition.collation && { collation: definition.collation }),
    notNull: definition.notNull || serial !== undefined || definition.identity !== undefined,
    ...(notNullAs !== undefined && { notNullAs }),
    ...defaultOf(definition.default),
    ...(serial && { default: nextvalOf({ schema: table.schema, name: sequenceName(schema, table, definition.name) }, schema.searchPath) }),
    ...(definition.identity && { identity: definition.identity }),
    ...(definition.generated && { generated: definition.generated }),
    createdIn,
  };
}

/** DEFAULT NULL is none: PostgreSQL keeps no such entry, whatever type the NULL is said to have. A length is a function, though, and is kept, but that of an interval. */
export function defaultOf(expression: Column['default']): Pick<Column, 'default'> {
  if (expression === undefined) return {};
  const { tree } = expression;
  const isPlain = (type: TypeName): boolean => type.modifiers.length === 0 || type.name === 'interval';
  const isNull = tree.kind === 'null' || (tree.kind === 'cast' && tree.argument.kind === 'null' && isPlain(tree.type));
  return isNull ? {} : { default: expression };
}

/** The sequence that a serial or identity column brings along. */
export function giveSequence(schema: Schema, table: ResolvedName, column: Pick<ColumnDefinition, 'name' | 'type' | 'identity'>): Schema {
  if (!isSerial(column.type) && column.identity === undefined) return schema;
  const owned = schema.tables.get(keyOf(table))?.sequences.some((each) => each.column === column.name);
  if (owned) return schema;
  const stated = column.identity?.sequence;
  const name = stated ? newName(schema, stated) : { schema: table.schema, name: sequenceName(schema, table, column.name) };
  return putSequence(schema, { name, ownedBy: { table, column: column.name } });
}

/** A user's type with the schema it was found in, so that a later search path does not find another. */
export function qualifiedType(schema: Schema, type: TypeName): TypeName {
  const key = type.schema === undefined ? typeKey(schema, type) : undefined;
  const known = key === undefined ? undefined : schema.types.get(key);
  return known ? { ...type, schema: known.name.schema } : type;
}

/** The column as the table's own, whatever its parents have. */
export function localColumn({ inherited: _, ...column }: Column): Column {
  return column;
}

/** A column's inline constraints with the column filled in where the author need not name it. */
export function inlineConstraints(definition: ColumnDefinition): readonly ConstraintDefinition[] {
  return definition.constraints.map((each) =>
    (each.type === 'unique' || each.type === 'primary-key' || each.type === 'foreign-key') && each.columns.length === 0
      ? { ...each, columns: [definition.name] }
      : each,
  );
}
