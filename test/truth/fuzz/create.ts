import type { Column, Table } from './catalog.ts';
import { newColumn, tableConstraint } from './column.ts';
import { weighted } from './draw.ts';
import { computation, condition, type Named } from './expression.ts';
import { columnFor, type Generator, type Ground, isStored, nameOf, newName, tableFor } from './ground.ts';
import { anyType, kindOf, literal } from './type.ts';

export const createType: Generator = (ground) => {
  const { draw, catalog } = ground;
  const name = newName(ground, 'ty');
  return weighted(draw, [
    [2, () => `create type ${name} as enum ('a', 'b', '1')`],
    [3, () => `create type ${name} as (x integer, y text)`],
    [1, () => `create type ${name} as range (subtype = ${draw.pick(['float8', 'integer'])})`],
    [5, () => domain(ground, name)],
    [0, () => catalog.types.length.toString()],
  ])();
};

function domain(ground: Ground, name: string): string {
  const { draw, catalog } = ground;
  const base = draw.chance(55)
    ? draw.pick(['integer', 'text', 'varchar(20)', 'numeric(10,2)', 'timestamptz', 'integer[]'])
    : anyType(draw, catalog);
  const check = (): string =>
    kindOf(catalog, base) === 'number'
      ? draw.pick(['value > 0', 'value < 1000', 'value is not null'])
      : kindOf(catalog, base) === 'string'
        ? draw.pick(["value <> ''", 'length(value) < 50'])
        : 'value is not null';
  return `create domain ${name} as ${base}${draw.maybe(20, () => `default ${literal(draw, catalog, base)}`)}${draw.maybe(12, 'not null')}${draw.maybe(40, () => `check (${check()})`)}`;
}

export const createFunction: Generator = (ground) => {
  const { draw } = ground;
  const name = newName(ground, 'f');
  const declared = draw.pick(['immutable', 'stable', 'volatile', '']);
  // An SQL function is put in place of its call, and what it does counts then, not what it is declared: here it does what it says.
  const some = declared === 'immutable' || declared === 'stable' ? '5' : '(random() * 10)::integer';
  return draw.pick([
    () => `create function ${name}() returns integer language sql ${declared} as 'select ${some}'`,
    () => `create function ${name}() returns integer language plpgsql ${declared} as 'begin return 5; end'`,
    () => `create function ${name}(x integer) returns integer language sql ${declared} as 'select x + ${some}'`,
    () => `create function ${name}(x integer) returns boolean language plpgsql ${declared} as 'begin return x > 0; end'`,
    () => `create function ${name}(x text) returns text language sql ${declared} as 'select lower(x) || ${some}'`,
    () => `create function ${name}() returns text language plpgsql ${declared} as 'begin return ''a''; end'`,
    () => `create function ${name}() returns timestamp with time zone language plpgsql ${declared} as 'begin return now(); end'`,
    () => `create function ${name}(x integer) returns integer language sql ${declared} return x * ${some}`,
  ])();
};

export const createTriggerFunction: Generator = (ground) =>
  `create function ${ground.fresh('tf')}() returns trigger language plpgsql as 'begin return new; end'`;

export const createSequence: Generator = (ground) => `create sequence ${newName(ground, 's')}${ground.draw.maybe(20, 'as smallint')}`;

/** Columns, and the constraints over them, between the parentheses. */
function body(ground: Ground, given: readonly Named[], partition: Table['partition'] = null): string {
  const { draw } = ground;
  const columns: Named[] = [...given];
  const parts: string[] = given.map(({ sql, type }) => `${sql} ${type}${draw.maybe(30, 'not null')}`);
  if (given.length === 0 && draw.chance(60)) {
    const sql = ground.fresh('id');
    const type = draw.pick(['integer', 'bigint', 'text', 'integer']);
    columns.push({ sql, type });
    const identity = type === 'text' ? '' : draw.maybe(20, () => `generated ${draw.pick(['always', 'by default'])} as identity`);
    parts.push(`${sql} ${type}${identity} ${draw.pick(['primary key', 'primary key', 'unique', 'not null'])}`);
  }
  for (let left = draw.upTo(5) + (given.length > 0 ? 0 : 1); left > 0; left--) {
    const column = newColumn(ground, columns, { keys: partition === null });
    columns.push(column);
    parts.push(column.text);
  }
  for (let left = draw.upTo(3) - 1; left > 0; left--) parts.push(tableConstraint(ground, columns, partition));
  return `(${parts.join(', ')})`;
}

