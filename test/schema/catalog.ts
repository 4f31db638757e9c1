import type { PGlite } from '@electric-sql/pglite';
import { keyOf, type ResolvedName } from '../../src/operation/name.ts';
import type { TypeName } from '../../src/operation/type-name.ts';
import { builtInTypes } from '../../src/schema/built-in-types.ts';
import type { Constraint, Schema, Table } from '../../src/schema/schema.ts';
import { quoteIdentifier } from '../../src/sql/postgres/quote.ts';

/** A database described in lines, once from PostgreSQL's catalog and once from the model: equal lines, equal schemas. */

const system = `('pg_catalog', 'information_schema', 'pg_toast')`;
const name = (oid: string): string =>
  `(SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ${oid})`;

// The schema is cut off: format_type leaves it out only where the search path finds the type.
const typeText = (oid: string, modifier: string): string => `regexp_replace(format_type(${oid}, ${modifier}), '^\\w+\\.', '')`;

const query = `
WITH relations AS (
  SELECT c.*, n.nspname || '.' || c.relname AS rel FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname NOT IN ${system} AND n.nspname NOT LIKE 'pg_t%' AND c.relkind IN ('r', 'p', 'v', 'm')
)
SELECT 'table ' || rel || ' ' || CASE relpersistence WHEN 'u' THEN 'unlogged' ELSE 'permanent' END || ' ' || relkind::text AS line FROM relations WHERE relkind IN ('r', 'p')
UNION ALL
SELECT 'view ' || rel || ' ' || (relkind = 'm') FROM relations WHERE relkind IN ('v', 'm')
UNION ALL
SELECT DISTINCT 'view ' || rel || ' reads ' || ${name('d.refobjid')}
FROM relations JOIN pg_rewrite r ON r.ev_class = relations.oid JOIN pg_depend d ON d.objid = r.oid AND d.classid = 'pg_rewrite'::regclass
WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> relations.oid
UNION ALL
SELECT 'column ' || rel || '.' || attname || ' ' || ${typeText('atttypid', 'atttypmod')} || ' ' || CASE WHEN attnotnull AND NOT EXISTS
  (SELECT FROM pg_constraint k WHERE k.conrelid = attrelid AND k.contype = 'n' AND k.conkey = ARRAY[attnum] AND NOT k.convalidated) THEN 'not null' ELSE 'null' END
  || CASE WHEN atthasdef AND attgenerated = '' AND (SELECT pg_get_expr(adbin, adrelid) NOT LIKE 'NULL::%' FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum) THEN ' default' ELSE '' END || ' identity:' || attidentity::text || ' generated:' || attgenerated::text || ' local:' || attislocal
FROM relations JOIN pg_attribute ON attrelid = relations.oid WHERE relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT 'constraint ' || rel || '.' || k.conname || ' ' || k.contype::text || ' valid:' || k.convalidated || ' enforced:' || k.conenforced || ' deferrable:' || k.condeferrable
  || ' columns:' || COALESCE((SELECT string_agg(a.attname, ',' ORDER BY CASE WHEN k.contype = 'c' THEN a.attname END, i) FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n), '')
  || COALESCE(' references ' || ${name('nullif(k.confrelid, 0)')} || '(' || (SELECT string_agg(a.attname, ',' ORDER BY i) FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n) || ')', '')
  || ' local:' || k.conislocal
FROM relations JOIN pg_constraint k ON k.conrelid = relations.oid
WHERE k.contype <> 't' AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)
  AND NOT EXISTS (SELECT FROM pg_constraint p JOIN pg_constraint g ON g.oid = p.conparentid WHERE p.oid = k.conparentid AND g.conrelid = p.conrelid)
UNION ALL
SELECT 'index ' || ${name('i.indexrelid')} || ' on ' || rel || ' unique:' || i.indisunique || ' valid:' || i.indisvalid
  || ' columns:' || COALESCE((SELECT string_agg(a.attname, ',' ORDER BY u.i) FROM unnest(i.indkey[0:i.indnkeyatts - 1]) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.n), '')
  || COALESCE(' parent:' || (SELECT c.relname FROM pg_inherits h JOIN pg_class c ON c.oid = h.inhparent WHERE h.inhrelid = i.indexrelid), '')
FROM relations JOIN pg_index i ON i.indrelid = relations.oid
UNION ALL
SELECT 'child ' || rel || ' of ' || ${name('h.inhparent')} FROM relations JOIN pg_inherits h ON h.inhrelid = relations.oid
UNION ALL
SELECT 'trigger ' || rel || '.' || t.tgname FROM relations JOIN pg_trigger t ON t.tgrelid = relations.oid WHERE NOT t.tgisinternal AND t.tgparentid = 0
UNION ALL
SELECT 'sequence ' || n.nspname || '.' || c.relname || COALESCE((SELECT ' of ' || ${name('d.refobjid')} || '.' || a.attname FROM pg_depend d
  JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')), '')
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'S' AND n.nspname NOT IN ${system}
UNION ALL
SELECT 'enum ' || n.nspname || '.' || t.typname || ' ' || (SELECT string_agg(enumlabel, ',' ORDER BY enumlabel) FROM pg_enum WHERE enumtypid = t.oid)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND n.nspname NOT IN ${system}
UNION ALL
SELECT 'domain ' || n.nspname || '.' || t.typname || ' ' || ${typeText('t.typbasetype', 't.typtypmod')} || ' ' || CASE WHEN typnotnull THEN 'not null' ELSE 'null' END
  || COALESCE((SELECT string_agg(' ' || conname || ':' || convalidated, '' ORDER BY conname) FROM pg_constraint WHERE contypid = t.oid AND contype = 'c'), '')
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'd' AND n.nspname NOT IN ${system}
UNION ALL
SELECT 'function ' || n.nspname || '.' || proname || ' ' || string_agg(provolatile::text, '' ORDER BY provolatile)
FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname NOT IN ${system} GROUP BY n.nspname, proname`;

