import { mayHavePartitions } from '../../../engine/postgres/unknown-partitions.ts';
import { type ExpressionNode, someNode } from '../../../operation/expression.ts';
import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import type { Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { backfillSql } from '../../backfill.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { ownTable, tableText, textOf } from './alter.ts';

/**
 * The backfill of a column of the operation's table: one job, or one a partition where a partitioned table has no key to walk.
 * @param after `transaction` where a default already fills the rows that running code writes, `deploy` where only new code does
 */
export function fillRows(
  context: StagingContext,
  column: string,
  value: { readonly text: string; readonly tree: ExpressionNode; readonly where?: string },
  after: 'transaction' | 'deploy',
): readonly RecipeStep[] | { readonly impossible: string } {
  const table = ownTable(context);
  const filled = table === undefined ? [] : partitionTree(context.before, table.name);
  for (const name of filled) {
    const rule = context.before.tables.get(keyOf(name))?.hanging.find((each) => each.kind === 'rule');
    if (rule === undefined) continue;
    return {
      impossible: `the rule ${quoteIdentifier(rule.name)} may put something else in the place of an UPDATE of ${textOf(context, name)}, so that no row would be filled: drop it first, and make it anew when the rows are filled`,
    };
  }
  const walk = (name: string, key: readonly string[], only = false): RecipeStep => ({
    stage: 'backfill',
    after,
    sql: backfillSql({
      table: name,
      only,
      column,
      expression: value.text,
      ...(value.where !== undefined && { where: value.where }),
      key,
      lowestMajor: context.lowestMajor,
    }),
    transaction: 'none',
    queues: false,
    rollback: `-- nothing to undo: the values go with the column ${quoteIdentifier(column)}`,
    why: 'fills the old rows batch by batch; can be stopped and run again, and goes on where rows are left',
  });
  const key = primaryKey(table);
  if (table === undefined || (table.children.length === 0 && table.partitionBy === undefined)) return [walk(tableText(context), key)];
  // Those that inherit have neither the key nor the blocks of their parent.
  if (table.partitionBy === undefined)
    return filled.map((name) => walk(context.nameOf(name), primaryKey(context.before.tables.get(keyOf(name))), true));
  if (key.length > 0) return [walk(tableText(context), key)];

  const leaves = partitionsOf(context, table);
  if (leaves === undefined)
    return { impossible: `${tableText(context)} is partitioned, has no primary key to walk, and not all of its partitions are known` };
  if (someNode(value.tree, (node) => node.kind === 'column' && node.path.length > 1))
    return {
      impossible: `${tableText(context)} is partitioned and has no primary key to walk: write the columns of the expression without the table's name`,
    };
  return leaves.map((leaf) => walk(context.nameOf(leaf), []));
}

/** The columns of the primary key, in its order; empty where none is known. */
export function primaryKey(table: Table | undefined): readonly string[] {
  const key = table?.constraints.find((each) => each.definition.type === 'primary-key');
  if (key?.definition.type !== 'primary-key' || table === undefined) return [];
  if (key.definition.columns.length > 0) return key.definition.columns;
  const index = table.indexes.find((each) => each.name === key.index);
  return index?.definition.elements.flatMap((each) => each.column ?? []) ?? [];
}

/** The partitions that hold rows, at any depth; undefined where one is not known whole. */
export function partitionsOf(context: StagingContext, table: Table): readonly ResolvedName[] | undefined {
  if (!table.complete || mayHavePartitions(context.before, table)) return undefined;
  const leaves: ResolvedName[] = [];
  for (const child of table.children) {
    const known = context.before.tables.get(keyOf(child));
    if (known === undefined) return undefined;
    const below = known.partitionBy === undefined ? [child] : partitionsOf(context, known);
    if (below === undefined) return undefined;
    leaves.push(...below);
  }
  return leaves;
}
