import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { Schema } from '../schema.ts';
import { putTable } from '../store.ts';

/** Sets columns NOT NULL, which makes valid what was NOT NULL … NOT VALID. */
export function markNotNull(schema: Schema, name: ResolvedName, columns: readonly string[]): Schema {
  const table = schema.tables.get(keyOf(name));
  if (table === undefined) return schema;
  return putTable(schema, {
    ...table,
    columns: table.columns.map((each) => (columns.includes(each.name) && !each.notNull ? { ...each, notNull: true } : each)),
    constraints: table.constraints.map((each) =>
      each.definition.type === 'not-null' && columns.includes(each.definition.column) && !each.validated
        ? { ...each, validated: true }
        : each,
    ),
  });
}
