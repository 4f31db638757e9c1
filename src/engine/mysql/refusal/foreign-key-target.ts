import { keyOf, sameName } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { hasCharset } from '../../../schema/mysql/charset.ts';
import { begins } from '../../../schema/mysql/index.ts';
import { type Column, columnOf, resolve, type Table, tableOf } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { engineOf } from '../storage-engine.ts';
import type { Tables } from '../tables.ts';
import { has } from '../version.ts';
import { isKey } from './needed-key.ts';
import { refused } from './refused.ts';

type ForeignKey = Extract<ConstraintDefinition, { type: 'foreign-key' }>;

export const isForeign = ({ definition }: Table['constraints'][number]): boolean => definition.type === 'foreign-key';

/** Both ends are there, of as many columns and of the same types; it points to the start of an index, since 8.4 in MySQL to a unique key. */
export function refusalsOfTarget(at: At, key: ForeignKey, { before, after }: Tables): readonly Failure[] {
  const { name, columns, references, referencedColumns } = key;
  if (engineOf(after) !== 'innodb') return [];
  // MySQL minds one that goes in the same statement, MariaDB where it copies the table.
  if (name !== undefined && before.constraints.some((each) => isForeign(each) && sameName(each.name, name)))
    return refused(at, { mysql: 1826, mariadb: 1005 }, `there is a foreign key ${name} already`);
  const missing = columns.find((each) => columnOf(after, each) === undefined);
  if (missing !== undefined) return refused(at, 1072, `there is no column ${missing}`);
  if (referencedColumns.length === 0) {
    const codes = at.foreignKeyChecks ? { mariadb: 1005 } : { mysql: 1239, mariadb: 1822 };
    return refused(at, codes, `the columns of ${references.name} that it points to are missing`);
  }
  if (columns.length !== referencedColumns.length)
    return refused(at, 1239, `it has ${columns.length} columns, and points to ${referencedColumns.length}`);
  const required = columns.find((each) => columnOf(after, each)?.notNull);
  if (required !== undefined && [key.onDelete, key.onUpdate].includes('set null'))
    return refused(at, { mysql: 1830, mariadb: 1005 }, `${required} is NOT NULL, and cannot be set to NULL`);
  const target = keyOf(resolve(at.schema, references)) === keyOf(before.name) ? after : tableOf(at.schema, references);
  if (!target?.complete) return [];
  const codes = { mysql: at.foreignKeyChecks ? 3734 : 1072, mariadb: 1005 };
  const lost = referencedColumns.find((each) => columnOf(target, each) === undefined);
  if (lost !== undefined) return refused(at, codes, `there is no column ${lost} in ${references.name}`);
  const long = columns.find((each) => /(text|blob)$/.test(columnOf(after, each)?.type.name ?? ''));
  if (long !== undefined) return refused(at, { mysql: 1170, mariadb: 1005 }, `${long} is a text, of which no foreign key is`);
  const unlike = columns.find((each, i) => isUnlike(columnOf(after, each), columnOf(target, referencedColumns[i] ?? '')));
  if (unlike !== undefined) return refused(at, { mysql: 3780, mariadb: 1005 }, `${unlike} is of another type than what it points to`);
  return refusalsOfTargetKey(at, key, target);
}

function refusalsOfTargetKey(at: At, { references, referencedColumns }: ForeignKey, target: Table): readonly Failure[] {
  const what = `${references.name} (${referencedColumns.join(', ')})`;
  if (has(at, { mysql: '8.4' }))
    return isKey(target, referencedColumns) ? [] : refused(at, 6125, `${what} is no unique key: restrict_fk_on_non_standard_key is on`);
  const isIndexed = target.indexes.some(({ definition }) => begins(definition, referencedColumns));
  return isIndexed || !at.foreignKeyChecks
    ? []
    : refused(at, { mysql: 1822, mariadb: 1005 }, `no index of ${references.name} begins with ${referencedColumns.join(', ')}`);
}

/** Whether values of one are surely no values of the other: numbers have the same size and sign, strings the same character set. */
export function isUnlike(a: Column | undefined, b: Column | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [one, other] = [a.type, b.type];
  if (hasCharset(one.name) && hasCharset(other.name))
    return one.characterSet !== undefined && other.characterSet !== undefined && one.characterSet !== other.characterSet;
  const isNumber = (name: string): boolean => /int$|^(decimal|float|double)$/.test(name);
  if (isNumber(one.name) || isNumber(other.name)) return one.name !== other.name || one.unsigned !== other.unsigned;
  return false;
}