/**
 * The catalog in lines. PostgreSQL 18 holds every NOT NULL as a constraint, the model only those that were written as one: of the valid
 * ones, the lines of those in `named` (`schema.table.constraint`) are kept.
 */
export async function describeCatalog(database: PGlite, named: ReadonlySet<string>): Promise<readonly string[]> {
  const { rows } = await database.query<{ line: string }>(query);
  return rows
    .map(({ line }) => line)
    .filter((line) => {
      const match = /^constraint (\S+) n valid:(\w+)/.exec(line);
      return !match || match[2] === 'false' || named.has(match[1] as string);
    })
    .sort();
}

/** The model in the same lines. */
export function describeModel(schema: Schema): readonly string[] {
  const lines: string[] = [];
  for (const [, table] of schema.tables.entries()) lines.push(...tableLines(table));
  for (const [, view] of schema.views.entries()) {
    lines.push(`view ${dotted(view.name)} ${view.materialized}`);
    for (const table of new Set(view.reads.map((each) => dotted(each.table)))) lines.push(`view ${dotted(view.name)} reads ${table}`);
    for (const index of view.indexes) lines.push(indexLine(view, index));
  }
  for (const [, sequence] of schema.sequences.entries()) {
    lines.push(
      `sequence ${dotted(sequence.name)}${sequence.ownedBy ? ` of ${dotted(sequence.ownedBy.table)}.${sequence.ownedBy.column}` : ''}`,
    );
  }
  for (const [, type] of schema.types.entries()) {
    if (type.kind === 'enum') lines.push(`enum ${dotted(type.name)} ${[...type.values].sort().join(',')}`);
    if (type.kind === 'domain') {
      const constraints = [...type.constraints].sort((a, b) => (a.name < b.name ? -1 : 1)).map((each) => ` ${each.name}:${each.validated}`);
      lines.push(`domain ${dotted(type.name)} ${formatType(type.type)} ${type.notNullAs ? 'not null' : 'null'}${constraints.join('')}`);
    }
  }
  for (const [, overloads] of schema.functions.entries()) {
    const name = overloads[0]?.name as ResolvedName;
    lines.push(
      `function ${dotted(name)} ${overloads
        .map((each) => each.volatility[0])
        .sort()
        .join('')}`,
    );
  }
  return lines.sort();
}

