import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { citext } from '@electric-sql/pglite/contrib/citext';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { hstore } from '@electric-sql/pglite/contrib/hstore';
import { intarray } from '@electric-sql/pglite/contrib/intarray';
import { ltree } from '@electric-sql/pglite/contrib/ltree';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp';

/**
 * Records what `src/engine/postgres/catalog.ts` reads: the types, casts, operators and functions of PostgreSQL's own catalog with their volatility.
 * The format is one line a type, cast, operator or function name, and everything refers to types by their line number in base 36,
 * which keeps 3,300 functions in less than 100 KB of text that costs nothing until it is asked for.
 */
const target = fileURLToPath(new URL('../src/engine/postgres/catalog.recorded.ts', import.meta.url));
const extensions = { citext, fuzzystrmatch, hstore, intarray, ltree, pg_trgm, pgcrypto, unaccent, uuid_ossp };
const db = await PGlite.create({ extensions });
// The one type of an extension that columns are changed to and from: it is stored as text is.
for (const name of Object.keys(extensions)) await db.exec(`create extension "${name.replace('uuid_ossp', 'uuid-ossp')}"`);

async function rows(sql: string): Promise<readonly Record<string, string | null>[]> {
  return (await db.query<Record<string, string | null>>(sql)).rows;
}

/** Every type but the row types of catalog tables, and citext. `index` is the operator class that an index on such a column gets. */
const types = await rows(`
  select t.oid::text as oid, t.oid::regtype::text as sql, t.typname as name, t.typcategory as category, t.typispreferred::text as preferred, e.typname as element
  from pg_type t left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where (t.typnamespace = 'pg_catalog'::regnamespace or t.typname in ('citext', '_citext')) and t.typtype <> 'c'
    and not exists (select from pg_type c where c.oid = t.typelem and t.typcategory = 'A' and c.typtype = 'c')
  order by t.typname collate "C"`);
const lineOf = new Map(types.map((type, line) => [type.oid, line.toString(36)]));

/** The default btree operator class of a column of the type, '' where there is none: asked of the server by making the index. */
async function defaultClasses(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { name, sql } of types) {
    try {
      await db.exec(`begin; create temp table of_type (c ${sql}) on commit drop; create index on of_type (c)`);
      const [row] = await rows(`
        select o.opcname as name from pg_index i join pg_opclass o on o.oid = i.indclass[0] where i.indrelid = 'of_type'::regclass`);
      if (row?.name) found.set(name as string, row.name);
    } catch {
      // Pseudo-types cannot be columns; json, xml and point have no order.
    } finally {
      await db.exec('rollback');
    }
  }
  return found;
}

const classes = await defaultClasses();
const typeLines = types.map((type) =>
  [type.name, type.category, type.preferred === 'true' ? 'p' : '', type.element ?? '', classes.get(type.name as string) ?? '']
    .join(' ')
    .trimEnd(),
);

/** `source target method context volatility`. A cast through text ('i') is as volatile as the output and input functions. */
const castLines = (
  await rows(`
  select c.castsource::text as source, c.casttarget::text as target, c.castmethod as method, c.castcontext as context,
    coalesce(f.provolatile::text, case when 'v' in (o.provolatile, i.provolatile) then 'v' when 's' in (o.provolatile, i.provolatile) then 's' else 'i' end) as volatility
  from pg_cast c
  join pg_type s on s.oid = c.castsource join pg_type t on t.oid = c.casttarget
  left join pg_proc f on f.oid = c.castfunc
  join pg_proc o on o.oid = s.typoutput join pg_proc i on i.oid = t.typinput
  order by s.typname collate "C", t.typname collate "C"`)
)
  .filter((cast) => lineOf.has(cast.source) && lineOf.has(cast.target))
  .map((cast) => `${lineOf.get(cast.source)} ${lineOf.get(cast.target)} ${cast.method}${cast.context}${cast.volatility}`);

/** Types whose input or output is not immutable: a cast through text that is not in pg_cast goes through them. */
const ioLines = (
  await rows(`
  select t.oid::text as oid, i.provolatile as input, o.provolatile as output
  from pg_type t join pg_proc i on i.oid = t.typinput join pg_proc o on o.oid = t.typoutput
  where i.provolatile <> 'i' or o.provolatile <> 'i'
  order by t.typname collate "C"`)
)
  .filter((io) => lineOf.has(io.oid))
  .map((io) => `${lineOf.get(io.oid)} ${io.input}${io.output}`);

