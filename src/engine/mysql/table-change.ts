import type { OperationOf, Option } from '../../operation/operation.ts';
import { widthOf } from '../../schema/mysql/charset.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import type { At } from './at.ts';
import type { Change } from './change.ts';
import { isIndexed } from './column.ts';
import { engineOf } from './storage-engine.ts';
import type { Tables } from './tables.ts';
import { typeChange } from './type-change.ts';

/** Options after which the rows are written anew, be the value what it was. https://dev.mysql.com/doc/refman/9.7/en/innodb-online-ddl-operations.html#online-ddl-table-operations */
const rebuilding = new Set(['row_format', 'key_block_size', 'tablespace', 'page_compressed', 'page_compression_level']);

export function alterOptions(operation: OperationOf<'alter-table-options'>, { before }: Tables): readonly Change[] {
  const changes = operation.options.map((option) => optionChange(operation, option, before));
  return changes.length === 0 ? [{ kind: 'change-table-setting', operation }] : changes;
}

function optionChange(operation: OperationOf<'alter-table-options'>, { name, value }: Option, before: Table): Change {
  if (name === 'engine') {
    const engine = value.toLowerCase();
    if (engine === engineOf(before)) return { kind: 'rebuild-table', operation };
    return { kind: 'change-engine', operation, because: `the table goes from ${engineOf(before)} to ${engine}` };
  }
  if (name === 'encryption') return { kind: 'change-engine', operation, because: 'its encryption changes' };
  return { kind: rebuilding.has(name) ? 'rebuild-table' : 'change-table-setting', operation };
}

/** CONVERT TO: every column of characters is looked at as MODIFY would. A text that may hold fewer characters afterwards gets a larger type. */
export function convertCharacterSet(at: At, operation: OperationOf<'convert-character-set'>, { before, after }: Tables): readonly Change[] {
  if (!before.complete) return [{ kind: 'change-type', operation, because: 'which columns the table has is not known', assumed: true }];
  const changes = before.columns.flatMap((column): readonly Change[] => {
    const now = columnOf(after, column.name);
    if (now === undefined || column.type.characterSet === undefined) return [];
    if (/text$/.test(column.type.name) && widthOf(now.type.characterSet) > widthOf(column.type.characterSet))
      return [{ kind: 'change-type', operation, because: `${column.name} gets a larger type, to hold as many characters` }];
    const change = typeChange(at, column, now, isIndexed(before, column));
    if (change === undefined) return [];
    const { kind, ...more } = change;
    return [{ operation, kind: kind === 'relabel-characters' || kind === 'extend-string' ? 'convert-characters' : kind, ...more }];
  });
  return changes.length === 0 ? [{ kind: 'change-table-setting', operation }] : changes;
}
