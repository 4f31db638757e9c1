import type { Node, TypeName as TypeNode } from '@pgsql/types';
import type { TypeName } from '../../operation/type-name.ts';
import { pick, pickAll, plainValue, strings } from './ast.ts';
import { number, quotedName, word } from './lexer.ts';
import { at, closing, is, markAt, type Range, type Source, textOf } from './source.ts';

const serials: Readonly<Record<string, string>> = {
  smallserial: 'serial2',
  serial: 'serial4',
  bigserial: 'serial8',
};

/** A type as written. The parser has already turned SQL's names into internal ones (`integer` into `pg_catalog.int4`). */
export function typeName(source: Source, node: TypeNode | undefined): TypeName {
  const names = strings(node?.names);
  const last = names[names.length - 1] ?? '';
  const schema = names[names.length - 2];
  return {
    ...(schema !== undefined && schema !== 'pg_catalog' && { schema }),
    name: schema === undefined || schema === 'pg_catalog' ? (serials[last] ?? last) : last,
    modifiers: last === 'interval' ? intervalModifiers(node?.typmods) : modifiers(node?.typmods),
    dimensions: node?.arrayBounds?.length ?? 0,
    text: node === undefined || (node.location ?? 0) < 0 ? last : textOf(source, typeRange(source, at(source, node.location))),
  };
}

function modifiers(nodes: readonly Node[] | undefined): readonly (number | string)[] {
  return (nodes ?? []).flatMap((node) => {
    const integer = pick(node, 'A_Const')?.ival;
    if (integer !== undefined) return integer.ival ?? 0;
    // PostGIS: geometry(Point, 4326)
    const name = pick(node, 'ColumnRef');
    return name === undefined ? (plainValue(node) ?? []) : strings(name.fields).join('.');
  });
}

/** Bits of INTERVAL_MASK in PostgreSQL's `timestamp.h`, in the order of their words. */
const intervalFields: readonly (readonly [string, number])[] = [
  ['year', 1 << 2],
  ['month', 1 << 1],
  ['day', 1 << 3],
  ['hour', 1 << 10],
  ['minute', 1 << 11],
  ['second', 1 << 12],
];
const everyField = 0x7fff;

/** `interval day to second(3)` → ['day to second', 3]; `interval(3)` → [3] */
function intervalModifiers(nodes: readonly Node[] | undefined): readonly (number | string)[] {
  const values = pickAll(nodes, 'A_Const').map((each) => each.ival?.ival ?? 0);
  const [mask = everyField, ...precision] = values;
  if (mask === everyField) return precision;
  const fields = intervalFields.filter(([, bit]) => (mask & bit) !== 0).map(([name]) => name);
  const [from = '', to = from] = [fields[0], fields[fields.length - 1]];
  return [from === to ? from : `${from} to ${to}`, ...precision];
}

/** From a type's first token to behind its last. `first` may stand behind SETOF. */
export function typeRange(source: Source, first: number): Range {
  let to = first;
  const accept = (...words: string[]): boolean => {
    if (!words.some((each) => is(source, to, each))) return false;
    to++;
    return true;
  };
  const parenthesis = (): void => {
    if (markAt(source, to) === '(') to = closing(source, to) + 1;
  };
  accept('setof');
  if (accept('double')) accept('precision');
  else if (accept('national')) {
    accept('character', 'char');
    accept('varying');
  } else if (accept('character', 'char', 'nchar', 'bit')) accept('varying');
  else if (accept('time', 'timestamp')) {
    parenthesis();
    if (is(source, to + 1, 'time') && accept('with', 'without')) to += 2;
  } else if (accept('interval')) {
    const field = (): boolean => accept('year', 'month', 'day', 'hour', 'minute', 'second');
    if (field() && accept('to')) field();
  } else {
    to++;
    while (markAt(source, to) === '.' && (source.tokens.kinds[to + 1] === word || source.tokens.kinds[to + 1] === quotedName)) to += 2;
    if (source.text[source.tokens.starts[to] ?? -1] === '%' && is(source, to + 1, 'type')) to += 2;
  }
  parenthesis();
  if (accept('array') && markAt(source, to) !== '[') return { from: first, to };
  while (markAt(source, to) === '[') {
    if (markAt(source, to + 1) === ']') to += 2;
    else if (source.tokens.kinds[to + 1] === number && markAt(source, to + 2) === ']') to += 3;
    else break;
  }
  return { from: first, to: Math.min(to, source.end) };
}
