/** Conditions on the catalog that leave what users made, and not the server's own. */

/** A schema of theirs, by `nspname`. */
export const inUsersSchema = "nspname NOT IN ('pg_catalog', 'information_schema') AND nspname !~ '^pg_(toast|temp)'";

/**
 * What `initdb` makes has numbers below 16384 (FirstNormalObjectId in PostgreSQL's access/transam.h), and nothing later has. Says less than the schema does, but by an index,
 * where thousands of rows of the server's own would be read. Two bounds, because a planner without statistics takes a range for a few rows and one bound for a third of all.
 */
export function isOfUsers(oid: string): string {
  return `${oid} BETWEEN 16384 AND 4294967295`;
}

/**
 * Of relations of users (`isOfUsers`) what lies in a schema of theirs, by pg_class alone: without the join a query is planned in half the time. Nothing of theirs is made in the server's own schemas but
 * what is temporary, and TOAST, which no query asks for by kind.
 */
export const notTemporary = "relpersistence <> 't'";
