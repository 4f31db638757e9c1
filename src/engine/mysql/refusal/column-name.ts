import { sameName } from '../../../operation/name.ts';
import type { Operation, OperationOf } from '../../../operation/operation.ts';
import { columnOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { isPassedOver, type OnColumn } from '../column.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';

/** Names that columns of one ALTER TABLE have, come to have, and stand behind. */

const named: ReadonlySet<Operation['kind']> = new Set<OnColumn['kind']>([
  'drop-column',
  'rename-column',
  'redefine-column',
  'set-default',
  'drop-default',
  'set-column-visibility',
]);
const isOn = (operation: Operation, column: string): operation is OnColumn =>
  named.has(operation.kind) && sameName((operation as OnColumn).column, column);

/** Every action is about the columns as they were, and one column has one action. MariaDB lets a statement define anew what it adds. */
export function refusalsOfNamed(at: At, operation: OnColumn, before: Table, statement: readonly Operation[]): readonly Failure[] {
  const { column } = operation;
  if (isPassedOver(operation, before)) return [];
  const earlier = statement.slice(0, statement.indexOf(operation)).filter((each) => isOn(each, column));
  const isDrop = operation.kind === 'drop-column';
  if (earlier.length > 0) {
    const code = isDrop && earlier.every((each) => each.kind === 'drop-column') ? 1091 : 1054;
    return refused(at, code, `another action of the statement is about ${column} already`);
  }
  const isAdded = statement.some((each) => each.kind === 'add-column' && sameName(each.column.name, column));
  const isLet = at.server === 'mariadb' && isAdded && !isDrop && operation.kind !== 'rename-column';
  if (columnOf(before, column) !== undefined || isLet) return [];
  return refused(at, isDrop ? 1091 : 1054, `there is no column ${column}`);
}

/** A name that a column has already, unless the statement frees it, or that two come to have. */
export function refusalsOfName(
  at: At,
  operation: Operation,
  name: string,
  before: Table,
  statement: readonly Operation[],
): readonly Failure[] {
  const isAgain = (each: Operation): boolean => at.server === 'mariadb' && each.kind === 'redefine-column' && sameName(each.column, name);
  const given = statement.find((each) => sameName(nameGiven(each) ?? '', name));
  const holder = columnOf(before, name);
  const isOwn = 'column' in operation && typeof operation.column === 'string' && sameName(operation.column, name);
  const isTaken = holder !== undefined && !isOwn && !statement.some((each) => frees(each, name));
  return isTaken || (given !== operation && !isAgain(operation)) ? refused(at, 1060, `there is a column ${name} already`) : [];
}

function nameGiven(operation: Operation): string | undefined {
  if (operation.kind === 'add-column') return operation.column.name;
  if (operation.kind === 'rename-column') return operation.to;
  return operation.kind === 'redefine-column' ? operation.definition.name : undefined;
}

const frees = (operation: Operation, name: string): boolean =>
  isOn(operation, name) &&
  (operation.kind === 'drop-column' || (nameGiven(operation) !== undefined && !sameName(nameGiven(operation) ?? '', name)));

/** AFTER names a column as the statement leaves it, but none that it adds later on. */
export function refusalsOfPlace(
  at: At,
  { position }: OperationOf<'add-column' | 'redefine-column'>,
  name: string,
  { after }: Tables,
  statement: readonly Operation[],
): readonly Failure[] {
  if (position === undefined || 'first' in position) return [];
  const own = statement.findIndex((each) => sameName(nameGiven(each) ?? '', name));
  const isLater = statement.slice(own).some((each) => each.kind === 'add-column' && sameName(each.column.name, position.after));
  const isThere = columnOf(after, position.after) !== undefined && !sameName(position.after, name) && !isLater;
  return isThere ? [] : refused(at, 1054, `there is no column ${position.after} to come after`);
}