/** `name`, then `left,right,result,volatility` of each overload; a prefix operator has `-` on its left. */
const operatorLines = grouped(
  await rows(`
  select o.oprname as name, o.oprleft::text as left, o.oprright::text as right, o.oprresult::text as result, f.provolatile as volatility
  from pg_operator o join pg_proc f on f.oid = o.oprcode
  where o.oprnamespace = 'pg_catalog'::regnamespace
  order by o.oprname collate "C", o.oprleft::int8, o.oprright::int8`),
  (o) => [o.left === '0' ? '-' : lineOf.get(o.left), lineOf.get(o.right), lineOf.get(o.result), o.volatility].join(','),
);

/** `name`, then `volatility kind set? result defaults? variadic? (arguments)` of each overload. Support functions that SQL cannot call are left out. */
const functionLines = grouped(
  await rows(`
  select p.proname as name, p.provolatile as volatility, p.prokind as kind, p.proretset::text as set, p.prorettype::text as result,
    p.pronargdefaults::text as defaults, (p.provariadic <> 0)::text as variadic, p.proargtypes::text as arguments
  from pg_proc p
  where p.pronamespace = 'pg_catalog'::regnamespace
    and not 'internal'::regtype = any (p.proargtypes::oid[])
    and p.prorettype not in ('internal'::regtype, 'trigger'::regtype, 'event_trigger'::regtype, 'language_handler'::regtype,
      'fdw_handler'::regtype, 'index_am_handler'::regtype, 'table_am_handler'::regtype, 'tsm_handler'::regtype)
  order by p.proname collate "C", p.oid`),
  (f) => {
    const argumentLines = (f.arguments as string)
      .split(' ')
      .filter(Boolean)
      .map((oid) => lineOf.get(oid));
    const flags = `${f.volatility}${f.kind}${f.set === 'true' ? '*' : ''}${f.variadic === 'true' ? '+' : ''}`;
    const defaults = f.defaults === '0' ? '' : `-${f.defaults}`;
    return argumentLines.includes(undefined)
      ? undefined
      : `${flags}${defaults}:${[lineOf.get(f.result) ?? '', ...argumentLines].join(',')}`;
  },
);

/** Functions of extensions that migrations use most: the extension, then `name,volatility` of each, the worst of its overloads. */
const extensionLines = grouped(
  await rows(`
  select e.extname as name, p.proname as function, case when bool_or(p.provolatile = 'v') then 'v' when bool_or(p.provolatile = 's') then 's' else 'i' end as volatility
  from pg_proc p join pg_depend d on d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e' join pg_extension e on e.oid = d.refobjid
  where p.pronamespace = 'public'::regnamespace and p.prorettype not in ('internal'::regtype, 'trigger'::regtype, 'cstring'::regtype)
    and not 'internal'::regtype = any (p.proargtypes::oid[]) and not 'cstring'::regtype = any (p.proargtypes::oid[])
  group by e.extname, p.proname order by e.extname collate "C", p.proname collate "C"`),
  (f) => `${f.function},${f.volatility}`,
);

/** One line a name. The arguments of an overload that names a row type of the catalog cannot be written by a migration. */
function grouped(
  from: readonly Record<string, string | null>[],
  write: (row: Record<string, string | null>) => string | undefined,
): string[] {
  const lines = new Map<string, string[]>();
  for (const row of from) {
    const overload = write(row);
    if (overload === undefined) continue;
    const name = row.name as string;
    lines.set(name, [...(lines.get(name) ?? []), overload]);
  }
  return [...lines].map(([name, overloads]) => `${name} ${overloads.join(' ')}`);
}

const [server] = await rows('show server_version');
/** None of the names has a backslash, a backtick or a dollar sign, so the text can stand between backticks as it is. */
function section(name: string, lines: readonly string[]): string {
  const text = lines.join('\n');
  if (/[\\`$]/.test(text)) throw new Error(`${name}: a name that would have to be escaped`);
  return `export const ${name} = \`\n${text}\n\`;\n`;
}

writeFileSync(
  target,
  `// Recorded from the catalog of PostgreSQL ${server?.server_version?.split(' ')[0]} by scripts/catalog.ts (npm run catalog). Do not edit.\n\n` +
    [
      section('types', typeLines),
      section('casts', castLines),
      section('inputOutput', ioLines),
      section('operators', operatorLines),
      section('functions', functionLines),
      section('extensionFunctions', extensionLines),
    ].join('\n'),
);
console.log(
  `${types.length} types, ${castLines.length} casts, ${operatorLines.length} operator names, ${functionLines.length} function names`,
);
await db.close();
