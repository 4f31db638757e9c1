import type { QualifiedName } from '../../../operation/name.ts';
import type { Operation } from '../../../operation/operation.ts';
import { isFollowed } from '../../../schema/followed.ts';
import { charsetOf } from '../../../schema/mysql/charset.ts';
import { type Column, isNamed, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import { same } from '../../../schema/store.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { addsPrimaryKey } from '../index-change.ts';
import { engineIn, engineOf } from '../storage-engine.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';
import { hasEngineAttribute } from './syntax.ts';

/** Keys of the table, checks, storage engines, and a history that MariaDB keeps. */
export function refusalsOfTable(
  at: At,
  operation: Operation,
  { before, after }: Tables,
  statement: readonly Operation[],
): readonly Failure[] {
  const own = before.mysql?.systemVersioned ? refusalsOfHistory(at, operation) : refusalsOfNoHistory(at, operation);
  const keyed = keys(at, operation, before, after, statement);
  return [
    ...own,
    ...keyed,
    ...refusalsOfOption(at, operation, before, after),
    ...refusalsOfCharset(at, operation),
    ...refusalsOfTableName(at, operation, statement),
  ];
}

function keys(at: At, operation: Operation, before: Table, after: Table, statement: readonly Operation[]): readonly Failure[] {
  const drops = statement.some((each) => each.kind === 'drop-constraint' && each.type === 'primary-key');
  const isLeft = operation.kind === 'add-constraint' && operation.ifNotExists === true;
  if (addsPrimaryKey(operation) && !isLeft && !drops && before.indexes.some(({ name }) => name === 'PRIMARY')) {
    return refused(at, 1068, 'the table has a primary key already');
  }
  const isDrop = operation.kind === 'drop-constraint' && operation.type === 'primary-key';
  const isAgain = statement
    .slice(0, statement.indexOf(operation))
    .some((each) => each.kind === 'drop-constraint' && each.type === 'primary-key');
  if (isDrop && isAgain) return refused(at, 1091, 'another action of the statement drops the primary key already');
  if (
    operation.kind === 'redefine-column' &&
    operation.definition.explicitNull &&
    !drops &&
    before.indexes.some(
      ({ name, definition }) =>
        name === 'PRIMARY' && definition.elements.some((each) => each.column?.toLowerCase() === operation.column.toLowerCase()),
    )
  ) {
    return refused(at, { mysql: 1171 }, `${operation.column} is of the primary key, which has no NULLs`);
  }
  if (operation.kind === 'drop-constraint' && operation.type === 'primary-key' && !before.indexes.some(({ name }) => name === 'PRIMARY')) {
    return refused(at, 1091, 'the table has no primary key');
  }
  // Once a statement, whichever of its actions it is.
  if (statement[0] === operation && !isNumberedWell(after) && isNumberedWell(before)) {
    return refused(at, 1075, 'a table has one AUTO_INCREMENT column, and it has to be the first of an index');
  }
  if (operation.kind === 'add-constraint' && operation.constraint.type === 'check') {
    const { name } = operation.constraint;
    const isTaken =
      name !== undefined &&
      before.constraints.some((each) => isNamed(before, each, name)) &&
      !statement.some((each) => each.kind === 'drop-constraint');
    return isTaken ? refused(at, { mysql: 3822, mariadb: 1826 }, `there is a check ${name} already`) : [];
  }
  return [];
}

/** A table of that name that is there, and stays. */
function refusalsOfTableName(at: At, operation: Operation, statement: readonly Operation[]): readonly Failure[] {
  const name = tableNameGiven(operation);
  const holder = name === undefined ? undefined : tableOf(at.schema, name);
  if (holder === undefined || !holder.complete || !isFollowed(at.schema, holder)) return [];
  const goes = statement.some(
    (each) => (each.kind === 'rename-table' || each.kind === 'drop-table') && same(resolve(at.schema, each.table), holder.name),
  );
  return goes ? [] : refused(at, 1050, `there is a table ${holder.name.name} already`);
}

function tableNameGiven(operation: Operation): QualifiedName | undefined {
  if (operation.kind === 'create-table')
    return operation.ifNotExists || operation.replace || operation.persistence === 'temporary' || operation.conditional
      ? undefined
      : operation.table;
  if (operation.kind !== 'rename-table') return undefined;
  const { to, toSchema, table } = operation;
  const schema = toSchema ?? table.schema;
  return { name: to, ...(schema !== undefined && { schema }) };
}

/** https://dev.mysql.com/doc/refman/9.7/en/create-table.html */
function isNumberedWell(table: Table): boolean {
  const numbered = table.columns.filter(({ autoIncrement }) => autoIncrement);
  const leads = ({ name }: Column): boolean =>
    table.indexes.some(({ definition }) => definition.elements[0]?.column?.toLowerCase() === name.toLowerCase());
  return numbered.length === 0 || (numbered.length === 1 && numbered.every(leads));
}

/** The storage engines that there are for each server. */
const engines = {
  mysql: /^(innodb|myisam|memory|heap|csv|archive|blackhole|merge|mrg_myisam|federated|example|ndb|ndbcluster|performance_schema)$/,
  mariadb:
    /^(innodb|myisam|aria|memory|heap|csv|archive|blackhole|merge|mrg_myisam|federated|federatedx|example|sequence|spider|connect|rocksdb|s3|columnstore|mroonga|oqgraph|sphinx|sphinxse|tokudb|ndb|ndbcluster|performance_schema)$/,
};

function refusalsOfOption(at: At, operation: Operation, before: Table, after: Table): readonly Failure[] {
  if (hasEngineAttribute(operation) && engineOf(before) === 'innodb') return refused(at, { mysql: 3981 }, 'InnoDB has no ENGINE_ATTRIBUTE');
  if (operation.kind !== 'alter-table-options') return [];
  const engine = engineIn(operation.options);
  if (engine === undefined || engine === engineOf(before)) return [];
  if (!engines[at.server].test(engine)) return refused(at, 1286, `there is no storage engine ${engine}`);
  const long = after.columns.find(({ type }) => /(text|blob)$|^json$/.test(type.name));
  return /^(memory|heap)$/.test(engine) && long ? refused(at, 1163, `${engine} keeps no column like ${long.name} ${long.type.text}`) : [];
}

/** A collation that is of another character set than stands beside it. */
function refusalsOfCharset(at: At, operation: Operation): readonly Failure[] {
  if (operation.kind !== 'alter-table-options') return [];
  const last = (option: string): string | undefined => operation.options.findLast(({ name }) => name === option)?.value.toLowerCase();
  const [set, collation] = [last('character_set'), last('collate')];
  if (set === undefined || collation === undefined || set === 'default' || collation === 'default') return [];
  const [own, other] = [charsetOf(set, undefined).characterSet, charsetOf(undefined, collation).characterSet];
  return own === other || other === undefined ? [] : refused(at, 1253, `${collation} is no collation of ${set}`);
}

function refusalsOfNoHistory(at: At, { words }: Operation): readonly Failure[] {
  return words?.includes('SYSTEM VERSIONING of a column') ? refused(at, { mariadb: 4124 }, 'the table keeps no history') : [];
}

/** `system_versioning_alter_history` is ERROR by default. https://mariadb.com/kb/en/system-versioned-tables/ */
function refusalsOfHistory(at: At, operation: Operation): readonly Failure[] {
  const isLet =
    /^(rename-column|rename-table|rename-index|drop-index|set-index-visibility|alter-table-options|set-system-versioning|add-constraint|drop-constraint)$/.test(
      operation.kind,
    ) ||
    (operation.kind === 'create-index' && !operation.index.unique) ||
    !/^(add-column|drop-column|redefine-column|create-index|truncate)$/.test(operation.kind);
  return isLet ? [] : refused(at, 4119, 'the table keeps its history: system_versioning_alter_history is ERROR');
}
