import { columnOf } from '../../../schema/schema.ts';
import type { DefinitionPieces } from '../../../sql/mysql/definition.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { RecipeResult } from '../../recipe.ts';
import { asPinned } from './as-pinned.ts';
import { definitionText, piecesOfColumn } from './definition.ts';
import { fillRows } from './fill-rows.ts';
import { indexesAgain } from './indexes-again.ts';
import { cannotBeReplaced, knowsRename, triggers } from './second-column.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlStaging } from './staging.ts';
import { alterTable, ownTable, tableText } from './text.ts';

export const renameColumn = defineMysqlRecipe({
  on: ['rename-column'],
  stage(context) {
    const { column, to } = context.operation;
    return context.found.has('breaking') ? renamed(context, column, to) : asPinned(context);
  },
});

/**
 * A column under both names, until no running code uses the old one: a second column, which triggers keep in step with the first, whichever of the two is written.
 *
 * A row that is inserted by one name must be seen to lack the other: NULL tells, so the first column must not have a default, and is nullable meanwhile.
 */
export function renamed(context: MysqlStaging, from: string, to: string): RecipeResult {
  const table = ownTable(context);
  const old = columnOf(table, from);
  const reason = cannotBeReplaced(table, from, false);
  if (old === undefined || reason !== undefined)
    return {
      impossible: `${reason ?? 'the column is not known'}: the least harmful way is to leave the column its name, and let the code call it otherwise`,
    };
  if (old.default !== undefined)
    return {
      impossible: `${quoteIdentifier(from)} has a default, so that a row that is written by the new name alone could not be told from one that gets it: drop the default in a migration before, or let the code alone call it otherwise`,
    };
  const [first, second] = [quoteIdentifier(from), quoteIdentifier(to)];
  const pieces = piecesOfColumn(old);
  const nullable = {
    ...pieces,
    attributes: pieces.attributes.map((each) => (each.word === 'not' ? { word: 'null', text: 'NULL' } : each)),
  };
  const sync = triggers(context, from, {
    insert: `SET NEW.${first} = COALESCE(NEW.${first}, NEW.${second}), NEW.${second} = NEW.${first}`,
    update: `SET NEW.${first} = IF(NEW.${second} <=> OLD.${second}, NEW.${first}, NEW.${second}), NEW.${second} = NEW.${first}`,
  });
  const filled = fillRows(context, to, first, 'transaction');
  if ('impossible' in filled) return filled;
  const indexes = indexesAgain(context, table, from, to);
  if (!knowsRename(context.target) && context.target.engine === 'mariadb' && indexes.exchange.length > 0)
    return {
      impossible: `${first} is indexed, and the server cannot rename the indexes of a second column: let the code alone call it otherwise`,
    };
  /** A column that is NOT NULL in the end, from one definition to another and back. */
  const redefined = (
    name: string,
    now: DefinitionPieces,
    before: DefinitionPieces,
    part: Pick<Part, 'stage' | 'after' | 'why'>,
  ): readonly Part[] =>
    old.notNull
      ? [
          {
            ...part,
            sql: [alterTable(context, `MODIFY COLUMN ${definitionText(name, now)}`)],
            rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(name, before)}`)],
          },
        ]
      : [];
  const parts: readonly Part[] = [
    ...redefined(from, nullable, pieces, {
      stage: 'expand',
      after: 'none',
      why: 'rows come by either name; the rows are written anew while others write',
    }),
    {
      stage: 'expand',
      after: 'transaction',
      sql: [alterTable(context, `ADD COLUMN ${definitionText(to, nullable)} AFTER ${first}`)],
      rollback: [alterTable(context, `DROP COLUMN ${second}`)],
      why: 'the column under its new name',
    },
    sync.made,
    filled,
    ...redefined(to, pieces, nullable, {
      stage: 'enforce',
      after: 'backfill',
      why: `as the old one; fails where a row is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${second} IS NULL;`,
    }),
    ...indexes.build,
    {
      stage: 'contract',
      after: 'deploy',
      sql: sync.drop,
      rollback: sync.make,
      why: 'no running code uses the old name any more',
    },
    ...(indexes.exchange.length === 0
      ? []
      : [
          {
            stage: 'contract',
            after: 'transaction',
            sql: [alterTable(context, indexes.exchange.join(', '))],
            rollback: `-- the old name comes back by a plan of its own: ${alterTable(context, `RENAME COLUMN ${second} TO ${first}`)}`,
            why: 'the indexes of the new column under their own names',
          } as const,
        ]),
    {
      stage: 'contract',
      after: 'transaction',
      sql: [
        {
          sql: alterTable(context, `DROP COLUMN ${first}`),
          rule: 'drop-column',
          reason: 'it comes behind the deploy of the code that no longer uses the name',
        },
      ],
      rollback: `-- the old name comes back by a plan of its own: ${alterTable(context, `RENAME COLUMN ${second} TO ${first}`)}`,
      why: 'the old name goes',
    },
  ];
  return staged(context, parts);
}
