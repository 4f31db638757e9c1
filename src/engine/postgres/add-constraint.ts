import type { ConstraintDefinition, IndexDefinition, OperationOf } from '../../operation/operation.ts';
import { indexBehind } from '../../schema/apply/add-constraint.ts';
import { matchingIndex } from '../../schema/apply/matching-index.ts';
import { columnOf } from '../../schema/schema.ts';
import { type At, descendants, failing, family, hasKnownChildren, isSame, type Member, member, on } from './at.ts';
import type { Effect, LockMode } from './effect.ts';
import { partitions, primaryKeyColumns, referencedEffects } from './foreign-key.ts';
import { addNotNull } from './not-null.ts';
import { hasForeignKey, pathUp } from './partition.ts';
import { checking, lookingUp, nullableColumns, testingForNull } from './row-tests.ts';
import { unknownIndexColumns } from './unknown.ts';
import { since } from './version.ts';

/** ADD table_constraint. https://www.postgresql.org/docs/current/sql-altertable.html */
export function addConstraint(at: At, operation: OperationOf<'add-constraint'>): readonly Effect[] {
  if (needsChildren(at, operation)) {
    const effect = on(member(at, operation.table).name, 'AccessExclusiveLock');
    return [failing(effect, '42P16', 'the constraint must be added to child tables too', true)];
  }
  const effects = added(at, operation);
  if (operation.only || !since('constraintLocksChildren', at.major)) return effects;
  const lock = operation.constraint.type === 'foreign-key' ? 'ShareRowExclusiveLock' : 'AccessExclusiveLock';
  return [...effects, ...descendants(at, member(at, operation.table).table).map((each) => on(each.name, lock))];
}

/** A parent's CHECK holds for its children, so that it cannot be added to the parent ONLY. */
function needsChildren(at: At, operation: OperationOf<'add-constraint'>): boolean {
  const { constraint, only } = operation;
  const { table } = member(at, operation.table);
  const there = constraint.type === 'not-null' && columnOf(table, constraint.column)?.notNull === true;
  const inherited = constraint.type === 'check' || (constraint.type === 'not-null' && !there);
  return only === true && inherited && !constraint.noInherit && hasKnownChildren(table);
}

function added(at: At, operation: OperationOf<'add-constraint'>): readonly Effect[] {
  const { constraint } = operation;
  const self = member(at, operation.table);
  switch (constraint.type) {
    case 'check':
      return recursing(at, operation, constraint).map((each) =>
        isUnchecked(constraint) || !each.stored ? on(each.name, 'AccessExclusiveLock') : checking(each, 'AccessExclusiveLock'),
      );
    case 'not-null':
      return addNotNull(at, operation, constraint);
    case 'unique':
    case 'primary-key':
      return constraint.usingIndex === undefined ? addKey(at, operation, constraint) : fromIndex(at, operation, constraint);
    case 'exclude':
      return family(at, operation.table, self.stored || operation.only).map((each) =>
        building(
          each,
          'EXCLUDE',
          { code: '23P01', reason: 'two rows may exclude each other' },
          isSame(each, self) ? 'AccessExclusiveLock' : 'ShareLock',
        ),
      );
    case 'foreign-key': {
      if (constraint.notValid && !self.stored && !since('notValidOnPartitioned', at.major)) {
        return [
          failing(
            on(self.name, 'ShareRowExclusiveLock'),
            '42809',
            'a foreign key of a partitioned table cannot be NOT VALID before PostgreSQL 18',
            true,
          ),
        ];
      }
      const referenced = constraint.references.name;
      const taken = takenOver(at, self, constraint);
      const referencing = partitions(at, self).map((each) =>
        isUnchecked(constraint) || !each.stored || taken.some((other) => isSame(other, each))
          ? on(each.name, 'ShareRowExclusiveLock')
          : lookingUp(each, referenced, 'ShareRowExclusiveLock'),
      );
      return [...referencing, ...referencedEffects(at, constraint, taken.length === 0 ? 'ShareRowExclusiveLock' : 'AccessExclusiveLock')];
    }
  }
}

/**
 * Partitions that have such a foreign key already, valid: it becomes a part of their parent's, no row is looked up, and its own triggers on the referenced table go.
 * `tryAttachPartitionForeignKey` in src/backend/commands/tablecmds.c
 */
