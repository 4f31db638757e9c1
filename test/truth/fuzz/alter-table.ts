import type { Column, Table } from './catalog.ts';
import { newColumn, tableConstraint } from './column.ts';
import { bound } from './create.ts';
import { type Draw, weighted } from './draw.ts';
import { computation, condition, defaultFor } from './expression.ts';
import { columnFor, type Generator, type Ground, isTable, nameOf, tableFor } from './ground.ts';
import { anotherType, kindOf, literal, plain } from './type.ts';

/** One action of ALTER TABLE, which may stand beside others; undefined where the table has nothing for it. */
type Action = (ground: Ground, table: Table) => string | undefined;

const onColumn =
  (text: (ground: Ground, column: Column, table: Table) => string | undefined, test: (column: Column) => boolean = () => true): Action =>
  (ground, table) => {
    const column = columnFor(ground, table, test);
    return column && text(ground, column, table);
  };

const altering = (text: (ground: Ground, column: Column, table: Table) => string | undefined, test?: (column: Column) => boolean): Action =>
  onColumn((ground, column, table) => {
    const action = text(ground, column, table);
    return action && `alter column ${column.sql} ${action}`;
  }, test);

const addColumn: Action = (ground, table) => {
  const known = ground.draw.chance(3) ? columnFor(ground, table) : undefined;
  if (known !== undefined) return `add column if not exists ${known.sql} ${plain(known.type)}`;
  const like = ofHeir(ground, table);
  const given = like === undefined ? {} : { name: like.sql, type: plain(like.type) };
  return `add column${ground.draw.maybe(5, 'if not exists')} ${newColumn(ground, table.columns, { ...given, keys: table.kind === 'r' || ground.draw.chance(10) }).text}`;
};

/** A column that an heir of the table has by itself. */
function ofHeir({ draw, catalog }: Ground, { oid, columns }: Table): Column | undefined {
  const heirs = catalog.tables.filter(({ parents }) => parents.includes(oid));
  const own = heirs.flatMap((heir) => heir.columns.filter(({ sql }) => !columns.some((each) => each.sql === sql)));
  return own.length > 0 && draw.chance(30) ? draw.pick(own) : undefined;
}

const addConstraint: Action = (ground, table) => {
  if (table.columns.length === 0) return undefined;
  const text = tableConstraint(ground, table.columns, table.partition);
  return `add ${text}${/\b(unique|primary key|exclude)\b/.test(text) ? '' : ground.draw.maybe(25, 'not valid')}`;
};

const usingIndex: Action = ({ draw, fresh }, table) => {
  const found = table.indexes.filter(({ unique, ofConstraint }) => unique && !ofConstraint);
  if (found.length === 0) return undefined;
  return `add${draw.maybe(60, () => `constraint ${fresh('k')}`)} ${draw.pick(['unique', 'primary key'])} using index ${draw.pick(found).bare}${draw.maybe(10, 'deferrable')}`;
};

const changeType = altering((ground, { sql, type }) => {
  const { draw, catalog } = ground;
  const to = anotherType(draw, catalog, type);
  const collate = /^(text|varchar|char)/.test(to) ? draw.maybe(8, () => `collate ${draw.pick(['"C"', '"POSIX"', '"default"'])}`) : '';
  const using = weighted(draw, [
    [8, () => ''],
    [5, () => ` using ${sql}::${to}`],
    [2, () => ` using ${sql}`],
    [1, () => ` using ${sql}::text::${to}`],
    [1, () => ` using ${literal(draw, catalog, to)}${draw.maybe(50, () => `::${to}`).trim()}`],
    [1, () => ` using null`],
    [1, () => ` using (${computation(ground, [{ sql, type: plain(type) }])?.sql ?? sql})::${to}`],
    [1, () => (kindOf(catalog, type) === 'string' ? ` using trim(${sql})::${to}` : ` using (${sql})::${to}`)],
  ])();
  return `${draw.chance(50) ? 'set data ' : ''}type ${to}${collate}${using}`;
});

const setExpression = altering(
  (ground, _, table) => {
    const found = computation(
      ground,
      table.columns.filter(({ generated }) => generated === ''),
    );
    return found && `set expression as (${found.sql})`;
  },
  ({ generated }) => generated !== '',
);

const ofConstraint =
  (
    text: (ground: Ground, name: string, table: Table) => string,
    test: (constraint: Table['constraints'][number]) => boolean = () => true,
  ): Action =>
  (ground, table) => {
    const found = table.constraints.filter(test);
    return found.length === 0 ? undefined : text(ground, ground.draw.pick(found).sql, table);
  };

