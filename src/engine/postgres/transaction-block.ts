import type { Operation } from '../../operation/operation.ts';
import { indexOf, type Schema, tableOf } from '../../schema/schema.ts';

/**
 * Whether PostgreSQL refuses the operation inside a transaction block (25001): it commits on the way, and holds the lock of one table at a time.
 * https://www.postgresql.org/docs/current/sql-vacuum.html, https://www.postgresql.org/docs/current/sql-cluster.html,
 * https://www.postgresql.org/docs/current/sql-reindex.html, https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY.
 * What makes or removes files outside the transaction log is refused too: https://www.postgresql.org/docs/current/sql-createdatabase.html,
 * https://www.postgresql.org/docs/current/sql-createtablespace.html, https://www.postgresql.org/docs/current/sql-altersystem.html
 */
export function refusesTransactionBlock(operation: Operation, before: Schema): boolean {
  switch (operation.kind) {
    case 'vacuum':
      return true;
    case 'cluster':
      return operation.table === undefined || tableOf(before, operation.table)?.partitionBy !== undefined;
    case 'reindex':
      if (operation.concurrently || operation.name === undefined) return true;
      if (operation.target === 'index') return indexOf(before, operation.name)?.table.partitionBy !== undefined;
      return operation.target !== 'table' || tableOf(before, operation.name)?.partitionBy !== undefined;
    case 'create-index':
    case 'drop-index':
    case 'detach-partition':
      return operation.concurrently;
    case 'other':
      return ofServer.has(operation.command);
    default:
      return false;
  }
}

const ofServer: ReadonlySet<string> = new Set(['CREATE DATABASE', 'DROP DATABASE', 'CREATE TABLESPACE', 'DROP TABLESPACE', 'ALTER SYSTEM']);
