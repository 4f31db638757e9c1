import type { OperationOf } from '../../operation/operation.ts';
import type { Schema } from '../schema.ts';
import { isUtc } from '../time-zone.ts';

/**
 * The search path, the time zone and the transaction. ROLLBACK gives back the schema at BEGIN; savepoints are not followed, so that ROLLBACK TO
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
      return atBegin === undefined ? schema : withTimeZone(open, open.timeZone?.local ? atBegin.timeZone : open.timeZone);
    case 'rollback':
      return atBegin ?? schema;
    default:
      return schema;
  }
}

function withTimeZone({ timeZone: _, ...schema }: Schema, timeZone: Schema['timeZone']): Schema {
  return timeZone === undefined ? schema : { ...schema, timeZone };
}

function setVariable(given: Schema, operation: OperationOf<'set-variable'>): Schema {
  const { name, value, local } = operation;
  const zone = value?.[0];
  const schema =
    name === 'timezone' || name === 'all'
      ? withTimeZone(given, zone === undefined ? undefined : { utc: isUtc(zone), ...(local && { local }) })
      : given;
  if (operation.name !== 'search_path' && operation.name !== 'all') return schema;
  const path = operation.value ?? schema.defaultSearchPath;
  // `"$user"` is a schema that hardly anybody has, and these two are always searched.
  const skipped = new Set(['$user', '"$user"', 'pg_catalog', 'pg_temp', '']);
  return { ...schema, searchPath: path.map((each) => each.trim()).filter((each) => !skipped.has(each)) };
}
