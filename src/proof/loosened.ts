import type { Script } from './script.ts';

/** What may be for no other reason than how statements share a transaction: invalid transaction states, an enum's new value in use, and what is not there CONCURRENTLY. */
export function isOfTransactions(code: string): boolean {
  return code.startsWith('25') || code === '2D000' || code === '55P04' || code === '0A000';
}

/** The same statements, each on its own; with nobody else about, CONCURRENTLY leads to the same. */
export function loosened(script: Script): Script {
  const statements = script.statements.filter((each) => !each.control);
  const plain = (sql: string): string =>
    sql.replace(/^((?:create\s+(?:unique\s+)?|drop\s+|reindex\s+(?:\([^)]*\)\s*)?\w*\s*)(?:index\s+)?)concurrently\b/i, '$1');
  return { ...script, statements: statements.map((each) => ({ ...each, sql: plain(each.sql) })), transaction: false };
}
