import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { alterColumn, tableText, textOf } from './alter.ts';
import type { Carried } from './carried.ts';

/** How a column that takes another's place takes its sequence: an owned one changes its owner; that of an identity is made anew and goes on where the old one was. */
export function takeOver(
  context: StagingContext,
  { column, sequence }: Carried,
  aside: string,
): { readonly declare: readonly string[]; readonly release: readonly string[]; readonly take: readonly string[] } {
  if (sequence === undefined) return { declare: [], release: [], take: [] };
  const name = textOf(context, sequence);
  if (column.identity === undefined)
    return { declare: [], release: [], take: [`ALTER SEQUENCE ${name} OWNED BY ${tableText(context)}.${quoteIdentifier(column.name)};`] };
  const { when, options } = column.identity;
  const own = /\bsequence\s+name\b/i.test(options ?? '') ? options : `SEQUENCE NAME ${name}${options === undefined ? '' : ` ${options}`}`;
  return {
    declare: ['lockstep_last bigint;', 'lockstep_called boolean;'],
    release: [
      `SELECT last_value, is_called INTO lockstep_last, lockstep_called FROM ${name};`,
      alterColumn(context, aside, 'DROP IDENTITY'),
    ],
    take: [
      alterColumn(context, column.name, `ADD GENERATED ${when.toUpperCase()} AS IDENTITY (${own})`),
      `PERFORM setval(${quoteLiteral(name)}, lockstep_last, lockstep_called);`,
    ],
  };
}
