import { emptySchema, type Schema } from '../schema.ts';
import { replay } from './apply.ts';

/** The schema of a MySQL or MariaDB server before any migration. Names without a database lie in that of the connection, which is called ''. */
export function mysqlSchema(): Schema {
  return { ...emptySchema(['']), mysql: { replay, variables: {}, defaults: {} } };
}
