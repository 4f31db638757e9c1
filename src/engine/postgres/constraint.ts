import type { OperationOf } from '../../operation/operation.ts';
import { automaticNotNull, notNullColumn } from '../../schema/automatic-not-null.ts';
import { keyIndex } from '../../schema/key-index.ts';
import { losingNotNull } from '../../schema/losing-not-null.ts';
import { type Constraint, columnOf, type Table } from '../../schema/schema.ts';
import { type At, descent, failing, family, isSame, type Member, member, on } from './at.ts';
import type { Effect } from './effect.ts';
import { incomingForeignKeys, keyColumns, partitions, releasedBy, wholeKey } from './foreign-key.ts';
import { validatingNotNull } from './not-null.ts';
import { checking, lookingUp, testingForNull } from './row-tests.ts';
import { since } from './version.ts';

/** VALIDATE CONSTRAINT: reads and writes go on. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES */
export function validateConstraint(at: At, operation: OperationOf<'validate-constraint'>): readonly Effect[] {
  const self = member(at, operation.table);
  const constraint =
    self.table?.constraints.find((each) => each.name === operation.constraint) ?? wholeKey(at, self.table, operation.constraint);
  if (constraint?.validated || automaticNotNull(self.table, operation.constraint)) return [on(self.name, 'ShareUpdateExclusiveLock')];
  if (constraint?.enforced === false) return [failing(on(self.name, 'ShareUpdateExclusiveLock'), '55000', 'it is NOT ENFORCED', true)];
  const { definition } = constraint ?? {};
  if (definition?.type === 'foreign-key') {
    const referencing = partitions(at, self).map((each) => lookingUp(each, definition.references.name, 'ShareUpdateExclusiveLock'));
    // Without a partition there is no row to look up.
    const looks = partitions(at, self).some((each) => each.stored);
    return [
      ...referencing,
      ...(looks ? partitions(at, member(at, definition.references)) : []).map((each) => on(each.name, 'RowShareLock')),
    ];
  }
  if (definition?.type === 'not-null') return validatingNotNull(at, self, definition.column, 'ShareUpdateExclusiveLock', operation.only);
  return family(at, operation.table, operation.only || definition?.noInherit).map((each) => {
    const own = each.table?.constraints.find(({ name }) => name === operation.constraint);
    if (own?.validated) return on(each.name, 'ShareUpdateExclusiveLock');
    return each.stored ? checking(each, 'ShareUpdateExclusiveLock') : on(each.name, 'ShareUpdateExclusiveLock');
  });
}

/** DROP CONSTRAINT. Dropping a key with CASCADE takes the foreign keys that need it along. */
export function dropConstraint(at: At, operation: OperationOf<'drop-constraint'>): readonly Effect[] {
  const self = member(at, operation.table);
  const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
  const column = notNullColumn(self.table, operation.constraint);
  // Partitions are locked before the constraint is looked for, be it there or not.
  const locked = partitions(at, self).map((each) => on(each.name, 'AccessExclusiveLock'));
  if (column !== undefined) {
    const { reached } = losingNotNull(at.schema, self.name, column, operation.only);
    return [...locked, ...reached.map((each) => on(each, 'AccessExclusiveLock'))];
  }
  if (constraint === undefined && self.table?.complete) return locked;
  const members = constraint?.definition.noInherit || isKey(constraint) ? partitions(at, self) : withChildren(at, self, operation.only);
  const effects = members.map((each) => on(each.name, 'AccessExclusiveLock'));
  if (constraint === undefined) return effects;
  // A partition's index has another name than the parent's.
  const { index: _, ...anywhere } = constraint;
  const lost = operation.cascade ? members.flatMap((each) => needing(at, each.table, isSame(each, self) ? constraint : anywhere)) : [];
  return [...effects, ...releasedBy(at, constraint, true), ...lost];
}

/** The children that have the column by inheritance alone go along; one that has it by itself is locked, and keeps it. */
export function withHeirs(at: At, self: Member, column: string): readonly Member[] {
  return descent(at, self, (table) => columnOf(table, column)?.inherited !== true);
}

/** With ONLY the children keep what they inherited as their own: those next to the table are locked all the same. */
export function withChildren(at: At, self: Member, only: true | undefined): readonly Member[] {
  return only && self.stored ? [self, ...childrenOf(at, self)] : family(at, self.name);
}

const isKey = (constraint: Constraint | undefined): boolean =>
  constraint?.definition.type === 'unique' ||
  constraint?.definition.type === 'primary-key' ||
  constraint?.definition.type === 'exclude' ||
  constraint?.definition.type === 'foreign-key';

