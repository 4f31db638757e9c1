import type { IndexElement, PartitionDefinition, PartitionKey } from '../../operation/operation.ts';
import type { Cursor } from './cursor.ts';
import { readKeys } from './key.ts';
import { expressionIn } from './parse.ts';
import { readTableOption } from './table-options.ts';

/** Behind PARTITION BY. https://dev.mysql.com/doc/refman/9.5/en/create-table.html#create-table-partitioning */
export function readPartitionBy(cursor: Cursor): PartitionKey {
  const from = cursor.at;
  const key = readStrategy(cursor);
  const count = cursor.accept('partitions') ? cursor.number() : undefined;
  cursor.accept('auto');
  const subFrom = cursor.at + 2;
  const sub = cursor.accept('subpartition by') ? readStrategy(cursor) : undefined;
  const subCount = sub !== undefined && cursor.accept('subpartitions') ? cursor.number() : undefined;
  const subpartitionBy = sub && {
    ...sub,
    ...(subCount !== undefined && { count: subCount }),
    text: cursor.textOf({ from: subFrom, to: cursor.at }),
  };
  const partitions = cursor.markAt(cursor.at) === '(' ? readPartitionDefinitions(cursor) : undefined;
  return {
    ...key,
    ...(count !== undefined && { count }),
    ...(subpartitionBy && { subpartitionBy }),
    ...(partitions && { partitions }),
    text: cursor.textOf({ from, to: cursor.at }),
  };
}

function readStrategy(cursor: Cursor): Pick<PartitionKey, 'strategy' | 'elements'> {
  if (cursor.accept('system_time')) {
    // INTERVAL 1 WEEK, LIMIT 1000, STARTS …
    while (!cursor.done && !cursor.is('partitions') && !cursor.is('auto') && cursor.markAt(cursor.at) !== '(') cursor.at++;
    return { strategy: 'system-time', elements: [] };
  }
  cursor.accept('linear');
  const form = cursor.expect('range columns', 'range', 'list columns', 'list', 'hash', 'key');
  const strategy = form.split(' ')[0] as 'range' | 'list' | 'hash' | 'key';
  if (strategy === 'key' && cursor.accept('algorithm')) {
    cursor.acceptOperator('=');
    cursor.number();
  }
  if (strategy === 'key' || form.endsWith('columns')) {
    const empty = cursor.markAt(cursor.at + 1) === ')';
    if (!empty) return { strategy, elements: readKeys(cursor) };
    cursor.parentheses();
    return { strategy, elements: [] };
  }
  const range = cursor.parentheses();
  const expression = expressionIn(cursor, range);
  const { tree } = expression;
  const element: IndexElement = {
    ...(tree.kind === 'column' ? { column: tree.path[tree.path.length - 1] as string } : { expression }),
    text: cursor.textOf(range),
  };
  return { strategy, elements: [element] };
}

/** `(PARTITION p0 VALUES LESS THAN (10) …, …)` */
export function readPartitionDefinitions(cursor: Cursor): readonly PartitionDefinition[] {
  return cursor.parts(cursor.parentheses()).map((part) => {
    const own = cursor.over(part);
    const definition = readPartitionDefinition(own);
    own.finish();
    return definition;
  });
}

/** One of them, behind its parenthesis or comma. */
export function readPartitionDefinition(cursor: Cursor): PartitionDefinition {
  cursor.expect('partition', 'subpartition');
  cursor.accept('if not exists');
  const name = cursor.name('a partition');
  const from = cursor.at;
  if (cursor.accept('values less than')) {
    if (!cursor.accept('maxvalue')) cursor.parentheses();
  } else if (cursor.accept('values in')) cursor.parentheses();
  else cursor.accept('history', 'current', 'default');
  const values = cursor.textOf({ from, to: cursor.at });
  cursor.accept('storage');
  while (readTableOption(cursor) !== undefined) cursor.accept('storage');
  if (cursor.markAt(cursor.at) === '(') readPartitionDefinitions(cursor);
  return { name, ...(values !== '' && { values }) };
}
