import type { IndexDefinition, Operation } from '../../../operation/operation.ts';
import { keyDefinition } from '../../../schema/mysql/index.ts';
import type { Column, Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { bytesOf } from '../charset.ts';
import { mostColumns } from '../circumstance.ts';
import { hashesLongKeys, longKey } from '../key-length.ts';
import { engineOf } from '../storage-engine.ts';
import type { Tables } from '../tables.ts';
import { has } from '../version.ts';
import { refused } from './refused.ts';

/** The room that there is. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html, …/column-count-limit.html */
const rowBytes = 65_535;

export function refusalsOfLimit(at: At, operations: readonly Operation[], { before, after }: Tables): readonly Failure[] {
  const adds = operations.some(({ kind }) => kind === 'add-column' || kind === 'redefine-column');
  const count = after.columns.filter(({ generated }) => generated === undefined || generated.stored).length;
  if (adds && engineOf(after) === 'innodb' && count > mostColumns && count > before.columns.length) {
    return refused(at, { mysql: 1117, mariadb: 1005 }, `a table of InnoDB has ${mostColumns} columns at most`);
  }
  const isWide = adds && rowOf(after) > rowBytes && rowOf(before) <= rowBytes;
  return [
    ...(isWide ? refused(at, 1118, `the columns of a row take ${rowBytes} bytes at most, without texts and blobs`) : []),
    ...operations.flatMap((each) => keysOf(each).flatMap((key) => refusalsOfKey(at, key, after))),
  ];
}

/** An index of an operation, and whether it is that of the primary key. */
interface Key {
  readonly index: IndexDefinition;
  readonly primary: boolean;
}

function keysOf(operation: Operation): readonly Key[] {
  if (operation.kind === 'create-index') return [{ index: operation.index, primary: false }];
  const constraints =
    operation.kind === 'add-constraint' ? [operation.constraint] : operation.kind === 'add-column' ? operation.column.constraints : [];
  return constraints.flatMap((each) =>
    each.type === 'primary-key' || each.type === 'unique' ? [{ index: keyDefinition(each), primary: each.type === 'primary-key' }] : [],
  );
}

/** MariaDB makes the index of so many characters as there is room for; a unique one, of hashes. */
function refusalsOfKey(at: At, { index, primary }: Key, table: Table): readonly Failure[] {
  const long = longKey(index, table);
  if (long === undefined) return [];
  const { element, most } = long;
  const isLet = !primary && (!index.unique || has(at, hashesLongKeys));
  return refused(
    at,
    { mysql: 1071, ...(!isLet && { mariadb: 1071 }) },
    `an index has ${most} bytes of a column at most: ${element.text} takes more`,
  );
}

/** The bytes of a row, where texts and blobs are kept elsewhere. Numbers and dates are counted by what they take at most. */
const rowOf = (table: Table): number =>
  table.columns.reduce((sum, column) => sum + (column.generated?.stored === false ? 0 : roomOf(column)), 0);

function roomOf({ type }: Column): number {
  if (/(text|blob)$|^json$|^geometry$|point$|polygon$|linestring$|collection$/.test(type.name)) return 12;
  const isString = /^(var)?(char|binary)$/.test(type.name);
  // What may be narrower than is known here is not certain.
  if (isString && type.characterSet === undefined && /char/.test(type.name)) return Number(type.modifiers[0] ?? 1);
  return isString ? bytesOf(type) + (type.name.startsWith('var') ? 2 : 0) : 1;
}
