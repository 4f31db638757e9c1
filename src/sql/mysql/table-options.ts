import type { Option } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';

/**
 * Options of tables. Storage engines of MariaDB may have any of their own, so that `name = value` is one, whatever the name.
 * https://dev.mysql.com/doc/refman/9.5/en/create-table.html#create-table-options
 */
const known = [
  'auto_increment',
  'autoextend_size',
  'avg_row_length',
  'checksum',
  'comment',
  'compression',
  'connection',
  'delay_key_write',
  'encryption',
  'engine',
  'engine_attribute',
  'insert_method',
  'key_block_size',
  'max_rows',
  'min_rows',
  'pack_keys',
  'page_checksum',
  'page_compressed',
  'page_compression_level',
  'password',
  'row_format',
  'secondary_engine',
  'secondary_engine_attribute',
  'sequence',
  'start transaction',
  'stats_auto_recalc',
  'stats_persistent',
  'stats_sample_pages',
  'table_checksum',
  'tablespace',
  'transactional',
  'type',
];

const otherNames: Readonly<Record<string, string>> = { type: 'engine', charset: 'character_set', 'character set': 'character_set' };

/** One option; undefined where none stands here. */
export function readTableOption(cursor: Cursor): Option | undefined {
  const start = cursor.at;
  cursor.accept('default');
  const set = cursor.accept('character set', 'charset', 'char set', 'collate');
  if (set !== undefined) {
    cursor.acceptOperator('=');
    return { name: set === 'collate' ? 'collate' : 'character_set', value: readValue(cursor).toLowerCase() };
  }
  cursor.at = start;
  const directory = cursor.accept('data directory', 'index directory');
  if (directory !== undefined) {
    cursor.acceptOperator('=');
    return { name: directory.replace(' ', '_'), value: cursor.string() };
  }
  if (cursor.accept('union')) {
    cursor.acceptOperator('=');
    return { name: 'union', value: cursor.textOf(cursor.parentheses()) };
  }
  if (cursor.accept('start transaction')) return { name: 'start_transaction', value: '' };
  const name = known.find((each) => cursor.is(each)) ?? (isOwnOption(cursor) ? cursor.wordAt(cursor.at) : undefined);
  if (name === undefined) return undefined;
  cursor.at++;
  if (name === 'type') cursor.note('TYPE for ENGINE');
  cursor.acceptOperator('=');
  const option = { name: otherNames[name] ?? name, value: readValue(cursor) };
  // TABLESPACE x STORAGE DISK
  if (name === 'tablespace' && cursor.accept('storage')) cursor.expect('disk', 'memory');
  return option;
}

function isOwnOption(cursor: Cursor): boolean {
  const next = cursor.over({ from: cursor.at + 1, to: cursor.end });
  return cursor.wordAt(cursor.at) !== '' && next.acceptOperator('=');
}

/** Options behind one another, with commas between them where `commas` allows. */
export function readTableOptions(cursor: Cursor, commas: boolean): readonly Option[] {
  const options: Option[] = [];
  for (;;) {
    if (commas && options.length > 0) cursor.acceptMark(',');
    const option = readTableOption(cursor);
    if (option === undefined) return options;
    options.push(option);
  }
}

function readValue(cursor: Cursor): string {
  if (cursor.isString()) return cursor.string();
  if (!cursor.isNumber()) return cursor.name('a value');
  return cursor.raw(cursor.at++);
}
