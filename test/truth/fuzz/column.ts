import type { Catalog, Table } from './catalog.ts';
import { type Draw, weighted } from './draw.ts';
import { computation, condition, defaultFor, type Named } from './expression.ts';
import { type Ground, isTable, keysOf } from './ground.ts';
import { anyType, plain } from './type.ts';

export const actions = ['no action', 'restrict', 'cascade', 'set null', 'set default'];

/** What may follow REFERENCES, from the match type on. */
export function referential(draw: Draw): string {
  return (
    draw.maybe(10, () => `match ${draw.pick(['simple', 'full'])}`) +
    draw.maybe(30, () => `on delete ${draw.pick(actions)}`) +
    draw.maybe(20, () => `on update ${draw.pick(actions)}`) +
    draw.maybe(12, () => draw.pick(['deferrable', 'deferrable initially deferred', 'not deferrable'])) +
    draw.maybe(8, 'not enforced')
  );
}

export interface NewColumn extends Named {
  readonly text: string;
}

/**
 * A column's definition.
 * @param beside columns that its own expressions may read
 * @param keys whether it may be a key: a partition's key has rules of its own
 */
export function newColumn(
  ground: Ground,
  beside: readonly Named[],
  options: { readonly name?: string; readonly type?: string; readonly keys?: boolean } = {},
): NewColumn {
  const { draw } = ground;
  const sql = options.name ?? ground.fresh('c');
  const pointing = options.type === undefined && draw.chance(14) ? keysOf(ground.catalog) : [];
  const key = pointing.length > 0 ? draw.pick(pointing) : undefined;
  const kind = weighted(draw, [
    [20, 'plain'],
    [options.type === undefined && key === undefined ? 1 : 0, 'serial'],
    [options.type === undefined && key === undefined ? 1 : 0, 'identity'],
    [key === undefined ? 2 : 0, 'generated'],
  ] as const);
  if (kind === 'serial') {
    const type = draw.pick(['serial', 'bigserial', 'smallserial']);
    return { sql, type: 'integer', text: `${sql} ${type}${draw.maybe(15, 'primary key')}` };
  }
  if (kind === 'identity') {
    const type = draw.pick(['integer', 'bigint', 'smallint']);
    return {
      sql,
      type,
      text: `${sql} ${type} generated ${draw.pick(['always', 'by default'])} as identity${draw.maybe(20, 'primary key')}${draw.maybe(10, 'unique')}`,
    };
  }
  const computed = kind === 'generated' ? computation(ground, beside) : undefined;
  if (computed !== undefined) {
    const type = options.type ?? computed.type;
    return {
      sql,
      type,
      text: `${sql} ${type} generated always as (${computed.sql}) ${draw.pick(['stored', 'virtual', 'stored'])}${inline(ground, sql, type, false)}`,
    };
  }
  const type = options.type ?? (key === undefined ? anyType(ground.draw, ground.catalog) : plain(key.type));
  const collate = /^(text|varchar|char)/.test(type) ? draw.maybe(10, () => `collate ${draw.pick(['"C"', '"POSIX"', '"default"'])}`) : '';
  const storage = /^(text|varchar|json|bytea)/.test(type) ? draw.maybe(4, 'storage external') : '';
  const value = draw.maybe(30, () => `default ${defaultFor(ground, type)}`);
  const references =
    key === undefined ? '' : ` references ${key.table.sql}${draw.chance(50) ? '' : ` (${key.column})`}${referential(draw)}`;
  return { sql, type, text: `${sql} ${type}${storage}${collate}${value}${inline(ground, sql, type, options.keys ?? true)}${references}` };
}

