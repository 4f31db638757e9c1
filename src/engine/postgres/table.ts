import { keyOf, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { computedFrom } from '../../schema/computed-from.ts';
import { goesWith } from '../../schema/dependents.ts';
import { needsColumn } from '../../schema/key-index.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import { type At, descendants, failing, family, isSame, type Member, member, on } from './at.ts';
import { withChildren, withHeirs } from './constraint.ts';
import { naming, reading } from './data.ts';
import type { Effect, LockMode } from './effect.ts';
import {
  above,
  incomingForeignKeys,
  partitions,
  pointingTo,
  pointingToNewPartition,
  referencedEffects,
  referencedTables,
  releasedBy,
} from './foreign-key.ts';
import { defaultPartition } from './partition.ts';
import { since } from './version.ts';

/** CREATE TABLE: the new table is nobody's yet; what it points to, inherits from or reads is locked. https://www.postgresql.org/docs/current/sql-createtable.html */
export function createTable(at: At, operation: OperationOf<'create-table'>): readonly Effect[] {
  const name = operation.persistence === 'temporary' ? { schema: 'pg_temp', name: operation.table.name } : operation.table;
  const self = member(at, name);
  // The query has been looked at by then.
  if (operation.ifNotExists && self.table !== undefined) return naming(at, operation.asQuery?.reads ?? []);
  const constraints = [...operation.constraints, ...operation.columns.flatMap((column) => column.constraints)];
  return [
    on(self.name, 'AccessExclusiveLock'),
    ...constraints.flatMap((constraint) => referencedEffects(at, constraint)).filter((effect) => keyOf(effect.table) !== keyOf(self.name)),
    ...(operation.partitionOf === undefined ? [] : newPartition(at, member(at, operation.partitionOf.parent), operation.partitionOf.bound)),
    ...operation.inherits.map((parent) => on(member(at, parent).name, 'ShareUpdateExclusiveLock')),
    ...operation.like.map((like) => on(member(at, like.table).name, 'AccessShareLock')),
    ...(operation.asQuery === undefined ? [] : reading(at, operation.asQuery.reads, operation.asQuery.withData ? 'scan' : 'metadata')),
  ];
}

/** A partition made in place locks its parent against everybody; ATTACH PARTITION does not. The parent's foreign keys become its own. */
function newPartition(at: At, parent: Member, bound: NonNullable<OperationOf<'create-table'>['partitionOf']>['bound']): readonly Effect[] {
  return [
    on(parent.name, 'AccessExclusiveLock'),
    ...defaultPartition(at, parent, bound),
    ...referencedTables(at, parent.table).map((each) => on(each.name, 'ShareRowExclusiveLock')),
    ...pointingToNewPartition(at, parent),
  ];
}

/** DROP TABLE: its partitions go along, and each foreign key lets go of the table at its other end. https://www.postgresql.org/docs/current/sql-droptable.html */
export function dropTable(at: At, operation: OperationOf<'drop-table'>): readonly Effect[] {
  const self = member(at, operation.table);
  const parent = self.table?.partitionOf === undefined ? undefined : member(at, self.table.partitionOf.parent);
  const gone = self.stored && !operation.cascade ? [self] : [self, ...descendants(at, self.table)];
  const effects = [
    ...gone.map((each) => on(each.name, 'AccessExclusiveLock')),
    // The foreign keys of a partition are its parent's, whose triggers stay.
    ...gone.flatMap((each) =>
      (each.table?.constraints ?? []).flatMap((constraint) => (constraint.inherited ? [] : releasedBy(at, constraint))),
    ),
    ...(parent === undefined ? [] : [on(parent.name, 'AccessExclusiveLock'), ...defaultOf(at, parent)]),
    ...gone.flatMap((each) => incomingForeignKeys(at, each.table).map(({ from }) => on(from.name, 'AccessExclusiveLock'))),
    ...(operation.cascade
      ? viewsOver(
          at,
          gone.map((each) => each.name),
        )
      : []),
    ...(operation.cascade ? gone.flatMap((each) => drawingFrom(at, each)) : []),
  ];
  const [own, ...others] = effects;
  const needed = pointingAbove(at, self);
  if (needed.length === 0 || own === undefined) return effects;
  if (operation.cascade) return [...effects, ...needed];
  return [
    failing(own, '2BP01', `the foreign key of ${needed[0]?.table.name} points to the partitioned table, and so here`, true),
    ...others,
  ];
}

/** A foreign key to a partitioned table needs each of its partitions: with one of them it goes, from all. */
function pointingAbove(at: At, self: Member): readonly Effect[] {
  return above(at, self).flatMap((ancestor) =>
    incomingForeignKeys(at, ancestor.table)
      .filter(({ from, constraint }) => constraint.enforced && !goesWith(at.statement ?? [], from.name, at.schema))
      .flatMap(({ from }) => [from, ...partitions(at, ancestor)].map((each) => on(each.name, 'AccessExclusiveLock'))),
  );
}

/** Other tables whose defaults draw from a sequence that goes with the table, or with its column. */
function drawingFrom(at: At, { table }: Member, column?: string): readonly Effect[] {
  return (table?.sequences ?? [])
    .filter((each) => column === undefined || each.column === column)
    .flatMap(({ sequence }) => at.schema.sequenceUsers.get(keyOf(sequence)) ?? [])
    .map((user) => on(user, 'AccessExclusiveLock'));
}

function defaultOf(at: At, parent: Member): readonly Effect[] {
  return (parent.table?.children ?? [])
    .map((child) => member(at, child))
    .filter((child) => child.table?.partitionOf?.bound.kind === 'default')
    .map((child) => on(child.name, 'AccessExclusiveLock'));
}

/** Views that read any of the relations, and the views over those. */
export function viewsOver(at: At, relations: readonly ResolvedName[]): readonly Effect[] {
  const found = new Map<string, ResolvedName>();
  const add = (name: ResolvedName): void => {
    const read = at.schema.tables.get(keyOf(name)) ?? at.schema.views.get(keyOf(name));
    for (const view of read?.readBy ?? []) found.set(keyOf(view), view);
  };
  relations.forEach(add);
  // A map's walk comes to what is added meanwhile.
  for (const view of found.values()) add(view);
  return [...found.values()].map((view) => on(view, 'AccessExclusiveLock'));
}

/** Views that read a column, and those over them. */
export function viewsOfColumn(at: At, table: ResolvedName, column: string): readonly ResolvedName[] {
  const readers = (at.schema.tables.get(keyOf(table))?.readBy ?? []).filter((view) =>
    at.schema.views
      .get(keyOf(view))
      ?.reads.some((read) => keyOf(read.table) === keyOf(table) && (read.columns.includes(column) || read.columns.includes('*'))),
  );
  return [...readers, ...viewsOver(at, readers).map((effect) => effect.table)];
}

/** DROP COLUMN: the catalog only, but its foreign keys and, with CASCADE, those that need its key go too. */
export function dropColumn(at: At, operation: OperationOf<'drop-column'>): readonly Effect[] {
  const self = member(at, operation.table);
  const isMissing = self.table?.complete && columnOf(self.table, operation.column) === undefined;
  if (operation.columnIfExists && isMissing) return [on(self.name, 'AccessExclusiveLock')];
  const members = self.stored && !operation.only ? withHeirs(at, self, operation.column) : withChildren(at, self, operation.only);
  const effects = members.map((each) => on(each.name, 'AccessExclusiveLock'));
  // A child that has the column by itself keeps it, and with ONLY any child.
  const lose = members.filter((each) => isSame(each, self) || (!operation.only && columnOf(each.table, operation.column)?.inherited));
  return [...effects, ...lose.flatMap((each) => losing(at, each, operation.column, operation.cascade))];
}

/** What else a column's end concerns: foreign keys from it and, with CASCADE, those that need its key, the views that read it, and generated columns. */
export function losing(at: At, each: Member, column: string, cascade?: boolean): readonly Effect[] {
  const columns = [column, ...computedFrom(each.table, column)];
  return [on(each.name, 'AccessExclusiveLock'), ...columns.flatMap((one) => losingOne(at, each, one, cascade))];
}

function losingOne(at: At, each: Member, column: string, cascade?: boolean): readonly Effect[] {
  const { table } = each;
  const lost = (table?.constraints ?? []).filter(({ definition }) => 'columns' in definition && definition.columns.includes(column));
  return [
    ...lost.flatMap((constraint) => releasedBy(at, constraint)),
    ...(cascade ? needingColumn(at, table, column) : []),
    ...(cascade ? viewsOfColumn(at, each.name, column).map((view) => on(view, 'AccessExclusiveLock')) : []),
    ...(cascade ? drawingFrom(at, each, column) : []),
  ];
}

/** The tables whose foreign keys go with the column. */
const needingColumn = (at: At, table: Table | undefined, column: string): readonly Effect[] =>
  incomingForeignKeys(at, table).flatMap(({ from, columns }) =>
    needsColumn(table, columns, column) ? [on(from.name, 'AccessExclusiveLock')] : [],
  );

/** TRUNCATE empties the files without reading them. https://www.postgresql.org/docs/current/sql-truncate.html */
export function truncate(at: At, operation: OperationOf<'truncate'>): readonly Effect[] {
  const emptied = new Map<string, Member>();
  const add = (each: Member, reached: readonly Member[]): void => {
    if (emptied.has(keyOf(each.name))) return;
    emptied.set(keyOf(each.name), each);
    for (const child of reached) add(child, []);
    // CASCADE reaches the partitions of what points here, not what merely inherits from it.
    if (operation.cascade) for (const { from } of pointingTo(at, each)) add(from, partitions(at, from));
  };
  const named = member(at, operation.table);
  // Named twice, the first time decides on the children.
  const first = at.statement?.find((each) => each.kind === 'truncate' && keyOf(member(at, each.table).name) === keyOf(named.name));
  const only = first?.kind === 'truncate' ? first.only : operation.only;
  add(named, only ? [] : descendants(at, named.table));
  const effects = [...emptied.values()].map((each) => on(each.name, 'AccessExclusiveLock'));
  // Tables emptied by one statement may point to each other.
  const together = new Set(emptied.keys());
  for (const beside of at.statement ?? []) {
    if (beside.kind === 'truncate') for (const each of family(at, beside.table)) together.add(keyOf(each.name));
  }
  // Where no table has a trigger, no foreign key is enforced, and none is looked for.
  const pointing =
    operation.cascade || ![...emptied.values()].some((each) => hasTriggers(at, each))
      ? []
      : [...emptied.values()].flatMap((each) => pointingTo(at, each)).filter(({ from }) => !together.has(keyOf(from.name)));
  const parents = since('truncateIgnoresParent', at.major)
    ? []
    : [...emptied.values()].flatMap((each) => above(at, each)).map((each) => on(each.name, 'AccessShareLock'));
  const [own, ...others] = [...effects, ...parents];
  if (pointing.length === 0 || own === undefined) return [...effects, ...parents];
  return [failing(own, '0A000', `the foreign key of ${pointing[0]?.from.name.name} points here`, true), ...others];
}

/** Whether the table is known to be stored the way it shall be, so that nothing is written. */
export function isStoredSo(table: Table | undefined, shall: OperationOf<'set-logged' | 'set-access-method'>): boolean {
  if (shall.kind === 'set-access-method') return table?.complete === true && (table.accessMethod ?? 'heap') === (shall.method ?? 'heap');
  return table?.persistence !== undefined && (table.persistence === 'permanent') === shall.logged;
}

/** SET ACCESS METHOD writes the table anew, unless it has that one; a table is stored as heap where nothing else was said. */
export function setAccessMethod(at: At, operation: OperationOf<'set-access-method'>): readonly Effect[] {
  const { name, table, stored } = member(at, operation.table);
  if (!stored || isStoredSo(table, operation)) return [on(name, 'AccessExclusiveLock')];
  return [on(name, 'AccessExclusiveLock', 'rewrite', 'the table is written anew by the other access method')];
}

function hasTriggers(at: At, each: Member): boolean {
  const { table } = each;
  return (
    table?.complete !== true ||
    table.hanging.some(({ kind }) => kind === 'trigger') ||
    table.constraints.some(({ definition, enforced }) => definition.type === 'foreign-key' && enforced) ||
    pointingTo(at, each).some(({ constraint }) => constraint.enforced)
  );
}

/** SET LOGGED and SET UNLOGGED write the table anew, unless it is what it shall be. */
export function setLogged(at: At, operation: OperationOf<'set-logged'>): readonly Effect[] {
  const self = member(at, operation.table);
  if (!self.stored || isStoredSo(self.table, operation)) return [on(self.name, 'AccessExclusiveLock')];
  const effect = on(
    self.name,
    'AccessExclusiveLock',
    'rewrite',
    `SET ${operation.logged ? 'LOGGED' : 'UNLOGGED'} writes the table and its indexes anew`,
  );
  // A logged table may not point to an unlogged one: after a crash the rows it needs would be gone.
  const others = operation.logged ? referencedTables(at, self.table) : incomingForeignKeys(at, self.table).map(({ from }) => from);
  const other = others.find(
    (each) => !isSame(each, self) && ((each.table?.persistence ?? 'permanent') === 'permanent') === !operation.logged,
  );
  if (other === undefined) return [effect];
  return [
    failing(
      effect,
      '42P16',
      `a logged table may not point to an unlogged one, and ${other.name.name} is at the other end of a foreign key`,
      true,
    ),
  ];
}

/**
 * Storage parameters: those of VACUUM and of later inserts leave reads and writes alone (`AlterTableGetRelOptionsLockLevel`).
 * https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS
 */
export function setTableOptions(at: At, operation: OperationOf<'set-table-options'>): readonly Effect[] {
  const harmless = /^(toast\.)?(autovacuum_.*|vacuum_.*|log_autovacuum_.*|fillfactor|toast_tuple_target|parallel_workers)$/;
  const lock: LockMode = operation.options.every((option) => harmless.test(option)) ? 'ShareUpdateExclusiveLock' : 'AccessExclusiveLock';
  return [on(member(at, operation.table).name, lock)];
}

/** INHERIT changes what a query of the parent reads, but only the child's definition. */
export function inherit(at: At, operation: OperationOf<'inherit' | 'no-inherit'>): readonly Effect[] {
  const child = member(at, operation.table);
  const parent = member(at, operation.parent);
  if (operation.kind === 'no-inherit') return [on(child.name, 'AccessExclusiveLock'), on(parent.name, 'AccessShareLock')];
  return [
    on(child.name, 'AccessExclusiveLock'),
    on(parent.name, 'ShareUpdateExclusiveLock'),
    // The parent must not be among those that inherit from the child.
    ...descendants(at, child.table).map((each) => on(each.name, 'AccessShareLock')),
  ];
}
