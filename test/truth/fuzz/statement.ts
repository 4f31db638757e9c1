import { alterDomain, alterTable, alterTableMuch, alterType, attach, detach, rename, tableActions } from './alter-table.ts';
import * as create from './create.ts';
import * as data from './data.ts';
import { type Draw, weighted } from './draw.ts';
import { type Generator, isTable, nameOf, tableFor } from './ground.ts';

const modes = [
  'access share',
  'row share',
  'row exclusive',
  'share update exclusive',
  'share',
  'share row exclusive',
  'exclusive',
  'access exclusive',
];
const cascade = (draw: Draw): string => draw.maybe(40, 'cascade');

const dropTable: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground);
  const other = draw.chance(12) ? tableFor(ground) : undefined;
  if (table === undefined) return undefined;
  const names = [table, ...(other === undefined || other.oid === table.oid ? [] : [other])].map((each) => nameOf(ground, each));
  return `drop table ${draw.chance(8) ? 'if exists ' : ''}${names.join(', ')}${cascade(draw)}`;
};

const dropView: Generator = (ground) => {
  const view = tableFor(ground, ({ kind }) => kind === 'v' || kind === 'm');
  return view && `drop ${view.kind === 'm' ? 'materialized ' : ''}view ${nameOf(ground, view)}${cascade(ground.draw)}`;
};

const dropIndex: Generator = (ground) => {
  const table = tableFor(ground, ({ indexes }) => indexes.length > 0);
  const other = ground.draw.chance(10) ? tableFor(ground, ({ indexes }) => indexes.length > 0) : undefined;
  const names = new Set([table, other].flatMap((each) => (each === undefined ? [] : ground.draw.pick(each.indexes).sql)));
  return table && `drop index ${[...names].join(', ')}${cascade(ground.draw)}`;
};

const dropPart: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, ({ triggers, rules, policies }) => triggers.length + rules.length + policies.length > 0);
  if (table === undefined) return undefined;
  const parts = [
    ...table.triggers.map((name) => `trigger ${name}`),
    ...table.rules.map((name) => `rule ${name}`),
    ...table.policies.map((name) => `policy ${name}`),
  ];
  return `drop ${draw.pick(parts)} on ${nameOf(ground, table)}`;
};

const dropOther: Generator = ({ draw, catalog }) => {
  const found = [
    ...catalog.types.map(({ kind, sql }) => `${kind === 'd' ? 'domain' : 'type'} ${sql}`),
    ...catalog.functions.map(({ sql, returns }) => `function ${sql}${returns === 'trigger' ? ' cascade' : ''}`),
    ...catalog.sequences.map((sql) => `sequence ${sql}`),
    ...catalog.statistics.map((sql) => `statistics ${sql}`),
  ];
  if (found.length === 0) return undefined;
  const name = draw.pick(found);
  // The model follows a function into the triggers that call it, not into every expression.
  return `drop ${name}${/^(statistics|function)/.test(name) ? '' : cascade(draw)}`;
};

const truncate: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground);
  const other = draw.chance(20) ? tableFor(ground) : undefined;
  return (
    table &&
    `truncate ${draw.chance(8) ? 'only ' : ''}${nameOf(ground, table)}${other === undefined ? '' : `, ${nameOf(ground, other)}`}${draw.maybe(15, 'restart identity')}${cascade(draw)}`
  );
};

const lock: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, ({ kind }) => kind !== 'm');
  return (
    table && `lock table ${draw.chance(12) ? 'only ' : ''}${nameOf(ground, table)}${draw.maybe(80, () => `in ${draw.pick(modes)} mode`)}`
  );
};

const reindex: Generator = (ground) => {
  const table = tableFor(ground, ({ kind, indexes }) => kind !== 'v' && indexes.length > 0);
  if (table === undefined) return undefined;
  return ground.draw.chance(50) ? `reindex table ${nameOf(ground, table)}` : `reindex index ${ground.draw.pick(table.indexes).sql}`;
};

const cluster: Generator = (ground) => {
  // A materialized view that has not been filled is left alone, and whether it has, the history does not tell.
  const table = tableFor(ground, ({ kind, indexes, readable }) => kind !== 'v' && readable && indexes.length > 0);
  return table && `cluster ${nameOf(ground, table)} using ${ground.draw.pick(table.indexes).bare}`;
};

const refresh: Generator = (ground) => {
  const { draw } = ground;
  const view = tableFor(ground, ({ kind }) => kind === 'm');
  return (
    view && `refresh materialized view ${draw.chance(20) ? 'concurrently ' : ''}${nameOf(ground, view)}${draw.maybe(15, 'with no data')}`
  );
};

const analyze: Generator = (ground) => {
  const table = tableFor(ground, ({ kind }) => kind !== 'v');
  return (
    table && `analyze ${nameOf(ground, table)}${ground.draw.maybe(20, () => `(${ground.draw.pick(table.columns.map(({ sql }) => sql))})`)}`
  );
};

