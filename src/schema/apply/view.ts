import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { dropTable, dropView } from '../drop.ts';
import { moveView } from '../rename.ts';
import { newName, resolve, type Schema } from '../schema.ts';
import { putView } from '../store.ts';
import { createdIn, free } from '../unit.ts';

export function applyView(schema: Schema, operation: OperationOf<'create-view' | 'drop-view' | 'rename-view' | 'alter-view'>): Schema {
  const name = resolve(schema, operation.view, schema.views);
  switch (operation.kind) {
    case 'create-view':
      return createView(schema, operation);
    case 'drop-view':
      return schema.views.has(keyOf(name)) ? dropView(schema, name) : free(schema, keyOf(name), 0);
    case 'rename-view':
      return moveView(schema, name, { schema: name.schema, name: operation.to });
    case 'alter-view':
      return operation.toSchema === undefined ? schema : moveView(schema, name, { schema: operation.toSchema, name: name.name });
  }
}

function createView(schema: Schema, operation: OperationOf<'create-view'>): Schema {
  const name = operation.temporary ? { schema: 'pg_temp', name: operation.view.name } : newName(schema, operation.view);
  const key = keyOf(name);
  const old = schema.views.get(key);
  if (operation.ifNotExists && (old || schema.tables.has(key))) return schema;
  // Without OR REPLACE the name was free, whatever we know of it.
  const replaced = operation.replace || operation.conditional;
  const cleared = dropTable(replaced ? schema : dropView(schema, name), name);
  const reads = operation.reads.flatMap((read) => {
    const table = relationOf(cleared, read.table);
    return table ? [{ table, columns: expanded(cleared, table, read.columns) }] : [];
  });
  return putView(cleared, {
    name,
    materialized: operation.materialized,
    reads,
    readBy: cleared.views.get(key)?.readBy ?? [],
    indexes: cleared.views.get(key)?.indexes ?? [],
    createdIn: old && replaced ? old.createdIn : createdIn(schema, name, operation),
  });
}

/** The table or view of that name; undefined for the system's own. A name that neither has is taken as an unknown table's. */
function relationOf(schema: Schema, name: QualifiedName): ResolvedName | undefined {
  const table = resolve(schema, name);
  if (schema.tables.has(keyOf(table))) return table;
  const view = resolve(schema, name, schema.views);
  if (schema.views.has(keyOf(view))) return view;
  const system = name.schema === 'pg_catalog' || name.schema === 'information_schema' || (!name.schema && name.name.startsWith('pg_'));
  return system ? undefined : table;
}

/** `*` is settled when the view is made: columns that are added later are not in it. */
function expanded(schema: Schema, name: ResolvedName, columns: readonly string[]): readonly string[] {
  const table = schema.tables.get(keyOf(name));
  if (!columns.includes('*') || !table?.complete) return columns;
  return table.columns.map((each) => each.name);
}
