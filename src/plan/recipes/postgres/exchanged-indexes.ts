import type { Index, Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { ownTable, textOf } from './alter.ts';
import type { Carried } from './carried.ts';
import { deferrable } from './constraint-text.ts';
import { besideTree, copiedTree, type IndexTree, treeOf } from './index-tree.ts';
import { keyKind, type Unique } from './unique-by-index.ts';

/** The indexes of a column on the one that takes its place: steps that build them under helper names, and the statements that put them in the place of the old ones. */
export interface ExchangedIndexes {
  readonly build: readonly RecipeStep[];
  /** For the indexes that no constraint has. */
  readonly indexes: readonly string[];
  /** For keys: what goes, and what comes when the column is NOT NULL. */
  readonly dropKeys: readonly string[];
  readonly addKeys: readonly string[];
}

/** @param into the column that takes the place of the carried one */
export function exchangedIndexes(context: StagingContext, carried: Carried, into: string): ExchangedIndexes {
  const table = ownTable(context) as Table;
  const trees = [
    ...carried.indexes.map((index) => treeOf(context, table, index)),
    ...carried.ofPartitions.map((each) => treeOf(context, each.table, each.index)),
  ];
  const keys = carried.keys.map(({ constraint, index }) => ({ constraint, tree: treeOf(context, table, index) }));
  const helper = ({ table, index }: IndexTree): string => context.helperName(table.name, index.name);
  const options = { helper, why: (index: string) => `what ${index} will be` };
  const columns = [carried.column.name, into] as const;
  const renamed = (tree: IndexTree): readonly string[] => [
    `ALTER INDEX ${besideTree(context, tree, helper(tree))} RENAME TO ${quoteIdentifier(tree.index.name)};`,
    ...tree.below.flatMap(renamed),
  ];
  const alter = (tree: IndexTree, action: string, only = ''): string => `ALTER TABLE ${only}${textOf(context, tree.table.name)} ${action};`;
  const added = (tree: IndexTree, definition: Unique): readonly string[] => {
    const own = quoteIdentifier(tree.index.constraint ?? tree.index.name);
    if (tree.table.partitionBy === undefined) {
      const using = `USING INDEX ${quoteIdentifier(helper(tree))}${deferrable(definition)}`;
      return [alter(tree, `ADD CONSTRAINT ${own} ${keyKind(definition)} ${using}`)];
    }
    return [
      alter(tree, `ADD CONSTRAINT ${own} ${keyText(tree.index, definition)}`, 'ONLY '),
      ...tree.below.flatMap((each) => [
        ...added(each, definition),
        `ALTER INDEX ${besideTree(context, tree, tree.index.name)} ATTACH PARTITION ${besideTree(context, each, each.index.name)};`,
      ]),
    ];
  };
  return {
    build: [
      ...trees.flatMap((tree) => copiedTree(context, tree, columns, options)),
      // A key of a partitioned table comes with the exchange: it has no rows.
      ...keys.flatMap(({ tree }) => copiedTree(context, tree, columns, { ...options, onlyRows: true })),
    ],
    indexes: trees.flatMap((tree) => [`DROP INDEX ${besideTree(context, tree, tree.index.name)};`, ...renamed(tree)]),
    dropKeys: keys.map(({ constraint, tree }) => alter(tree, `DROP CONSTRAINT ${quoteIdentifier(constraint.name)}`)),
    addKeys: keys.flatMap(({ constraint, tree }) => added(tree, constraint.definition)),
  };
}

/** A key as a table constraint, by what its index has: the author may have written it in the column, or taken an index that was there. */
function keyText({ definition: { elements, include, nullsNotDistinct } }: Index, definition: Unique): string {
  const list = (names: readonly string[]): string => names.map((each) => quoteIdentifier(each)).join(', ');
  return [
    `${keyKind(definition)}${nullsNotDistinct ? ' NULLS NOT DISTINCT' : ''} (${list(elements.flatMap((each) => each.column ?? []))})`,
    include.length === 0 ? '' : ` INCLUDE (${list(include)})`,
    deferrable(definition),
  ].join('');
}
