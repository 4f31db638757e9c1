import type { QualifiedName } from '../../operation/name.ts';
import type { OnlineClauses, Operation } from '../../operation/operation.ts';
import { newName, type Schema, type Table, tableOf } from '../../schema/schema.ts';
import { unknownTable } from '../../schema/store.ts';
import { variableOf } from '../../schema/variable.ts';
import type { MysqlContext } from '../engine.ts';
import { has, type ServerVersion } from './version.ts';

/** A value that is computed when it is first asked for. */
export type Lazy<Value> = () => Value;

export function lazy<Value>(compute: () => Value): Lazy<Value> {
  let computed: { readonly value: Value } | undefined;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

/** What a statement meets: a server at one version, the schema before it, and the variables that decide. */
export interface At extends ServerVersion {
  readonly schema: Schema;
  /** The schema after the whole statement, with its tables under the names that they had. */
  readonly after: Lazy<Schema>;
  /** Values that do not fit are errors. */
  readonly strict: boolean;
  /** The date 0000-00-00 is an error. */
  readonly noZeroDate: boolean;
  readonly foreignKeyChecks: boolean;
  /** MariaDB: `check_constraint_checks` */
  readonly checkConstraints: boolean;
  /** The algorithm where the statement states none. */
  readonly algorithm: NonNullable<OnlineClauses['algorithm']>;
  /** MariaDB: `old_mode` has LOCK_ALTER_TABLE_COPY, and a copy blocks writes, although it takes LOCK=NONE. */
  readonly blockingCopy: boolean;
}

/** @param statement all of it: MariaDB's SET STATEMENT sets variables for it alone */
export function meeting(
  target: ServerVersion,
  { schema, after }: Pick<At, 'schema' | 'after'>,
  context: MysqlContext,
  statement: readonly Operation[],
): At {
  const own = new Map(statement.flatMap((each) => (each.kind === 'set-variable' && each.local ? [[each.name, each.value?.[0]]] : [])));
  const variable = (name: string): string | undefined => (own.get(name) ?? variableOf(schema, name))?.toLowerCase();
  const isOn = (name: string, otherwise: boolean): boolean => {
    const value = variable(name);
    return value === undefined ? otherwise : !/^(0|off|false)$/.test(value);
  };
  const modes = modesOf(variable('sql_mode') ?? context.sqlMode?.toLowerCase() ?? defaultModes[target.server]);
  const strict = modes.has('strict_trans_tables') || modes.has('strict_all_tables');
  return {
    server: target.server,
    version: target.version,
    schema,
    after,
    strict,
    noZeroDate: strict && modes.has('no_zero_date'),
    foreignKeyChecks: isOn('foreign_key_checks', context.foreignKeyChecks ?? true),
    checkConstraints: isOn('check_constraint_checks', true),
    algorithm: defaultAlgorithm(target, variable, isOn),
    blockingCopy: (variable('old_mode') ?? '').includes('lock_alter_table_copy'),
  };
}

/** https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html, https://mariadb.com/kb/en/sql-mode/ */
const defaultModes = {
  mysql: 'strict_trans_tables,no_zero_in_date,no_zero_date',
  mariadb: 'strict_trans_tables',
} as const;

function modesOf(text: string): ReadonlySet<string> {
  const modes = new Set(text.split(/\s*,\s*/));
  return modes.has('traditional') ? new Set([...modes, 'strict_trans_tables', 'no_zero_date']) : modes;
}

/** `alter_algorithm` is MariaDB's, and without effect since 11.5. https://mariadb.com/kb/en/server-system-variables/#alter_algorithm */
function defaultAlgorithm(
  target: ServerVersion,
  variable: (name: string) => string | undefined,
  isOn: (name: string, otherwise: boolean) => boolean,
): At['algorithm'] {
  if (!has(target, { mariadb: '11.5' }) && isOn('old_alter_table', false)) return 'copy';
  const stated = has(target, { mariadb: '10.3' }) && !has(target, { mariadb: '11.5' }) ? variable('alter_algorithm') : undefined;
  return /^(instant|nocopy|inplace|copy)$/.test(stated ?? '') ? (stated as At['algorithm']) : 'default';
}

/** The table of that name; one that history never told of, or told little, has `complete` false. */
export function tableAt({ schema }: At, name: QualifiedName): Table {
  return tableOf(schema, name) ?? unknownTable(newName(schema, name));
}
