import type { Algorithm, LockClause } from '../../../test/truth/mysql/record.ts';

/** The start of an ALTER TABLE, after which clauses may stand; MariaDB's words in it too. */
const alterTable = /^alter\s+(?:online\s+)?(?:ignore\s+)?table\s+(?:if\s+exists\s+)?(`[^`]+`|\w+)\s+(?:(?:wait\s+\d+|nowait)\s+)?/i;
/** These follow the other actions without a comma. */
const partitioning = /^(partition\s+by|remove\s+partitioning)\b/i;
const indexStatement = /^(?:create\s+(?:unique\s+|fulltext\s+|spatial\s+|or\s+replace\s+)*index|drop\s+index)\b.*?\bon\s+(`[^`]+`|\w+)/is;

export function statesClauses(sql: string): boolean {
  return /\b(algorithm|lock)\s*=/i.test(sql);
}

/** @returns the statement with both clauses; undefined where it is of a kind that takes none. */
export function withClauses(sql: string, algorithm: Algorithm, lock: LockClause): string | undefined {
  const start = alterTable.exec(sql)?.[0];
  if (start !== undefined) {
    const actions = sql.slice(start.length);
    return `${start}algorithm = ${algorithm}, lock = ${lock}${partitioning.test(actions) ? '' : ','} ${actions}`;
  }
  return indexStatement.test(sql) ? `${sql} algorithm = ${algorithm} lock = ${lock}` : undefined;
}

/** @returns the table that such a statement changes. */
export function changedTable(sql: string): string | undefined {
  const name = (alterTable.exec(sql) ?? indexStatement.exec(sql))?.[1];
  return name?.replaceAll('`', '');
}