export const createTable: Generator = (ground) => {
  const { draw } = ground;
  const name = newName(ground, 't');
  const unlogged = draw.chance(5) ? 'unlogged ' : '';
  const exists = draw.chance(4) ? 'if not exists ' : '';
  const known = exists === '' || draw.chance(50) ? undefined : tableFor(ground);
  if (known !== undefined) return `create table if not exists ${nameOf(ground, known)} ${body(ground, [])}`;
  return `create ${unlogged}table ${exists}${name} ${body(ground, [])}${draw.maybe(4, 'with (fillfactor = 70)')}`;
};

/** A table whose rows are like those of the first, often made to become a partition or an heir of it. */
export const createLike: Generator = (ground) => {
  const { draw } = ground;
  const like = tableFor(ground, (table) => table.kind === 'p' && draw.chance(90)) ?? tableFor(ground);
  if (like === undefined) return undefined;
  const including = draw.maybe(60, () =>
    draw.pick([
      'including all',
      'including constraints',
      'including indexes',
      'including defaults including generated',
      'including identity including all',
      'including storage including comments',
    ]),
  );
  const check = like.partition === null || draw.chance(50) ? '' : `, check (${proof(ground, like)})`;
  return `create table ${newName(ground, 't')} (like ${nameOf(ground, like)}${including}${check})`;
};

/** What may prove the bound of a partition. */
function proof(ground: Ground, { partition, columns }: Table): string {
  const { draw } = ground;
  const column = columns.find(({ sql }) => sql === partition?.columns[0]);
  if (column === undefined) return 'true';
  const { sql } = column;
  const low = 10 * draw.upTo(6);
  const text = kindOf(ground.catalog, column.type) === 'string';
  // What lies between two texts is for the database's collation to say.
  if (text && partition?.strategy === 'r') return `${sql} is not null`;
  const form = text
    ? draw.pick([`${sql} = 'a'`, `${sql} in ('a', 'b')`])
    : draw.pick([
        `${sql} >= ${low} and ${sql} < ${low + 10}`,
        `${sql} between ${low} and ${low + 9}`,
        `${sql} = ${low}`,
        `${sql} > ${low} and ${sql} < ${low + 5}`,
      ]);
  return form + (draw.chance(50) ? ` and ${sql} is not null` : '');
}

export const createPartitioned: Generator = (ground) => {
  const { draw } = ground;
  const strategy = draw.pick(['range', 'range', 'list', 'hash']);
  const count = strategy === 'list' ? 1 : 1 + draw.upTo(2);
  const keys = Array.from({ length: count }, () => ({
    sql: ground.fresh('k'),
    type: draw.pick(['integer', 'integer', 'bigint', 'text', 'date']),
  }));
  const partition = { strategy: strategy[0] as 'r', columns: keys.map(({ sql }) => sql) };
  const by =
    keys.length === 1 && draw.chance(5)
      ? `(${keys[0]?.type === 'integer' ? `abs(${keys[0].sql})` : `lower(${keys[0]?.sql})`})`
      : keys.map(({ sql }) => sql).join(', ');
  return `create table ${newName(ground, 'p')} ${body(ground, keys, partition)} partition by ${strategy} (${by})`;
};

/** FOR VALUES … of a new partition. */
export function bound(ground: Ground, parent: Table): string {
  const { draw, catalog } = ground;
  const { strategy, columns } = parent.partition ?? { strategy: 'r', columns: [] };
  if (strategy !== 'h' && draw.chance(18)) return 'default';
  // A key that is an expression has no column.
  const types = (columns.length > 0 ? columns : ['']).map((name) => parent.columns.find(({ sql }) => sql === name)?.type ?? 'integer');
  const value = (type: string, at: number): string =>
    type === 'date' ? `'20${20 + at}-01-01'` : kindOf(catalog, type) === 'string' ? `'${'abcdefghij'[at] ?? 'z'}'` : `${at * 10}`;
  if (strategy === 'h') {
    const modulus = draw.pick([2, 2, 4]);
    return `for values with (modulus ${modulus}, remainder ${draw.upTo(modulus)})`;
  }
  if (strategy === 'l') {
    const pool =
      kindOf(catalog, types[0] ?? '') === 'string'
        ? ["'a'", "'b'", "'1'", "'12'", 'null']
        : types[0] === 'date'
          ? ["'2024-01-01'", "'2025-06-01'", 'null']
          : ['1', '2', '3', '12', '25', 'null'];
    return `for values in (${draw.some(pool, 1, 3).join(', ')})`;
  }
  const at = draw.upTo(6);
  const from = types.map((type, i) => (i === 0 && draw.chance(90) ? value(type, at) : draw.chance(30) ? 'minvalue' : value(type, at)));
  const to = types.map((type, i) =>
    i === 0 && draw.chance(90) ? value(type, at + 1) : draw.chance(30) ? 'maxvalue' : value(type, at + 1),
  );
  return `for values from (${from.join(', ')}) to (${to.join(', ')})`;
}

