import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeContext, RecipeResult } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { besideTable, ownName, ownTable, tableText } from './alter.ts';
import { atOnce } from './at-once.ts';
import { buildIndex } from './build-index.ts';
import { definitionText } from './index-text.ts';

/** A class of errors that PostgreSQL does not use: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const wanted = 'LS001';

/**
 * An index that a DO block makes where it finds something to be so: nothing that may ask can build CONCURRENTLY. It is built under a name of its own; then the block's
 * question is asked as if it were not there, and it gets its name or goes.
 * @param question the block's conditions
 */
export function indexIfAsked(context: RecipeContext<'create-index'>, question: string): RecipeResult {
  const { index } = context.operation;
  if (index.name === undefined || ownTable(context)?.partitionBy !== undefined) return undefined;
  const helper = context.helperName(ownName(context), index.name);
  const built = besideTable(context, helper);
  const dropped = `DROP INDEX CONCURRENTLY IF EXISTS ${besideTable(context, index.name)};`;
  return {
    steps: [
      buildIndex(
        { stage: 'expand', after: 'transaction' },
        `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${quoteIdentifier(helper)} ON ${tableText(context)} ${definitionText(index)};`,
        built,
        `builds the index under a name of its own while ${tableText(context)} is read and written`,
      ),
      {
        stage: 'expand',
        after: 'transaction',
        sql: waived(
          'drop-index-blocking',
          'no query uses the index yet',
          atOnce([
            'BEGIN',
            `  DROP INDEX ${built};`,
            `  IF ${question} THEN`,
            `    RAISE SQLSTATE '${wanted}';`,
            '  END IF;',
            `EXCEPTION WHEN SQLSTATE '${wanted}' THEN`,
            `  ALTER INDEX ${built} RENAME TO ${quoteIdentifier(index.name)};`,
            'END;',
          ]),
        ),
        transaction: 'own',
        rollback: ownTable(context)?.complete ? dropped : `-- nothing to undo where the index was there before; else ${dropped}`,
        why: 'asks what the block asks, without the index: where the block would have made it, it stays, under its name',
      },
    ],
  };
}