const identityKinds = ['always', 'by default'];
const behaviour = (draw: Draw): string => draw.maybe(30, () => draw.pick(['cascade', 'cascade', 'restrict']));

/** Actions by name, each with its weight. */
export const tableActions: Readonly<Record<string, readonly [number, Action]>> = {
  'add column': [14, addColumn],
  'add constraint': [14, addConstraint],
  'using index': [3, usingIndex],
  'alter type': [20, changeType],
  'set not null': [
    5,
    altering(
      () => 'set not null',
      ({ notNull }) => !notNull,
    ),
  ],
  'set not null anew': [1, altering(() => 'set not null')],
  'drop not null': [
    3,
    altering(
      () => 'drop not null',
      ({ notNull }) => notNull,
    ),
  ],
  'drop not null anew': [1, altering(() => 'drop not null')],
  'set default': [3, altering((ground, { type }) => `set default ${defaultFor(ground, type)}`)],
  'drop default': [2, altering(() => 'drop default')],
  'drop column': [4, onColumn(({ draw }, { sql }) => `drop column${draw.maybe(10, 'if exists')} ${sql}${behaviour(draw)}`)],
  'drop what is not there': [
    1,
    ({ draw, fresh }) => `drop ${draw.pick(['column', 'constraint'])} if exists ${fresh('c')}${behaviour(draw)}`,
  ],
  'set expression': [4, setExpression],
  'drop expression': [
    2,
    altering(
      () => 'drop expression',
      ({ generated }) => generated !== '',
    ),
  ],
  'add identity': [
    2,
    altering(
      ({ draw }) => `add generated ${draw.pick(identityKinds)} as identity`,
      ({ type, identity }) => /int/.test(type) && identity === '',
    ),
  ],
  'set identity': [
    2,
    altering(
      ({ draw }) => draw.pick(['set generated always', 'set generated by default', 'restart', 'set increment 2']),
      ({ identity }) => identity !== '',
    ),
  ],
  'drop identity': [
    2,
    altering(
      ({ draw }) => `drop identity${draw.maybe(20, 'if exists')}`,
      ({ identity }) => identity !== '',
    ),
  ],
  'drop constraint': [6, ofConstraint(({ draw }, name) => `drop constraint${draw.maybe(8, 'if exists')} ${name}${behaviour(draw)}`)],
  'validate constraint': [
    5,
    ofConstraint(
      (_, name) => `validate constraint ${name}`,
      ({ validated }) => !validated,
    ),
  ],
  'validate valid constraint': [1, ofConstraint((_, name) => `validate constraint ${name}`)],
  'alter constraint': [
    2,
    ofConstraint(
      ({ draw }, name) =>
        `alter constraint ${name} ${draw.pick(['deferrable', 'not deferrable', 'enforced', 'not enforced', 'deferrable initially deferred'])}`,
      ({ kind }) => kind === 'f',
    ),
  ],
  'constraint inherit': [
    1,
    ofConstraint(
      ({ draw }, name) => `alter constraint ${name} ${draw.pick(['no inherit', 'inherit'])}`,
      ({ kind }) => kind === 'n',
    ),
  ],
  statistics: [1, altering(({ draw }) => `set statistics ${draw.pick(['100', '-1'])}`)],
  storage: [1, altering(({ draw }) => `set storage ${draw.pick(['plain', 'external', 'extended', 'main', 'default'])}`)],
  compression: [1, altering(() => 'set compression pglz')],
  'column options': [1, altering(({ draw }) => draw.pick(['set (n_distinct = 5)', 'reset (n_distinct)']))],
  'table options': [
    2,
    ({ draw }) =>
      draw.pick([
        'set (fillfactor = 70)',
        'set (autovacuum_enabled = false)',
        'reset (fillfactor)',
        'set (user_catalog_table = true)',
        'set (parallel_workers = 2)',
        'set (toast_tuple_target = 256)',
      ]),
  ],
  logged: [2, ({ draw }) => draw.pick(['set unlogged', 'set logged'])],
  'row security': [
    1,
    ({ draw }) =>
      draw.pick(['enable row level security', 'disable row level security', 'force row level security', 'no force row level security']),
  ],
  'replica identity': [
    1,
    ({ draw }, { indexes }) =>
      indexes.length > 0 && draw.chance(50)
        ? `replica identity using index ${draw.pick(indexes).bare}`
        : `replica identity ${draw.pick(['full', 'nothing', 'default'])}`,
  ],
  'cluster on': [
    1,
    ({ draw }, { indexes }) =>
      indexes.length > 0 ? draw.pick([`cluster on ${draw.pick(indexes).bare}`, 'set without cluster']) : undefined,
  ],
  triggers: [
    1,
    ({ draw }, { triggers }) =>
      `${draw.pick(['enable', 'disable', 'enable always', 'enable replica'])} trigger ${draw.pick([...triggers, 'all', 'user'])}`.replace(
        /(always|replica) trigger (all|user)/,
        'trigger $2',
      ),
  ],
  rules: [1, ({ draw }, { rules }) => (rules.length > 0 ? `${draw.pick(['enable', 'disable'])} rule ${draw.pick(rules)}` : undefined)],
  owner: [1, () => 'owner to current_user'],
  'without oids': [1, () => 'set without oids'],
  inherit: [
    2,
    (ground, table) => {
      const parent = tableFor(ground, (each) => each.kind === 'r' && each.oid !== table.oid && each.bound === null);
      return parent && `inherit ${parent.sql}`;
    },
  ],
  'no inherit': [
    2,
    ({ catalog, draw }, { parents }) => {
      const found = catalog.tables.filter(({ oid }) => parents.includes(oid));
      return found.length === 0 ? undefined : `no inherit ${draw.pick(found).sql}`;
    },
  ],
  'of type': [
    2,
    ({ catalog, draw }, { ofType }) => {
      const found = catalog.types.filter(({ kind }) => kind === 'c');
      return ofType ? 'not of' : found.length === 0 ? undefined : `of ${draw.pick(found).sql}`;
    },
  ],
};

