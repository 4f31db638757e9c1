import type { Operation, PartitionAction } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';
import type { OnTable } from './on-table.ts';
import { readPartitionDefinition, readPartitionDefinitions } from './partition.ts';

const maintenance = ['rebuild', 'optimize', 'analyze', 'check', 'repair', 'truncate'] as const;

/** What ALTER TABLE does with partitions; undefined where it does something else. https://dev.mysql.com/doc/refman/9.5/en/alter-table-partition-operations.html */
export function readPartitionAction(cursor: Cursor, base: OnTable): Operation | undefined {
  const action = (name: PartitionAction, rest: object): Operation =>
    ({ ...base, kind: 'alter-partitions', action: name, partitions: [], ...rest }) as Operation;
  const log = (): unknown => cursor.accept('no_write_to_binlog', 'local');
  const names = (): readonly string[] | 'all' =>
    cursor.accept('all') ? 'all' : cursor.qualifiedList('a partition').map((each) => each.name);

  if (cursor.is('add partition')) {
    cursor.at += 2;
    log();
    const ifNotExists = cursor.accept('if not exists') !== undefined && { ifNotExists: true };
    if (cursor.accept('partitions')) return action('add', { count: cursor.number(), ...ifNotExists });
    return action('add', { definitions: readPartitionDefinitions(cursor), ...ifNotExists });
  }
  if (cursor.is('drop partition')) {
    cursor.at += 2;
    const partitionIfExists = cursor.accept('if exists') !== undefined && { partitionIfExists: true };
    return action('drop', { partitions: names(), ...partitionIfExists });
  }
  if (cursor.accept('coalesce partition')) {
    log();
    return action('coalesce', { count: cursor.number() });
  }
  if (cursor.accept('reorganize partition')) {
    log();
    if (cursor.done) return action('reorganize', { partitions: 'all' });
    const partitions = names();
    cursor.expect('into');
    return action('reorganize', { partitions, definitions: readPartitionDefinitions(cursor) });
  }
  if (cursor.accept('exchange partition')) {
    const partitions = [cursor.name('a partition')];
    cursor.expect('with table');
    const exchanged = action('exchange', { partitions, with: cursor.qualified('a table') });
    if (cursor.accept('with validation', 'without validation')) cursor.note('WITH VALIDATION of a partition');
    return exchanged;
  }
  if (cursor.accept('convert partition')) {
    const partitions = [cursor.name('a partition')];
    cursor.expect('to table');
    const converted = action('convert to table', { partitions, with: cursor.qualified('a table') });
    cursor.accept('with validation', 'without validation');
    return converted;
  }
  if (cursor.accept('convert table')) {
    const table = cursor.qualified('a table');
    cursor.expect('to');
    const converted = action('convert from table', { with: table, definitions: [readPartitionDefinition(cursor)] });
    cursor.accept('with validation', 'without validation');
    return converted;
  }
  for (const name of maintenance) {
    if (!cursor.accept(`${name} partition`)) continue;
    log();
    const done = action(name, { partitions: names() });
    while (cursor.accept('quick', 'fast', 'medium', 'extended', 'changed', 'for upgrade', 'use_frm'));
    return done;
  }
  for (const name of ['discard', 'import'] as const) {
    if (!cursor.accept(`${name} partition`)) continue;
    const done = action(name, { partitions: names() });
    cursor.expect('tablespace');
    return done;
  }
  return undefined;
}
