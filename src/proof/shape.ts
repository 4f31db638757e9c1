import type { ProofDatabase } from './database.ts';
import { runPrepared } from './prepared.ts';
import { inUsersSchema, isOfUsers, notTemporary } from './users.ts';
import type { ColumnShape } from './values.ts';

export interface TableShape {
  /** Its number in pg_class, which it keeps whatever it is called. */
  readonly oid: number;
  readonly table: string;
  readonly columns: readonly ColumnShape[];
  /** The columns of its primary key, by number. */
  readonly key: readonly number[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface ForeignKey {
  /** By number. */
  readonly columns: readonly number[];
  readonly references: string;
  /** The rows of what is below it count: it is partitioned. Those of tables that merely inherit do not. */
  readonly isWhole: boolean;
  readonly referenced: readonly string[];
}

/** Tables of users with the columns that take values, and what stands on them. Asked outside of a transaction. */
export async function shapesOf(database: ProofDatabase): Promise<readonly TableShape[]> {
  const rows = await runPrepared(database, 'lockstep_shapes', shapesQuery);
  return rows.map((row) => JSON.parse(String(row.shape)) as TableShape);
}

const shapesQuery = `
WITH RECURSIVE tables AS MATERIALIZED (
  SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${isOfUsers('c.oid')} AND c.relkind IN ('r', 'p') AND ${inUsersSchema}
), bases AS (
  SELECT oid, oid AS base, typtypmod AS modifier, 0 AS depth FROM pg_type WHERE oid IN (SELECT atttypid FROM tables JOIN pg_attribute ON attrelid = tables.oid)
  UNION ALL
  SELECT b.oid, CASE WHEN t.typtype = 'd' THEN t.typbasetype ELSE t.typelem END, CASE WHEN t.typtype = 'd' THEN t.typtypmod ELSE b.modifier END, depth + 1
  FROM bases b JOIN pg_type t ON t.oid = b.base WHERE t.typtype = 'd' OR (t.typcategory = 'A' AND t.typelem <> 0)
), deepest AS MATERIALIZED (SELECT DISTINCT ON (oid) oid, base, modifier FROM bases ORDER BY oid, depth DESC)
SELECT json_build_object('oid', c.oid::int8, 'table', c.name, 'columns', COALESCE((
  SELECT json_agg(json_build_object(
    'number', a.attnum, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'base', b.typname, 'category', b.typcategory, 'isArray', t.typcategory = 'A' OR d_elem.typcategory = 'A',
    'notNull', a.attnotnull OR t.typnotnull, 'identity', a.attidentity <> '',
    'length', CASE WHEN b.typname IN ('varchar', 'bpchar') AND GREATEST(a.atttypmod, d.modifier) > 4 THEN GREATEST(a.atttypmod, d.modifier) - 4
      WHEN b.typname IN ('bit', 'varbit') AND GREATEST(a.atttypmod, d.modifier) > 0 THEN GREATEST(a.atttypmod, d.modifier) END,
    'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = d.base),
    'constraints', COALESCE((SELECT json_agg(asked.text ORDER BY asked.number, asked.name, asked.oid) FROM (
      SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
      UNION ALL SELECT pg_get_constraintdef(k.oid), 1, k.conname, k.oid FROM pg_constraint k WHERE k.contypid = a.atttypid AND k.contype = 'c'
      UNION ALL SELECT pg_get_expr(p.relpartbound, p.oid), 2, NULL, p.oid FROM pg_partitioned_table pt JOIN pg_inherits h ON h.inhparent = pt.partrelid
        JOIN pg_class p ON p.oid = h.inhrelid WHERE pt.partrelid = a.attrelid AND a.attnum = ANY (pt.partattrs::int2[])) asked (text, number, name, oid)), '[]')
    ) ORDER BY a.attnum)
  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN deepest d ON d.oid = a.atttypid JOIN pg_type b ON b.oid = d.base
  LEFT JOIN pg_type d_elem ON t.typtype = 'd' AND d_elem.oid = t.typbasetype
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''), '[]'),
  'key', COALESCE((SELECT json_agg(number ORDER BY number) FROM pg_constraint, unnest(conkey) AS number WHERE contype = 'p' AND conrelid = c.oid), '[]'),
  'foreignKeys', COALESCE((SELECT json_agg(json_build_object(
    'columns', to_json(k.conkey),
    'references', r.relnamespace::regnamespace::text || '.' || quote_ident(r.relname), 'isWhole', r.relkind = 'p',
    'referenced', (SELECT json_agg(attname ORDER BY i) FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute ON attrelid = k.confrelid AND attnum = n)) ORDER BY k.conname)
    FROM pg_constraint k JOIN pg_class r ON r.oid = k.confrelid WHERE k.contype = 'f' AND k.conrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)), '[]'))::text AS shape
FROM tables c ORDER BY c.name`;

/** What tables are called, by number, and their columns by theirs. */
export type Names = ReadonlyMap<number, { readonly table: string; readonly columns: Readonly<Record<number, string>> }>;

/** Of all tables of users, as they are called now. */
export async function namesOf(database: ProofDatabase): Promise<Names> {
  const { rows } = await database.run(namesQuery);
  return new Map(
    rows.map(({ oid, table, columns }) => [Number(oid), { table: String(table), columns: (columns ?? {}) as Record<number, string> }]),
  );
}

const namesQuery = `SELECT oid, relnamespace::regnamespace::text || '.' || quote_ident(relname) AS table,
  (SELECT json_object_agg(attnum, attname) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) AS columns
FROM pg_class c WHERE ${isOfUsers('oid')} AND relkind IN ('r', 'p') AND ${notTemporary}`;

/** The same table as it is called there, without the columns that are gone; undefined: it is gone itself. */
export function shapeUnder(names: Names, shape: TableShape): TableShape | undefined {
  const now = names.get(shape.oid);
  if (now === undefined) return undefined;
  const columns = shape.columns.flatMap((column) => {
    const name = now.columns[column.number];
    return name === undefined ? [] : [{ ...column, name }];
  });
  return { ...shape, table: now.table, columns };
}

export function shapesIn(shapes: readonly TableShape[], tables: readonly string[]): readonly TableShape[] {
  return shapes.filter((shape) => tables.includes(shape.table));
}

export function withoutNulls(shape: TableShape): TableShape {
  return { ...shape, columns: shape.columns.map((column) => ({ ...column, notNull: true })) };
}