const entries = Object.values(tableActions);

export function alterTable(name: string, least = 1, most = 1): Generator {
  const [, action] = tableActions[name] as readonly [number, Action];
  return (ground) => {
    const table = tableFor(ground, (each) => isTable(each) && fits(name, each));
    return table && statement(ground, table, [action], least, most);
  };
}

/** Several actions in one statement. */
export const alterTableMuch: Generator = (ground) => {
  const table = tableFor(ground);
  return table && statement(ground, table, [], 2, 4);
};

function statement(ground: Ground, table: Table, given: readonly Action[], least: number, most: number): string | undefined {
  const { draw } = ground;
  const count = least + draw.upTo(most - least + 1);
  const actions = Array.from({ length: count }, (_, i) => given[i] ?? weighted(draw, entries))
    .map((action) => action(ground, table))
    .filter((action) => action !== undefined);
  if (actions.length === 0) return undefined;
  return `alter table ${draw.chance(5) ? 'if exists ' : ''}${draw.chance(table.kind === 'p' ? 10 : 5) ? 'only ' : ''}${nameOf(ground, table)} ${actions.join(', ')}`;
}

/** Tables that have what the action is about, so that not most of what is drawn comes to nothing. */
function fits(name: string, table: Table): boolean {
  switch (name) {
    case 'set expression':
    case 'drop expression':
      return table.columns.some(({ generated }) => generated !== '');
    case 'set identity':
    case 'drop identity':
      return table.columns.some(({ identity }) => identity !== '');
    case 'validate constraint':
      return table.constraints.some(({ validated }) => !validated);
    case 'using index':
      return table.indexes.some(({ unique, ofConstraint }) => unique && !ofConstraint);
    case 'no inherit':
      return table.parents.length > 0 && table.bound === null;
    case 'alter constraint':
      return table.constraints.some(({ kind }) => kind === 'f');
    case 'constraint inherit':
      return table.constraints.some(({ kind }) => kind === 'n');
    case 'of type':
      return table.ofType || table.columns.some(({ sql }) => sql === 'x');
    case 'rules':
      return table.rules.length > 0;
    default:
      return true;
  }
}

export const attach: Generator = (ground) => {
  const parent = tableFor(ground, ({ kind }) => kind === 'p');
  if (parent === undefined) return undefined;
  const names = new Set(parent.columns.map(({ sql }) => sql));
  const alike = (table: Table): boolean =>
    table.oid !== parent.oid &&
    isTable(table) &&
    table.parents.length === 0 &&
    table.columns.length === names.size &&
    table.columns.every(({ sql }) => names.has(sql));
  const partition = tableFor(ground, alike);
  return partition && `alter table ${nameOf(ground, parent)} attach partition ${nameOf(ground, partition)} ${bound(ground, parent)}`;
};

