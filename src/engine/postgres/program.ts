import { keyOf, type QualifiedName, type ResolvedName } from '../../operation/name.ts';
import type { OperationOf } from '../../operation/operation.ts';
import { usersOfFunction } from '../../schema/dependents.ts';
import { type Hanging, resolve, type Table } from '../../schema/schema.ts';
import { type At, failing, type Member, member, on } from './at.ts';
import type { Effect } from './effect.ts';
import { incomingForeignKeys, partitions } from './foreign-key.ts';
import { since } from './version.ts';

/** A row trigger of a partitioned table is one of each partition too; what the history does not know may be one. */
function reached(at: At, operation: { readonly table: QualifiedName }, trigger: string): readonly Member[] {
  const self = member(at, operation.table);
  const known = self.table?.hanging.find((each) => each.kind === 'trigger' && each.name === trigger);
  return known !== undefined && !known.row ? [self] : partitions(at, self);
}

/** Whether the table certainly has no such trigger, rule or policy: it is looked up before the table is locked. */
export function lacks(at: At, name: QualifiedName, kind: Hanging['kind'], named: string): boolean {
  const { table } = member(at, name);
  return (
    table?.complete === true && table.partitionOf === undefined && !table.hanging.some((each) => each.kind === kind && each.name === named)
  );
}

/** CREATE TRIGGER lets reads go on; a row trigger of a partitioned table is made on each partition. https://www.postgresql.org/docs/current/sql-createtrigger.html */
export function createTrigger(at: At, operation: OperationOf<'create-trigger'>): readonly Effect[] {
  const referenced = operation.references === undefined ? [] : [on(member(at, operation.references).name, 'AccessShareLock')];
  const self = member(at, operation.table);
  return [...(operation.row ? partitions(at, self) : [self]).map((each) => on(each.name, 'ShareRowExclusiveLock')), ...referenced];
}

export function dropTrigger(at: At, operation: OperationOf<'drop-trigger'>): readonly Effect[] {
  if (operation.ifExists && lacks(at, operation.table, 'trigger', operation.trigger)) return [];
  return reached(at, operation, operation.trigger).map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** Whether the history gives the table a trigger for each row, which a partitioned table's partitions have too. */
export function hasRowTriggers(table: Table | undefined): boolean {
  return table?.hanging.some(({ kind, row }) => kind === 'trigger' && row) === true;
}

/** A rule, and what a policy tests: the tables in their subqueries and actions are looked at as a query would that runs them. */
export function createRule(at: At, operation: OperationOf<'create-rule' | 'create-policy' | 'alter-policy'>): readonly Effect[] {
  const { table, reads = [] } = operation;
  const writes = operation.kind === 'create-rule' ? (operation.writes ?? []) : [];
  const named = (name: QualifiedName): ResolvedName => {
    const view = resolve(at.schema, name, at.schema.views);
    return at.schema.views.has(keyOf(view)) ? view : member(at, name).name;
  };
  return [
    on(named(table), 'AccessExclusiveLock'),
    ...reads.map((name) => on(named(name), 'AccessShareLock')),
    ...writes.map((name) => on(named(name), 'RowExclusiveLock')),
  ];
}

export function renameTrigger(at: At, operation: OperationOf<'rename-trigger'>): readonly Effect[] {
  const members = since('triggersReachPartitions', at.major) ? partitions(at, member(at, operation.table)) : [member(at, operation.table)];
  return members.map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** ENABLE and DISABLE TRIGGER; before PostgreSQL 15, ALL and USER meant the triggers of the table named and the copies of them. */
export function setTriggerState(at: At, operation: OperationOf<'set-trigger-state'>): readonly Effect[] {
  const self = member(at, operation.table);
  const many = operation.trigger === 'all' || operation.trigger === 'user';
  const reaches = since('triggersReachPartitions', at.major) ? hasRowTrigger(at, self, operation.trigger) : hasRowTriggers(self.table);
  const alone = operation.only || (many && !reaches);
  const members = alone ? [self] : many ? partitions(at, self) : reached(at, operation, operation.trigger);
  const [own, ...others] = members.map((each) => on(each.name, 'ShareRowExclusiveLock'));
  if (own === undefined) return [];
  if (
    !since('triggersReachPartitions', at.major) &&
    operation.trigger === 'all' &&
    hasDeferrableKey(self.table) &&
    partitions(at, self).length > 1
  )
    return [failing(own, '42704', 'its partitions do not have the triggers of its deferrable key by their names', true), ...others];
  if (operation.trigger !== 'user' || others.length === 0 || since('copiedTriggersAreUsers', at.major)) return [own, ...others];
  return [failing(own, '42704', 'PostgreSQL 12 takes the triggers that partitions have from it for none of theirs', true), ...others];
}

const hasDeferrableKey = (table: Table | undefined): boolean =>
  table?.constraints.some(({ definition }) => definition.type !== 'foreign-key' && definition.deferrable) === true;

/** ALL are also the triggers of foreign keys, on either side, and of deferrable keys; where none is for each row, no partition has any of them. */
function hasRowTrigger(at: At, { table }: Member, which: string): boolean {
  if (table?.complete !== true || hasRowTriggers(table)) return true;
  const keys =
    hasDeferrableKey(table) ||
    table.constraints.some(({ definition, enforced }) => definition.type === 'foreign-key' && enforced) ||
    incomingForeignKeys(at, table).some(({ constraint }) => constraint.enforced);
  return which === 'all' && keys;
}

/**
 * DROP FUNCTION … CASCADE drops the triggers that call it, and the defaults, generated columns and constraints. Which of a function's overloads an
 * expression means, the history cannot tell, nor which views call it. https://www.postgresql.org/docs/current/sql-dropfunction.html
 */
export function dropFunction(at: At, operation: OperationOf<'drop-function'>): readonly Effect[] {
  if (!operation.cascade) return [];
  const name = resolve(at.schema, operation.function, at.schema.functions);
  const callers = usersOfFunction(at.schema, name).map(({ of }) => on(of, 'AccessExclusiveLock'));
  const triggers = at.schema.tables.entries().flatMap(([, table]) =>
    table.hanging
      .filter((each) => each.function !== undefined && keyOf(each.function) === keyOf(name))
      .flatMap((each) => reached(at, { table: table.name }, each.name))
      .map((each) => on(each.name, 'AccessExclusiveLock')),
  );
  return [...callers, ...triggers];
}
