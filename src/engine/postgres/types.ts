import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { columnsOfType } from '../../schema/columns-of-type.ts';
import { resolve, type Schema, type UserType } from '../../schema/schema.ts';
import { type At, type Member, member } from './at.ts';
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
  let base = type;
  // A domain cannot be over itself, but a history read wrongly could say so.
  const seen = new Set<Domain>();
  for (;;) {
    const found = userType(schema, base);
    if (found?.kind !== 'domain' || seen.has(found)) return { domains: [...seen], base };
    seen.add(found);
    base = found.type;
  }
}

/** `DomainHasConstraints`: a CHECK or NOT NULL on the domain or on one beneath it, valid or not. Every value must then go through it. */
export function isConstrained(domains: readonly Domain[]): boolean {
  return refusesNull(domains) || hasCheck(domains);
}

/** Whether a value may violate a CHECK of the domain, or of one beneath it. */
export function hasCheck(domains: readonly Domain[]): boolean {
  return domains.some((domain) => domain.constraints.some((constraint) => constraint.definition.type === 'check'));
}

/** Whether NULL is refused by the domain itself (a CHECK may refuse it too). */
export function refusesNull(domains: readonly Domain[]): boolean {
  return domains.some((domain) => domain.notNullAs !== undefined);
}

/** A table with columns of a type. `contained`: one of them holds it inside an array. */
export interface Use {
  readonly member: Member;
  readonly contained: boolean;
}

/** Every table with a column of the type, of an array of it, or of a domain over it, in the order of their names. */
export function tablesUsing(at: At, type: QualifiedName): readonly Use[] {
  const uses = new Map<string, Use>();
  for (const { table, column } of columnsOfType(at.schema, type)) {
    const contained = column.type.dimensions > 0 || uses.get(keyOf(table))?.contained === true;
    uses.set(keyOf(table), { member: member(at, table), contained });
  }
  return [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
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

/** The built-in type of an internal name, as `builtInName` gives it. */
export function builtInType(name: string): TypeName {
  return { name: name.replace(/^_/, ''), modifiers: [], dimensions: name.startsWith('_') ? 1 : 0, text: name };
}

function outerDomain(schema: Schema, type: TypeName): string | undefined {
  const found = userType(schema, { ...type, dimensions: 0 });
  return found?.kind === 'domain' ? keyOf(found.name) : undefined;
}

/** Whether two types are the same, modifiers apart. */
export function sameType(schema: Schema, a: TypeName, b: TypeName): boolean {
  if ((a.dimensions === 0) !== (b.dimensions === 0)) return false;
  // Arrays of a domain are not those of the type under it.
  if (a.dimensions > 0 && outerDomain(schema, a) !== outerDomain(schema, b)) return false;
  const [left, right] = [builtInName(schema, { ...a, dimensions: 0 }), builtInName(schema, { ...b, dimensions: 0 })];
  if (left !== undefined || right !== undefined) return left === right;
  return keyOf(resolve(schema, a, schema.types)) === keyOf(resolve(schema, b, schema.types));
}