export const detach: Generator = (ground) => {
  const partition = tableFor(ground, (table) => table.bound !== null);
  const parent = ground.catalog.tables.find(({ oid }) => partition?.parents.includes(oid));
  return partition && parent && `alter table ${nameOf(ground, parent)} detach partition ${nameOf(ground, partition)}`;
};

export const rename: Generator = (ground) => {
  const { draw, fresh } = ground;
  const table = tableFor(ground, () => true);
  if (table === undefined) return undefined;
  const head = `alter ${table.kind === 'v' ? 'view' : table.kind === 'm' ? 'materialized view' : 'table'} ${draw.chance(5) ? 'if exists ' : ''}${nameOf(ground, table)}`;
  const column = columnFor(ground, table);
  const constraint = table.constraints.length > 0 ? draw.pick(table.constraints) : undefined;
  return weighted(draw, [
    [3, () => `${head} rename to ${fresh('t')}`],
    [3, () => column && `${head} rename column ${column.sql} to ${fresh('c')}`],
    [table.kind === 'r' || table.kind === 'p' ? 3 : 0, () => constraint && `${head} rename constraint ${constraint.sql} to ${fresh('k')}`],
    [1, () => `${head} set schema ${draw.pick(['other', 'public'])}`],
    [table.indexes.length > 0 ? 1 : 0, () => `alter index ${draw.pick(table.indexes).sql} rename to ${fresh('i')}`],
    [
      table.triggers.length > 0 ? 1 : 0,
      () => `alter trigger ${draw.pick(table.triggers)} on ${nameOf(ground, table)} rename to ${fresh('tr')}`,
    ],
    [
      table.policies.length > 0 ? 1 : 0,
      () => `alter policy ${draw.pick(table.policies)} on ${nameOf(ground, table)} rename to ${fresh('po')}`,
    ],
    [table.rules.length > 0 ? 1 : 0, () => `alter rule ${draw.pick(table.rules)} on ${nameOf(ground, table)} rename to ${fresh('r')}`],
  ])();
};

export const alterDomain: Generator = (ground) => {
  const { draw, catalog, fresh } = ground;
  const found = catalog.types.filter(({ kind }) => kind === 'd');
  if (found.length === 0) return undefined;
  const domain = draw.pick(found);
  const base = domain.base ?? 'integer';
  return `alter domain ${domain.sql} ${weighted(draw, [
    [
      4,
      () =>
        `add${draw.maybe(50, () => `constraint ${fresh('k')}`)} check (${condition(ground, [{ sql: 'value', type: base }])})${draw.maybe(30, 'not valid')}`,
    ],
    [domain.constraints.length > 0 ? 2 : 0, () => `validate constraint ${draw.pick(domain.constraints)}`],
    [domain.constraints.length > 0 ? 2 : 0, () => `drop constraint ${draw.pick(domain.constraints)}`],
    [2, () => 'set not null'],
    [1, () => 'drop not null'],
    [1, () => `set default ${literal(draw, catalog, base)}`],
    [1, () => 'drop default'],
    [1, () => `rename to ${fresh('ty')}`],
    [1, () => 'set schema other'],
  ])()}`;
};

export const alterType: Generator = (ground) => {
  const { draw, catalog, fresh } = ground;
  const found = catalog.types.filter(({ kind }) => kind === 'e' || kind === 'c');
  if (found.length === 0) return undefined;
  const type = draw.pick(found);
  const value = (): string => `'${fresh('e').replaceAll('"', '')}'`;
  const attribute = (): string =>
    draw.pick([
      `add attribute ${fresh('c')} integer`,
      'drop attribute y',
      'alter attribute x type bigint',
      `rename attribute x to ${fresh('c')}`,
    ]);
  return `alter type ${type.sql} ${weighted(draw, [
    [1, () => `rename to ${fresh('ty')}`],
    [1, () => 'set schema other'],
    [
      type.kind === 'e' ? 2 : 0,
      () => `add value${draw.pick(['', '', ' if not exists'])} ${draw.chance(10) ? "'a'" : value()}${draw.maybe(20, "before '1'")}`,
    ],
    [type.kind === 'e' ? 2 : 0, () => `rename value 'a' to ${value()}`],
    [type.kind === 'c' ? 4 : 0, () => attribute() + draw.maybe(40, 'cascade')],
  ])()}`;
};
