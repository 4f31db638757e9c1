import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { constraintColumns, indexColumns } from '../../../schema/mention.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { type Column, type Constraint, columnOf, type Index, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { tableText } from './alter.ts';
import { isKnownWhole } from './partitioned-index.ts';

export type Of<T extends ConstraintDefinition['type']> = Constraint & { readonly definition: Extract<ConstraintDefinition, { type: T }> };

/** What hangs on a column and has to hang on the one that takes its place. What the catalog alone knows (comments, privileges, …) is carried when the plan runs. */
export interface Carried {
  readonly column: Column;
  /** Those that no constraint has. */
  readonly indexes: readonly Index[];
  readonly keys: readonly { readonly constraint: Of<'unique' | 'primary-key'>; readonly index: Index }[];
  /** At any depth. */
  readonly partitions: readonly Table[];
  /** Indexes that partitions have for themselves. */
  readonly ofPartitions: readonly { readonly table: Table; readonly index: Index }[];
  readonly checks: readonly Of<'check'>[];
  readonly references: readonly Of<'foreign-key'>[];
  /** Foreign keys that point to the column, the table's own among them. */
  readonly pointing: readonly { readonly table: ResolvedName; readonly constraint: Of<'foreign-key'> }[];
  /** Those that it owns. */
  readonly sequences: readonly ResolvedName[];
}

/** @returns why it cannot be carried, in one sentence; or what it is */
export function carriedBy(context: StagingContext, table: Table, column: Column): Carried | { readonly impossible: string } {
  const of = `${tableText(context)}.${quoteIdentifier(column.name)}`;
  const own = table.constraints.filter(({ definition }) => constraintColumns(definition).includes(column.name));
  const indexes = table.indexes.filter(({ definition }) => indexColumns(definition).includes(column.name));
  const pointing = table.referencedBy.flatMap(({ table: from, constraint }) => {
    const found = context.before.tables.get(keyOf(from))?.constraints.find((each) => each.name === constraint);
    return found !== undefined && isOf(found, 'foreign-key') && found.definition.referencedColumns.includes(column.name)
      ? [{ table: from, constraint: found }]
      : [];
  });
  const references = own.filter((each) => isOf(each, 'foreign-key'));

  const exclude = own.find((each) => each.definition.type === 'exclude');
  if (exclude !== undefined)
    return {
      impossible: `the EXCLUDE constraint ${quoteIdentifier(exclude.name)} on ${of} can be neither NOT VALID nor take an index that was built before, so that a second column cannot have it without stopping reads and writes. The least harmful way is a maintenance window with a lock_timeout`,
    };
  const temporal = own.find(({ definition }) => ('withoutOverlaps' in definition && definition.withoutOverlaps) || 'period' in definition);
  if (temporal !== undefined)
    return { impossible: `the temporal constraint ${quoteIdentifier(temporal.name)} on ${of} cannot take an index that was built before` };
  const broken = indexes.find((each) => !each.valid);
  if (broken !== undefined)
    return { impossible: `the index ${quoteIdentifier(broken.name)} on ${of} is not valid: build it anew or drop it first` };
  if (table.partitionBy !== undefined && references.length + pointing.length > 0)
    return {
      impossible: `${tableText(context)} is partitioned, and a foreign key on ${of} would have to be made on each partition and switched on all of them at once. The least harmful way is a new partitioned table that a trigger fills, or a maintenance window`,
    };
  const partitions = partitionTree(context.before, table.name)
    .slice(1)
    .flatMap((each) => context.before.tables.get(keyOf(each)) ?? []);
  const differing =
    table.partitionBy === undefined ? undefined : differingPartition(context, table, partitions, column, indexes.length > 0);
  if (differing !== undefined) return { impossible: differing };
  if (table.partitionBy === undefined && table.children.length > 0)
    return {
      impossible: `other tables inherit from ${tableText(context)}, whose indexes and constraints on ${of} are their own: change the column where nothing inherits it`,
    };

  const sequences = table.sequences.filter((each) => each.column === column.name).map((each) => each.sequence);
  if (column.identity !== undefined && sequences.length !== 1)
    return {
      impossible: `${of} owns ${sequences.length === 0 ? 'a sequence that is not known' : 'other sequences besides that of its identity'}: give them to no column (OWNED BY NONE) in a migration before this one`,
    };
  const drawing =
    column.identity === undefined ? undefined : sequences.flatMap((each) => context.before.sequenceUsers.get(keyOf(each)) ?? [])[0];
  if (drawing !== undefined)
    return {
      impossible: `the sequence of the identity of ${of} is made anew with it, and a default of ${quoteName(drawing)} draws from it too: give that a sequence of its own first`,
    };
  return {
    column,
    indexes: indexes.filter((each) => each.constraint === undefined),
    keys: own.flatMap((constraint) => {
      const index = indexes.find((each) => each.name === constraint.index);
      return (isOf(constraint, 'unique') || isOf(constraint, 'primary-key')) && index !== undefined ? [{ constraint, index }] : [];
    }),
    partitions,
    ofPartitions: partitions.flatMap((each) => ownIndexes(each, column.name).map((index) => ({ table: each, index }))),
    checks: own.filter((each) => isOf(each, 'check')),
    references,
    pointing,
    sequences,
  };
}

function isOf<T extends ConstraintDefinition['type']>(constraint: Constraint, type: T): constraint is Of<T> {
  return constraint.definition.type === type;
}

/** Indexes on the column that a partition has besides those of its parent. */
function ownIndexes(partition: Table, column: string): readonly Index[] {
  return partition.indexes.filter(({ definition, parent }) => parent === undefined && indexColumns(definition).includes(column));
}

/** What a partition has on the column otherwise than its parent, so that an exchange on the parent would lose it; or that not all partitions are known. */
function differingPartition(
  context: StagingContext,
  table: Table,
  partitions: readonly Table[],
  { name, notNull, default: value }: Column,
  indexed: boolean,
): string | undefined {
  if (indexed && !isKnownWhole(context.before, table))
    return `${tableText(context)} is partitioned, and not all of its partitions are known: an index on ${quoteIdentifier(name)} has to be built on each`;
  for (const partition of partitions) {
    const constraint = partition.constraints.find(
      (each) =>
        !each.inherited &&
        each.definition.type !== 'not-null' &&
        constraintColumns(each.definition).includes(name) &&
        !isAttached(partition, each),
    );
    const what =
      constraint !== undefined
        ? `the constraint ${quoteIdentifier(constraint.name)}`
        : columnOf(partition, name)?.notNull !== notNull
          ? 'NOT NULL'
          : columnOf(partition, name)?.default?.text !== value?.text
            ? 'a default'
            : partition.referencedBy.some((each) => pointsTo(context, each, name))
              ? 'a foreign key that points to it'
              : undefined;
    if (what !== undefined)
      return `the partition ${quoteIdentifier(partition.name.name)} has ${what} on ${quoteIdentifier(name)} for itself, which would not come along: give it to ${tableText(context)} or drop it first`;
  }
  return undefined;
}

function isAttached(partition: Table, { index }: Constraint): boolean {
  return index !== undefined && partition.indexes.some((each) => each.name === index && each.parent !== undefined);
}

function pointsTo(context: StagingContext, { table, constraint }: Table['referencedBy'][number], column: string): boolean {
  const found = context.before.tables.get(keyOf(table))?.constraints.find((each) => each.name === constraint);
  return found !== undefined && isOf(found, 'foreign-key') && found.definition.referencedColumns.includes(column);
}
