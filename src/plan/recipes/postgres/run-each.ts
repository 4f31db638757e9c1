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

/** The role of an ACL item as GRANT names it. */
export const grantee = "CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END";
