import { type Draw, weighted } from './draw.ts';
import type { Ground } from './ground.ts';
import { kindOf, literal, plain } from './type.ts';

/** A column as an expression sees it. */
export interface Named {
  readonly sql: string;
  readonly type: string;
}

/** What a CHECK, a WHERE or a policy asks. */
export function condition(ground: Ground, columns: readonly Named[]): string {
  const { draw } = ground;
  const one = (): string => {
    if (columns.length === 0) return 'true';
    const { sql, type } = draw.pick(columns);
    const kind = kindOf(ground.catalog, type);
    const forms = [
      `${sql} is not null`,
      ...(kind === 'number'
        ? [`${sql} > 0`, `${sql} >= 0 and ${sql} < 1000`, `${sql} between 1 and 100`, `${sql} <> 7`, `${sql} in (1, 2, 3, 12, 25)`]
        : []),
      ...(kind === 'string'
        ? [`length(${sql}) < 50`, `${sql} <> ''`, `${sql} in ('a', 'b', '1', '12', '25')`, `lower(${sql}) <> 'x'`]
        : []),
    ];
    return draw.pick(forms);
  };
  return weighted(draw, [
    [12, one],
    [2, () => `${one()} and ${one()}`],
    [2, () => `${one()} or ${one()}`],
    [1, () => `not (${one()})`],
    [1, () => `(${one()}) is not false`],
    [1, () => ofFunction(ground, columns, 'boolean') ?? one()],
  ])();
}

/** An immutable computation over the columns, for generated columns, index keys and USING. */
export function computation(ground: Ground, columns: readonly Named[]): { readonly sql: string; readonly type: string } | undefined {
  const { draw, catalog } = ground;
  const usable = columns.filter(({ type }) => kindOf(catalog, type) !== 'other');
  if (usable.length === 0) return undefined;
  const { sql, type } = draw.pick(usable);
  const own = plain(type);
  return kindOf(catalog, type) === 'number'
    ? draw.pick([
        { sql: `${sql} + 1`, type: own },
        { sql: `${sql} * 2`, type: own },
        { sql: `abs(${sql})`, type: own },
        { sql: `coalesce(${sql}, 0)`, type: own },
        { sql: `${sql}::text`, type: 'text' },
        { sql: `${sql} > 5`, type: 'boolean' },
      ])
    : draw.pick([
        { sql: `lower(${sql})`, type: 'text' },
        { sql: `${sql} || 'x'`, type: 'text' },
        { sql: `length(${sql})`, type: 'integer' },
        { sql: `md5(${sql})`, type: 'text' },
        { sql: `coalesce(${sql}, 'none')`, type: 'text' },
        { sql: `${sql} is null`, type: 'boolean' },
      ]);
}

/** A call of one of the schema's own functions. */
export function ofFunction({ draw, catalog }: Ground, columns: readonly Named[], returns: string): string | undefined {
  const fitting = catalog.functions.filter((each) => each.returns === returns);
  if (fitting.length === 0) return undefined;
  const found = draw.pick(fitting);
  if (found.arguments === '') return `${found.sql}()`;
  const argument = columns.find(({ type }) => found.arguments.endsWith(plain(type)));
  return `${found.sql}(${argument?.sql ?? (found.arguments.includes('text') ? "'a'" : '1')})`;
}

/** What stands behind DEFAULT: of every volatility. */
export function defaultFor(ground: Ground, type: string): string {
  const { draw, catalog } = ground;
  const name = plain(type);
  const constant = (): string => literal(draw, catalog, type);
  return weighted(draw, [
    [8, constant],
    [2, () => 'null'],
    [2, () => (name.startsWith('"') ? constant() : `${constant()}::${name}`)],
    [1, () => `null::${name}`],
    [5, () => special(draw, name) ?? constant()],
    [3, () => ofFunction(ground, [], name) ?? constant()],
    [1, () => (catalog.sequences.length > 0 && /int|numeric|text/.test(name) ? `nextval('${draw.pick(catalog.sequences)}')` : constant())],
  ])();
}

function special(draw: Draw, type: string): string | undefined {
  if (/^(real|double|numeric|money)/.test(type))
    return draw.pick(['random()', '1 + 1', 'pi()', 'random() * 10', 'extract(epoch from now())']);
  if (/^(integer|bigint|smallint)/.test(type))
    return draw.pick([
      '(random() * 10)::int',
      '1 + 1',
      'abs(-5)',
      "length('abc')",
      'pg_backend_pid()',
      'floor(random() * 10)',
      'extract(year from now())',
    ]);
  if (/^(timestamp|date)/.test(type))
    return draw.pick([
      'now()',
      'current_timestamp',
      'clock_timestamp()',
      'current_date',
      'localtimestamp',
      "now() + interval '1 day'",
      "date_trunc('day', now())",
      'statement_timestamp()',
      "'now'",
      'timeofday()::timestamp',
    ]);
  if (/^(text|varchar|name)/.test(type))
    return draw.pick([
      'current_user',
      'md5(random()::text)',
      "lower('ABC')",
      "'a' || 'b'",
      'now()::text',
      "to_char(now(), 'YYYY')",
      'gen_random_uuid()::text',
      "concat('a', 1)",
      'version()',
    ]);
  if (type === 'uuid') return draw.pick(['gen_random_uuid()', 'uuidv7()']);
  if (type === 'boolean') return draw.pick(['random() > 0.5', '(not true)', '1 = 1']);
  if (/^json/.test(type)) return draw.pick(["'{}'", 'to_jsonb(1)', 'jsonb_build_object()', "json_build_object('a', now())"]);
  if (type.endsWith('[]')) return draw.pick(["'{}'", 'array[null]', 'array[]::text[]']);
  return undefined;
}
