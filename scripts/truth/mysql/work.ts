import type { Work } from '../../../test/truth/mysql/record.ts';
import type { Ground } from './field.ts';

/** What InnoDB keeps of each table, by name: of a partitioned one for every partition. */
export type Dictionary = ReadonlyMap<string, readonly Part[]>;

interface Part {
  readonly name: string;
  /** Other ones where the rows are written anew. */
  readonly id: string;
  readonly indexes: readonly string[];
  /** How often a column was added or dropped without touching rows. MariaDB does not count. */
  readonly versions: number;
}

export async function dictionaryOf({ server, observer, database }: Ground): Promise<Dictionary> {
  const rows = await observer.rows(server.flavor === 'mysql' ? ofMysql(database) : ofMariadb(database));
  const parts = rows.map(([name, id, versions, indexes]) => ({
    name: String(name).slice(database.length + 1),
    id: String(id),
    versions: Number(versions),
    indexes: String(indexes ?? '').split(','),
  }));
  // Not what full-text indexes are kept in, nor what is about to be dropped.
  const tables = new Map<string, Part[]>();
  for (const part of parts) {
    if (/^(fts_|#sql)/i.test(part.name)) continue;
    const table = part.name.replace(/#p#.*/i, '');
    tables.set(table, [...(tables.get(table) ?? []), part]);
  }
  return tables;
}

/** It does not number the indexes of partitions: of those, the names. */
const ofMysql = (database: string): string => `
  select t.name, concat(t.table_id, '/', t.space), t.total_row_versions, coalesce(
    (select group_concat(i.index_id) from information_schema.innodb_indexes i where i.table_id = t.table_id),
    (select group_concat(distinct s.index_name) from information_schema.statistics s
      where s.table_schema = '${database}' and t.name like concat('${database}/', s.table_name, '#%')))
  from information_schema.innodb_tables t where t.name like '${database}/%'`;

const ofMariadb = (database: string): string => `
  select t.name, concat(t.table_id, '/', t.space), 0,
    (select group_concat(i.index_id) from information_schema.innodb_sys_indexes i where i.table_id = t.table_id)
  from information_schema.innodb_sys_tables t where t.name like '${database}/%'`;

/** What was done to a table's rows, as its new identities tell. */
export function workOn(table: string, before: Dictionary, after: Dictionary): readonly Work[] {
  const [old, now, everywhere] = [before.get(table) ?? [], after.get(table) ?? [], [...after.values()].flat()];
  const isKept = ({ id }: Part): boolean => everywhere.some((part) => part.id === id);
  const isFresh = ({ id }: Part): boolean => !old.some((part) => part.id === id);
  const kept = old.flatMap((part) =>
    now.filter(({ id, name }) => id === part.id && name === part.name).map((same) => [part, same] as const),
  );
  const work: Work[] = [];
  if (!old.every(isKept) && now.some(isFresh)) work.push('rebuild');
  if (kept.some(([part, same]) => same.indexes.some((index) => !part.indexes.includes(index)))) work.push('index-build');
  if (kept.some(([part, same]) => same.versions > part.versions)) work.push('row-version');
  return work;
}

/** Whether there is any table or index that was not there. */
export function hasNew(before: Dictionary, now: Dictionary): boolean {
  const ids = (all: Dictionary): readonly string[] => [...all.values()].flat().flatMap(({ id, indexes }) => [id, ...indexes]);
  const old = new Set(ids(before));
  return ids(now).some((id) => !old.has(id));
}
