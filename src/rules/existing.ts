import { blocksReads, blocksWrites, type Effect, isWork } from '../engine/effect.ts';
import { keyOf, type QualifiedName, type ResolvedName } from '../operation/name.ts';
import { columnOf, isNew, resolve, type Schema, tableOf } from '../schema/schema.ts';
import type { Situation } from './rule.ts';

/**
 * Whether a table or view may be in use. Only what the unit under review certainly created is not;
 * a name that history never mentioned exists and is busy.
 */
export function isInUse(schema: Schema, name: QualifiedName): boolean {
  if (isNew(schema, tableOf(schema, name))) return false;
  const view = schema.views.get(keyOf(resolve(schema, name, schema.views)));
  return view === undefined || schema.unit === 0 || view.createdIn !== schema.unit;
}

/** Whether the unit under review added the column to a table that was there before: running code does not know it. */
export function isNewColumn(schema: Schema, table: QualifiedName, column: string): boolean {
  return schema.unit !== 0 && columnOf(tableOf(schema, table), column)?.createdIn === schema.unit;
}

export function isPartitioned(schema: Schema, table: QualifiedName): boolean {
  return tableOf(schema, table)?.partitionBy !== undefined;
}

/**
 * The effects that somebody else can feel: a lock that stops reads or writes of a table in use. Nobody writes to a materialized view but REFRESH, so that
 * of it only a lock that stops reads is felt.
 */
export function feltLocks<E extends Effect>(judged: Situation<E>, effects: readonly E[] = judged.effects): readonly E[] {
  const { operation, before } = judged;
  const made =
    operation.kind === 'create-table'
      ? operation.table
      : operation.kind === 'create-view' && !operation.replace
        ? operation.view
        : undefined;
  const makes = (table: ResolvedName): boolean => made !== undefined && sameTable(table, resolve(before, made));
  const stops = ({ table, lock }: E): boolean => (before.views.has(keyOf(table)) ? blocksReads(lock) : blocksWrites(lock));
  const felt = (table: ResolvedName): boolean => (isInUse(before, table) && !makes(table)) || isReached(judged, table);
  return effects.filter((effect) => stops(effect) && felt(effect.table));
}

/** A new table that ATTACH has put under one in use: through that one it is in use itself, once the transaction is committed. */
function isReached({ before, transaction }: Situation, name: ResolvedName): boolean {
  const table = tableOf(before, name);
  return (
    transaction.open === 'no' && table?.attached === true && table.partitionOf !== undefined && isInUse(before, table.partitionOf.parent)
  );
}

/** The effects that block: work over the rows of a table in use, under a lock that stops reads or writes of it. */
export function blockingWork<E extends Effect>(judged: Situation<E>, effects: readonly E[] = judged.effects): readonly E[] {
  return feltLocks(judged, effects).filter((effect) => isWork(effect.work));
}

/** The effect on the table that the operation names. */
export function effectOn<E extends Effect>(
  judged: Situation<E>,
  name: QualifiedName,
  effects: readonly E[] = judged.effects,
): E | undefined {
  const key = keyOf(resolve(judged.before, name));
  return effects.find((effect) => keyOf(effect.table) === key);
}

export function sameTable(a: ResolvedName, b: ResolvedName): boolean {
  return keyOf(a) === keyOf(b);
}
