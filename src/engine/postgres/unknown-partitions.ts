import { keyOf } from '../../operation/name.ts';
import { isNew, type Schema, type Table } from '../../schema/schema.ts';
import type { At, Member } from './at.ts';
import { type Effect, isWork } from './effect.ts';
import { hiddenPartitions } from './unknown.ts';

/**
 * Partitions are often made where no migration shows them: by pg_partman, by a job, by a trigger. A partitioned table that was there before
 * the unit under review, and of which history knows no partition from before it, is taken to have some. They are reported on the table
 * itself, which has no rows of its own.
 */
export function mayHavePartitions(schema: Schema, table: Table | undefined): boolean {
  return (
    table?.partitionBy !== undefined &&
    !isNew(schema, table) &&
    table.children.every((child) => isNew(schema, schema.tables.get(keyOf(child))))
  );
}

/** The partitions that a table may have, as one table with rows that goes by its name. */
export function unknownPartitions(at: At, { name, table, stored }: Member): readonly Member[] {
  return !stored && mayHavePartitions(at.schema, table) ? [{ name, table, stored: true }] : [];
}

/** Says whose rows the work of a partitioned table is about. */
export function namingPartitions(at: At, effects: readonly Effect[]): readonly Effect[] {
  return effects.map((effect) => {
    if (!isWork(effect.work) || !mayHavePartitions(at.schema, at.schema.tables.get(keyOf(effect.table)))) return effect;
    const whose = hiddenPartitions();
    return { ...effect, because: effect.because === undefined ? whose : `${whose}: ${effect.because}` };
  });
}