const comment: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, () => true);
  if (table === undefined) return undefined;
  const name = nameOf(ground, table);
  const kind = table.kind === 'v' ? 'view' : table.kind === 'm' ? 'materialized view' : 'table';
  const parts = [
    `${kind} ${name}`,
    ...table.columns.map(({ sql }) => `column ${table.sql}.${sql}`),
    ...table.constraints.map(({ sql }) => `constraint ${sql} on ${name}`),
    ...table.indexes.map(({ sql }) => `index ${sql}`),
    ...table.triggers.map((sql) => `trigger ${sql} on ${name}`),
    ...table.rules.map((sql) => `rule ${sql} on ${name}`),
    ...table.policies.map((sql) => `policy ${sql} on ${name}`),
    ...ground.catalog.types.map(({ kind: type, sql }) => `${type === 'd' ? 'domain' : 'type'} ${sql}`),
    ...ground.catalog.sequences.map((sql) => `sequence ${sql}`),
  ];
  return `comment on ${draw.pick(parts)} is ${draw.pick(["'x'", 'null'])}`;
};

const grant: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, () => true);
  return (
    table &&
    draw.pick([
      `grant select on ${nameOf(ground, table)} to public`,
      `revoke all on ${nameOf(ground, table)} from public`,
      `grant select (${table.columns[0]?.sql}) on ${nameOf(ground, table)} to public`,
    ])
  );
};

const indexSetting: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, ({ indexes }) => indexes.length > 0);
  if (table === undefined) return undefined;
  const index = draw.pick(table.indexes);
  const parent = ground.catalog.tables.find(({ oid }) => table.parents.includes(oid));
  const above = parent?.indexes.length ? draw.pick(parent.indexes) : undefined;
  return above !== undefined && draw.chance(60)
    ? `alter index ${above.sql} attach partition ${index.sql}`
    : `alter index ${index.sql} ${draw.pick(['set (fillfactor = 70)', 'reset (fillfactor)'])}`;
};

const viewSetting: Generator = (ground) => {
  const { draw } = ground;
  const view = tableFor(ground, ({ kind }) => kind === 'v' || kind === 'm');
  if (view === undefined) return undefined;
  const settings =
    view.kind === 'v'
      ? ['set (security_barrier = true)', `alter column ${view.columns[0]?.sql} set default null`, 'owner to current_user']
      : ['set (fillfactor = 70)', 'owner to current_user', 'set without cluster', `alter column ${view.columns[0]?.sql} set statistics 10`];
  return `alter ${view.kind === 'm' ? 'materialized ' : ''}view ${nameOf(ground, view)} ${draw.pick(settings)}`;
};

const alterSequence: Generator = ({ draw, catalog, fresh }) => {
  if (catalog.sequences.length === 0) return undefined;
  const owner = draw.pick(catalog.tables.filter(isTable));
  const sequence = draw.pick(catalog.sequences);
  return `alter sequence ${sequence} ${draw.pick(['restart', 'owned by none', `owned by ${owner?.sql}.${owner?.columns[0]?.sql}`, `rename to ${fresh('s')}`, 'increment 5'])}`;
};

const alterFunction: Generator = ({ draw, catalog, fresh }) => {
  if (catalog.functions.length === 0) return undefined;
  const found = draw.pick(catalog.functions);
  return `alter function ${found.sql}(${found.arguments}) ${draw.pick(['immutable', 'stable', 'volatile', `rename to ${fresh('f')}`])}`;
};

/** Every kind of statement with its weight; a run counts them by these names. */
export const kinds: Readonly<Record<string, readonly [number, Generator]>> = {
  ...Object.fromEntries(Object.entries(tableActions).map(([name, [weight]]) => [name, [weight, alterTable(name)] as const])),
  'several actions': [22, alterTableMuch],
  rename: [4, rename],
  'attach partition': [6, attach],
  'detach partition': [2, detach],
  'create table': [6, create.createTable],
  'create partition': [4, create.createPartition],
  'create partitioned': [1, create.createPartitioned],
  'create heir': [2, create.createHeir],
  'create like': [2, create.createLike],
  'create typed': [1, create.createTyped],
  'create as': [2, create.createAs],
  'create view': [4, create.createView],
  'create index': [10, create.createIndex],
  'create trigger': [2, create.createTrigger],
  'create rule': [1, create.createRule],
  'create policy': [1, create.createPolicy],
  'create statistics': [1, create.createStatistics],
  'create type': [2, create.createType],
  'create function': [2, create.createFunction],
  'create sequence': [1, create.createSequence],
  'alter domain': [6, alterDomain],
  'alter user type': [3, alterType],
  'alter function': [1, alterFunction],
  'alter sequence': [1, alterSequence],
  'alter index': [2, indexSetting],
  'alter view': [1, viewSetting],
  'drop table': [4, dropTable],
  'drop view': [1, dropView],
  'drop index': [3, dropIndex],
  'drop trigger, rule, policy': [1, dropPart],
  'drop type, function, sequence': [3, dropOther],
  truncate: [3, truncate],
  lock: [2, lock],
  reindex: [2, reindex],
  cluster: [2, cluster],
  refresh: [2, refresh],
  analyze: [1, analyze],
  comment: [2, comment],
  grant: [1, grant],
  insert: [3, create.insert],
  'insert from': [2, data.insertFrom],
  update: [4, data.update],
  delete: [3, data.remove],
  merge: [2, data.merge],
  select: [2, data.select],
  copy: [1, data.copy],
};

const kindWeights = Object.entries(kinds).map(([name, [weight]]) => [weight, name] as const);

export const anyKind = (draw: Draw): string => weighted(draw, kindWeights);
