import type { Operation } from '../../../operation/operation.ts';
import { widthOf } from '../../../schema/mysql/charset.ts';
import { type Column, columnOf, type Table } from '../../../schema/schema.ts';
import type { Failure } from '../../failure.ts';
import type { At } from '../at.ts';
import { bytesOf } from '../charset.ts';
import { mostColumns } from '../circumstance.ts';
import { engineOf } from '../table-change.ts';
import type { Tables } from '../tables.ts';
import { refused } from './refused.ts';

/** The room that there is. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html, …/column-count-limit.html */
const rowBytes = 65_535;
const keyBytes = { long: 3072, short: 767 };

export function refusalsOfLimit(at: At, operations: readonly Operation[], { before, after }: Tables): readonly Failure[] {
  const adds = operations.some(({ kind }) => kind === 'add-column' || kind === 'redefine-column');
  const count = after.columns.filter(({ generated }) => generated === undefined || generated.stored).length;
  if (adds && engineOf(after) === 'innodb' && count > mostColumns && count > before.columns.length) {
    return refused(at, { mysql: 1117, mariadb: 1005 }, `a table of InnoDB has ${mostColumns} columns at most`);
  }
  if (adds && rowOf(after) > rowBytes && rowOf(before) <= rowBytes)
    return refused(at, 1118, `the columns of a row take ${rowBytes} bytes at most, without texts and blobs`);
  return operations.flatMap((each) => (each.kind === 'create-index' ? refusalsOfKey(at, each, after) : []));
}

/** MariaDB makes the index of so many characters as there is room for, but a unique one. */
function refusalsOfKey(at: At, { index }: Extract<Operation, { kind: 'create-index' }>, table: Table): readonly Failure[] {
  if (engineOf(table) !== 'innodb' || index.method === 'fulltext' || index.method === 'spatial') return [];
  const most = /^(compact|redundant)$/.test(table.mysql?.rowFormat ?? '') ? keyBytes.short : keyBytes.long;
  const long = index.elements.find(({ column, prefix }) => {
    const known = column === undefined ? undefined : columnOf(table, column);
    if (known === undefined || (known.type.characterSet === undefined && !/binary|blob/.test(known.type.name))) return false;
    const bytes = prefix === undefined ? bytesOf(known.type) : prefix * widthOf(known.type.characterSet ?? 'binary');
    return bytes > most && (prefix !== undefined || /^(var)?(char|binary)$/.test(known.type.name));
  });
  return long === undefined
    ? []
    : refused(
        at,
        { mysql: 1071, ...(index.unique && { mariadb: 1071 }) },
        `an index has ${most} bytes of a column at most: ${long.text} takes more`,
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