export const createPartition: Generator = (ground) => {
  const { draw } = ground;
  const parent = tableFor(ground, ({ kind }) => kind === 'p');
  if (parent === undefined) return undefined;
  const key = draw.chance(12) ? columnFor(ground, parent, ({ type }) => type === 'integer' || type === 'text') : undefined;
  const sub = key === undefined ? '' : ` partition by ${draw.pick(['range', 'list', 'hash'])} (${key.sql})`;
  const own = columnFor(ground, parent);
  const ofColumn =
    own && draw.chance(30) ? `${own.sql} ${draw.pick(['not null', `default ${literal(draw, ground.catalog, own.type)}`])}` : '';
  const constraints = draw.maybe(15, () => `(${ofColumn || tableConstraint(ground, parent.columns, parent.partition)})`);
  return `create table ${newName(ground, 't')} partition of ${nameOf(ground, parent)}${constraints} ${bound(ground, parent)}${sub}`;
};

export const createHeir: Generator = (ground) => {
  const { draw } = ground;
  const parents = draw.some(
    ground.catalog.tables.filter((table) => isStored(table) && table.bound === null),
    1,
    draw.chance(15) ? 2 : 1,
  );
  if (parents.length === 0) return undefined;
  const own = draw.chance(60) ? newColumn(ground, parents[0]?.columns ?? []).text : '';
  return `create table ${newName(ground, 't')} (${own}) inherits (${parents.map((parent) => nameOf(ground, parent)).join(', ')})`;
};

export const createTyped: Generator = (ground) => {
  const found = ground.catalog.types.filter(({ kind }) => kind === 'c');
  return found.length === 0 ? undefined : `create table ${newName(ground, 't')} of ${ground.draw.pick(found).sql}`;
};

/**
 * A query over one or two relations.
 * @param stored its rows are kept: then without columns of user's types, since the history does not tell the types of what a query gives
 */
export function query(ground: Ground, stored = false): string | undefined {
  const { draw, catalog } = ground;
  const own = catalog.types.map((type) => type.sql);
  const usable = (table: Table): readonly Column[] =>
    stored ? table.columns.filter(({ type }) => !own.includes(type.replace(/(\[\])+$/, ''))) : table.columns;
  const from = tableFor(ground, (table) => usable(table).length > 0);
  if (from === undefined) return undefined;
  const columns = draw.some(usable(from), 1, 3);
  const names = columns.map(({ sql }) => sql);
  const source = nameOf(ground, from);
  const other = draw.chance(15) ? tableFor(ground, () => true) : undefined;
  return weighted(draw, [
    [12, () => `select ${names.join(', ')} from ${source}${draw.maybe(20, () => `where ${condition(ground, columns)}`)}`],
    [stored ? 0 : 2, () => `select * from ${source}`],
    [
      other === undefined ? 0 : 20,
      () => `select ${names.map((name) => `a.${name}`).join(', ')} from ${source} a, ${nameOf(ground, other ?? from)} b`,
    ],
    [2, () => `select count(*) as n from ${source}`],
    [1, () => `select ${names[0]}, count(*) as n from ${source} group by 1`],
  ])();
}

export const createAs: Generator = (ground) => {
  const source = query(ground, true);
  return source && `create table ${newName(ground, 't')} as ${source}${ground.draw.maybe(25, 'with no data')}`;
};

export const createView: Generator = (ground) => {
  const { draw } = ground;
  const materialized = draw.chance(35);
  const source = query(ground, materialized);
  if (source === undefined) return undefined;
  return materialized
    ? `create materialized view ${draw.chance(5) ? 'if not exists ' : ''}${newName(ground, 'm')} as ${source}${draw.maybe(20, 'with no data')}`
    : `create ${draw.chance(15) ? 'or replace ' : ''}view ${newName(ground, 'v')}${draw.maybe(10, 'with (security_barrier)')} as ${source}`;
};

