import { inUsersSchema, isOfUsers } from './users.ts';

/** A part of a line: an expression, or a word that stands before it where it is not null. */
type Part = string | readonly [label: string, expression: string];

/** The lines of one kind of thing. */
function lines(kind: string, parts: readonly Part[], from: string): string {
  const texts = parts.map((part) => (typeof part === 'string' ? `(${part})::text` : `'${part[0]} ' || (${part[1]})::text`));
  return `SELECT concat_ws(' ', '${kind}', ${texts.join(', ')}) FROM ${from}`;
}

const flag = (word: string, condition: string): string => `CASE WHEN ${condition} THEN '${word}' END`;
/** What is looked up in another catalog, if it is to be: the subquery would be run for each row. */
const where = (condition: string, subquery: string): string => `CASE WHEN ${condition} THEN (${subquery}) END`;
/** What an extension brought is its own affair. */
const ofNoExtension = (catalog: string, oid: string): string =>
  `NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '${catalog}'::regclass AND e.objid = ${oid} AND e.deptype = 'e')`;
const tablespace = (oid: string): Part => ['tablespace', where(`${oid} <> 0`, `SELECT spcname FROM pg_tablespace s WHERE s.oid = ${oid}`)];
/**
 * DEFAULT NULL, which is none, but the catalog keeps it where the type has a length (that is put in by a function), or is a domain: the default of a domain it does overrule.
 * https://github.com/postgres/postgres/blob/REL_18_STABLE/src/backend/catalog/heap.c (AddRelationNewConstraints)
 */
const isNullDefault = `attgenerated = '' AND (typtype <> 'd' OR typdefault IS NULL) AND pg_get_expr(adbin, adrelid) ~ '^NULL::("[^"]+"|[a-z0-9_. ])+(\\([0-9, ]+\\))?(\\[\\])*$'`;

