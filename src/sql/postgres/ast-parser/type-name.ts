import type { DataTypeDef } from 'pgsql-ast-parser';
import type { TypeName } from '../../../operation/type-name.ts';
import { columnWords, reserved } from '../keywords.ts';
import { number, quotedName } from '../lexer.ts';
import { commaParts, findOpen, inside, is, markAt, type Range, type Source, textOf } from '../source.ts';
import { typeRange } from '../type-name.ts';
import { type Feed, keyword, refuse, textAt, tokenOf } from './feed.ts';
import { nameAt } from './name.ts';

/** SQL's names of built-in types → PostgreSQL's internal ones. https://www.postgresql.org/docs/current/datatype.html#DATATYPE-TABLE */
const internal: Readonly<Record<string, string>> = {
  int: 'int4',
  integer: 'int4',
  smallint: 'int2',
  bigint: 'int8',
  real: 'float4',
  'double precision': 'float8',
  decimal: 'numeric',
  dec: 'numeric',
  boolean: 'bool',
  'character varying': 'varchar',
  'char varying': 'varchar',
  character: 'bpchar',
  char: 'bpchar',
  'bit varying': 'varbit',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  smallserial: 'serial2',
  serial: 'serial4',
  bigserial: 'serial8',
};

/** Types that the grammar has words of its own for, and whose internal names are the same. */
const ownWords: ReadonlySet<string> = new Set(['bit', 'float', 'interval', 'json', 'numeric', 'time', 'timestamp', 'varchar']);

/** Where a type begins: the parser's place for `timestamp with time zone` and `character varying` is behind their first word. */
export function typeToken(source: Feed, node: DataTypeDef): number {
  const at = tokenOf(source, node);
  if (!/^(?:with|without|varying)$/.test(keyword(source, at))) return at;
  return markAt(source, at - 1) === ')' ? at - 4 : at - 1;
}

/**
 * Reads the type that begins at a token. From the text and not from the parser's tree, which takes `time(3) with time zone` for a timestamp.
 * @returns the type, and the token behind it
 */
export function typeAt(source: Source, token: number): { readonly type: TypeName; readonly end: number } {
  const range = typeRange(source, token);
  const text = textOf(source, range);
  const open = findOpen(source, range);
  const modifiers = open === range.to ? [] : commaParts(source, inside(source, open)).map((part) => modifier(source, part));
  const dimensions = is(source, range.to - 1, 'array') ? 1 : text.split('[').length - 1;
  if (markAt(source, token + 1) === '.') {
    const schema = nameAt(source, token);
    const name = nameAt(source, token + 2);
    return { type: { ...(schema !== 'pg_catalog' && { schema }), name, modifiers, dimensions, text }, end: range.to };
  }
  const quoted = source.tokens.kinds[token] === quotedName;
  const named = quoted ? { name: nameAt(source, token), modifiers } : builtIn(source, range, modifiers);
  return { type: { ...named, dimensions, text }, end: range.to };
}

/** What PostgreSQL's grammar makes of its own type names: `char` is `char(1)`, `float(24)` is `real`. */
function builtIn(source: Source, range: Range, modifiers: readonly number[]): Pick<TypeName, 'name' | 'modifiers'> {
  const words: string[] = [];
  for (let token = range.from; token < range.to; token++) {
    const mark = markAt(source, token);
    if (mark === '[' || is(source, token, 'array')) break;
    if (mark === '(') token = inside(source, token).to;
    else words.push(nameAt(source, token));
  }
  const name = words.join(' ');
  const isReserved = reserved.has(name) || (columnWords.has(name) && internal[name] === undefined && !ownWords.has(name));
  if (isReserved) refuse('a reserved word as a type', source, range.from);
  if (/^interval (?!$)|^(?:national|nchar|setof)\b/.test(name)) refuse(`the type ${name}`, source, range.from);
  if (name === 'float') return { name: (modifiers[0] ?? 53) <= 24 ? 'float4' : 'float8', modifiers: [] };
  const oneByDefault = (name === 'char' || name === 'character' || name === 'bit') && modifiers.length === 0;
  return { name: internal[name] ?? name, modifiers: oneByDefault ? [1] : modifiers };
}

function modifier(source: Source, range: Range): number {
  if (range.to - range.from !== 1 || source.tokens.kinds[range.from] !== number) refuse('this type modifier', source, range.from);
  return Number(textAt(source, range.from));
}
