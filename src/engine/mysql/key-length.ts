import type { IndexDefinition, IndexElement } from '../../operation/operation.ts';
import { widthOf } from '../../schema/mysql/charset.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import { bytesOf } from './charset.ts';
import { engineOf } from './storage-engine.ts';

/** The bytes of a column that an index of InnoDB has at most, by its row format. https://dev.mysql.com/doc/refman/9.7/en/innodb-limits.html */
const keyBytes = { long: 3072, short: 767 };

/** A key that is too long for an index, and how long one may be; undefined where none is, or it is not known. */
export function longKey(index: IndexDefinition, table: Table): { readonly element: IndexElement; readonly most: number } | undefined {
  if (engineOf(table) !== 'innodb' || index.method === 'fulltext' || index.method === 'spatial') return undefined;
  const most = /^(compact|redundant)$/.test(table.mysql?.rowFormat ?? '') ? keyBytes.short : keyBytes.long;
  const element = index.elements.find(({ column, prefix }) => {
    const known = column === undefined ? undefined : columnOf(table, column);
    if (known === undefined || (known.type.characterSet === undefined && !/binary|blob/.test(known.type.name))) return false;
    const bytes = prefix === undefined ? bytesOf(known.type) : prefix * widthOf(known.type.characterSet ?? 'binary');
    return bytes > most && (prefix !== undefined || /^(var)?(char|binary)$/.test(known.type.name));
  });
  return element && { element, most };
}

/** MariaDB keeps a hash of what is too long for a unique index: of a text or a blob too, where no length is said. https://mariadb.com/kb/en/create-table/#indexes */
export const hashesLongKeys = { mariadb: '10.4' };

export function isHashed(index: IndexDefinition, table: Table): boolean {
  const isWholeText = index.elements.some(
    ({ column, prefix }) => column !== undefined && prefix === undefined && /(text|blob)$/.test(columnOf(table, column)?.type.name ?? ''),
  );
  return index.unique && (isWholeText || longKey(index, table) !== undefined);
}
