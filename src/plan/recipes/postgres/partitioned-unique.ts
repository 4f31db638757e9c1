import { keyOf } from '../../../operation/name.ts';
import { constraintName } from '../../../schema/naming.ts';
import type { Schema, Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { textOf } from './alter.ts';
import { buildIndex } from './build-index.ts';
import { body, deferrable } from './constraint-text.ts';
import { ofPartition, withName } from './partitioned-index.ts';
import { keyKind, type Unique, uniqueIndex } from './unique-by-index.ts';

/**
 * UNIQUE or PRIMARY KEY on a partitioned table: on the parent alone, where it is empty and invalid until each partition has one; on each partition through an index that
 * is built CONCURRENTLY; and each attached. https://www.postgresql.org/docs/current/ddl-partitioning.html ("ALTER TABLE ONLY … ADD UNIQUE")
 * @param name of the parent's constraint, given or made up
 */
export function partitionedUnique(context: StagingContext, table: Table, definition: Unique, name: string): readonly RecipeStep[] {
  const parts: Parts = { schema: context.before, parents: [], indexes: [], constraints: [], attach: [] };
  build(context, table, definition, name, undefined, parts);
  return [...parts.parents, ...parts.indexes, ...parts.constraints, ...parts.attach];
}

/** The steps by what they may share a transaction with. */
interface Parts {
  /** With the names that are given so far: PostgreSQL makes the next one up beside them. */
  schema: Schema;
  readonly parents: RecipeStep[];
  readonly indexes: RecipeStep[];
  readonly constraints: RecipeStep[];
  readonly attach: RecipeStep[];
}

function build(
  context: StagingContext,
  table: Table,
  definition: Unique,
  name: string,
  parent: { readonly index: string; readonly drop: string } | undefined,
  parts: Parts,
): void {
  parts.schema = withName(parts.schema, table.name, name);
  const target = textOf(context, table.name);
  const quoted = quoteIdentifier(name);
  const own = textOf(context, { schema: table.name.schema, name });
  const step = { stage: 'expand', after: 'transaction', transaction: 'shared', also: keyOf(table.name) } as const;
  const drop = `ALTER TABLE ${target} DROP CONSTRAINT IF EXISTS ${quoted};`;
  if (table.partitionBy === undefined) {
    const sql = uniqueIndex(definition, name, target, definition.columns);
    parts.indexes.push(buildIndex({ stage: 'expand', after: 'transaction' }, sql, own, ofPartition));
    parts.constraints.push({
      ...step,
      sql: `ALTER TABLE ${target} ADD CONSTRAINT ${quoted} ${keyKind(definition)} USING INDEX ${quoted}${deferrable(definition)};`,
      rollback: drop,
      why: 'takes the finished index as its own: no row is read',
    });
  } else {
    parts.parents.push({
      ...step,
      after: 'none',
      sql: `ALTER TABLE ONLY ${target} ADD CONSTRAINT ${quoted} ${body(definition)};`,
      rollback: drop,
      why: 'the constraint of the parent alone: empty, and invalid until each partition has one attached',
    });
    for (const child of table.children) {
      const partition = context.before.tables.get(keyOf(child));
      const { name: _, ...unnamed } = definition;
      if (partition !== undefined)
        build(context, partition, definition, constraintName(parts.schema, child, unnamed), { index: own, drop }, parts);
    }
  }
  if (parent !== undefined)
    parts.attach.push({
      ...step,
      sql: `ALTER INDEX ${parent.index} ATTACH PARTITION ${own};`,
      // There is no way to detach it: the parent's constraint goes with all that are attached.
      rollback: parent.drop,
      why: 'changes the catalog only',
    });
}