/** The constraints of one column, in its definition. */
function inline(ground: Ground, sql: string, type: string, keys: boolean): string {
  const { draw } = ground;
  const named = (): string => draw.maybe(25, () => `constraint ${ground.fresh('k')}`);
  return (
    draw.maybe(18, () => `${named()} not null${draw.maybe(4, 'no inherit')}`) +
    draw.maybe(3, 'null') +
    (keys ? draw.maybe(6, () => `${named()} unique${draw.maybe(15, 'nulls not distinct')}${draw.maybe(15, 'deferrable')}`) : '') +
    draw.maybe(
      12,
      () => `${named()} check (${condition(ground, [{ sql, type }])})${draw.maybe(8, 'no inherit')}${draw.maybe(8, 'not enforced')}`,
    )
  );
}

/** A constraint over the table's columns, as CREATE TABLE and ADD take it. */
export function tableConstraint(ground: Ground, columns: readonly Named[], partition: Table['partition'] = null): string {
  const { draw } = ground;
  const one = (): string => draw.pick(columns).sql;
  const key = (): string => [...new Set([...(partition?.columns ?? []), one(), ...(draw.chance(30) ? [one()] : [])])].join(', ');
  const keys = keysOf(ground.catalog);
  const name = draw.maybe(60, () => `constraint ${ground.fresh('k')}`);
  const later = draw.maybe(10, () => draw.pick(['deferrable', 'deferrable initially deferred']));
  const text = weighted(draw, [
    [5, () => `check (${condition(ground, columns)})${draw.maybe(6, 'no inherit')}${draw.maybe(8, 'not enforced')}`],
    [3, () => `unique${draw.maybe(12, 'nulls not distinct')} (${key()})${draw.maybe(12, () => `include (${one()})`)}${later}`],
    [2, () => `primary key (${key()})${draw.maybe(12, () => `include (${one()})`)}${later}`],
    [2, () => `not null ${one()}${draw.maybe(5, 'no inherit')}`],
    [1, () => exclusion(ground, columns)],
    [keys.length > 0 ? 4 : 0, () => foreignKey(ground, columns)],
    [columns.length > 1 ? 1 : 0, () => `check (${condition(ground, draw.some(columns, 2, 2))})`],
  ])();
  return `${name} ${text}`.trim();
}

function exclusion({ draw }: Ground, columns: readonly Named[]): string {
  const range = columns.find(({ type }) => type.endsWith('range'));
  return range !== undefined && draw.chance(60)
    ? `exclude using gist (${range.sql} with &&)`
    : `exclude (${draw.pick(columns).sql} with =)${draw.maybe(15, () => `where (${draw.pick(columns).sql} is not null)`)}`;
}

/** A foreign key from a column whose type agrees with the key's, where there is one. */
function foreignKey(ground: Ground, columns: readonly Named[]): string {
  const { draw } = ground;
  const pairs = draw.chance(40) ? pairsFor(ground.catalog, columns) : [];
  if (pairs.length > 0) return `${draw.pick(pairs)}${referential(draw)}`;
  const keys = keysOf(ground.catalog);
  const fitting = keys.flatMap((key) =>
    columns.filter((column) => plain(column.type) === plain(key.type)).map((column) => ({ key, column })),
  );
  const { key, column } = fitting.length > 0 && draw.chance(85) ? draw.pick(fitting) : { key: draw.pick(keys), column: draw.pick(columns) };
  return `foreign key (${column.sql}) references ${key.table.sql} (${key.column})${referential(draw)}`;
}

/** Foreign keys of two columns. */
function pairsFor(catalog: Catalog, columns: readonly Named[]): readonly string[] {
  return catalog.tables.filter(isTable).flatMap(({ sql, columns: theirs, indexes }) =>
    indexes
      .filter(({ unique, plain: isPlain, columns: keys }) => unique && isPlain && keys.length === 2)
      .flatMap(({ columns: keys }) => {
        const [first, second] = keys.map((key) => plain(theirs.find((each) => each.sql === key)?.type ?? ''));
        const [a, b] = [columns.find(({ type }) => plain(type) === first), columns.findLast(({ type }) => plain(type) === second)];
        return a === undefined || b === undefined || a === b
          ? []
          : [`foreign key (${a.sql}, ${b.sql}) references ${sql} (${keys.join(', ')})`];
      }),
  );
}
