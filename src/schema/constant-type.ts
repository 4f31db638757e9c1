import { keyOf } from '../operation/name.ts';
import type { TypeName } from '../operation/type-name.ts';
import { resolve, type Schema, type UserType } from './schema.ts';

/**
 * The type that the catalog gives a quoted constant which meets a column: that under its domains, without modifiers. `char` and `bit` by these names alone would be
 * of length 1. https://www.postgresql.org/docs/current/typeconv-oper.html
 */
export function constantType(schema: Schema, type: TypeName): TypeName {
  let base = type;
  // A domain cannot be over itself, but a history read wrongly could say so.
  const seen = new Set<UserType>();
  for (;;) {
    const found = base.dimensions > 0 ? undefined : schema.types.get(keyOf(resolve(schema, base, schema.types)));
    if (found?.kind !== 'domain' || seen.has(found)) break;
    seen.add(found);
    base = found.type;
  }
  return { ...base, modifiers: [], text: withoutModifiers(base) };
}

function withoutModifiers({ name, dimensions, text, modifiers }: TypeName): string {
  if (dimensions === 0 && name === 'bpchar') return 'bpchar';
  if (dimensions === 0 && name === 'bit') return '"bit"';
  return modifiers.length === 0 ? text : text.replace(/\s*\([^)]*\)/, '');
}
