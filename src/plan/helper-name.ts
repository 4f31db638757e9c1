import { keyOf, type ResolvedName } from '../operation/name.ts';
import { objectName, relationExists } from '../schema/naming.ts';
import type { Schema } from '../schema/schema.ts';

/**
 * Names for helper objects (a CHECK, a sequence) that are gone at the end of the plan: `orders_status_lockstep`, cut to 63 bytes as PostgreSQL cuts, numbered
 * where the name is taken or was cut to one that is.
 */
export function helperNames(schema: Schema): (table: ResolvedName, column: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (table, column) => {
    const key = `${keyOf(table)}\t${column}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    for (let i = 0; ; i++) {
      const name = objectName(table.name, column, i === 0 ? 'lockstep' : `lockstep${i}`);
      const place = { schema: table.schema, name };
      if (taken.has(keyOf(place)) || relationExists(schema, place) || schema.constraintNames.has(keyOf(place))) continue;
      taken.add(keyOf(place));
      given.set(key, name);
      return name;
    }
  };
}
