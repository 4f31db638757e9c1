import type { MysqlEffect } from '../../engine/effect.ts';
import type { ColumnDefinition } from '../../operation/operation.ts';
import type { TypeName } from '../../operation/type-name.ts';
import { variableOf } from '../../schema/variable.ts';
import type { Situation } from '../rule.ts';

/** Whether an INSERT has to give the column a value. */
export function isRequired({ notNull, default: byDefault, generated, autoIncrement, type, versioning }: ColumnDefinition): boolean {
  return notNull && byDefault === undefined && !generated && !autoIncrement && type.name !== 'serial' && versioning === undefined;
}

export function isTemporal({ name }: TypeName): boolean {
  return name === 'date' || name === 'datetime' || name === 'timestamp';
}

/** The value that rows get which are there when a required column without a default is added: the type's own zero. Undefined: there is none, and it fails. */
export function zeroOf({ name, modifiers }: TypeName): string | undefined {
  if (/int$|^(?:int|decimal|double|float|bit|year)$/.test(name)) return '0';
  if (/(?:char|text|blob|binary)$/.test(name) || name === 'set') return "''";
  if (name === 'date') return "'0000-00-00'";
  if (name === 'datetime' || name === 'timestamp') return "'0000-00-00 00:00:00'";
  if (name === 'time') return "'00:00:00'";
  if (name === 'enum') return `'${modifiers[0]}'`;
  return name === 'json' ? 'the JSON value null' : undefined;
}

/** Both servers are strict by themselves. https://dev.mysql.com/doc/refman/9.5/en/sql-mode.html#sql-mode-strict */
export function isStrict({ before, context }: Situation<MysqlEffect>): boolean {
  const mode = variableOf(before, 'sql_mode') ?? context.sqlMode;
  return mode === undefined || /\b(?:STRICT_(?:TRANS|ALL)_TABLES|TRADITIONAL)\b/i.test(mode);
}
