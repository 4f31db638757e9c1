import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { dropSequence, dropTable, dropType, dropView } from '../drop.ts';
import { moveSequence, moveTable, moveType, moveView } from '../rename.ts';
import type { Schema } from '../schema.ts';

/** DROP SCHEMA and RENAME walk all objects, which no other operation may. CREATE SCHEMA leaves nothing in the model. */
export function applyWholeSchema(schema: Schema, operation: OperationOf<'drop-schema' | 'rename-schema'>): Schema {
  return operation.kind === 'drop-schema' ? dropSchema(schema, operation.schema) : renameSchema(schema, operation.schema, operation.to);
}

/** With everything in it: without CASCADE there was nothing. */
function dropSchema(schema: Schema, at: string): Schema {
  let next = schema;
  for (const [, view] of schema.views.entries()) if (view.name.schema === at) next = dropView(next, view.name);
  for (const [, table] of schema.tables.entries()) if (table.name.schema === at) next = dropTable(next, table.name);
  for (const [, type] of schema.types.entries()) if (type.name.schema === at) next = dropType(next, type.name);
  for (const [, sequence] of schema.sequences.entries()) if (sequence.name.schema === at) next = dropSequence(next, sequence.name);
  for (const [key, overloads] of schema.functions.entries()) {
    if (overloads[0]?.name.schema === at) next = { ...next, functions: next.functions.delete(key) };
  }
  return next;
}

function renameSchema(schema: Schema, from: string, to: string): Schema {
  let next = schema;
  const moved = (name: ResolvedName): ResolvedName => ({ schema: to, name: name.name });
  for (const [, type] of schema.types.entries()) if (type.name.schema === from) next = moveType(next, type.name, moved(type.name));
  for (const [, table] of schema.tables.entries()) if (table.name.schema === from) next = moveTable(next, table.name, moved(table.name));
  for (const [, view] of schema.views.entries()) if (view.name.schema === from) next = moveView(next, view.name, moved(view.name));
  for (const [, sequence] of next.sequences.entries()) {
    if (sequence.name.schema === from) next = moveSequence(next, sequence.name, moved(sequence.name));
  }
  for (const [key, overloads] of schema.functions.entries()) {
    if (overloads[0]?.name.schema !== from) continue;
    const name = moved(overloads[0].name);
    next = {
      ...next,
      functions: next.functions.delete(key).set(
        keyOf(name),
        overloads.map((each) => ({ ...each, name })),
      ),
    };
  }
  return next;
}
