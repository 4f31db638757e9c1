import { failuresOf, type MysqlEffect } from '../../engine/effect.ts';
import { keyOf } from '../../operation/name.ts';
import type { Operation, OperationOf } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { columnOf, type Schema, tableOf } from '../../schema/schema.ts';
import { blockingWork } from '../existing.ts';
import type { Situation } from '../rule.ts';

/** The rules that speak about work while writes wait, each of another cause. */
export type Cause =
  | 'add-check-copying'
  | 'add-column-auto-increment'
  | 'add-column-check-copying'
  | 'add-column-default-copying'
  | 'add-column-generated-copying'
  | 'add-foreign-key-copying'
  | 'change-charset-blocking'
  | 'change-column-type-copying'
  | 'change-enum-copying'
  | 'create-fulltext-index-blocking'
  | 'drop-primary-key-copying'
  | 'partition-table-blocking'
  | 'table-copy-blocking'
  | 'widen-varchar-copying';

/**
 * What an operation does while writes wait, if this is the cause of it; empty where it is not, where nothing waits, where the statement as a whole does without
 * (DROP PRIMARY KEY beside ADD PRIMARY KEY), and where a clause forbids it.
 */
export function blockingBy(cause: Cause, judged: Situation<MysqlEffect>): readonly MysqlEffect[] {
  if (causeOf(judged.operation, judged.before) !== cause) return [];
  const blocking = blockingWork(judged).filter((effect) => !isForbidden(effect));
  const whole = new Set(blockingWork(judged, judged.statementEffects).map(({ table }) => keyOf(table)));
  return blocking.filter(({ table }) => whole.has(keyOf(table)));
}

/** Whether it fails before it has begun, because a stated ALGORITHM or LOCK does not allow for what it takes. */
export function isForbidden(effect: MysqlEffect): boolean {
  return failuresOf(effect).some(({ code }) => notSupported.includes(code));
}

/** ER_ALTER_OPERATION_NOT_SUPPORTED, and the same with a reason. */
export const notSupported: readonly string[] = ['1845', '1846'];

/** The rule that an operation's work belongs to. Of a column with several reasons for it, what weighs most. */
function causeOf(operation: Operation, before: Schema): Cause {
  switch (operation.kind) {
    case 'add-column':
      return causeOfColumn(operation);
    case 'redefine-column':
      return causeOfChange(operation, before);
    case 'add-constraint':
      if (operation.constraint.type === 'check') return 'add-check-copying';
      return operation.constraint.type === 'foreign-key' ? 'add-foreign-key-copying' : 'table-copy-blocking';
    case 'alter-constraint':
      return operation.enforced ? 'add-check-copying' : 'table-copy-blocking';
    case 'drop-constraint':
      return operation.type === 'primary-key' ? 'drop-primary-key-copying' : 'table-copy-blocking';
    case 'convert-character-set':
      return 'change-charset-blocking';
    case 'create-index':
      return isFulltextOrSpatial(operation) ? 'create-fulltext-index-blocking' : 'table-copy-blocking';
    case 'repartition-table':
    case 'alter-partitions':
      return 'partition-table-blocking';
    default:
      return 'table-copy-blocking';
  }
}

function causeOfColumn({ column }: OperationOf<'add-column'>): Cause {
  const has = (type: string): boolean => column.constraints.some((each) => each.type === type);
  if (column.generated !== undefined) return 'add-column-generated-copying';
  if (column.autoIncrement || column.type.name === 'serial') return 'add-column-auto-increment';
  if (has('foreign-key')) return 'add-foreign-key-copying';
  if (has('check')) return 'add-column-check-copying';
  return column.default === undefined ? 'table-copy-blocking' : 'add-column-default-copying';
}

function causeOfChange({ table, column, definition }: OperationOf<'redefine-column'>, before: Schema): Cause {
  const { type } = definition;
  const known = columnOf(tableOf(before, table), column)?.type;
  if (known === undefined) return 'change-column-type-copying';
  if ((type.name === 'enum' || type.name === 'set') && known.name === type.name) return 'change-enum-copying';
  if (type.characterSet !== undefined && type.characterSet !== known.characterSet) return 'change-charset-blocking';
  if (isString(known) && isString(type) && known.name === type.name && lengthOf(type) > lengthOf(known)) return 'widen-varchar-copying';
  return sameType(known, type) ? 'table-copy-blocking' : 'change-column-type-copying';
}

const isString = ({ name }: TypeName): boolean => name === 'varchar' || name === 'varbinary';
const lengthOf = ({ modifiers }: TypeName): number => Number(modifiers[0] ?? 0);
const sameType = (a: TypeName, b: TypeName): boolean =>
  a.name === b.name && a.modifiers.join() === b.modifiers.join() && a.unsigned === b.unsigned;

export function isFulltextOrSpatial({ index }: OperationOf<'create-index'>): boolean {
  return /^(?:fulltext|spatial)$/i.test(index.method);
}
