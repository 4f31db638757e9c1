import { notNullOf } from '../../../schema/automatic-not-null.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { ownTable, tableText } from './alter.ts';
import type { Carried } from './carried.ts';
import { namedAgain, notInherited, notNullName } from './not-null-name.ts';
import { columnAt, grantee, percent, runEach } from './run-each.ts';

/** What the catalog knows of a column and the history need not. */
export interface Settings {
  readonly declare: readonly string[];
  /** Notes them, as statements for whatever has the names afterwards. */
  readonly keep: readonly string[];
  /** Runs what was noted. */
  readonly put: readonly string[];
}

/** A query that gives the privileges on one column as statements for another, for `runEach`. */
export function grantsOf(table: string, from: string, to: string): string {
  const format = quoteLiteral(`GRANT %s (${percent(quoteIdentifier(to))}) ON ${percent(table)} TO %s`);
  return `SELECT format(${format}, privilege_type, ${grantee}) FROM pg_attribute, aclexplode(attacl) WHERE ${columnAt(table, from)}`;
}

/**
 * Comments, privileges, statistics targets and options of the column, comments on its indexes and constraints, extended statistics, and by which index the table is
 * clustered or identified. Not its storage: a change of type gives it that of the new type.
 */
export function carriedSettings(context: StagingContext, carried: Carried): Settings {
  const table = tableText(context);
  const { name } = carried.column;
  const of = quoteLiteral(table);
  const [quoted, own] = [percent(quoteIdentifier(name)), percent(table)];
  const format = (text: string, ...values: readonly string[]): string => `SELECT format(${[quoteLiteral(text), ...values].join(', ')})`;
  const named = (names: readonly string[]): string => names.map((each) => quoteLiteral(each)).join(', ');
  const constraints = [...carried.keys.map((each) => each.constraint), ...carried.checks, ...carried.references].map((each) => each.name);
  const indexes = [...carried.indexes, ...carried.keys.map((each) => each.index)].map((each) => each.name);
  const ofIndexes = `FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = ${of}::regclass AND relname IN (${named(indexes)})`;
  const where = columnAt(table, name);
  const queries = [
    `${format(`COMMENT ON COLUMN ${own}.${quoted} IS %L`, 'col_description(attrelid, attnum)')} FROM pg_attribute WHERE ${where} AND col_description(attrelid, attnum) IS NOT NULL`,
    grantsOf(table, name, name),
    `${format(`ALTER TABLE ${own} ALTER COLUMN ${quoted} SET STATISTICS %s`, 'attstattarget')} FROM pg_attribute WHERE ${where} AND attstattarget >= 0`,
    `${format(`ALTER TABLE ${own} ALTER COLUMN ${quoted} SET (%s)`, "array_to_string(attoptions, ', ')")} FROM pg_attribute WHERE ${where} AND attoptions IS NOT NULL`,
    `SELECT unnest(ARRAY[format('DROP STATISTICS %s.%I', stxnamespace::regnamespace, stxname), pg_get_statisticsobjdef(s.oid)]) FROM pg_statistic_ext s JOIN pg_attribute ON attnum = ANY (stxkeys) WHERE stxrelid = ${of}::regclass AND ${where}`,
    ...(constraints.length === 0
      ? []
      : [
          `${format(`COMMENT ON CONSTRAINT %I ON ${own} IS %L`, 'conname', "obj_description(oid, 'pg_constraint')")} FROM pg_constraint WHERE conrelid = ${of}::regclass AND conname IN (${named(constraints)}) AND obj_description(oid, 'pg_constraint') IS NOT NULL`,
        ]),
    ...(indexes.length === 0
      ? []
      : [
          `${format('COMMENT ON INDEX %s IS %L', 'indexrelid::regclass', "obj_description(indexrelid, 'pg_class')")} ${ofIndexes} AND obj_description(indexrelid, 'pg_class') IS NOT NULL`,
          `${format(`ALTER TABLE ${own} CLUSTER ON %I`, 'relname')} ${ofIndexes} AND indisclustered`,
          `${format(`ALTER TABLE ${own} REPLICA IDENTITY USING INDEX %I`, 'relname')} ${ofIndexes} AND indisreplident`,
        ]),
  ];
  const { notNull } = carried.column;
  const noInherit = notNullOf(ownTable(context), name)?.noInherit === true;
  return {
    declare: ['lockstep_kept text[];', 'lockstep_sql text;', ...(notNull ? ['lockstep_not_null text;'] : [])],
    keep: [
      'lockstep_kept := ARRAY(',
      ...queries.map((query, i) => `  ${query}${i < queries.length - 1 ? ' UNION ALL' : ''}`),
      ');',
      ...(notNull ? [`lockstep_not_null := (${notNullName(table, name)});`] : []),
    ],
    put: [
      ...(notNull
        ? runEach([...(noInherit ? [notInherited(table, name)] : []), namedAgain(table, name, 'lockstep_not_null')]).statements
        : []),
      'FOREACH lockstep_sql IN ARRAY lockstep_kept LOOP',
      '  EXECUTE lockstep_sql;',
      'END LOOP;',
    ],
  };
}