/** The tables whose foreign keys need this key: they lose them. */
export function needing(at: At, table: Table | undefined, key: Constraint): readonly Effect[] {
  const columns = new Set(keyColumns(table, key));
  return incomingForeignKeys(at, table)
    .filter((incoming) => {
      const needed = keyIndex(table, incoming.columns)?.name;
      if (needed !== undefined && key.index !== undefined) return needed === key.index;
      return incoming.columns.length === columns.size && incoming.columns.every((column) => columns.has(column));
    })
    .map((incoming) => on(incoming.from.name, 'AccessExclusiveLock'));
}

/** The tables whose foreign keys need this index, which need not be a constraint's. */
export function needingIndex(at: At, table: Table | undefined, index: string): readonly Effect[] {
  return incomingForeignKeys(at, table)
    .filter((incoming) => keyIndex(table, incoming.columns)?.name === index)
    .map((incoming) => on(incoming.from.name, 'AccessExclusiveLock'));
}

/** ALTER CONSTRAINT: deferrability of a foreign key, and since 18 its enforcement, which checks what was not enforced. */
export function alterConstraint(at: At, operation: OperationOf<'alter-constraint'>): readonly Effect[] {
  const self = member(at, operation.table);
  const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
  const own = partitions(at, self).map((each) => on(each.name, 'AccessExclusiveLock'));
  const referenced = constraint?.references === undefined ? [] : partitions(at, member(at, constraint.references));
  if (operation.inherit !== undefined) return changeInheritance(at, self, constraint, operation.inherit);
  const isNothing = constraint !== undefined && operation.enforced !== false && !isChange(constraint, operation);
  const stopsEarly = since('alterConstraintStopsEarly', at.major) && isNothing;
  if (stopsEarly) return own.slice(0, 1);
  if (operation.enforced === undefined || constraint?.enforced === operation.enforced) return own;
  if (!operation.enforced) return [...own, ...referenced.map((each) => on(each.name, 'AccessExclusiveLock'))];
  const name = referenced[0]?.name.name ?? 'the referenced table';
  return [
    ...partitions(at, self).map((each) => lookingUp(each, name, 'AccessExclusiveLock')),
    ...referenced.map((each) => on(each.name, 'ShareRowExclusiveLock')),
  ];
}

function isChange({ definition, enforced }: Constraint, operation: OperationOf<'alter-constraint'>): boolean {
  const { deferrable, initiallyDeferred } = operation;
  return (
    (operation.enforced ?? enforced) !== enforced ||
    (deferrable ?? definition.deferrable === true) !== (definition.deferrable === true) ||
    (initiallyDeferred ?? definition.initiallyDeferred === true) !== (definition.initiallyDeferred === true)
  );
}

/**
 * [NO] INHERIT of a NOT NULL constraint: the children keep it as their own, or get it, and theirs, unless they have it.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ALTER-CONSTRAINT
 */
function changeInheritance(at: At, self: Member, constraint: Constraint | undefined, inherit: boolean): readonly Effect[] {
  const own = on(self.name, 'AccessExclusiveLock');
  if ((constraint?.definition.noInherit !== true) === inherit) return [own];
  const column = constraint?.definition.type === 'not-null' ? constraint.definition.column : undefined;
  const given = (each: Member): readonly Effect[] => {
    if (!inherit || column === undefined || columnOf(each.table, column)?.notNull) return [on(each.name, 'AccessExclusiveLock')];
    return [testingForNull(at, each, [column], 'AccessExclusiveLock'), ...childrenOf(at, each).flatMap(given)];
  };
  return [own, ...childrenOf(at, self).flatMap(given)];
}

const childrenOf = (at: At, { table }: Member): readonly Member[] => (table?.children ?? []).map((child) => member(at, child));

/** RENAME CONSTRAINT: a key's index is renamed with it, children have inherited it. */
export function renameConstraint(at: At, operation: OperationOf<'rename-constraint'>): readonly Effect[] {
  const self = member(at, operation.table);
  const constraint = self.table?.constraints.find((each) => each.name === operation.constraint);
  const { definition } = constraint ?? {};
  const inherited =
    automaticNotNull(self.table, operation.constraint) !== undefined ||
    ((definition?.type === 'check' || definition?.type === 'not-null') && !definition.noInherit);
  return (inherited ? family(at, operation.table, operation.only) : [self]).map((each) => on(each.name, 'AccessExclusiveLock'));
}
