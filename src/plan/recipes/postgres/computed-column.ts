import { type Expression, type ExpressionNode, someNode } from '../../../operation/expression.ts';
import { keyOf } from '../../../operation/name.ts';
import type { ColumnDefinition } from '../../../operation/operation.ts';
import { objectName } from '../../../schema/naming.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { typeKey } from '../../../schema/store.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { columnOfAll, type Differing } from '../../differing.ts';
import type { Differs, StagingContext } from '../../recipe.ts';
import { ownName, ownTable, tableText } from './alter.ts';
import { computing } from './conversion.ts';
import { type SyncTrigger, syncTrigger, tablesForTrigger } from './sync-trigger.ts';

/** A plain column that a trigger computes, for good: what comes nearest to a stored generated one without rewriting the table. */
export interface ComputedColumn {
  readonly trigger: SyncTrigger;
  readonly differs: Differs;
}

export function computedColumn(
  context: StagingContext,
  column: string,
  expression: Expression,
): ComputedColumn | { readonly impossible: string } {
  const tables = tablesForTrigger(context);
  if ('impossible' in tables) return tables;
  const table = ownName(context);
  const name = objectName(table.name, column, 'computed');
  const trigger = syncTrigger(context, name, tables, computing(column, expression, table, ownTable(context)), { searchPath: true });
  return {
    trigger,
    differs: {
      sentence: `${tableText(context)}.${quoteIdentifier(column)} is a plain column that the trigger ${quoteIdentifier(trigger.name)} computes whenever a row is written, since PostgreSQL makes a stored generated column only by rewriting the table; what is written to it by hand is replaced, not refused`,
      things: [
        ...columnOfAll(context.before, table, column),
        ...partitionTree(context.before, table).map((each): Differing => ({ kind: 'trigger', table: each, name: trigger.name })),
        { kind: 'function', function: { schema: table.schema, name } },
      ],
    },
  };
}

/**
 * Whether a virtual column (PostgreSQL 18) can stand for a stored one: it takes no index or key and no user's type or function.
 * https://www.postgresql.org/docs/18/ddl-generated-columns.html
 */
export function canBeVirtual({ before, target, indexedLater }: StagingContext, column: ColumnDefinition): boolean {
  const { generated } = column;
  if ((target.major ?? 0) < 18 || generated === undefined || indexedLater(column.name) || typeKey(before, column.type) !== undefined)
    return false;
  if (column.constraints.some((each) => each.type !== 'check' && each.type !== 'not-null')) return false;
  const isUsers = (node: ExpressionNode): boolean =>
    (node.kind === 'call' && (node.function.schema ?? 'pg_catalog') !== 'pg_catalog') ||
    (node.kind === 'call' && before.searchPath.some((schema) => before.functions.has(keyOf({ schema, name: node.function.name })))) ||
    (node.kind === 'cast' && typeKey(before, node.type) !== undefined);
  return !someNode(generated.expression.tree, isUsers);
}
