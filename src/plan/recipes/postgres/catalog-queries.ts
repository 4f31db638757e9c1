import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import { columnAt, grantee, percent } from './run-each.ts';

/**
 * Queries over the catalog that give, a row each, the statement that makes what is there once more: for `runEach`. The history of migrations need not know of it.
 */

/** Of values of the rows, in a format of `format()`. */
export function formatted(text: string, ...values: readonly string[]): string {
  return `SELECT format(${[quoteLiteral(text), ...values].join(', ')})`;
}

/** Of the comments on what rows of a catalog are. @param object as COMMENT ON names it, in a format with the values */
export function commentOn(object: string, values: readonly string[], of: { catalog: string; oid: string }, from: string): string {
  const comment = `obj_description(${of.oid}, ${quoteLiteral(of.catalog)})`;
  return `${formatted(`COMMENT ON ${object} IS %L`, ...values, comment)} ${from} AND ${comment} IS NOT NULL`;
}

/** Of the comments on constraints of a table. @param which a condition on pg_constraint */
export function constraintComments(table: string, which: string): string {
  const from = `FROM pg_constraint WHERE conrelid = ${quoteLiteral(table)}::regclass AND ${which}`;
  return commentOn(`CONSTRAINT %I ON ${percent(table)}`, ['conname'], { catalog: 'pg_constraint', oid: 'oid' }, from);
}

/** Of the privileges on one column, and its security labels (by which values are masked, say), for another column of the table. */
export function accessTo(table: string, from: string, to: string): readonly string[] {
  const [column, own] = [percent(quoteIdentifier(to)), percent(table)];
  return [
    `${formatted(`GRANT %s (${column}) ON ${own} TO %s`, 'privilege_type', grantee)} FROM pg_attribute, aclexplode(attacl) WHERE ${columnAt(table, from)}`,
    `${formatted(`SECURITY LABEL FOR %I ON COLUMN ${own}.${column} IS %L`, 'provider', 'label')} FROM pg_seclabel JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid WHERE classoid = 'pg_class'::regclass AND ${columnAt(table, from)}`,
  ];
}

/** Of the extended statistics over a column, alone or in an expression, which are made anew, as a change of type makes them. */
export function extendedStatistics(table: string, column: string): string {
  const name = "format('%s.%I', stxnamespace::regnamespace, stxname)";
  const target = "to_jsonb(s) ->> 'stxstattarget'";
  const statements = [
    `'DROP STATISTICS ' || ${name}`,
    'pg_get_statisticsobjdef(s.oid)',
    `'COMMENT ON STATISTICS ' || ${name} || ' IS ' || quote_literal(obj_description(s.oid, 'pg_statistic_ext'))`,
    `CASE WHEN (${target})::integer >= 0 THEN 'ALTER STATISTICS ' || ${name} || ' SET STATISTICS ' || (${target}) END`,
  ];
  const used = `SELECT FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid WHERE classid = 'pg_statistic_ext'::regclass AND objid = s.oid AND refclassid = 'pg_class'::regclass AND ${columnAt(table, column)}`;
  return `SELECT unnest(array_remove(ARRAY[${statements.join(', ')}], NULL)) FROM pg_statistic_ext s WHERE stxrelid = ${quoteLiteral(table)}::regclass AND EXISTS (${used})`;
}

/** Of comments on indexes of a table, their options and statistics targets, and by which of them the table is clustered or identified. */
export function indexSettings(table: string, indexes: readonly string[]): readonly string[] {
  const own = percent(table);
  const which = `WHERE indrelid = ${quoteLiteral(table)}::regclass AND relname IN (${literals(indexes)})`;
  const from = `FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid ${which}`;
  const index = 'indexrelid::regclass';
  return [
    commentOn('INDEX %s', [index], { catalog: 'pg_class', oid: 'indexrelid' }, from),
    `${formatted('ALTER INDEX %s SET (%s)', index, "array_to_string(reloptions, ', ')")} ${from} AND reloptions IS NOT NULL`,
    `${formatted('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', index, 'attnum', 'attstattarget')} FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_attribute ON attrelid = indexrelid ${which} AND attstattarget >= 0`,
    `${formatted(`ALTER TABLE ${own} CLUSTER ON %I`, 'relname')} ${from} AND indisclustered`,
    `${formatted(`ALTER TABLE ${own} REPLICA IDENTITY USING INDEX %I`, 'relname')} ${from} AND indisreplident`,
  ];
}

/** Of the privileges on a sequence and the comment on it. */
export function sequenceSettings(sequence: string): readonly string[] {
  const [name, from] = [percent(sequence), `WHERE pg_class.oid = ${quoteLiteral(sequence)}::regclass`];
  return [
    `${formatted(`GRANT %s ON SEQUENCE ${name} TO %s`, 'privilege_type', grantee)} FROM pg_class, aclexplode(relacl) ${from}`,
    commentOn(`SEQUENCE ${name}`, [], { catalog: 'pg_class', oid: 'pg_class.oid' }, `FROM pg_class ${from}`),
  ];
}

export function literals(names: readonly string[]): string {
  return names.map((each) => quoteLiteral(each)).join(', ');
}
