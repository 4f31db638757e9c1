import type { Operation, OperationOf } from '../../operation/operation.ts';
import { columnOf, isNamed } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { addColumn, dropColumn, isIndexed, isPassedOver, renameColumn } from './column.ts';
import { alterConstraint, changesOfConstraint, dropConstraint } from './constraint.ts';
import { createIndex, hasSameKeys, indexNamed, renamesIndexes, statesType } from './index-change.ts';
import { redefineColumn } from './redefine-column.ts';
import { alterOptions, convertCharacterSet } from './table-change.ts';
import type { Tables } from './tables.ts';
import { has } from './version.ts';
import type { ChangeKind } from './ways.ts';

/** What one action of ALTER TABLE changes; undefined where the operation is none. @param statement all of its operations */
export function changesOf(at: At, operation: Operation, tables: Tables, statement: readonly Operation[]): readonly Change[] | undefined {
  const { before } = tables;
  const one = (kind: ChangeKind): readonly Change[] => [{ kind, operation }];
  switch (operation.kind) {
    case 'add-column':
      return addColumn(at, operation, tables);
    case 'drop-column':
      return dropColumn(operation, tables);
    case 'rename-column':
      return isPassedOver(operation, before) ? [] : [renameColumn(operation, operation.column, tables)];
    case 'redefine-column':
      return redefineColumn(at, operation, tables, statement).flatMap((each) => besideOption(at, each, tables, statement));
    case 'set-default':
    case 'drop-default':
    case 'set-column-visibility':
      return isPassedOver(operation, before) ? [] : one('change-setting');
    case 'add-constraint':
      if (operation.ifNotExists && tables.before.constraints.some((each) => isNamed(before, each, nameOf(operation)))) return [];
      return changesOfConstraint(at, operation, { definition: operation.constraint }, tables);
    case 'drop-constraint':
      return dropConstraint(operation, tables);
    case 'alter-constraint':
      return alterConstraint(at, operation, tables);
    case 'create-index':
      return createIndex(at, operation, tables, statement);
    case 'drop-index':
      if (operation.ifExists && before.complete && indexNamed(before, operation.index.name) === undefined) return [];
      return isMadeAnew(at, statement, operation.index.name, tables) ? [] : one('drop-index');
    case 'rename-index':
      return operation.ifExists && before.complete && indexNamed(before, operation.index.name) === undefined ? [] : one('rename-index');
    case 'set-index-visibility':
      return operation.indexIfExists && before.complete && indexNamed(before, operation.index) === undefined
        ? []
        : one('set-index-visibility');
    case 'rename-table':
      return one('rename-table');
    case 'alter-table-options':
      return alterOptions(operation, tables);
    case 'convert-character-set':
      return convertCharacterSet(at, operation, tables);
    case 'rebuild-table':
      return one(operation.by === 'force' ? 'rebuild-table' : 'sort-rows');
    case 'set-keys-state':
      return one('set-keys-state');
    case 'repartition-table': {
      const fails = { code: '1526', reason: 'a row belongs into none of the partitions', certain: false };
      const hasBounds = /^(range|list)$/.test(operation.partitionBy?.strategy ?? '');
      return [{ kind: 'partition-table', operation, ...(hasBounds && { fails }) }];
    }
    case 'set-system-versioning':
    case 'add-period':
    case 'drop-period':
      return one('change-system-versioning');
    case 'alter-nothing':
      return one('change-table-setting');
    default:
      return undefined;
  }
}

const nameOf = ({ constraint: { type, name } }: OperationOf<'add-constraint'>): string =>
  type === 'primary-key' ? 'PRIMARY' : (name ?? '');

/**
 * Beside an option of the table MySQL takes another character set of a TEXT for a CONVERT TO, and makes the indexes anew that have a longer VARCHAR.
 */
function besideOption({ server }: At, change: Change, { before }: Tables, statement: readonly Operation[]): readonly Change[] {
  const { kind, operation } = change;
  if (server === 'mariadb' || operation.kind !== 'redefine-column' || !statement.some((each) => each.kind === 'alter-table-options'))
    return [change];
  if (kind === 'relabel-characters' && operation.definition.type.name.endsWith('text')) return [{ ...change, kind: 'convert-characters' }];
  const column = columnOf(before, operation.column);
  const isLonger = kind === 'extend-string' && column !== undefined && isIndexed(before, column) !== false;
  const because = `the indexes that have ${operation.column} are made anew beside an option of the table`;
  return isLonger ? [change, { kind: 'add-index', operation, because }] : [change];
}

/** To MySQL an index of the same name, to MariaDB a primary key of the same columns is that index. */
function isMadeAnew(at: At, statement: readonly Operation[], name: string, { before }: Tables): boolean {
  if (at.server === 'mysql')
    return statement.some((each) => each.kind === 'create-index' && each.index.name?.toLowerCase() === name.toLowerCase());
  const index = before.indexes.find((each) => isNamed(before, each, name));
  const isTaken = (each: Operation): boolean =>
    each.kind === 'create-index' && index !== undefined && !statesType(each) && hasSameKeys(index.definition, each.index);
  if (has(at, renamesIndexes) && statement.some(isTaken)) return true;
  const keys = index?.definition.unique ? index.definition.elements.map(({ column }) => column?.toLowerCase()) : undefined;
  return statement.some(
    (each) =>
      each.kind === 'add-constraint' &&
      each.constraint.type === 'primary-key' &&
      String(each.constraint.columns.map((column) => column.toLowerCase())) === String(keys),
  );
}
