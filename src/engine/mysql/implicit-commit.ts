import type { Operation } from '../../operation/operation.ts';

/**
 * Whether the server commits the transaction that is open before it runs the statement, and what it does then at once: all that changes a table, a view or a
 * program, and LOCK TABLES. Rows, variables, CALL and what concerns temporary tables do not.
 * https://dev.mysql.com/doc/refman/9.5/en/implicit-commit.html, https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/
 */
export function commitsImplicitly(operation: Operation): boolean {
  switch (operation.kind) {
    case 'insert':
    case 'update':
    case 'delete':
    case 'merge':
    case 'select':
    case 'copy':
    case 'call':
    case 'dynamic-sql':
    case 'use-schema':
    case 'transaction':
    case 'set-variable':
      return false;
    case 'create-table':
      return operation.persistence !== 'temporary';
    case 'other':
      return committing.test(operation.command);
    default:
      return true;
  }
}

/** Of the statements that change no table: those about accounts, events, servers and what maintains tables. */
const committing =
  /^(?:ALTER|CREATE|DROP (?!PREPARE)|GRANT|REVOKE|RENAME|SET PASSWORD|INSTALL|UNINSTALL|CHECK|REPAIR|CACHE INDEX|LOAD INDEX|FLUSH|RESET)/;
