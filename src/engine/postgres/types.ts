import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { type Column, resolve, type Schema, type Table, type UserType } from '../../schema/schema.ts';
import type { At, Member } from './at.ts';
import { catalogType } from './catalog.ts';

export type Domain = Extract<UserType, { kind: 'domain' }>;

/** The user's type of that name; undefined for built-in types, arrays and types unknown to the history. */
export function userType(schema: Schema, type: TypeName): UserType | undefined {
  if (type.dimensions > 0 || type.schema === 'pg_catalog') return undefined;
  return schema.types.get(keyOf(resolve(schema, type, schema.types)));
}

/** A type with its domains taken off: `domains` from the outermost inwards, `base` the type under them. */
export interface Unwrapped {
  readonly domains: readonly Domain[];
  readonly base: TypeName;
}

export function unwrap(schema: Schema, type: TypeName): Unwrapped {
  const domains: Domain[] = [];
  let base = type;
  // A domain cannot be over itself, but a history read wrongly could say so.
  for (let depth = 0; depth < 32; depth++) {
    const found = userType(schema, base);
    if (found?.kind !== 'domain') break;
    domains.push(found);
    base = found.type;
  }
  return { domains, base };
}

/** `DomainHasConstraints`: a CHECK or NOT NULL on the domain or on one beneath it, valid or not. Every value must then go through it. */
export function isConstrained(domains: readonly Domain[]): boolean {
  return domains.some((domain) => domain.notNull || domain.constraints.some((constraint) => constraint.definition.type === 'check'));
}

/** Whether NULL is refused by the domain itself (a CHECK may refuse it too). */
export function refusesNull(domains: readonly Domain[]): boolean {
  return domains.some((domain) => domain.notNull);
}

/** Whether a type is, or is made of, the named type: itself, its arrays, and domains over it. */
export function uses(schema: Schema, type: TypeName, wanted: ResolvedName): boolean {
  let at: TypeName = type;
  for (let depth = 0; depth < 32; depth++) {
    const plain: TypeName = { ...at, dimensions: 0 };
    if (at.schema !== 'pg_catalog' && keyOf(resolve(schema, plain, schema.types)) === keyOf(wanted)) return true;
    const found = userType(schema, plain);
    if (found?.kind !== 'domain') return false;
    at = found.type;
  }
  return false;
}

/** Every table with a column of the type, in the order of their names. */
export function tablesUsing(at: At, type: QualifiedName): readonly { readonly member: Member; readonly columns: readonly Column[] }[] {
  const wanted = resolve(at.schema, type, at.schema.types);
  const found: { member: Member; columns: Column[] }[] = [];
  for (const [, table] of at.schema.tables.entries()) {
    const columns = table.columns.filter((column) => uses(at.schema, column.type, wanted));
    if (columns.length > 0) found.push({ member: memberOf(table), columns });
  }
  return found;
}

function memberOf(table: Table): Member {
  return { name: table.name, table, stored: table.partitionBy === undefined };
}

/**
 * The type's internal name as the catalog has it (`int4`, `_text`), with domains taken off.
 * @returns undefined for the user's own types and for types unknown to the history
 */
export function builtInName(schema: Schema, type: TypeName): string | undefined {
  const { base } = unwrap(schema, type);
  if (base.schema !== undefined && base.schema !== 'pg_catalog') return undefined;
  const name = base.dimensions > 0 ? `_${base.name}` : base.name;
  return catalogType(name) === undefined || userType(schema, base) !== undefined ? undefined : name;
}

/** Whether two types are the same, modifiers apart. */
export function sameType(schema: Schema, a: TypeName, b: TypeName): boolean {
  if ((a.dimensions === 0) !== (b.dimensions === 0)) return false;
  const [left, right] = [builtInName(schema, { ...a, dimensions: 0 }), builtInName(schema, { ...b, dimensions: 0 })];
  if (left !== undefined || right !== undefined) return left === right;
  return keyOf(resolve(schema, a, schema.types)) === keyOf(resolve(schema, b, schema.types));
}
