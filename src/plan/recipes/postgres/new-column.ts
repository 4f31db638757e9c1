import { columnsIn, type Expression, type ExpressionNode, isNullConstant } from '../../../operation/expression.ts';
import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { ColumnDefinition, OperationOf } from '../../../operation/operation.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { type Column, columnOf, resolve } from '../../../schema/schema.ts';
import { isSerial } from '../../../schema/serial.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import type { RecipeContext } from '../../recipe.ts';
import { ownName, tableText, textOf } from './alter.ts';
import { identity, type Numbering, serial } from './own-sequence.ts';

/** How the rows that exist come to their value. */
export type Fill =
  /** They keep NULL. */
  | { readonly how: 'null' }
  /** The catalog keeps it for them: ADD COLUMN with a default that is not volatile. `drop`: the author did not ask for the default, it goes at the end. */
  | { readonly how: 'catalog'; readonly expression: string; readonly drop: boolean }
  /** Batch by batch. `default` also fills the rows of running code; without one, only the new code writes them. */
  | {
      readonly how: 'backfill';
      readonly value: { readonly text: string; readonly tree: ExpressionNode };
      readonly default?: string;
      readonly numbering?: Numbering;
    };

/** What keeps NULL out of the column by its definition. */
export function isRequired(column: ColumnDefinition): boolean {
  return (
    column.notNull ||
    column.identity !== undefined ||
    isSerial(column.type) ||
    column.constraints.some((each) => each.type === 'not-null' || each.type === 'primary-key')
  );
}

/** The way for the rows of a new column, or why there is none, or what the author has to state. */
export function fillOf(
  context: RecipeContext<'add-column'>,
):
  | Fill
  | { readonly impossible: string }
  | { readonly question: { readonly table: ReturnType<typeof ownName>; readonly column: string; readonly message: string } } {
  const { column } = context.operation;
  if (isSerial(column.type)) return numbering(serial(context, column));
  if (column.identity !== undefined) {
    const own = identity(context, column);
    return 'impossible' in own ? own : numbering(own);
  }
  if (rewrites(context, undefined))
    return {
      impossible: `${column.type.text} is a domain with a constraint: PostgreSQL tests it on every row when a column takes the type, whether the column is added with it or changed to it later, and has no NOT VALID for that. The least harmful way is a column of the type under the domain with the same CHECK as a NOT VALID table constraint; else a maintenance window`,
    };
  const merged = isRequired(column) ? mergedIn(context, (own) => !own.notNull) : undefined;
  if (merged !== undefined)
    return {
      impossible: `${quoteName(merged)} inherits from ${tableText(context)} and has a column ${quoteIdentifier(column.name)} already, whose rows are read for the NOT NULL while nobody can use them: make it NOT NULL there in a migration before this one`,
    };
  const stated = column.default;
  if (stated !== undefined && !isNullConstant(stated.tree))
    return rewrites(context, stated)
      ? { how: 'backfill', value: stated, default: stated.text }
      : { how: 'catalog', expression: stated.text, drop: false };
  if (!isRequired(column)) return { how: 'null' };

  const table = ownName(context);
  const answer = context.backfill(table, column.name);
  const name = `${tableText(context)}.${quoteIdentifier(column.name)}`;
  if (answer === undefined)
    return {
      question: {
        table,
        column: column.name,
        message: `${name} is required and has no default: only you know what the rows that exist should hold.`,
      },
    };
  const { expression, printed } = answer;
  if (columnsIn(expression.tree).length === 0 && !rewrites(context, { ...expression, text: printed }))
    return { how: 'catalog', expression: printed, drop: true };
  return { how: 'backfill', value: { text: printed, tree: expression.tree } };
}

/** A table that inherits and has such a column already. */
function mergedIn({ before, operation }: RecipeContext<'add-column'>, isSuch: (column: Column) => boolean): ResolvedName | undefined {
  const heirs = partitionTree(before, resolve(before, operation.table)).slice(1);
  return heirs.find((each) => {
    const column = columnOf(before.tables.get(keyOf(each)), operation.column.name);
    return column !== undefined && isSuch(column);
  });
}

/** Why the rows of the new column cannot be filled, nor what computes or numbers them be given: a table that inherits has the column already, and keeps what it has. */
export function whyNotFilled(context: RecipeContext<'add-column'>): string | undefined {
  const merged = mergedIn(context, () => true);
  if (merged === undefined) return undefined;
  const column = quoteIdentifier(context.operation.column.name);
  return `${textOf(context, merged)} inherits from ${tableText(context)} and has a column ${column} already, which keeps its values and its default, while those of ${tableText(context)} and the others that inherit would be filled: give the column another name, or drop it there in a migration before this one`;
}

function numbering(own: Numbering): Fill {
  return { how: 'backfill', value: { text: own.expression, tree: { kind: 'null' } }, default: own.expression, numbering: own };
}

/** Whether ADD COLUMN would rewrite the table for the column's type and this default alone. */
function rewrites(context: RecipeContext<'add-column'>, expression: Expression | undefined): boolean {
  const { default: _default, identity: _identity, generated: _generated, ...rest } = context.operation.column;
  const column: ColumnDefinition = { ...rest, notNull: false, constraints: [], ...(expression && { default: expression }) };
  const probe: OperationOf<'add-column'> = { ...context.operation, column };
  return context.effectsOf(probe).some((effect) => effect.work.includes('rewrite'));
}

/** `name type COLLATE …`: the column without its default and constraints. */
export function bareColumn(column: ColumnDefinition, type = column.type.text): string {
  return [
    `${quoteIdentifier(column.name)} ${type}`,
    column.storage === undefined ? '' : `STORAGE ${column.storage}`,
    column.compression === undefined ? '' : `COMPRESSION ${column.compression}`,
    column.collation === undefined ? '' : `COLLATE ${quoteName(column.collation)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
