import type { Database } from '../database.ts';

/** What the server holds, for the next statement to be about: asked of the server, so that a replay gone wrong does not hide itself. */
export interface Catalog {
  readonly tables: readonly Table[];
  readonly types: readonly UserType[];
  readonly functions: readonly { readonly sql: string; readonly returns: string; readonly arguments: string }[];
  readonly sequences: readonly string[];
  readonly statistics: readonly string[];
}

export interface Table {
  readonly oid: number;
  /** The name as the statement writes it: quoted where it has to be, qualified outside `public`. */
  readonly sql: string;
  readonly schema: string;
  readonly name: string;
  readonly kind: 'r' | 'p' | 'v' | 'm';
  readonly persistence: string;
  readonly ofType: boolean;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly Index[];
  readonly partition: { readonly strategy: 'r' | 'l' | 'h'; readonly columns: readonly string[] } | null;
  readonly bound: string | null;
  /** False for a materialized view that has not been filled. */
  readonly readable: boolean;
  /** oids */
  readonly parents: readonly number[];
  readonly triggers: readonly string[];
  readonly rules: readonly string[];
  readonly policies: readonly string[];
}

export interface Column {
  readonly sql: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly generated: '' | 's' | 'v';
  readonly identity: '' | 'a' | 'd';
  readonly hasDefault: boolean;
  readonly inherited: boolean;
}

export interface Constraint {
  readonly sql: string;
  readonly kind: 'c' | 'f' | 'n' | 'p' | 'u' | 'x' | 't';
  readonly columns: readonly string[];
  readonly validated: boolean;
}

export interface Index {
  readonly sql: string;
  /** Without its schema. */
  readonly bare: string;
  readonly unique: boolean;
  readonly ofConstraint: boolean;
  /** Of plain columns, all rows. */
  readonly plain: boolean;
  readonly columns: readonly string[];
  readonly attached: boolean;
}

export interface UserType {
  readonly sql: string;
  /** d domain, e enum, c composite, r range */
  readonly kind: 'd' | 'e' | 'c' | 'r';
  readonly base: string | null;
  readonly labels: readonly string[] | null;
  readonly constraints: readonly string[];
}

const own = `n.nspname in ('public', 'other')`;
const list = (query: string): string => `coalesce((${query}), '[]')`;
const nameOf = (column: string): string =>
  `case when n.nspname = 'public' then quote_ident(${column}) else quote_ident(n.nspname) || '.' || quote_ident(${column}) end`;

export const catalogQuery = `select json_build_object(
  'tables', ${list(`select json_agg(json_build_object('oid', c.oid::int8, 'sql', ${nameOf('c.relname')}, 'schema', n.nspname, 'name', c.relname, 'kind', c.relkind,
    'persistence', c.relpersistence, 'ofType', c.reloftype <> 0, 'readable', c.relispopulated,
    'columns', ${list(`select json_agg(json_build_object('sql', quote_ident(attname), 'type', format_type(atttypid, atttypmod), 'notNull', attnotnull,
      'generated', attgenerated, 'identity', attidentity, 'hasDefault', atthasdef, 'inherited', attinhcount > 0) order by attnum)
      from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped`)},
    'constraints', ${list(`select json_agg(json_build_object('sql', quote_ident(conname), 'kind', contype, 'validated', convalidated,
      'columns', ${list('select json_agg(quote_ident(attname)) from pg_attribute where attrelid = c.oid and attnum = any(conkey)')}) order by conname)
      from pg_constraint where conrelid = c.oid`)},
    'indexes', ${list(`select json_agg(json_build_object('sql', ${nameOf('x.relname')}, 'bare', quote_ident(x.relname), 'unique', indisunique, 'attached', x.relispartition,
      'ofConstraint', exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x')), 'plain', indexprs is null and indpred is null,
      'columns', ${list('select json_agg(quote_ident(attname)) from pg_attribute where attrelid = c.oid and attnum = any(indkey)')}) order by x.relname)
      from pg_index join pg_class x on x.oid = indexrelid where indrelid = c.oid`)},
    'partition', (select json_build_object('strategy', partstrat, 'columns', ${list('select json_agg(quote_ident(attname)) from pg_attribute where attrelid = c.oid and attnum = any(partattrs)')})
      from pg_partitioned_table where partrelid = c.oid),
    'bound', pg_get_expr(c.relpartbound, c.oid),
    'parents', ${list('select json_agg(inhparent::int8) from pg_inherits where inhrelid = c.oid')},
    'triggers', ${list('select json_agg(quote_ident(tgname) order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal')},
    'rules', ${list(`select json_agg(quote_ident(rulename) order by rulename) from pg_rewrite where ev_class = c.oid and rulename <> '_RETURN'`)},
    'policies', ${list('select json_agg(quote_ident(polname) order by polname) from pg_policy where polrelid = c.oid')}
    ) order by c.oid) from pg_class c join pg_namespace n on n.oid = relnamespace where ${own} and relkind in ('r', 'p', 'v', 'm')`)},
  'types', ${list(`select json_agg(json_build_object('sql', ${nameOf('typname')}, 'kind', typtype, 'base', case when typtype = 'd' then format_type(typbasetype, typtypmod) end,
    'labels', (select json_agg(enumlabel) from pg_enum where enumtypid = t.oid),
    'constraints', ${list('select json_agg(quote_ident(conname)) from pg_constraint where contypid = t.oid')}) order by t.oid)
    from pg_type t join pg_namespace n on n.oid = typnamespace where ${own} and (typtype in ('d', 'e', 'r') or typtype = 'c' and (select relkind = 'c' from pg_class where oid = typrelid))`)},
  'functions', ${list(`select json_agg(json_build_object('sql', ${nameOf('proname')}, 'returns', format_type(prorettype, null), 'arguments', pg_get_function_identity_arguments(p.oid)) order by p.oid)
    from pg_proc p join pg_namespace n on n.oid = pronamespace where ${own} and prokind = 'f' and prolang in (select oid from pg_language where lanname in ('sql', 'plpgsql'))`)},
  'sequences', ${list(`select json_agg(${nameOf('relname')} order by c.oid) from pg_class c join pg_namespace n on n.oid = relnamespace where ${own} and relkind = 'S'`)},
  'statistics', ${list(`select json_agg(${nameOf('stxname')} order by s.oid) from pg_statistic_ext s join pg_namespace n on n.oid = stxnamespace where ${own}`)}
) as catalog`;

export async function catalogOf(db: Database): Promise<Catalog> {
  return (await db.query<{ catalog: Catalog }>('execute catalog')).rows[0]?.catalog as Catalog;
}

/** Tables that have rows of their own. */
export async function populated(db: Database, catalog: Catalog): Promise<ReadonlySet<string>> {
  const stored = catalog.tables.filter(({ kind, readable }) => readable && (kind === 'r' || kind === 'm'));
  if (stored.length === 0) return new Set();
  const asked = stored.map(
    ({ sql, schema, name }) => `select '${`${schema}.${name}`.replace(/'/g, "''")}' as name where exists (select from only ${sql})`,
  );
  return new Set((await db.query<{ name: string }>(asked.join(' union all '))).rows.map((row) => row.name));
}
