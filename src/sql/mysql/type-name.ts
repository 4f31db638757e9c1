import type { TypeName } from '../../operation/type-name.ts';
import type { Cursor } from './cursor.ts';

/**
 * The names of MySQL's and MariaDB's types, and what they are other names of.
 * https://dev.mysql.com/doc/refman/9.5/en/data-types.html, https://mariadb.com/kb/en/data-types/
 */
const own =
  'bigint binary bit blob char date datetime decimal double enum float geometry inet4 inet6 int json linestring longblob longtext mediumblob mediumint ' +
  'mediumtext multilinestring multipoint multipolygon point polygon serial set smallint text time timestamp tinyblob tinyint tinytext uuid varbinary ' +
  'varchar vector year geomcollection';
const others =
  'integer=int int4=int int1=tinyint int2=smallint int3=mediumint middleint=mediumint int8=bigint dec=decimal numeric=decimal fixed=decimal ' +
  'real=double float4=float float8=double character=char nchar=char nvarchar=varchar varcharacter=varchar long=mediumtext geometrycollection=geomcollection';
const names: ReadonlyMap<string, string> = new Map([
  ...own.split(' ').map((name) => [name, name] as const),
  ...others.split(' ').map((pair) => pair.split('=') as [string, string]),
]);

const national = 'utf8mb3';

/** A data type with its attributes (UNSIGNED, CHARACTER SET …), up to COLLATE. */
export function readTypeName(cursor: Cursor): TypeName {
  const from = cursor.at;
  const start = readName(cursor);
  let { name, modifiers, characterSet } = start;
  let unsigned = false;
  if (cursor.markAt(cursor.at) === '(' && modifiers.length === 0) modifiers = readModifiers(cursor, name);
  for (;;) {
    if (cursor.accept('unsigned')) unsigned = true;
    else if (cursor.accept('zerofill')) unsigned = true;
    else if (cursor.accept('signed')) continue;
    else if (cursor.accept('character set', 'char set', 'charset'))
      characterSet = cursor.isString() ? cursor.string() : cursor.name('a character set');
    else if (cursor.accept('ascii')) characterSet = 'latin1';
    else if (cursor.accept('unicode')) characterSet = 'ucs2';
    else if (cursor.accept('byte')) name = binaryOf(name);
    // The binary collation of the character set.
    else if (cursor.is('binary')) cursor.at++;
    else break;
  }
  return {
    name,
    modifiers,
    dimensions: 0,
    ...(unsigned && { unsigned }),
    ...(characterSet !== undefined && { characterSet: characterSet.toLowerCase() }),
    text: cursor.textOf({ from, to: cursor.at }),
  };
}

interface Named {
  readonly name: string;
  readonly modifiers: readonly (number | string)[];
  readonly characterSet?: string;
}

function readName(cursor: Cursor): Named {
  if (cursor.accept('bool', 'boolean')) return { name: 'tinyint', modifiers: [1] };
  if (cursor.accept('double precision')) return { name: 'double', modifiers: [] };
  if (
    cursor.accept('national varchar', 'national char varying', 'national character varying', 'nchar varchar', 'nchar varying', 'nvarchar')
  )
    return { name: 'varchar', modifiers: [], characterSet: national };
  if (cursor.accept('national char', 'national character', 'nchar')) return { name: 'char', modifiers: [], characterSet: national };
  if (cursor.accept('char varying', 'character varying')) return { name: 'varchar', modifiers: [] };
  if (cursor.accept('long varbinary')) return { name: 'mediumblob', modifiers: [] };
  if (cursor.accept('long varchar', 'long char varying')) return { name: 'mediumtext', modifiers: [] };
  const name = names.get(cursor.wordAt(cursor.at));
  if (name === undefined) return cursor.fail('unknown data type');
  cursor.at++;
  return { name, modifiers: [] };
}

/** Numbers, and the members of ENUM and SET. `float(24)` and `float(53)` are float and double. */
function readModifiers(cursor: Cursor, name: string): readonly (number | string)[] {
  const { from, to } = cursor.parentheses();
  const inner = cursor.over({ from, to });
  const modifiers: (number | string)[] = [];
  do modifiers.push(name === 'enum' || name === 'set' ? inner.string('a member') : inner.number('a length'));
  while (inner.acceptMark(','));
  inner.finish();
  return modifiers;
}

function binaryOf(name: string): string {
  return name === 'char' ? 'binary' : name === 'varchar' ? 'varbinary' : name.replace('text', 'blob');
}
