import { keyOf, type QualifiedName } from '../../operation/name.ts';
import { relationExists } from '../naming.ts';
import { resolve, type Schema, type Table, tableOf } from '../schema.ts';
import { putTable, unknownTable } from '../store.ts';

/**
 * Changes the table that an ALTER TABLE names. A table that history never created comes to be known, though incompletely, by what is learnt
 * here; the name of a view, a sequence or an index (which ALTER TABLE takes too) is none.
 */
export function withTable(
  schema: Schema,
  operation: { readonly table: QualifiedName },
  change: (schema: Schema, table: Table) => Schema,
): Schema {
  const known = tableOf(schema, operation.table);
  if (known) return change(schema, known);
  const name = resolve(schema, operation.table);
  if (isOtherRelation(schema, operation.table)) return schema;
  const table = unknownTable(name);
  return change(putTable(schema, table), table);
}

/** Whether the name is a view's, a sequence's or an index's. */
export function isOtherRelation(schema: Schema, name: QualifiedName): boolean {
  return [schema.views, schema.sequences, schema.indexes].some((objects) => {
    const at = resolve(schema, name, objects);
    return objects.has(keyOf(at)) && relationExists(schema, at);
  });
}
