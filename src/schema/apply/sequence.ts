import { keyOf } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { dropSequence } from '../drop.ts';
import { moveSequence } from '../rename.ts';
import { newName, resolve, type Schema } from '../schema.ts';
import { putSequence } from '../store.ts';

export function applySequence(
  schema: Schema,
  operation: OperationOf<'create-sequence' | 'alter-sequence' | 'drop-sequence' | 'rename-sequence'>,
): Schema {
  const known = resolve(schema, operation.sequence, schema.sequences);
  switch (operation.kind) {
    case 'create-sequence': {
      const name = operation.temporary ? { schema: 'pg_temp', name: operation.sequence.name } : newName(schema, operation.sequence);
      if (schema.sequences.has(keyOf(name)) && (operation.ifNotExists || operation.conditional)) return schema;
      return putSequence(schema, { name, ...ownership(schema, operation.ownedBy) });
    }
    case 'alter-sequence': {
      if (operation.ownedBy === undefined) return schema;
      return putSequence(schema, { name: known, ...(operation.ownedBy === 'none' ? {} : ownership(schema, operation.ownedBy)) });
    }
    case 'drop-sequence':
      return dropSequence(schema, known);
    case 'rename-sequence':
      return moveSequence(schema, known, { schema: known.schema, name: operation.to });
  }
}

function ownership(schema: Schema, owner: OperationOf<'create-sequence'>['ownedBy']): object {
  return owner ? { ownedBy: { table: resolve(schema, owner.table), column: owner.column } } : {};
}
