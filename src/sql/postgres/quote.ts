import type { QualifiedName } from '../../operation/name.ts';

/**
 * PostgreSQL 18's keywords that are not unreserved: `quote_ident` quotes them all, also those that could be a column's name.
 * https://www.postgresql.org/docs/18/sql-keywords-appendix.html; test/sql/quote.test.ts holds the list against the parser's own scanner.
 */
const keywords = new Set(
  (
    'all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character check ' +
    'coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema ' +
    'current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch ' +
    'float for foreign freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect interval ' +
    'into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize ' +
    'json_table json_value lateral leading least left like limit localtime localtimestamp merge_action national natural nchar none normalize ' +
    'not notnull null nullif numeric offset on only or order out outer overlaps overlay placing position precision primary real references ' +
    'returning right row select session_user setof similar smallint some substring symmetric system_user table tablesample then time ' +
    'timestamp to trailing treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes ' +
    'xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable'
  ).split(' '),
);

/** A name (folded, as the catalog has it) as SQL, quoted only where it must be: `quote_ident`. */
export function quoteIdentifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) && !keywords.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** `schema.name`, or the name alone where no schema is known. */
export function quoteName(name: QualifiedName): string {
  return name.schema === undefined ? quoteIdentifier(name.name) : `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`;
}

/** A string as an SQL literal: `quote_literal`. A backslash makes it an `E''` string, which every setting of the server reads alike. */
export function quoteLiteral(value: string): string {
  const doubled = value.replaceAll("'", "''");
  return value.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

/** A text in dollar quotes, with a tag that does not occur in it. */
export function quoteDollar(body: string): string {
  let tag = '$$';
  for (let i = 0; body.includes(tag) || (body.endsWith('$') && tag === '$$'); i++) tag = i === 0 ? '$lockstep$' : `$lockstep${i}$`;
  return `${tag}${body}${tag}`;
}
