import type { TypeName } from '../../../operation/type-name.ts';
import { unnamed } from '../../../schema/sequence-options.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { alterColumn, tableText, textOf } from './alter.ts';
import type { Carried } from './carried.ts';
import { percent } from './run-each.ts';

/** The highest value that a sequence of the type has if none is stated; the lowest of one that counts down is one below its negative. */
const highest: Readonly<Record<string, string>> = { int2: '32767', int4: '2147483647', int8: '9223372036854775807' };

/**
 * How a column that takes another's place takes its sequences: an owned one changes its owner; that of an identity is made anew, as ALTER has made it since, and goes
 * on where the old one was.
 * @param types of the column that takes the place, and of the other one
 */
export function takeOver(
  context: StagingContext,
  { column, sequences }: Carried,
  aside: string,
  [into, from]: readonly [TypeName, TypeName],
): { readonly declare: readonly string[]; readonly release: readonly string[]; readonly take: readonly string[] } {
  const names = sequences.map((each) => textOf(context, each));
  const [name] = names;
  if (column.identity === undefined || name === undefined) {
    const owner = `${tableText(context)}.${quoteIdentifier(column.name)}`;
    return { declare: [], release: [], take: names.map((each) => `ALTER SEQUENCE ${each} OWNED BY ${owner};`) };
  }
  const own = `SEQUENCE NAME ${name} ${unnamed(column.identity.options)}`.trim();
  // A bound that the old type has set is the new type's now: https://www.postgresql.org/docs/current/sql-altersequence.html ("AS data_type")
  const [wide, narrow] = [highest[into.name], highest[from.name]];
  const options = [
    'seqincrement',
    `CASE seqmin WHEN -${narrow} - 1 THEN -${wide} - 1 ELSE seqmin END`,
    `CASE seqmax WHEN ${narrow} THEN ${wide} ELSE seqmax END`,
    'seqstart',
    'seqcache',
    "CASE WHEN seqcycle THEN '' ELSE 'NO ' END",
  ];
  const format = `ALTER SEQUENCE ${percent(name)} INCREMENT BY %s MINVALUE %s MAXVALUE %s START WITH %s CACHE %s %sCYCLE`;
  return {
    declare: ['lockstep_last bigint;', 'lockstep_called boolean;', 'lockstep_numbering text;'],
    release: [
      `SELECT last_value, is_called INTO lockstep_last, lockstep_called FROM ${name};`,
      `SELECT format(${quoteLiteral(format)}, ${options.join(', ')}) INTO lockstep_numbering FROM pg_sequence WHERE seqrelid = ${quoteLiteral(name)}::regclass;`,
      alterColumn(context, aside, 'DROP IDENTITY'),
    ],
    take: [
      alterColumn(context, column.name, `ADD GENERATED ${column.identity.when.toUpperCase()} AS IDENTITY (${own})`),
      'EXECUTE lockstep_numbering;',
      `PERFORM setval(${quoteLiteral(name)}, lockstep_last, lockstep_called);`,
    ],
  };
}
