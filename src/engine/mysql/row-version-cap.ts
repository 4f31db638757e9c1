import { has } from './version.ts';

/**
 * How many INSTANT changes of columns MySQL allows a table until it is rebuilt; without a version, the least of those that are asked.
 * https://dev.mysql.com/doc/refman/9.5/en/innodb-online-ddl-operations.html#online-ddl-column-operations
 */
export function rowVersionCap(version: string | undefined): number {
  return version !== undefined && has({ server: 'mysql', version }, { mysql: '9.1' }) ? 255 : 64;
}
