import { columnsIn } from '../../operation/expression.ts';
import { keyOf, type QualifiedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { columnOf, resolve, type Table, type View } from '../../schema/schema.ts';
import { type At, family, type Member, member, on } from './at.ts';
import type { Effect, LockMode, Work } from './effect.ts';
import { partitions, pointingTo } from './foreign-key.ts';

/**
 * What a query reads: the tables, their partitions and children, and what the views among them read.
 * https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES
 */
export function reading(
  at: At,
  names: readonly QualifiedName[],
  work: Work = 'scan',
  lock: LockMode = 'AccessShareLock',
  only?: boolean,
): readonly Effect[] {
  const found = new Map<string, Effect>();
  // Those that the views read come behind the names written, and are looked at in their turn.
  const open = [...names];
  for (const name of open) {
    const view = at.schema.views.get(keyOf(resolve(at.schema, name, at.schema.views)));
    if (view !== undefined) {
      if (found.has(keyOf(view.name))) continue;
      found.set(keyOf(view.name), on(view.name, lock, view.materialized ? work : 'metadata'));
      if (!view.materialized) for (const read of view.reads) open.push(read.table);
      continue;
    }
    // A sequence is one row, and no table.
    if (at.schema.sequences.has(keyOf(resolve(at.schema, name, at.schema.sequences)))) continue;
    for (const each of family(at, name, only)) found.set(keyOf(each.name), on(each.name, lock, each.stored ? work : 'metadata'));
  }
  return [...found.values()];
}

/** What a query names, without what stands behind it: a view is made without looking further. */
export function naming(at: At, names: readonly QualifiedName[]): readonly Effect[] {
  return names.map((name) => on(member(at, name).name, 'AccessShareLock'));
}

/** The row that a foreign key points to is locked while one that points to it is written; an UPDATE of other columns leaves it alone. */
function pointedTo(at: At, written: readonly Member[], changed?: readonly string[]): readonly Effect[] {
  return written
    .flatMap((each) => each.table?.constraints ?? [])
    .filter(
      ({ definition, enforced }) =>
        enforced &&
        definition.type === 'foreign-key' &&
        (changed === undefined || definition.columns.some((column) => changed.includes(column))),
    )
    .flatMap(({ references }) => (references === undefined ? [] : partitions(at, member(at, references))))
    .map((each) => on(each.name, 'RowShareLock'));
}

/** Deleting a row, or changing its key, looks for rows that point to it, and may change or delete them. */
function pointingHere(at: At, written: readonly Member[], deletes: boolean, assigned: readonly string[]): readonly Effect[] {
  const changes = (table: Table | undefined, column: string): boolean => assigned.includes(column) || isComputedOf(table, column, assigned);
  return written.flatMap((each) =>
    pointingTo(at, each)
      .filter(({ constraint, columns }) => constraint.enforced && (deletes || columns.some((column) => changes(each.table, column))))
      .map(({ from, constraint }) => {
        const { definition } = constraint;
        const action = definition.type !== 'foreign-key' ? 'no action' : deletes ? definition.onDelete : definition.onUpdate;
        const looks = action === 'no action' || action === 'restrict';
        const because = `rows of ${from.name.name} that point to ${each.name.name} are looked for`;
        const lock = looks ? 'RowShareLock' : 'RowExclusiveLock';
        return from.stored ? on(from.name, lock, 'foreign-key-check', because) : on(from.name, lock);
      }),
  );
}

const isComputedOf = (table: Table | undefined, column: string, assigned: readonly string[]): boolean =>
  columnsIn(columnOf(table, column)?.generated?.expression.tree ?? { kind: 'null' }).some((each) => assigned.includes(each));

/** What is written by way of a view is written to the table behind it, where the view is simple enough for that; else by its triggers. */
function throughView<O extends OperationOf<'insert' | 'update' | 'delete' | 'merge'>>(
  at: At,
  operation: O,
  write: (at: At, operation: O) => readonly Effect[],
): readonly Effect[] | undefined {
  const viewOf = (name: QualifiedName): View | undefined => at.schema.views.get(keyOf(resolve(at.schema, name, at.schema.views)));
  const views = new Set<View>();
  let table = operation.table;
  for (let view = viewOf(table); view !== undefined; view = viewOf(table)) {
    const [behind, ...others] = view.reads;
    const isCircle = views.has(view);
    views.add(view);
    if (behind === undefined || others.length > 0 || isCircle) return [...asWritten(views), ...reading(at, operation.reads)];
    table = behind.table;
  }
  return views.size === 0 ? undefined : [...asWritten(views), ...write(at, { ...operation, table })];
}

const asWritten = (views: ReadonlySet<View>): readonly Effect[] => [...views].map((view) => on(view.name, 'RowExclusiveLock'));

export function insert(at: At, operation: OperationOf<'insert'>): readonly Effect[] {
  const viewed = throughView(at, operation, insert);
  if (viewed !== undefined) return viewed;
  const written = family(at, operation.table);
  const own = written[0]?.stored ? written.slice(0, 1) : written;
  return [...own.map((each) => on(each.name, 'RowExclusiveLock')), ...reading(at, operation.reads), ...pointedTo(at, own)];
}

export function update(at: At, operation: OperationOf<'update'>): readonly Effect[] {
  const viewed = throughView(at, operation, update);
  if (viewed !== undefined) return viewed;
  const written = family(at, operation.table, operation.only);
  return [
    ...changing(written),
    ...reading(at, operation.reads),
    ...pointedTo(at, written, operation.assignments),
    ...pointingHere(at, written, false, operation.assignments),
  ];
}

export function remove(at: At, operation: OperationOf<'delete'>): readonly Effect[] {
  const viewed = throughView(at, operation, remove);
  if (viewed !== undefined) return viewed;
  const written = family(at, operation.table, operation.only);
  return [...changing(written), ...reading(at, operation.reads), ...pointingHere(at, written, true, [])];
}

export function merge(at: At, operation: OperationOf<'merge'>): readonly Effect[] {
  const written = family(at, operation.table);
  const { inserts, deletes, assignments } = operation;
  return [
    ...changing(written),
    ...reading(at, operation.reads),
    ...pointedTo(at, written, inserts ? undefined : assignments),
    ...pointingHere(at, written, deletes, assignments),
  ];
}

function changing(written: readonly Member[]): readonly Effect[] {
  return written.map((each) => on(each.name, 'RowExclusiveLock', each.stored ? 'scan' : 'metadata'));
}

export function copy(at: At, operation: OperationOf<'copy'>): readonly Effect[] {
  if (operation.table === undefined) return [];
  // The table alone: its children are not copied with it.
  if (!operation.writes) return reading(at, [operation.table], 'scan', 'AccessShareLock', true);
  const written = family(at, operation.table);
  const own = written[0]?.stored ? written.slice(0, 1) : written;
  return [...own.map((each) => on(each.name, 'RowExclusiveLock')), ...pointedTo(at, own)];
}

export function select(at: At, operation: OperationOf<'select'>): readonly Effect[] {
  return reading(at, operation.reads, 'scan', operation.locks ? 'RowShareLock' : 'AccessShareLock');
}

/** LOCK TABLE reaches the partitions and children too, and through a view what it reads. https://www.postgresql.org/docs/current/sql-lock.html */
export function lockTable(at: At, operation: OperationOf<'lock-table'>, lock: LockMode): readonly Effect[] {
  const self = member(at, operation.table);
  // A materialized view among what the view reads is left alone.
  return at.schema.views.has(keyOf(self.name))
    ? reading(at, [operation.table], 'metadata', lock).filter(({ table }) => at.schema.views.get(keyOf(table))?.materialized !== true)
    : family(at, operation.table, operation.only).map((each) => on(each.name, lock));
}
