import { type Column, columnOf } from '../../../schema/schema.ts';
import type { DefinitionPieces } from '../../../sql/mysql/definition.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import type { RecipeResult } from '../../recipe.ts';
import { positionText } from './add-column.ts';
import { authorsPieces, constraintWords, definitionText, piecesOfColumn } from './definition.ts';
import { exchange } from './exchange.ts';
import { fillRows } from './fill-rows.ts';
import { indexesAgain, primaryAgain } from './indexes-again.ts';
import { cannotBeReplaced, knowsRename, triggers } from './second-column.ts';
import { type Part, staged } from './sequence.ts';
import type { MysqlContext } from './staging.ts';
import { alterTable, ownName, ownTable, tableText } from './text.ts';
import { byCopyingTool } from './tool.ts';
import { refusesLiteralDefault, zeroOf } from './zero.ts';

/**
 * A column of another type beside the old one: triggers and a backfill fill it, it gets its indexes, and in one moment, under a lock on the table, the two exchange their names. The old one goes behind a
 * deploy. What a second column could not take over is left to a tool that copies the table.
 * @param reason why the server cannot change it while others write
 */
export function changeType(context: MysqlContext<'redefine-column'>, reason: string): RecipeResult {
  const { column: name, definition, position } = context.operation;
  const table = ownTable(context);
  const old = columnOf(table, name);
  const tied = cannotBeReplaced(table, name, true);
  const released = old && release(context, old);
  if (tied !== undefined || old === undefined || released === undefined)
    return byCopyingTool(context, tied === undefined ? reason : `${reason}, and ${tied}`);
  const [second, kept] = ['new', 'old'].map((which) => context.helperName(ownName(context), `${name}_${which}`)) as [string, string];
  const [own, made, away] = [name, second, kept].map(quoteIdentifier) as [string, string, string];
  const key = primaryAgain(context, table, name, second);
  const authors = authorsPieces(context, definition);
  const pieces = key === undefined ? authors : notNull(authors);
  const plain = `${definitionText(second, pieces, new Set([...constraintWords, 'not', 'null', 'default', 'on']))} NULL`;
  const convert = `SET NEW.${made} = NEW.${own}`;
  const sync = triggers(context, name, { insert: convert, update: convert });
  const filled = fillRows(context, second, own, 'transaction', name);
  if ('impossible' in filled) return byCopyingTool(context, `${reason}, and ${filled.impossible}`);
  const indexes = indexesAgain(context, table, name, second);
  const final = definitionText(second, pieces, constraintWords);
  if (!knowsRename(context.target) && context.target.engine === 'mariadb' && indexes.exchange.length > 0)
    return byCopyingTool(context, `${reason}, and the server cannot rename the indexes of a second column`);
  const { moment, afterwards } = exchange(context, {
    old,
    released: released.zero === undefined ? piecesOfColumn(old) : withDefault(piecesOfColumn(old), released.zero),
    second,
    pieces: without(pieces, constraintWords),
    kept,
    sync,
    indexes,
  });
  const parts: readonly Part[] = [
    {
      stage: 'expand',
      after: 'none',
      sql: [alterTable(context, `ADD COLUMN ${plain}${position === undefined ? ` AFTER ${own}` : positionText(position)}`)],
      rollback: [alterTable(context, `DROP COLUMN ${made}`)],
      why: `will be ${own} when it is filled`,
    },
    sync.made,
    filled,
    ...(final === plain
      ? []
      : [
          {
            stage: 'enforce',
            after: 'backfill',
            sql: [alterTable(context, `MODIFY COLUMN ${final}`)],
            rollback: [alterTable(context, `MODIFY COLUMN ${plain}`)],
            why: `as defined; fails where a row is left, so first no row may come from: SELECT * FROM ${tableText(context)} WHERE ${made} IS NULL AND ${own} IS NOT NULL;`,
          } as const,
        ]),
    ...indexes.build,
    ...(key?.build ?? []),
    ...released.parts,
    moment,
    ...afterwards,
    ...(key === undefined ? [] : [key.drop]),
    {
      stage: 'contract',
      after: 'deploy',
      sql: [{ sql: alterTable(context, `DROP COLUMN ${away}`), rule: 'drop-column', reason: 'no code has ever known it by this name' }],
      rollback: `-- cannot be undone: the old values of ${own} are gone, and come back from a backup only`,
      why: 'the old column, which nobody writes any more',
    },
  ];
  return staged(context, parts);
}

const without = ({ type, attributes }: DefinitionPieces, words: ReadonlySet<string>): DefinitionPieces => ({
  type,
  attributes: attributes.filter(({ word }) => !words.has(word)),
});

/** A primary key makes its columns NOT NULL, whether they say so or not. */
const notNull = ({ type, attributes }: DefinitionPieces): DefinitionPieces => ({
  type,
  attributes: [{ word: 'not', text: 'NOT NULL' }, ...attributes.filter(({ word }) => word !== 'not' && word !== 'null')],
});

const withDefault = ({ type, attributes }: DefinitionPieces, value: string): DefinitionPieces => ({
  type,
  attributes: [...attributes, { word: 'default', text: `DEFAULT ${value}` }],
});

/** Once it has another name, no code gives the old column a value any more: a default does. @returns undefined where the server takes none for its type */
function release(
  context: MysqlContext<'redefine-column'>,
  column: Column,
): { readonly parts: readonly Part[]; readonly zero?: string } | undefined {
  if (!column.notNull || column.default !== undefined) return { parts: [] };
  const zero = refusesLiteralDefault(column.type, context.target) ? undefined : zeroOf(column.type);
  if (zero === undefined) return undefined;
  const own = quoteIdentifier(column.name);
  const part: Part = {
    stage: 'enforce',
    after: 'transaction',
    sql: [alterTable(context, `ALTER COLUMN ${own} SET DEFAULT ${zero}`)],
    rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, piecesOfColumn(column))}`)],
    why: 'rows will come without the old column once it has another name',
  };
  return { parts: [part], zero };
}
