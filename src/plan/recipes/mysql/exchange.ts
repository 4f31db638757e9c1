import { applyStatement } from '../../../schema/apply.ts';
import type { Column } from '../../../schema/schema.ts';
import type { DefinitionPieces } from '../../../sql/mysql/definition.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { constraintWords, definitionText, piecesOfColumn } from './definition.ts';
import type { IndexesAgain } from './indexes-again.ts';
import { renaming, type Triggers, triggers } from './second-column.ts';
import type { Part } from './sequence.ts';
import type { MysqlContext } from './staging.ts';
import { alterTable, authorsStatement, tableText } from './text.ts';

/** A column, and a second one that is to take its name. */
export interface Exchange {
  readonly old: Column;
  /** As rows come without it: with a default, maybe. */
  readonly released: DefinitionPieces;
  readonly second: string;
  readonly pieces: DefinitionPieces;
  /** What the old one is called afterwards. */
  readonly kept: string;
  /** Which keep the second one in step until then. */
  readonly sync: Triggers;
  readonly indexes: IndexesAgain;
}

/**
 * In one moment, under a lock on the table, the columns exchange their names. Where every value of the new type fits the old one, triggers keep the old column in step from then on, so that there is
 * a way back until it goes, whatever is written.
 */
export function exchange(
  context: MysqlContext<'redefine-column'>,
  { old, released, second, pieces, kept, sync, indexes }: Exchange,
): { readonly moment: Part; readonly afterwards: readonly Part[] } {
  const [own, away] = [old.name, kept].map(quoteIdentifier) as [string, string];
  const copied = `SET NEW.${away} = NEW.${own}`;
  const reverse = fitsBack(context, old) ? triggers(context, old.name, { insert: copied, update: copied }) : undefined;
  const there = [renaming(context, old.name, kept, released), renaming(context, second, old.name, pieces), ...indexes.exchange];
  const back = [renaming(context, old.name, second, pieces), renaming(context, kept, old.name, released), ...indexes.back.exchange];
  const lock = `LOCK TABLES ${tableText(context)} WRITE`;
  const unlock = 'UNLOCK TABLES';
  const moment: Part = {
    stage: 'enforce',
    after: 'transaction',
    sql: [
      { sql: lock, rule: 'lock-table', reason: 'for the moment in which the columns exchange their names' },
      ...sync.drop,
      {
        sql: alterTable(context, there.join(', ')),
        rule: 'rename-column',
        reason: 'the name is that of a column with the same values all the time',
      },
      ...(reverse?.make ?? []),
      unlock,
    ],
    rollback: [
      ...indexes.back.build(kept),
      lock,
      ...(reverse?.drop ?? []),
      alterTable(context, back.join(', ')),
      ...sync.make,
      unlock,
      ...(reverse === undefined
        ? [`-- as long as nothing was written: what has been is not in ${own}, since not every value of the new type fits it`]
        : []),
    ],
    why:
      reverse === undefined
        ? 'in one moment the triggers go and the new column takes the name of the old one'
        : 'in one moment the new column takes the name of the old one, which triggers keep in step from here on',
  };
  if (reverse === undefined) return { moment, afterwards: [] };
  const end: Part = {
    stage: 'contract',
    after: 'deploy',
    sql: reverse.drop,
    rollback: reverse.make,
    why: 'nobody goes back behind the new type any more',
  };
  return { moment, afterwards: [end] };
}

/** Whether the server would take the column back to its old type whatever its rows held. */
function fitsBack(context: MysqlContext<'redefine-column'>, old: Column): boolean {
  const { type, attributes } = piecesOfColumn(old);
  const nullable = { type, attributes: attributes.filter(({ word }) => word !== 'not' && word !== 'null' && word !== 'default') };
  const after = applyStatement(context.before, context.read(authorsStatement(context)));
  const back = context.read(alterTable(context, `MODIFY COLUMN ${definitionText(old.name, nullable, constraintWords)} NULL`));
  const forms = context.formsOf(back, after);
  return forms !== undefined && Object.values(forms).every((form) => form.fails === undefined);
}