function takenOver(at: At, self: Member, constraint: Extract<ConstraintDefinition, { type: 'foreign-key' }>): readonly Member[] {
  if (self.stored) return [];
  const target = member(at, constraint.references);
  const named = constraint.referencedColumns.length > 0 ? constraint.referencedColumns : primaryKeyColumns(target.table);
  const wanted = { definition: { ...constraint, referencedColumns: named }, references: target.name };
  return partitions(at, self).filter((each) => !isSame(each, self) && hasForeignKey(each.table, wanted));
}

const isUnchecked = (constraint: ConstraintDefinition): boolean => constraint.notValid === true || constraint.notEnforced === true;

function recursing(at: At, operation: OperationOf<'add-constraint'>, constraint: ConstraintDefinition): readonly Member[] {
  return family(at, operation.table, operation.only || constraint.noInherit);
}

function building(each: Member, what: string, failure: { code: string; reason: string }, lock: LockMode): Effect {
  if (!each.stored) return on(each.name, lock);
  return failing(on(each.name, lock, 'index-build', `the index of ${what} is built over every row`), failure.code, failure.reason, false);
}

/**
 * UNIQUE and PRIMARY KEY build their index under the lock. A partitioned table's partitions get theirs too, under SHARE: only the
 * table named is locked by ALTER TABLE, the partitions are reached as CREATE INDEX reaches them.
 */
function addKey(
  at: At,
  operation: OperationOf<'add-constraint'>,
  constraint: Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>,
): readonly Effect[] {
  const self = member(at, operation.table);
  const isPrimary = constraint.type === 'primary-key';
  const members = family(at, operation.table, (self.stored && !isPrimary) || operation.only);
  const nullable = nullableColumns(self.table, constraint.columns);
  const setsNotNull = isPrimary && nullable.length > 0;
  // ONLY spares the children the key, but not the NOT NULL, which they have to have already.
  const inheritsNotNull = setsNotNull && (!self.stored || since('notNullIsInherited', at.major));
  const spared = operation.only && inheritsNotNull ? family(at, operation.table).slice(1) : [];
  const hasPart = ({ table }: Member): boolean =>
    table !== undefined && matchingIndex(table, keyIndex(constraint), true, true) !== undefined;
  const reachesAll = setsNotNull || since('constraintLocksChildren', at.major);
  const effects = members.flatMap((each) => {
    const lock = isSame(each, self) || setsNotNull ? 'AccessExclusiveLock' : 'ShareLock';
    if (self.stored && !isSame(each, self)) return testingForNull(at, each, nullable, lock);
    // A partition that has such a key already has it attached, and its own partitions have their parts; a primary key still needs them to be NOT NULL.
    const [own, ...between] = pathUp(at, each, self);
    if (!reachesAll && between.some(hasPart)) return [];
    if (own !== undefined && [own, ...between].some(hasPart))
      return isPrimary ? testingForNull(at, each, constraint.columns, lock) : on(each.name, lock);
    const effect = building(
      each,
      isPrimary ? 'PRIMARY KEY' : 'UNIQUE',
      { code: '23505', reason: 'two rows may hold the same values' },
      lock,
    );
    const mayHoldNull = isPrimary && nullableColumns(each.table, constraint.columns).length > 0 && each.stored;
    return mayHoldNull ? failing(effect, '23502', 'a row may hold NULL in a column of the primary key', false) : effect;
  });
  return [...effects, ...spared.map((each) => on(each.name, 'AccessExclusiveLock'))];
}

/** The index that a key builds. */
function keyIndex(constraint: Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>): IndexDefinition {
  return indexBehind({ name: '', definition: constraint, validated: true, enforced: true });
}

/** USING INDEX: nothing is built; PRIMARY KEY still makes its columns NOT NULL, also in the tables that inherit them. */
function fromIndex(
  at: At,
  operation: OperationOf<'add-constraint'>,
  constraint: Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>,
): readonly Effect[] {
  const self = member(at, operation.table);
  if (constraint.type === 'unique') return [on(self.name, 'AccessExclusiveLock')];
  const index = self.table?.indexes.find((each) => each.name === constraint.usingIndex);
  if (index === undefined) {
    const effect = on(self.name, 'AccessExclusiveLock', 'scan', unknownIndexColumns());
    return [failing(effect, '23502', 'a row may hold NULL in a column of the primary key', false)];
  }
  const columns = index.definition.elements.flatMap((element) => element.column ?? []);
  const members = nullableColumns(self.table, columns).length > 0 ? family(at, operation.table, operation.only) : [self];
  return members.map((each) => testingForNull(at, each, columns, 'AccessExclusiveLock'));
}