/** The not-null constraints of the model, for `describeCatalog`. */
export function namedNotNulls(schema: Schema): ReadonlySet<string> {
  return new Set(
    schema.tables
      .entries()
      .flatMap(([, table]) =>
        table.constraints.filter((each) => each.definition.type === 'not-null').map((each) => `${dotted(table.name)}.${each.name}`),
      ),
  );
}

function tableLines(table: Table): readonly string[] {
  const full = dotted(table.name);
  return [
    `table ${full} ${table.persistence} ${table.partitionBy ? 'p' : 'r'}`,
    ...table.columns.map((column) => {
      const identity = column.identity ? (column.identity.when === 'always' ? 'a' : 'd') : '';
      const generated = column.generated ? (column.generated.stored ? 's' : 'v') : '';
      const nulls = column.notNull ? 'not null' : 'null';
      const value = column.default ? ' default' : '';
      return `column ${full}.${column.name} ${formatType(column.type)} ${nulls}${value} identity:${identity} generated:${generated} local:${!column.inherited}`;
    }),
    ...table.constraints.map((each) => constraintLine(full, each)),
    ...table.indexes.map((each) => indexLine(table, each)),
    ...(table.partitionOf ? [table.partitionOf.parent] : table.inherits).map((parent) => `child ${full} of ${dotted(parent)}`),
    ...table.hanging.filter(({ kind }) => kind === 'trigger').map(({ name: each }) => `trigger ${full}.${each}`),
  ];
}

const letters = { check: 'c', 'foreign-key': 'f', 'not-null': 'n', 'primary-key': 'p', unique: 'u', exclude: 'x' } as const;

function constraintLine(full: string, { name: named, definition, validated, enforced, inherited, references }: Constraint): string {
  const target =
    definition.type === 'foreign-key' && references ? ` references ${dotted(references)}(${definition.referencedColumns.join(',')})` : '';
  return (
    `constraint ${full}.${named} ${letters[definition.type]} valid:${validated} enforced:${enforced} deferrable:${definition.deferrable ?? false}` +
    ` columns:${constrained(definition)}${target} local:${!inherited}`
  );
}

function constrained(definition: Constraint['definition']): string {
  switch (definition.type) {
    case 'check':
      return [...new Set(columnsOf(definition.expression.tree))].sort().join(',');
    case 'not-null':
      return definition.column;
    case 'exclude':
      return definition.elements.flatMap((each) => each.column ?? []).join(',');
    default:
      return definition.columns.join(',');
  }
}

function columnsOf(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(columnsOf);
  if (typeof node !== 'object' || node === null) return [];
  if ('kind' in node && node.kind === 'column' && 'path' in node) return [(node.path as string[]).at(-1) as string];
  return Object.values(node).flatMap(columnsOf);
}

function indexLine(of: Pick<Table, 'name' | 'indexes'>, index: Table['indexes'][number]): string {
  const columns = index.definition.elements.flatMap((each) => each.column ?? []).join(',');
  const parent = index.parent === undefined ? '' : ` parent:${index.parent}`;
  const full = dotted({ schema: of.name.schema, name: index.name });
  return `index ${full} on ${dotted(of.name)} unique:${index.definition.unique} valid:${index.valid} columns:${columns}${parent}`;
}

function dotted(resolved: ResolvedName): string {
  return keyOf(resolved).replace('\t', '.');
}

const formatted: { readonly [name: string]: string | undefined } = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  varchar: 'character varying',
  bpchar: 'character',
  float4: 'real',
  float8: 'double precision',
  time: 'time without time zone',
  timestamp: 'timestamp without time zone',
  timestamptz: 'timestamp with time zone',
};

/** As format_type: a modifier stands behind the first word of a time's name. */
function formatType(type: TypeName): string {
  const base = formatted[type.name] ?? (builtInTypes.has(type.name) ? type.name : quoteIdentifier(type.name));
  const modifiers = type.modifiers.length > 0 ? `(${type.modifiers.join(',')})` : '';
  const text = base.startsWith('time') && modifiers ? base.replace(/^(timestamp|time)/, `$1${modifiers}`) : base + modifiers;
  return text + (type.dimensions > 0 ? '[]' : '');
}