/** @param newer a column of the catalog, by the major that brought it; NULL before */
const partsWith = (newer: (since: number, column: string) => string): readonly string[] => [
  lines(
    'schema',
    ['quote_ident(nspname)', 'nspacl'],
    `pg_namespace n WHERE ${inUsersSchema} AND ${ofNoExtension('pg_namespace', 'n.oid')}`,
  ),

  lines('extension', ['quote_ident(extname)', 'extversion'], `pg_extension WHERE extname <> 'plpgsql'`),

  lines(
    'relation',
    [
      'rel',
      'relkind',
      'relpersistence',
      ['access method', 'amname'],
      ['options', 'reloptions'],
      ['acl', 'relacl'],
      flag('row security', 'relrowsecurity'),
      flag('forced', 'relforcerowsecurity'),
      ['replica identity', `CASE WHEN relkind IN ('r', 'p') THEN relreplident END`],
      tablespace('reltablespace'),
      ['of', 'NULLIF(reloftype, 0)::regtype'],
      ['by', 'pg_get_partkeydef(r.oid)'],
      ['bound', 'pg_get_expr(relpartbound, r.oid)'],
      ['owner', 'pg_get_userbyid(relowner)'],
    ],
    'relations r LEFT JOIN pg_am ON pg_am.oid = relam',
  ),

  lines('parent', ['rel', 'inhparent::regclass', newer(14, 'h.inhdetachpending')], 'pg_inherits h JOIN relations r ON r.oid = inhrelid'),

  lines(
    'column',
    [
      `rel || '.' || quote_ident(attname)`,
      'format_type(atttypid, atttypmod)',
      flag('not null', 'attnotnull'),
      ['identity', `NULLIF(attidentity, '')`],
      ['generated', `NULLIF(attgenerated, '')`],
      ['default', `CASE WHEN NOT (${isNullDefault}) THEN pg_get_expr(adbin, adrelid) END`],
      ['collate', where('attcollation <> typcollation', 'SELECT collname FROM pg_collation WHERE pg_collation.oid = attcollation')],
      ['storage', 'NULLIF(attstorage, typstorage)'],
      ['compression', `NULLIF(${newer(14, 'a.attcompression')}, '')`],
      ['statistics', 'NULLIF(attstattarget, -1)'],
      ['options', 'attoptions'],
      ['acl', 'attacl'],
      flag('inherited', 'NOT attislocal'),
    ],
    `pg_attribute a JOIN relations r ON r.oid = attrelid JOIN pg_type t ON t.oid = atttypid LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
     WHERE attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'p', 'f', 'v', 'm', 'c')`,
  ),

  lines(
    'constraint',
    [
      `rel || '.' || quote_ident(conname)`,
      'contype',
      'pg_get_constraintdef(k.oid)',
      flag('not valid', 'NOT convalidated'),
      ['enforced', newer(18, 'k.conenforced')],
      // Of keys it says nothing: it is set where they were made on a partition itself.
      flag('no inherit', `connoinherit AND contype IN ('c', 'n')`),
      // A key of a child makes the parent's NOT NULL its own as well: it is the parent's all the same.
      flag('inherited', `NOT conislocal OR (contype = 'n' AND coninhcount > 0)`),
      flag('of a parent', 'conparentid <> 0'),
      ['index', 'NULLIF(conindid, 0)::regclass'],
    ],
    `pg_constraint k JOIN relations r ON r.oid = conrelid WHERE contype <> 't'`,
  ),

  lines(
    'index',
    [
      'pg_get_indexdef(indexrelid)',
      flag('invalid', 'NOT indisvalid'),
      flag('not ready', 'NOT indisready'),
      flag('primary', 'indisprimary'),
      flag('deferrable', 'NOT indimmediate'),
      flag('clustered', 'indisclustered'),
      flag('replica identity', 'indisreplident'),
      tablespace('c.reltablespace'),
      [
        'statistics',
        `SELECT string_agg(attnum || '=' || attstattarget, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = indexrelid AND attstattarget >= 0`,
      ],
      ['parent', where('c.relispartition', 'SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = indexrelid')],
    ],
    'pg_index JOIN relations r ON r.oid = indrelid JOIN pg_class c ON c.oid = indexrelid',
  ),

  lines(
    'sequence',
    [
      'rel',
      'format_type(seqtypid, NULL)',
      'seqstart',
      'seqincrement',
      'seqmin',
      'seqmax',
      'seqcache',
      'seqcycle',
      [
        'of',
        `SELECT refobjid::regclass || '.' || quote_ident(attname) || ' ' || deptype::text FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
         WHERE classid = 'pg_class'::regclass AND objid = r.oid AND deptype IN ('a', 'i')`,
      ],
    ],
    'pg_sequence JOIN relations r ON r.oid = seqrelid',
  ),

  lines('view', ['rel', 'pg_get_viewdef(r.oid)'], `relations r WHERE relkind IN ('v', 'm')`),

  lines('trigger', ['pg_get_triggerdef(t.oid)', 'tgenabled'], 'pg_trigger t JOIN relations r ON r.oid = tgrelid WHERE NOT tgisinternal'),

  lines('rule', ['pg_get_ruledef(w.oid)', 'ev_enabled'], `pg_rewrite w JOIN relations r ON r.oid = ev_class WHERE rulename <> '_RETURN'`),

  lines(
    'policy',
    [
      'rel',
      'quote_ident(polname)',
      'polcmd',
      flag('restrictive', 'NOT polpermissive'),
      `SELECT string_agg(CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END, ', ' ORDER BY role) FROM unnest(polroles) role`,
      ['using', 'pg_get_expr(polqual, polrelid)'],
      ['with check', 'pg_get_expr(polwithcheck, polrelid)'],
    ],
    'pg_policy JOIN relations r ON r.oid = polrelid',
  ),

  lines(
    'statistics',
    // Its columns stand in the order of the table's, which does not count.
    [
      `SELECT string_agg(part, ', ' ORDER BY part) FROM regexp_split_to_table(pg_get_statisticsobjdef(s.oid), ', | ON | FROM ') part`,
      ['target', newer(13, 's.stxstattarget')],
    ],
    `pg_statistic_ext s JOIN pg_namespace n ON n.oid = stxnamespace WHERE ${inUsersSchema}`,
  ),

  lines(
    'function',
    ['p.oid::regprocedure', 'prokind', `CASE WHEN prokind <> 'a' THEN pg_get_functiondef(p.oid) END`, ['acl', 'proacl']],
    `pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE ${isOfUsers('p.oid')} AND ${inUsersSchema} AND ${ofNoExtension('pg_proc', 'p.oid')}`,
  ),

  lines(
    'type',
    [
      't.oid::regtype',
      'typtype',
      ['base', 'format_type(NULLIF(typbasetype, 0), typtypmod)'],
      flag('not null', 'typnotnull'),
      ['default', 'typdefault'],
      ['values', `SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid`],
      ['of', `SELECT format_type(rngsubtype, NULL) FROM pg_range WHERE rngtypid = t.oid`],
    ],
    `pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE ${isOfUsers('t.oid')} AND ${inUsersSchema} AND typtype IN ('d', 'e', 'r') AND ${ofNoExtension('pg_type', 't.oid')}`,
  ),

  lines(
    'domain constraint',
    [`contypid::regtype || '.' || quote_ident(conname)`, 'pg_get_constraintdef(k.oid)', flag('not valid', 'NOT convalidated')],
    `pg_constraint k JOIN pg_type t ON t.oid = contypid JOIN pg_namespace n ON n.oid = typnamespace
     WHERE ${isOfUsers('contypid')} AND ${isOfUsers('t.oid')} AND ${inUsersSchema} AND ${ofNoExtension('pg_type', 't.oid')}`,
  ),

  lines(
    'publication',
    [
      'quote_ident(pubname)',
      `to_jsonb(p) - 'oid' - 'pubowner'`,
      `SELECT string_agg(concat_ws(' ', quote_ident(schemaname) || '.' || quote_ident(tablename), ${newer(15, 'x.rowfilter')},
         (SELECT string_agg(name, ',' ORDER BY name) FROM jsonb_array_elements_text(to_jsonb(x) -> 'attnames') name)), '; ' ORDER BY schemaname, tablename)
       FROM pg_publication_tables x WHERE x.pubname = p.pubname`,
    ],
    'pg_publication p',
  ),

  lines(
    'comment',
    ['o.type', 'o.identity', 'quote_literal(description)'],
    `pg_description, pg_identify_object(classoid, objoid, objsubid) o WHERE ${isOfUsers('objoid')}`,
  ),
];

const queries = new Map<number, string>();

/** What `catalogOf` asks a server of this major, from 12 on. */
export function catalogQuery(major: number): string {
  const known = queries.get(major);
  if (known !== undefined) return known;
  const parts = partsWith((since, column) => (major < since ? 'NULL' : column));
  const query = `WITH relations AS MATERIALIZED (
  SELECT c.*, c.oid::regclass::text AS rel FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
  WHERE ${isOfUsers('c.oid')} AND ${inUsersSchema} AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND ${ofNoExtension('pg_class', 'c.oid')})
SELECT line COLLATE "C" AS line FROM (${parts.join('\nUNION ALL ')}) AS parts (line) ORDER BY 1`;
  queries.set(major, query);
  return query;
}
