import { mayHavePartitions } from '../../../engine/postgres/unknown-partitions.ts';
import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import { indexName, relationExists } from '../../../schema/naming.ts';
import type { Schema, Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeContext, RecipeResult, RecipeStep } from '../../recipe.ts';
import { ownTable, tableText } from './alter.ts';
import { buildIndex } from './build-index.ts';
import { definitionText } from './index-text.ts';

/**
 * An index on a partitioned table, where CONCURRENTLY does not exist on the parent: the parent's index empty and invalid, one CONCURRENTLY on each
 * partition, each attached; with the last one the parent's becomes valid. https://www.postgresql.org/docs/current/ddl-partitioning.html
 */
export function partitionedIndex(context: RecipeContext<'create-index'>): RecipeResult {
  const { operation } = context;
  const table = ownTable(context);
  if (table === undefined) return undefined;
  if (!isKnownWhole(context.before, table))
    return {
      impossible: `${tableText(context)} is partitioned and not all of its partitions are known: create the index ON ONLY ${tableText(context)}, CONCURRENTLY on each partition, and attach each with ALTER INDEX … ATTACH PARTITION`,
    };
  const name = operation.index.name ?? indexName(context.before, table.name, operation.index);
  // With IF NOT EXISTS one that is there, whatever it is on, is left alone.
  if (operation.ifNotExists && relationExists(context.before, { schema: table.name.schema, name })) return undefined;
  const parts: Parts = { schema: context.before, parents: [], partitions: [], attach: [] };
  build(context, table, name, undefined, parts);
  return { steps: [...parts.parents, ...parts.partitions, ...parts.attach] };
}

/** The steps by what they may share a transaction with. */
interface Parts {
  /** With the names that are given so far: PostgreSQL makes the next one up beside them. */
  schema: Schema;
  readonly parents: RecipeStep[];
  readonly partitions: RecipeStep[];
  readonly attach: RecipeStep[];
}

function build(context: RecipeContext<'create-index'>, table: Table, name: string, parent: string | undefined, parts: Parts): void {
  parts.schema = withName(parts.schema, table.name, name);
  const { index } = context.operation;
  const definition = definitionText(index);
  const own = relation(context, table.name, name);
  const unique = index.unique ? 'UNIQUE ' : '';
  const target = context.nameOf(addressed(context, table.name));
  if (table.partitionBy === undefined) {
    const sql = `CREATE ${unique}INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${target} ${definition};`;
    parts.partitions.push(buildIndex({ stage: 'expand', after: 'transaction' }, sql, own, ofPartition));
  } else {
    parts.parents.push({
      stage: 'expand',
      after: 'none',
      sql: `CREATE ${unique}INDEX ${quoteIdentifier(name)} ON ONLY ${target} ${definition};`,
      transaction: 'shared',
      rollback: `DROP INDEX IF EXISTS ${own};`,
      why: 'the index of the parent alone: empty, and invalid until each partition has one attached',
    });
    for (const child of table.children) {
      const partition = context.before.tables.get(keyOf(child));
      if (partition !== undefined) build(context, partition, indexName(parts.schema, child, index), own, parts);
    }
  }
  if (parent !== undefined)
    parts.attach.push({
      stage: 'expand',
      after: 'transaction',
      sql: `ALTER INDEX ${parent} ATTACH PARTITION ${own};`,
      transaction: 'shared',
      // There is no way to detach it: the parent's index goes with all that are attached.
      rollback: `DROP INDEX IF EXISTS ${parent};`,
      why: 'changes the catalog only',
    });
}

export const ofPartition = 'builds the index of one partition while it is read and written';

/** The schema with a name taken, of an index and its constraint. */
export function withName(schema: Schema, table: ResolvedName, name: string): Schema {
  const key = keyOf({ schema: table.schema, name });
  return { ...schema, indexes: schema.indexes.set(key, keyOf(table)), constraintNames: schema.constraintNames.set(key, 1) };
}

/** Whether all partitions are known, at any depth. */
export function isKnownWhole(schema: Schema, table: Table): boolean {
  return (
    table.complete &&
    !mayHavePartitions(schema, table) &&
    table.children.every((child) => {
      const known = schema.tables.get(keyOf(child));
      return known !== undefined && (known.partitionBy === undefined || isKnownWhole(schema, known));
    })
  );
}

/** A partition is addressed with its schema, or without where the author wrote the parent so and both lie in the first of the search path. */
function addressed(context: RecipeContext<'create-index'>, table: ResolvedName): { readonly schema?: string; readonly name: string } {
  const { operation, before } = context;
  return operation.table.schema === undefined && table.schema === before.searchPath[0] ? { name: table.name } : table;
}

function relation(context: RecipeContext<'create-index'>, table: ResolvedName, name: string): string {
  const text = context.nameOf(addressed(context, table));
  return text === quoteIdentifier(table.name) ? quoteIdentifier(name) : `${quoteIdentifier(table.schema)}.${quoteIdentifier(name)}`;
}
