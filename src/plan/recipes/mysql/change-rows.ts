import type { OperationOf } from '../../../operation/operation.ts';
import { isNew } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { runAgain, walkedKey } from './fill-rows.ts';
import { staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlContext } from './staging.ts';
import { ownName, ownTable, tableText } from './text.ts';
import { walkSql } from './walk.ts';

type Change = OperationOf<'update' | 'delete'>;

/**
 * UPDATE and DELETE of many rows, as a job that changes a batch at a time: the author's own statement, with the keys of the batch added to its WHERE. A row that is
 * changed twice, because the job was stopped and run again, must be as if it was changed once.
 */
export const changeRows = defineMysqlRecipe({
  on: ['update', 'delete'],
  stage(context) {
    const table = ownTable(context);
    if (!context.found.has('operations') || isNew(context.before, table)) return undefined;
    const { operation } = context;
    const parted = partedAtWhere(context);
    const reason =
      parted === undefined
        ? 'its WHERE cannot be told from the rest of the statement: write it without WITH, ORDER BY and LIMIT, on one table'
        : whyNot(context, parted.head);
    if (parted === undefined || reason !== undefined) return { impossible: reason ?? '' };
    const key = walkedKey(context);
    if (!Array.isArray(key)) return key as { readonly impossible: string };
    if (
      operation.kind === 'update' &&
      operation.assignments.some((each) => key.some(({ name }) => name.toLowerCase() === each.toLowerCase()))
    )
      return {
        impossible: `it changes the key by which ${tableText(context)} is walked: fill a new column from it instead, and let them change places when it is filled`,
      };
    const where = parted.where === undefined ? '' : ` AND (${parted.where}${/--|#/.test(parted.where) ? '\n' : ''})`;
    return staged(context, [
      {
        stage: 'backfill',
        after: 'transaction',
        sql: walkSql({
          table: tableText(context),
          key,
          procedure: quoteIdentifier(context.helperName(ownName(context), operation.kind)),
          write: (within) => `${parted.head} WHERE ${within}${where}`,
        }),
        queues: false,
        rollback: wayBack(operation),
        why: `as written, but batch by batch; ${runAgain}`,
      },
    ]);
  },
});

/** The statement up to its WHERE, and what stands in that. */
function partedAtWhere({
  operation,
  source,
  statement,
}: MysqlContext<'update' | 'delete'>): { readonly head: string; readonly where?: string } | undefined {
  const text = source.slice(statement.start, statement.end).trim();
  if (/^with\b/i.test(text)) return undefined;
  if (operation.where === undefined) return /\b(?:where|order\s+by|limit|returning)\b/i.test(text) ? undefined : { head: text };
  const at = text.lastIndexOf(operation.where.text);
  const head = text.slice(0, at).replace(/\s*\bwhere\s*$/i, '');
  const isWhole = at >= 0 && at + operation.where.text.length === text.length && head.length < at;
  return isWhole ? { head, where: operation.where.text } : undefined;
}

/** Why the statement cannot be done in batches, with the least harmful way; undefined where it can. */
function whyNot(context: MysqlContext<'update' | 'delete'>, head: string): string | undefined {
  const { operation } = context;
  if (operation.reads.length > 0 || /\bjoin\b/i.test(head))
    return 'it reads other rows than those that it changes, which a batch may find changed by those before it: compute what it reads into a table of its own first, and change the rows from there by its key';
  if (operation.kind === 'update') {
    const own = operation.assignments.find(
      (each) => (head.match(new RegExp(`(?<![\\w$])\`?${each.replace(/[^\w]/g, '\\$&')}\`?(?![\\w$])`, 'gi')) ?? []).length > 1,
    );
    if (own !== undefined)
      return 'it computes a column from itself, and a batch that is run again would change its rows twice: fill a new column from the old one instead, and let them change places when it is filled';
  }
  return undefined;
}

function wayBack(_: Change): string {
  return '-- cannot be undone: what the rows held is gone, and comes back from a backup only';
}
