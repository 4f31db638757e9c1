import type { Table } from './catalog.ts';
import { insert, query } from './create.ts';
import { condition } from './expression.ts';
import { columnFor, type Generator, type Ground, isTable, nameOf, tableFor } from './ground.ts';
import { literal } from './type.ts';

const where = (ground: Ground, { columns }: Table, percent = 50): string =>
  ground.draw.maybe(percent, () => `where ${condition(ground, columns)}`);

export const update: Generator = (ground) => {
  const table = tableFor(ground);
  const column = table && columnFor(ground, table, ({ generated, identity }) => generated === '' && identity !== 'a');
  if (table === undefined || column === undefined) return undefined;
  const { draw, catalog } = ground;
  const other = draw.chance(25) ? tableFor(ground, ({ columns }) => columns.some(({ type }) => type === column.type)) : undefined;
  const key = other?.columns.find(({ type }) => type === column.type)?.sql;
  if (other !== undefined)
    return draw.pick([
      `update ${nameOf(ground, table)} a set ${column.sql} = b.${key} from ${nameOf(ground, other)} b where b.${key} = a.${column.sql}`,
      `update ${nameOf(ground, table)} set ${column.sql} = (select b.${key} from ${nameOf(ground, other)} b limit 1)${where(ground, table)}`,
    ]);
  const value = draw.pick([column.sql, literal(draw, catalog, column.type), column.notNull ? column.sql : 'null']);
  return `update ${nameOf(ground, table)} set ${column.sql} = ${value}${where(ground, table)}`;
};

export const remove: Generator = (ground) => {
  const table = tableFor(ground);
  const column = table && ground.draw.chance(20) ? columnFor(ground, table) : undefined;
  const other = column && tableFor(ground, ({ columns }) => columns.some(({ type }) => type === column.type));
  const key = other?.columns.find(({ type }) => type === column?.type)?.sql;
  if (table !== undefined && column !== undefined && other !== undefined && key !== undefined)
    return `delete from ${nameOf(ground, table)} a using ${nameOf(ground, other)} b where a.${column.sql} = b.${key}`;
  return table && `delete from ${nameOf(ground, table)}${where(ground, table)}`;
};

export const insertFrom: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground, (each) => isTable(each) && each.columns.some(({ generated }) => generated === ''));
  const source = query(ground);
  const column = table && columnFor(ground, table, ({ generated, identity }) => generated === '' && identity !== 'a');
  if (table === undefined || column === undefined || source === undefined) return insert(ground);
  const other = tableFor(ground, (each) => each.columns.some(({ type }) => type === column.type));
  const from = other?.columns.find(({ type }) => type === column.type);
  return (
    other &&
    from &&
    `insert into ${nameOf(ground, table)} (${column.sql}) select ${from.sql} from ${nameOf(ground, other)}${draw.maybe(20, 'on conflict do nothing')}`
  );
};

export const merge: Generator = (ground) => {
  const { draw } = ground;
  const table = tableFor(ground);
  const source = tableFor(ground);
  const column = table && columnFor(ground, table, ({ generated, identity }) => generated === '' && identity !== 'a');
  const key = column && source?.columns.find(({ type }) => type === column.type);
  if (table === undefined || source === undefined || column === undefined || key === undefined) return undefined;
  const then = draw.pick([
    `when matched then update set ${column.sql} = s.${key.sql}`,
    'when matched then delete',
    'when matched then do nothing',
    `when not matched then insert (${column.sql}) values (s.${key.sql})`,
  ]);
  return `merge into ${nameOf(ground, table)} t using ${nameOf(ground, source)} s on t.${column.sql} = s.${key.sql} ${then}`;
};

export const select: Generator = (ground) => {
  const table = ground.draw.chance(10) ? tableFor(ground) : undefined;
  if (table !== undefined) return `select count(*) from only ${nameOf(ground, table)}`;
  const source = query(ground);
  return source && source + (source.includes('count(') || source.includes('group by') ? '' : ground.draw.maybe(15, 'for update'));
};

export const copy: Generator = (ground) => {
  const table = tableFor(ground);
  return table && `copy ${ground.draw.chance(50) ? nameOf(ground, table) : `(select * from ${nameOf(ground, table)})`} to '/dev/null'`;
};
