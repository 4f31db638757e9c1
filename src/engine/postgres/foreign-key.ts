import { keyOf } from '../../operation/name.ts';
import type { ConstraintDefinition } from '../../operation/operation.ts';
import type { Constraint, Table } from '../../schema/schema.ts';
import { type At, family, type Member, member, on } from './at.ts';
import type { Effect, LockMode } from './effect.ts';
import { since } from './version.ts';

/**
 * Adding a foreign key puts triggers on the referenced table too: SHARE ROW EXCLUSIVE there, on each of its partitions, whatever
 * is checked. https://www.postgresql.org/docs/current/sql-altertable.html ("ADD table_constraint")
 */
export function referencedEffects(at: At, constraint: ConstraintDefinition, lock: LockMode = 'ShareRowExclusiveLock'): readonly Effect[] {
  if (constraint.type !== 'foreign-key') return [];
  return partitions(at, member(at, constraint.references)).map((each) => on(each.name, lock));
}

/** The table, and its partitions if it is partitioned: a foreign key does not reach tables that merely inherit. */
export function partitions(at: At, each: Member): readonly Member[] {
  return each.table?.partitionBy === undefined ? [each] : family(at, each.name);
}

/** A foreign key of another table that points here. */
export interface Incoming {
  readonly from: Member;
  readonly constraint: Constraint;
  /** The columns here that it points to. */
  readonly columns: readonly string[];
}

export function incomingForeignKeys(at: At, table: Table | undefined): readonly Incoming[] {
  return (table?.referencedBy ?? []).flatMap(({ table: other, constraint: name }) => {
    const from = member(at, other);
    const constraint = from.table?.constraints.find((each) => each.name === name);
    if (constraint?.definition.type !== 'foreign-key') return [];
    const { referencedColumns } = constraint.definition;
    return [{ from, constraint, columns: referencedColumns.length > 0 ? referencedColumns : primaryKeyColumns(table) }];
  });
}

/** The tables that a partitioned table is itself a partition of, nearest first. */
export function above(at: At, parent: Member): readonly Member[] {
  const found: Member[] = [];
  for (let next = parent.table?.partitionOf; next !== undefined; next = found.at(-1)?.table?.partitionOf)
    found.push(member(at, next.parent));
  return found;
}

/** Foreign keys to the table, or to a partitioned table that it is a partition of. */
export function pointingTo(at: At, each: Member): readonly Incoming[] {
  return [each, ...above(at, each)].flatMap(({ table }) => incomingForeignKeys(at, table));
}

/**
 * The foreign key that the named one is a part of: to a partitioned table PostgreSQL makes one for each of its partitions beside it, `t_a_fkey_1`, before
 * version 18 `t_a_fkey1`. Nobody wrote them, but they go by their names too.
 */
export function wholeKey(at: At, table: Table | undefined, name: string): Constraint | undefined {
  const whole = name.replace(since('partsOfKeys', at.major) ? /_\d+$/ : /\d+$/, '');
  const key = table?.constraints.find((each) => each.name === whole && each.definition.type === 'foreign-key');
  const target = key?.references && member(at, key.references).table;
  return target?.partitionBy !== undefined && target.children.length > 0 ? key : undefined;
}

/** The columns of the primary key, empty where none is known. */
export function primaryKeyColumns(table: Table | undefined): readonly string[] {
  const key = table?.constraints.find((each) => each.definition.type === 'primary-key');
  return key === undefined ? [] : keyColumns(table, key);
}

/** The columns of a UNIQUE or PRIMARY KEY constraint, also of one made from an index. */
export function keyColumns(table: Table | undefined, constraint: Constraint): readonly string[] {
  const { definition } = constraint;
  if (definition.type !== 'unique' && definition.type !== 'primary-key') return [];
  if (definition.columns.length > 0) return definition.columns;
  const index = table?.indexes.find((each) => each.name === (constraint.index ?? definition.usingIndex));
  return (index?.definition.elements ?? []).flatMap((element) => element.column ?? []);
}

/** The tables that a table's own foreign keys point to, each once. */
export function referencedTables(at: At, table: Table | undefined): readonly Member[] {
  const found = new Map<string, Member>();
  for (const { references } of table?.constraints ?? []) {
    if (references !== undefined) for (const each of partitions(at, member(at, references))) found.set(keyOf(each.name), each);
  }
  return [...found.values()];
}

/**
 * Dropping a foreign key removes the triggers from the referenced table: ACCESS EXCLUSIVE there as well.
 * https://www.postgresql.org/docs/current/sql-droptrigger.html
 * @param named whether DROP CONSTRAINT names it; then the referenced table itself is locked even where only its partitions have triggers
 */
export function releasedBy(at: At, constraint: Constraint, named = false): readonly Effect[] {
  // One that is not enforced has no triggers.
  if (constraint.references === undefined || (!constraint.enforced && !named)) return [];
  const all = named || since('triggersOnPartitionedTarget', at.major);
  return partitions(at, member(at, constraint.references))
    .filter((each) => all || each.stored)
    .map((each) => on(each.name, 'AccessExclusiveLock'));
}

/** What a new partition of a referenced table asks of the tables that point to it, not of their partitions. */
export function pointingToNewPartition(at: At, parent: Member): readonly Effect[] {
  const lock = since('triggersOnPartitionedTarget', at.major) ? 'ShareRowExclusiveLock' : 'AccessShareLock';
  return pointingTo(at, parent).flatMap(({ from, constraint }) => (constraint.inherited ? [] : [on(from.name, lock)]));
}
