import type { Catalog } from './catalog.ts';
import { type Draw, weighted } from './draw.ts';

/** Types that casts connect stand in one family: a change within it is more telling than one across. */
const families: Readonly<Record<string, readonly string[]>> = {
  number: [
    'integer',
    'bigint',
    'smallint',
    'numeric',
    'numeric(10,2)',
    'numeric(12,2)',
    'numeric(12,4)',
    'numeric(6)',
    'real',
    'double precision',
    'money',
    'oid',
  ],
  string: ['text', 'varchar', 'varchar(5)', 'varchar(20)', 'varchar(100)', 'char(5)', 'char(10)', 'name', '"char"'],
  time: ['timestamptz', 'timestamp', 'date', 'timestamp(3)', 'timestamp(0)', 'timestamptz(3)', 'timestamptz(6)'],
  clock: ['time', 'time(2)', 'timetz', 'timetz(0)', 'interval', 'interval(2)', 'interval hour to minute', 'interval day to second(3)'],
  bits: ['bit(3)', 'bit(8)', 'varbit', 'varbit(4)', 'varbit(12)', 'bytea'],
  net: ['inet', 'cidr', 'macaddr', 'macaddr8'],
  document: ['json', 'jsonb', 'xml'],
  truth: ['boolean', 'uuid', 'tsvector', 'point', 'regclass'],
  range: ['int4range', 'int8range', 'numrange', 'daterange', 'tsrange', 'tstzrange', 'int4multirange'],
};

const familyOf = new Map(Object.entries(families).flatMap(([family, types]) => types.map((type) => [type, family] as const)));

/** As `format_type` prints a type, so as it is written above. */
export function plain(type: string): string {
  return type
    .replace(/^character varying/, 'varchar')
    .replace(/^character/, 'char')
    .replace(/^bit varying/, 'varbit')
    .replace(/^(timestamp|time)(\(\d\))? without time zone/, '$1$2')
    .replace(/^(timestamp|time)(\(\d\))? with time zone/, '$1tz$2');
}

/** A type for a new column, or one to change another into. */
export function anyType(draw: Draw, catalog: Catalog): string {
  const user = catalog.types.map((type) => type.sql);
  const scalar = (): string =>
    weighted(draw, [
      [6, 'integer'],
      [4, 'text'],
      [3, 'bigint'],
      ...Object.values(families).map((types) => [2, draw.pick(types)] as const),
      ...(user.length > 0 ? ([[8, draw.pick(user)]] as const) : []),
    ]);
  return scalar() + (draw.chance(10) ? '[]' : '');
}

/** A type that a column of type `from` may be changed into. */
export function anotherType(draw: Draw, catalog: Catalog, from: string): string {
  const element = plain(from).replace(/(\[\])+$/, '');
  const array = element === plain(from) ? '' : '[]';
  const own = familyOf.get(element);
  const user = catalog.types.map((type) => type.sql);
  const base = catalog.types.find((type) => type.sql === element)?.base;
  const over = catalog.types.filter((type) => type.base !== null && familyOf.get(plain(type.base)) === own).map((type) => type.sql);
  return weighted(draw, [
    [10, () => draw.pick(families[own ?? 'string'] ?? []) + array],
    [3, () => draw.pick(families.string ?? []) + array],
    [base === undefined || base === null ? 0 : 8, () => base as string],
    [over.length > 0 ? 5 : 0, () => draw.pick(over) + array],
    [user.length > 0 ? 2 : 0, () => draw.pick(user)],
    [3, () => anyType(draw, catalog)],
    [2, () => plain(from)],
  ])();
}

const pools: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(integer|bigint|smallint|oid)$/, ['1', '2', '3', '12', '25', '37', '100', '1000']],
  [/^(numeric|real|double|money)/, ['1', '2', '3.5', '12.25', '99', '1234.5']],
  [/^interval/, ["'1 hour'", "'2 days 3 hours'", "'1.5 seconds'"]],
  [/^timestamp/, ["'2024-01-01 10:00:00'", "'2025-06-01 12:30:15.123456'", "'2024-01-02'"]],
  [/^date$/, ["'2024-01-01'", "'2025-06-01'", "'2024-01-02'"]],
  [/^time/, ["'10:00'", "'23:59:59.999'"]],
  [/^bit\(3\)/, ["B'101'", "B'111'"]],
  [/^bit\(8\)/, ["B'10100000'"]],
  [/^varbit/, ["B'101'", "B'1'"]],
  [/^bytea/, ["'\\x01'", "'abc'"]],
  [/^(inet|cidr)/, ["'10.0.0.0/8'", "'192.168.1.1'"]],
  [/^macaddr8/, ["'08:00:2b:01:02:03:04:05'"]],
  [/^macaddr/, ["'08:00:2b:01:02:03'"]],
  [/^json/, ['\'{"a": 1}\'', "'[1, 2]'", "'1'"]],
  [/^xml/, ["'<a/>'"]],
  [/^boolean/, ['true', 'false']],
  [/^uuid/, ["'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'", "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a12'"]],
  [/^tsvector/, ["'a b'"]],
  [/^point/, ["'(1,2)'"]],
  [/^regclass/, ["'pg_class'"]],
  [/^(int4|int8|num)range/, ["'[1,5)'", "'[10,20)'", "'empty'"]],
  [/^int4multirange/, ["'{[1,5)}'"]],
  [/^(date|ts|tstz)range/, ["'[2024-01-01,2024-02-01)'"]],
  [/^"char"|^char\(5\)|^varchar\(5\)|^name|^char/, ["'1'", "'a'", "'2'", "'b'"]],
  [/^(text|varchar)/, ["'1'", "'a'", "'12'", "'longer than twenty characters'", "'25'", "'b'"]],
];

/** A literal of the type, without a cast. */
export function literal(draw: Draw, catalog: Catalog, type: string): string {
  const name = plain(type);
  if (name.endsWith(']')) {
    const one = literal(draw, catalog, name.replace(/\[\]$/, '')).replace(/^B?'|'$/g, '');
    return draw.chance(20) ? "'{}'" : `'{"${one.replace(/"/g, '\\"')}"}'`;
  }
  const own = catalog.types.find((each) => each.sql === name);
  if (own?.labels) return `'${draw.pick(own.labels)}'`;
  if (own?.base) return literal(draw, catalog, own.base);
  if (own?.kind === 'c') return "'(1,a)'";
  if (own?.kind === 'r') return "'[1,5)'";
  return draw.pick(pools.find(([pattern]) => pattern.test(name))?.[1] ?? ["'1'"]);
}

/** The column's family, for expressions over it. */
export function kindOf(catalog: Catalog, type: string): 'number' | 'string' | 'other' {
  const name = plain(type);
  const own = catalog.types.find((each) => each.sql === name);
  if (own?.base) return kindOf(catalog, own.base);
  if (/^(integer|bigint|smallint|numeric|real|double)/.test(name) && !name.endsWith(']')) return 'number';
  return /^(text|varchar|char)/.test(name) && !name.endsWith(']') ? 'string' : 'other';
}
