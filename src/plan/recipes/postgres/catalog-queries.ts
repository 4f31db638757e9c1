import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import { grantee, percent } from './run-each.ts';

/**
 * Queries over the catalog that give, a row each, the statement that makes what is there once more: for `runEach`. The history of migrations need not know of it.
 */

/** Tables whose rows of a catalog are looked at. */
export interface Tables {
  /** A condition on the number of a table. */
  are(table: string): string;
  /** The table's name, in a format, and the values that it takes. */
  readonly name: string;
  values(table: string): readonly string[];
}

/** @param table as SQL names it */
export function oneTable(table: string): Tables {
  return { are: (each) => `${each} = ${quoteLiteral(table)}::regclass`, name: percent(table), values: () => [] };
}

/** A partitioned table and its partitions. https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-INFO-PARTITION */
export function allPartitions(table: string): Tables {
  return {
    are: (each) => `${each} IN (SELECT relid FROM pg_partition_tree(${quoteLiteral(table)}))`,
    name: '%s',
    values: (each) => [`${each}::regclass`],
  };
}

function isColumn(tables: Tables, column: string): string {
  return `${tables.are('attrelid')} AND attname = ${quoteLiteral(column)}`;
}

/** Of values of the rows, in a format of `format()`. */
function formatted(text: string, ...values: readonly string[]): string {
  return `SELECT format(${[quoteLiteral(text), ...values].join(', ')})`;
}

/** Of the comments on what rows of a catalog are. @param object as COMMENT ON names it, in a format with the values */
function commentOn(object: string, values: readonly string[], of: { catalog: string; oid: string }, from: string): string {
  const comment = `obj_description(${of.oid}, ${quoteLiteral(of.catalog)})`;
  return `${formatted(`COMMENT ON ${object} IS %L`, ...values, comment)} ${from} AND ${comment} IS NOT NULL`;
}

/** Of the comments on constraints. @param which a condition on pg_constraint */
export function constraintComments(tables: Tables, which: string): string {
  const from = `FROM pg_constraint WHERE ${tables.are('conrelid')} AND ${which}`;
  const values = ['conname', ...tables.values('conrelid')];
  return commentOn(`CONSTRAINT %I ON ${tables.name}`, values, { catalog: 'pg_constraint', oid: 'oid' }, from);
}

/** A condition on pg_constraint: the NOT NULL of a column, which is one from PostgreSQL 18 on. */
export function isNotNullOf(column: string): string {
  return `contype = 'n' AND conkey = ARRAY[(SELECT attnum FROM pg_attribute WHERE attrelid = conrelid AND attname = ${quoteLiteral(column)})]`;
}

/** Of the privileges on one column, and its security labels (by which values are masked, say), for another column of the table. */
export function accessTo(tables: Tables, from: string, to: string): readonly string[] {
  const column = percent(quoteIdentifier(to));
  const table = tables.values('attrelid');
  return [
    `${formatted(`GRANT %s (${column}) ON ${tables.name} TO %s`, 'privilege_type', ...table, grantee)} FROM pg_attribute, aclexplode(attacl) WHERE ${isColumn(tables, from)}`,
    `${formatted(`SECURITY LABEL FOR %I ON COLUMN ${tables.name}.${column} IS %L`, 'provider', ...table, 'label')} FROM pg_seclabel JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid WHERE classoid = 'pg_class'::regclass AND ${isColumn(tables, from)}`,
  ];
}

/** Of the comment on a column, its statistics target and its options. */
export function columnSettings(tables: Tables, column: string): readonly string[] {
  const [name, table] = [percent(quoteIdentifier(column)), tables.values('attrelid')];
  const from = `FROM pg_attribute WHERE ${isColumn(tables, column)}`;
  const alter = `ALTER TABLE ${tables.name} ALTER COLUMN ${name} SET`;
  const comment = 'col_description(attrelid, attnum)';
  return [
    `${formatted(`COMMENT ON COLUMN ${tables.name}.${name} IS %L`, ...table, comment)} ${from} AND ${comment} IS NOT NULL`,
    `${formatted(`${alter} STATISTICS %s`, ...table, 'attstattarget')} ${from} AND attstattarget >= 0`,
    `${formatted(`${alter} (%s)`, ...table, "array_to_string(attoptions, ', ')")} ${from} AND attoptions IS NOT NULL`,
  ];
}

/** Of the extended statistics over a column, alone or in an expression, which are made anew, as a change of type makes them. */
export function extendedStatistics(tables: Tables, column: string): string {
  const name = "format('%s.%I', stxnamespace::regnamespace, stxname)";
  const target = "to_jsonb(s) ->> 'stxstattarget'";
  const statements = [
    `'DROP STATISTICS ' || ${name}`,
    'pg_get_statisticsobjdef(s.oid)',
    `'COMMENT ON STATISTICS ' || ${name} || ' IS ' || quote_literal(obj_description(s.oid, 'pg_statistic_ext'))`,
    `CASE WHEN (${target})::integer >= 0 THEN 'ALTER STATISTICS ' || ${name} || ' SET STATISTICS ' || (${target}) END`,
  ];
  const used = `SELECT FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid WHERE classid = 'pg_statistic_ext'::regclass AND objid = s.oid AND refclassid = 'pg_class'::regclass AND ${isColumn(tables, column)}`;
  return `SELECT unnest(array_remove(ARRAY[${statements.join(', ')}], NULL)) FROM pg_statistic_ext s WHERE EXISTS (${used})`;
}

/** Of comments on indexes, their options and statistics targets, and by which of them a table is clustered or identified. */
export function indexSettings(tables: Tables, indexes: readonly string[]): readonly string[] {
  const which = `WHERE ${tables.are('indrelid')} AND relname IN (${literals(indexes)})`;
  const from = `FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid ${which}`;
  const [index, table] = ['indexrelid::regclass', tables.values('indrelid')];
  return [
    commentOn('INDEX %s', [index], { catalog: 'pg_class', oid: 'indexrelid' }, from),
    `${formatted('ALTER INDEX %s SET (%s)', index, "array_to_string(reloptions, ', ')")} ${from} AND reloptions IS NOT NULL`,
    `${formatted('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', index, 'attnum', 'attstattarget')} FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_attribute ON attrelid = indexrelid ${which} AND attstattarget >= 0`,
    `${formatted(`ALTER TABLE ${tables.name} CLUSTER ON %I`, ...table, 'relname')} ${from} AND indisclustered`,
    `${formatted(`ALTER TABLE ${tables.name} REPLICA IDENTITY USING INDEX %I`, ...table, 'relname')} ${from} AND indisreplident`,
  ];
}

/** Of the privileges on a sequence or a view, and the comment on it. */
export function relationSettings(kind: 'SEQUENCE' | 'VIEW', relation: string): readonly string[] {
  const [name, from] = [percent(relation), `WHERE pg_class.oid = ${quoteLiteral(relation)}::regclass`];
  return [
    `${formatted(`GRANT %s ON ${kind === 'VIEW' ? 'TABLE' : kind} ${name} TO %s`, 'privilege_type', grantee)} FROM pg_class, aclexplode(relacl) ${from}`,
    commentOn(`${kind} ${name}`, [], { catalog: 'pg_class', oid: 'pg_class.oid' }, `FROM pg_class ${from}`),
  ];
}

export function literals(names: readonly string[]): string {
  return names.map((each) => quoteLiteral(each)).join(', ');
}
