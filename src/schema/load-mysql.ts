import type { Schema } from './schema.ts';

/** The schema of a MySQL or MariaDB server before any migration, and with it the replay of its operations, which a run on PostgreSQL does not load. */
export async function loadMysqlSchema(): Promise<Schema> {
  return (await import('./mysql/schema.ts')).mysqlSchema();
}
