import type { MysqlEffect } from '../../engine/effect.ts';
import { failuresOf } from '../../engine/failure.ts';
import { keyOf } from '../../operation/name.ts';
import type { ColumnDefinition, ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
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
  const blocking = blockingWork(judged).filter((effect) => !isForbidden(effect));
  if (blocking.length === 0 || causeOf(judged) !== cause) return [];
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
function causeOf(judged: Situation<MysqlEffect>): Cause {
  const { operation, before } = judged;
  switch (operation.kind) {
    case 'add-column':
      return operation.column.type.name === 'serial' ? 'add-column-auto-increment' : causeOfColumn(judged, operation);
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

/** Of the parts of a definition, the first that makes a bare column block. */
function causeOfColumn(judged: Situation<MysqlEffect>, operation: OperationOf<'add-column'>): Cause {
  const { column } = operation;
  const { default: byDefault, generated, autoIncrement, onUpdate: _, ...rest } = column;
  const bare: ColumnDefinition = { ...rest, notNull: false, constraints: [] };
  const blocks = (part: Partial<ColumnDefinition>): boolean =>
    blockingWork(judged, judged.engine.effects({ ...operation, column: { ...bare, ...part } }, judged.before, judged.context)).length > 0;
  if (blocks({})) return 'table-copy-blocking';
  const inline = (type: ConstraintDefinition['type']): readonly ConstraintDefinition[] =>
    column.constraints.filter((each) => each.type === type);
  const keys = column.constraints.filter(({ type }) => type === 'primary-key' || type === 'unique');
  if (generated !== undefined && blocks({ generated })) return 'add-column-generated-copying';
  if (autoIncrement && blocks({ autoIncrement, notNull: true, constraints: keys })) return 'add-column-auto-increment';
  if (blocks({ constraints: inline('foreign-key') })) return 'add-foreign-key-copying';
  if (blocks({ constraints: inline('check') })) return 'add-column-check-copying';
  return byDefault !== undefined && blocks({ default: byDefault }) ? 'add-column-default-copying' : 'table-copy-blocking';
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
