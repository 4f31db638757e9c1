import type { OperationOf } from '../../../operation/operation.ts';
import { columnOf, isNew, resolve, type Table } from '../../../schema/schema.ts';
import { same } from '../../../schema/store.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { walkSql } from '../../backfill.ts';
import { defineRecipe, type RecipeContext } from '../../recipe.ts';
import { behindEnumValue } from './after-enum-value.ts';
import { boundToItsFile, ownTable, tableText } from './alter.ts';
import { type ChangeText, readChange } from './change-text.ts';
import { primaryKey } from './fill-rows.ts';

type Change = OperationOf<'update' | 'delete'>;

/**
 * UPDATE and DELETE of many rows, as a job that changes a batch at a time: the author's own statement, with the keys of the batch added to its WHERE. A row that is
 * changed twice, because the job was stopped and run again, must be as if it was changed once.
 */
export const changeRows = defineRecipe({
  on: ['update', 'delete'],
  stage(context) {
    const { operation, source, statement, before } = context;
    const table = ownTable(context);
    if (!context.found.has('operations') || isNew(before, table)) return behindEnumValue(context);
    const text = readChange(source.slice(statement.start, statement.end), operation.kind === 'update' ? operation.assignments : []);
    if (text === undefined)
      return { impossible: 'its WHERE cannot be told from the rest of the statement: write it as UPDATE or DELETE, without WITH' };
    const reason = boundToItsFile(context, operation.table) ?? whyNot(context, table, text);
    if (reason !== undefined) return { impossible: reason };
    const where = text.where === undefined ? '' : ` AND (${text.where}${text.where.includes('--') ? '\n' : ''})`;
    return {
      steps: [
        {
          stage: 'backfill',
          after: 'transaction',
          sql: walkSql({
            table: tableText(context),
            ...(operation.only && { only: true }),
            key: primaryKey(table),
            lowestMajor: context.lowestMajor,
            prefix: text.joins ? `${text.name}.` : '',
            write: (within, line) => `${text.head}${line}WHERE ${within}${where}`,
            label: tableText(context),
            done: operation.kind === 'update' ? 'rows changed' : 'rows deleted',
          }),
          transaction: 'none',
          queues: false,
          rollback: wayBack(operation, table, before.unit),
          why: 'as written, but batch by batch; can be stopped and run again',
        },
      ],
    };
  },
});

/** Why the statement cannot be done in batches, with the least harmful way; undefined where it can. */
function whyNot(context: RecipeContext<'update' | 'delete'>, table: Table | undefined, text: ChangeText): string | undefined {
  const { operation, before } = context;
  const name = tableText(context);
  const elsewhere = operation.reads.find((each) => context.nameOf(each) !== quoteName(each));
  if (elsewhere !== undefined)
    return `the file sets a search_path of its own, which does not hold in another file: write ${quoteName(elsewhere)} with its schema`;
  if (operation.reads.some((each) => same(resolve(before, each), resolve(before, operation.table))))
    return `it reads ${name} itself, which a batch finds changed by those before it: compute what it reads into a table of its own first, and change the rows from there`;
  const rule = table?.hanging.find((each) => each.kind === 'rule');
  if (rule !== undefined)
    return `the rule ${quoteIdentifier(rule.name)} may put something else in the place of it: drop it first, and make it anew afterwards`;
  const key = primaryKey(table);
  if (operation.kind === 'update' && operation.assignments.some((each) => key.includes(each)))
    return `it changes the primary key, by which ${name} is walked: fill a new column from it instead, and let them change places when it is filled`;
  if (key.length === 0) {
    if (table?.complete !== true)
      return `the history does not show a primary key of ${name} to walk: give Lockstep a dump of the schema (docs/configuration.md)`;
    if (table.partitionBy !== undefined || table.children.length > 0)
      return `${name} has no primary key to walk, and its rows lie in several tables: write one statement for each of them`;
  } else if (table?.partitionBy === undefined && table?.children.length !== 0 && !operation.only)
    return `other tables inherit from ${name}, without its primary key: write one statement for each, with ONLY`;
  if (text.readsItself)
    return `it computes a column from itself, and a batch that is run again would change its rows twice: fill a new column from the old one instead, and let them change places when it is filled`;
  return undefined;
}

function wayBack(operation: Change, table: Table | undefined, unit: number): string {
  const areNew =
    operation.kind === 'update' && unit !== 0 && operation.assignments.every((each) => columnOf(table, each)?.createdIn === unit);
  return areNew
    ? '-- nothing to undo: the values go with the columns'
    : '-- cannot be undone: what the rows held is gone, and comes back from a backup only';
}