export const createIndex: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, ({ kind, columns }) => kind !== 'v' && columns.length > 0);
  if (table === undefined) return undefined;
  const method = draw.chance(12) ? draw.pick(['hash', 'brin', 'gin', 'gist', 'btree']) : '';
  const plainKey = (): string => {
    const column = draw.pick(table.columns);
    const collate =
      kindOf(ground.catalog, column.type) === 'string'
        ? draw.maybe(8, 'collate "C"') +
          draw.maybe(6, () => (/varchar|varying/.test(column.type) ? 'varchar_pattern_ops' : 'text_pattern_ops'))
        : '';
    return `${column.sql}${collate}${draw.maybe(8, 'desc')}${draw.maybe(5, 'nulls first')}`;
  };
  const key = (): string => (draw.chance(15) ? `(${computation(ground, table.columns)?.sql ?? draw.pick(table.columns).sql})` : plainKey());
  const keys = Array.from({ length: draw.chance(20) ? 2 : 1 }, key);
  const named = (): string => (table.indexes.length > 0 && draw.chance(40) ? draw.pick(table.indexes).bare : ground.fresh('i'));
  const head = `create ${draw.chance(20) ? 'unique ' : ''}index${draw.chance(3) ? ` if not exists ${named()}` : draw.maybe(60, () => ground.fresh('i'))}`;
  return `${head} on ${draw.chance(table.kind === 'p' ? 25 : 4) ? 'only ' : ''}${nameOf(ground, table)}${method && ` using ${method}`} (${keys.join(', ')})${draw.maybe(8, () => `include (${draw.pick(table.columns).sql})`)}${draw.maybe(4, 'nulls not distinct')}${draw.maybe(4, 'with (fillfactor = 70)')}${draw.maybe(12, () => `where ${condition(ground, table.columns)}`)}`;
};

export const createTrigger: Generator = (ground) => {
  const { draw } = ground;
  const found = ground.catalog.functions.filter(({ returns }) => returns === 'trigger');
  const table = tableFor(ground);
  if (found.length === 0 || table === undefined) return undefined;
  const column = columnFor(ground, table);
  const updated = column !== undefined && draw.chance(30) ? `update of ${column.sql}` : 'update';
  const events = draw.some(['insert', updated, 'delete'], 1, 2).join(' or ');
  const existing =
    draw.chance(8) && table.triggers.length > 0 ? `or replace trigger ${draw.pick(table.triggers)}` : `trigger ${ground.fresh('tr')}`;
  return draw.chance(10)
    ? `create constraint trigger ${ground.fresh('tr')} after ${events} on ${nameOf(ground, table)} deferrable for each row execute function ${draw.pick(found).sql}()`
    : `create ${existing} ${draw.pick(['before', 'after'])} ${events} on ${nameOf(ground, table)} for each ${draw.pick(['row', 'statement'])} execute function ${draw.pick(found).sql}()`;
};

export const createRule: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, ({ kind }) => kind !== 'm');
  return (
    table &&
    `create ${draw.chance(10) ? 'or replace ' : ''}rule ${ground.fresh('r')} as on ${draw.pick(['insert', 'update', 'delete'])} to ${nameOf(ground, table)} do ${draw.pick(['also', 'instead'])} nothing`
  );
};

export const createPolicy: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground);
  return (
    table &&
    `create policy ${ground.fresh('po')} on ${nameOf(ground, table)}${draw.maybe(40, () => `for ${draw.pick(['select', 'update', 'delete', 'all'])}`)} using (${condition(ground, table.columns)})`
  );
};

export const createStatistics: Generator = (ground) => {
  const { draw } = ground;
  // Those of a materialized view are not in the schema's model.
  const table = tableFor(ground, ({ columns, kind }) => columns.length > 1 && kind !== 'm');
  return (
    table &&
    `create statistics ${ground.fresh('st')}${draw.maybe(30, () => `(${draw.pick(['ndistinct', 'dependencies', 'mcv'])})`)} on ${draw
      .some(table.columns, 2, 3)
      .map(({ sql }) => sql)
      .join(', ')} from ${nameOf(ground, table)}`
  );
};

/** A row, or a few; NULL where it may be, and the same again now and then. */
export const insert: Generator = (ground) => {
  const { draw, catalog } = ground;
  const table = tableFor(ground);
  if (table === undefined) return undefined;
  const columns = table.columns.filter(
    ({ generated, identity, hasDefault }) => generated === '' && identity !== 'a' && !(hasDefault && draw.chance(40)),
  );
  if (columns.length === 0) return `insert into ${nameOf(ground, table)} default values`;
  const row = (): string =>
    `(${columns.map((column) => (!column.notNull && draw.chance(15) ? 'null' : literal(draw, catalog, column.type))).join(', ')})`;
  const rows = Array.from({ length: 1 + draw.upTo(2) }, row);
  return `insert into ${nameOf(ground, table)} (${columns.map(({ sql }) => sql).join(', ')}) values ${rows.join(', ')}`;
};
