import type { OperationOf } from '../../operation/operation.ts';
import type { Schema } from '../schema.ts';

/**
 * The search path and the transaction. ROLLBACK gives back the schema at BEGIN; savepoints are not followed, so that ROLLBACK TO
 * changes nothing: both are rare in migrations, and a schema that holds too much is not worse than one that forgets.
 * SET LOCAL counts as SET, since a migration that says it is one transaction.
 */
export function applySession(schema: Schema, operation: OperationOf<'transaction' | 'set-variable'>): Schema {
  if (operation.kind === 'set-variable') return setVariable(schema, operation);
  const { atBegin, ...open } = schema;
  switch (operation.action) {
    case 'begin':
      return { ...open, atBegin: open };
    case 'commit':
    case 'prepare':
      return atBegin === undefined ? schema : open;
    case 'rollback':
      return atBegin ?? schema;
    default:
      return schema;
  }
}

function setVariable(schema: Schema, operation: OperationOf<'set-variable'>): Schema {
  if (operation.name !== 'search_path' && operation.name !== 'all') return schema;
  const path = operation.value ?? schema.defaultSearchPath;
  // `"$user"` is a schema that hardly anybody has, and these two are always searched.
  const skipped = new Set(['$user', '"$user"', 'pg_catalog', 'pg_temp', '']);
  return { ...schema, searchPath: path.map((each) => each.trim()).filter((each) => !skipped.has(each)) };
}
