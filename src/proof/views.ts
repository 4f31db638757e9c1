import { quoteIdentifier, quoteLiteral } from '../sql/postgres/quote.ts';
import type { Application } from './application.ts';
import type { ProofDatabase } from './database.ts';
import { isOfUsers } from './users.ts';

/** What a version of the application reads of the views that stand on tables, directly or over others, as the schema is now. @param tables that are there, as SQL writes them */
export async function viewsRead(
  database: ProofDatabase,
  version: Application['version'],
  tables: readonly string[],
): Promise<readonly Application[]> {
  if (tables.length === 0 || (await database.run(any)).rows.length === 0) return [];
  const { rows } = await database.run(query(tables));
  return rows.map(({ view, columns }) => {
    const list = (JSON.parse(String(columns)) as readonly string[]).map(quoteIdentifier).join(', ');
    return { version, table: String(view), statements: [{ sql: `SELECT ${list} FROM ${view}` }] };
  });
}

/** Asked first, for few schemas have any, and what stands on what takes six times as long to be planned. */
const any = `SELECT FROM pg_class WHERE ${isOfUsers('oid')} AND relkind IN ('v', 'm') LIMIT 1`;

/** Whoever reads what is: the rule of a view depends on it. https://www.postgresql.org/docs/current/catalog-pg-rewrite.html */
const readers = `SELECT ev_class FROM pg_depend JOIN pg_rewrite ON pg_rewrite.oid = objid
  WHERE classid = 'pg_rewrite'::regclass AND refclassid = 'pg_class'::regclass AND ${isOfUsers('refobjid')} AND ev_class <> refobjid AND refobjid`;

const query = (tables: readonly string[]): string => `
WITH RECURSIVE reading (oid) AS (
  ${readers} IN (${tables.map((table) => `to_regclass(${quoteLiteral(table)})`).join(', ')})
  UNION SELECT found.ev_class FROM reading, LATERAL (${readers} = reading.oid) AS found
)
SELECT quote_ident(nspname) || '.' || quote_ident(relname) AS view,
  (SELECT json_agg(attname ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)::text AS columns
FROM reading JOIN pg_class c USING (oid) JOIN pg_namespace n ON n.oid = relnamespace
WHERE relkind = 'v' OR (relkind = 'm' AND relispopulated) ORDER BY 1`;
