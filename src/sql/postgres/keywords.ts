/**
 * PostgreSQL 18's keywords that are not unreserved, by where they can still be names.
 * https://www.postgresql.org/docs/18/sql-keywords-appendix.html; test/sql/quote.test.ts holds the lists against PGlite's `pg_get_keywords`.
 */

/** No name at all, unless quoted or behind AS or a dot. */
export const reserved: ReadonlySet<string> = new Set(
  (
    'all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create current_catalog ' +
    'current_date current_role current_time current_timestamp current_user default deferrable desc distinct do else end except ' +
    'false fetch for foreign from grant group having in initially intersect into lateral leading limit localtime localtimestamp ' +
    'not null offset on only or order placing primary references returning select session_user some symmetric system_user table ' +
    'then to trailing true union unique user using variadic when where window with'
  ).split(' '),
);

/** Names of functions and types, and of nothing else. */
export const functionWords: ReadonlySet<string> = new Set(
  (
    'authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like natural ' +
    'notnull outer overlaps right similar tablesample verbose'
  ).split(' '),
);

/** Names of anything but functions and types: the grammar has forms of its own that begin with them. */
export const columnWords: ReadonlySet<string> = new Set(
  (
    'between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int integer ' +
    'interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize ' +
    'json_table json_value least merge_action national nchar none normalize nullif numeric out overlay position precision real row ' +
    'setof smallint substring time timestamp treat trim values varchar xmlattributes xmlconcat xmlelement xmlexists xmlforest ' +
    'xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable'
  ).split(' '),
);
