import { quoteLiteral } from '../../../sql/postgres/quote.ts';

/**
 * Runs the statements that queries over the catalog give, one a row: the way to what the history of migrations need not know, such as privileges and comments.
 * For a DO block; what it runs is put together when it runs, which `check` wants waived (dynamic-sql).
 */
export function runEach(queries: readonly string[]): { readonly statements: readonly string[]; readonly declare: readonly string[] } {
  return {
    declare: ['lockstep_sql text;'],
    statements: [
      'FOR lockstep_sql IN',
      ...queries.map((query, i) => `  ${query}${i < queries.length - 1 ? ' UNION ALL' : ''}`),
      'LOOP',
      '  EXECUTE lockstep_sql;',
      'END LOOP;',
    ],
  };
}

/** Notes the statements that queries over the catalog give, for whatever has the names afterwards; and runs them. */
export interface Kept {
  readonly declare: readonly string[];
  readonly keep: readonly string[];
  readonly put: readonly string[];
}

/** @param queries as `runEach` takes them, for a DO block */
export function kept(queries: readonly string[]): Kept {
  return {
    declare: ['lockstep_kept text[];', 'lockstep_sql text;'],
    keep: ['lockstep_kept := ARRAY(', ...queries.map((query, i) => `  ${query}${i < queries.length - 1 ? ' UNION ALL' : ''}`), ');'],
    put: ['FOREACH lockstep_sql IN ARRAY lockstep_kept LOOP', '  EXECUTE lockstep_sql;', 'END LOOP;'],
  };
}

/** The role of an ACL item as GRANT names it, and whether it may pass on what it is granted. */
export const grantee =
  "CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END";

/** The row of pg_attribute that is a column; the table as SQL names it. */
export function columnAt(table: string, column: string): string {
  return `attrelid = ${quoteLiteral(table)}::regclass AND attname = ${quoteLiteral(column)}`;
}

/** A name in a format, in which a per cent sign is doubled. */
export function percent(name: string): string {
  return name.replaceAll('%', '%%');
}
