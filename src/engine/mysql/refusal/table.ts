import type { Operation } from '../../../operation/operation.ts';
import { type Column, isNamed, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../effect.ts';
import type { At } from '../at.ts';
import type { Tables } from '../column.ts';
import { engineOf } from '../table-change.ts';
import { refused } from './refused.ts';

/** Keys of the table, checks, storage engines, and a history that MariaDB keeps. */
export function refusalsOfTable(
  at: At,
  operation: Operation,
  { before, after }: Tables,
  statement: readonly Operation[],
): readonly Failure[] {
  const own = before.mysql?.systemVersioned ? refusalsOfHistory(at, operation) : [];
  return [...own, ...keys(at, operation, before, after, statement), ...refusalsOfOption(at, operation, before)];
}

function keys(at: At, operation: Operation, before: Table, after: Table, statement: readonly Operation[]): readonly Failure[] {
  const drops = statement.some((each) => each.kind === 'drop-constraint' && each.type === 'primary-key');
  if (addsPrimaryKey(operation) && !drops && before.indexes.some(({ name }) => name === 'PRIMARY')) {
    return refused(at, 1068, 'the table has a primary key already');
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

function addsPrimaryKey(operation: Operation): boolean {
  if (operation.kind === 'add-constraint') return operation.constraint.type === 'primary-key';
  return operation.kind === 'add-column' && operation.column.constraints.some(({ type }) => type === 'primary-key');
}

/** https://dev.mysql.com/doc/refman/9.7/en/create-table.html */
function isNumberedWell(table: Table): boolean {
  const numbered = table.columns.filter(({ autoIncrement }) => autoIncrement);
  const leads = ({ name }: Column): boolean =>
    table.indexes.some(({ definition }) => definition.elements[0]?.column?.toLowerCase() === name.toLowerCase());
  return numbered.length === 0 || (numbered.length === 1 && numbered.every(leads));
}

/** The storage engines that come with each server. */
const engines = {
  mysql: /^(innodb|myisam|memory|heap|csv|archive|blackhole|merge|mrg_myisam|federated|example|ndb|ndbcluster|performance_schema)$/,
  mariadb: /./,
};

function refusalsOfOption(at: At, operation: Operation, before: Table): readonly Failure[] {
  if (operation.kind !== 'alter-table-options') return [];
  const engine = operation.options.findLast(({ name }) => name === 'engine')?.value.toLowerCase();
  if (engine === undefined || engine === engineOf(before)) return [];
  if (!engines[at.server].test(engine)) return refused(at, 1286, `there is no storage engine ${engine}`);
  const long = before.columns.find(({ type }) => /(text|blob)$|^json$/.test(type.name));
  return /^(memory|heap)$/.test(engine) && long ? refused(at, 1163, `${engine} keeps no column like ${long.name} ${long.type.text}`) : [];
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
