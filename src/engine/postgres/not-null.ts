import { keyOf } from '../../operation/name.ts';
import type { ConstraintDefinition, OperationOf } from '../../operation/operation.ts';
import { notNullOf } from '../../schema/automatic-not-null.ts';
import { losingNotNull } from '../../schema/losing-not-null.ts';
import { columnOf, type Table } from '../../schema/schema.ts';
import { type At, descent, family, type Member, member, on } from './at.ts';
import type { Effect } from './effect.ts';
import { findingNull, testingForNull } from './row-tests.ts';
import { unknownPartitions } from './unknown-partitions.ts';
import { since } from './version.ts';

/** SET NOT NULL. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL */
export function setNotNull(at: At, { table, column, only }: OperationOf<'set-not-null'>): readonly Effect[] {
  const self = member(at, table);
  if (since('setNotNullStopsEarly', at.major)) return settingNotNull(at, self, column, only);
  const before = (at.before ?? at.schema).tables.get(keyOf(self.name));
  if (!self.stored && columnOf(before, column)?.notNull) return [on(self.name, 'AccessExclusiveLock')];
  // ONLY a partitioned table: the partitions are asked whether their columns are NOT NULL, not their rows.
  if (!self.stored && only) return family(at, table).map((each) => on(each.name, 'AccessExclusiveLock'));
  return family(at, table, only).map((each) => testingForNull(at, each, [column], 'AccessExclusiveLock'));
}

/** A table that has the constraint is left as it is, with all below it; one that is NOT VALID is validated if it is the table's own. */
function settingNotNull(at: At, self: Member, column: string, only: true | undefined): readonly Effect[] {
  const own = notNullOf(self.table, column);
  if (own === undefined) return gettingNotNull(at, self, column, only === true);
  return own.validated || own.inherited
    ? [on(self.name, 'AccessExclusiveLock')]
    : validatingNotNull(at, self, column, 'AccessExclusiveLock');
}

/** DROP NOT NULL. Since PostgreSQL 18 it ends where there is nothing to drop, before it reaches the children, and ONLY makes it the children's own. */
export function dropNotNull(at: At, { table, column, only }: OperationOf<'drop-not-null'>): readonly Effect[] {
  const self = member(at, table);
  const reached = since('notNullIsInherited', at.major)
    ? losingNotNull(at.schema, self.name, column, only).reached
    : family(at, table, only).map(({ name }) => name);
  return reached.map((each) => on(each, 'AccessExclusiveLock'));
}

/** ADD CONSTRAINT … NOT NULL. */
export function addNotNull(
  at: At,
  { table, only }: OperationOf<'add-constraint'>,
  constraint: Extract<ConstraintDefinition, { type: 'not-null' }>,
): readonly Effect[] {
  const self = member(at, table);
  const alone = only === true || constraint.noInherit === true;
  if (constraint.notValid) return family(at, table, alone).map((each) => on(each.name, 'AccessExclusiveLock'));
  if (notNullOf(self.table, constraint.column) !== undefined) return [on(self.name, 'AccessExclusiveLock')];
  return gettingNotNull(at, self, constraint.column, alone);
}

/** Every table that gets the constraint is read. */
function gettingNotNull(at: At, self: Member, column: string, alone: boolean): readonly Effect[] {
  return (alone ? [self] : reachedByNotNull(at, self, column)).flatMap((each) =>
    notNullOf(each.table, column) !== undefined
      ? [on(each.name, 'AccessExclusiveLock')]
      : [each, ...unknownPartitions(at, each)].map((one) => testingForNull(at, one, [column], 'AccessExclusiveLock')),
  );
}

/** The table and those below; one that has a constraint of its own keeps it, be it NOT VALID, and ends the descent. */
export function reachedByNotNull(at: At, self: Member, column: string): readonly Member[] {
  const hasOwn = (table: Table | undefined): boolean => notNullOf(table, column) !== undefined;
  return hasOwn(self.table) ? [self] : descent(at, self, hasOwn);
}

/** Reads the tables, of all that inherit from the one named, whose own constraint is not valid. */
export function validatingNotNull(
  at: At,
  self: Member,
  column: string,
  lock: 'AccessExclusiveLock' | 'ShareUpdateExclusiveLock',
  only?: true,
): readonly Effect[] {
  return family(at, self.name, only).map((each) =>
    notNullOf(each.table, column)?.validated ? on(each.name, lock) : findingNull(each, [column], lock),
  );
}
