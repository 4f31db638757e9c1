import type { IndexDefinition, IndexElement, Option } from '../../operation/operation.ts';
import type { Cursor, Range } from './cursor.ts';
import { expressionIn } from './parse.ts';

/** Keys of an index: `a`, `a(10) DESC`, `(lower(a))`. */
export function readKeys(cursor: Cursor): readonly IndexElement[] {
  return cursor.parts(cursor.parentheses()).map((part) => readKey(cursor, part));
}

function readKey(cursor: Cursor, part: Range): IndexElement {
  const key = cursor.over(part);
  const text = cursor.textOf(part);
  const direction = (): { descending?: true } => {
    const found = key.accept('asc', 'desc');
    key.finish();
    return found === 'desc' ? { descending: true } : {};
  };
  if (key.markAt(key.at) === '(') {
    const expression = expressionIn(cursor, key.parentheses());
    return { expression, ...direction(), text };
  }
  const column = key.name('a column');
  let prefix: number | undefined;
  if (key.markAt(key.at) === '(') {
    const length = key.over(key.parentheses());
    prefix = length.number('a length');
    length.finish();
  }
  // PERIOD of MariaDB: `p WITHOUT OVERLAPS`
  key.accept('without overlaps');
  return { column, ...(prefix !== undefined && { prefix }), ...direction(), text };
}

/** What stands on an index besides its keys. */
export interface IndexOptions {
  method?: string;
  invisible?: true;
  readonly options: Option[];
}

/** USING, and what follows the keys, into `found`. */
export function readIndexOptions(cursor: Cursor, found: IndexOptions): void {
  const option = (name: string, value: string): number => found.options.push({ name, value });
  const equals = (): unknown => cursor.acceptOperator('=');
  for (;;) {
    if (cursor.accept('using', 'type')) {
      found.method = cursor.name('an index type').toLowerCase();
      cursor.note('USING of an index');
    } else if (readVisibility(cursor, found)) continue;
    else if (cursor.accept('comment')) option('comment', cursor.string());
    else if (cursor.accept('with parser')) option('parser', cursor.name('a parser'));
    else if (cursor.accept('key_block_size', 'block_size')) {
      equals();
      option('key_block_size', String(cursor.number()));
    } else if (cursor.is('engine_attribute') || cursor.is('secondary_engine_attribute')) {
      const name = cursor.wordAt(cursor.at++);
      equals();
      option(name, cursor.string());
      cursor.note('ENGINE_ATTRIBUTE');
    } else if (cursor.accept('clustering')) {
      equals();
      option('clustering', cursor.name().toLowerCase());
    } else if (cursor.is('m') || cursor.is('distance')) {
      // Of MariaDB's vector indexes.
      const name = cursor.wordAt(cursor.at++);
      equals();
      option(name, cursor.isNumber() ? String(cursor.number()) : cursor.name().toLowerCase());
    } else return;
  }
}

function readVisibility(cursor: Cursor, found: IndexOptions): boolean {
  const visibility = cursor.accept('invisible', 'ignored', 'visible', 'not ignored');
  if (visibility === undefined) return false;
  // MariaDB takes VISIBLE here.
  if (visibility !== 'visible') cursor.note(visibility.endsWith('ignored') ? 'IGNORED' : 'INVISIBLE of an index');
  if (visibility === 'invisible' || visibility === 'ignored') found.invisible = true;
  else delete found.invisible;
  return true;
}

/** What kind of index `[UNIQUE | FULLTEXT | SPATIAL | VECTOR] [INDEX | KEY]` begins; undefined where it begins none. */
export function readIndexKind(cursor: Cursor): 'index' | 'unique' | 'fulltext' | 'spatial' | 'vector' | undefined {
  const kind = cursor.accept('unique', 'fulltext', 'spatial', 'vector');
  if (kind !== undefined) cursor.accept('index', 'key');
  else if (!cursor.accept('index', 'key')) return undefined;
  return (kind ?? 'index') as 'index' | 'unique' | 'fulltext' | 'spatial' | 'vector';
}

/** An index as a table's definition or ADD has it, behind its kind: `[IF NOT EXISTS] [name] [USING …] (keys) options`. */
export function readIndexDefinition(
  cursor: Cursor,
  kind: NonNullable<ReturnType<typeof readIndexKind>>,
  constraint?: string,
): { readonly index: IndexDefinition; readonly ifNotExists: boolean } {
  const ifNotExists = cursor.accept('if not exists') !== undefined;
  const isNamed = cursor.isName() && !(cursor.is('using') && cursor.markAt(cursor.at + 2) === '(') && !cursor.is('type btree');
  const name = isNamed ? cursor.name() : constraint;
  const found: IndexOptions = { options: [] };
  readIndexOptions(cursor, found);
  const elements = readKeys(cursor);
  readIndexOptions(cursor, found);
  return { index: indexOf(kind, name, elements, found), ifNotExists };
}

export function indexOf(kind: string, name: string | undefined, elements: readonly IndexElement[], found: IndexOptions): IndexDefinition {
  const isPlain = kind === 'index' || kind === 'unique';
  return {
    ...(name !== undefined && { name }),
    method: isPlain ? (found.method ?? 'btree') : kind,
    unique: kind === 'unique',
    elements,
    include: [],
    ...(found.invisible && { invisible: true }),
    ...(found.options.length > 0 && { options: found.options }),
  };
}
