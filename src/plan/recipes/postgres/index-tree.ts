import { keyOf } from '../../../operation/name.ts';
import { renameInIndex } from '../../../schema/mention.ts';
import type { Index, Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { textOf } from './alter.ts';
import { buildIndex } from './build-index.ts';
import { definitionText } from './index-text.ts';

/** An index with those of the partitions that are attached to it, at any depth. */
export interface IndexTree {
  readonly table: Table;
  readonly index: Index;
  readonly below: readonly IndexTree[];
}

export function treeOf(context: StagingContext, table: Table, index: Index): IndexTree {
  const below = table.children.flatMap((child) => {
    const partition = context.before.tables.get(keyOf(child));
    const attached = partition?.indexes.find((each) => each.parent === index.name);
    return partition === undefined || attached === undefined ? [] : [treeOf(context, partition, attached)];
  });
  return { table, index, below };
}

/** An index in the schema of a tree's table, as SQL names it. */
export function besideTree(context: StagingContext, { table }: IndexTree, index: string): string {
  return textOf(context, { schema: table.name.schema, name: index });
}

/**
 * The same indexes under helper names, on another column in the place of one: CONCURRENTLY on what holds rows, on a partitioned table empty, with those of its partitions
 * attached.
 * @param options `helper`: the name of each; `why`: what for, of the name as SQL writes it; `onlyRows`: without those of partitioned tables
 */
export function copiedTree(
  context: StagingContext,
  tree: IndexTree,
  [from, to]: readonly [from: string, to: string],
  options: { readonly helper: (tree: IndexTree) => string; readonly why: (index: string) => string; readonly onlyRows?: true },
): readonly RecipeStep[] {
  const { table, index, below } = tree;
  const { helper, why } = options;
  const copy = renameInIndex(index.definition, from, to);
  const built = besideTree(context, tree, helper(tree));
  const create = (how: string): string =>
    `CREATE ${copy.unique ? 'UNIQUE ' : ''}INDEX ${how} ${textOf(context, table.name)} ${definitionText(copy)};`;
  const at = { stage: 'enforce', after: 'transaction' } as const;
  const name = quoteIdentifier(helper(tree));
  if (table.partitionBy === undefined) return [buildIndex(at, create(`CONCURRENTLY ${name} ON`), built, why(quoteIdentifier(index.name)))];
  const parts = below.flatMap((each) => copiedTree(context, each, [from, to], options));
  if (options.onlyRows) return parts;
  const step = { ...at, transaction: 'shared', also: keyOf(table.name), rollback: `DROP INDEX IF EXISTS ${built};` } as const;
  return [
    {
      ...step,
      sql: create(`${name} ON ONLY`),
      why: `${why(quoteIdentifier(index.name))}: empty, and invalid until each partition has one attached`,
    },
    ...parts,
    ...below.map(
      (each): RecipeStep => ({
        ...step,
        sql: `ALTER INDEX ${built} ATTACH PARTITION ${besideTree(context, each, helper(each))};`,
        why: 'changes the catalog only',
      }),
    ),
  ];
}
