import { columnsIn } from '../../../operation/expression.ts';
import type { IndexElement } from '../../../operation/operation.ts';
import { primary } from '../../../schema/mysql/index.ts';
import type { Index, Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { elementsText } from './index-text.ts';
import type { Part } from './sequence.ts';
import type { MysqlStaging } from './staging.ts';
import { alterTable, ownName } from './text.ts';

export const columnsOf = ({ definition }: Index): readonly string[] =>
  definition.elements.flatMap((each) => each.column ?? (each.expression ? columnsIn(each.expression.tree) : []));

/** The same on another column. */
const onto = (elements: readonly IndexElement[], column: string, to: string): readonly IndexElement[] =>
  elements.map((each) => (each.column?.toLowerCase() === column.toLowerCase() ? { ...each, column: to } : each));

/** But for the primary key. */
export function indexesOn(table: Table | undefined, column: string): readonly Index[] {
  const lower = column.toLowerCase();
  return table?.indexes.filter((each) => each.name !== primary && columnsOf(each).some((name) => name.toLowerCase() === lower)) ?? [];
}

/** Indexes that go over from one column to another. */
export interface IndexesAgain {
  readonly build: readonly Part[];
  /** Actions of the ALTER TABLE in which they get the names of those before them. */
  readonly exchange: readonly string[];
  readonly back: {
    /** Those of the first column anew, whatever that is called. */
    build(first: string): readonly string[];
    readonly exchange: readonly string[];
  };
}

/** The indexes on a column once more, on the second one, under names that they keep until the first one goes. */
export function indexesAgain(context: MysqlStaging, table: Table | undefined, column: string, second: string): IndexesAgain {
  const made = indexesOn(table, column).map((index) => ({
    definition: index.definition,
    own: quoteIdentifier(index.name),
    name: quoteIdentifier(context.helperName(ownName(context), `${index.name}_index`)),
    first: quoteIdentifier(context.helperName(ownName(context), `${index.name}_first`)),
  }));
  const over = ({ definition }: (typeof made)[number], name: string, to: string): string =>
    alterTable(context, `ADD ${definition.unique ? 'UNIQUE ' : ''}INDEX ${name} (${elementsText(onto(definition.elements, column, to))})`);
  return {
    build: made.map(
      (each): Part => ({
        stage: 'enforce',
        after: 'backfill',
        sql: [over(each, each.name, second)],
        rollback: [alterTable(context, `DROP INDEX ${each.name}`)],
        why: 'the index of the second column, built while others write',
      }),
    ),
    exchange: made.flatMap(({ own, name }) => [`DROP INDEX ${own}`, `RENAME INDEX ${name} TO ${own}`]),
    back: {
      build: (first) => made.map((each) => over(each, each.first, first)),
      exchange: made.flatMap(({ own, name, first }) => [`RENAME INDEX ${own} TO ${name}`, `RENAME INDEX ${first} TO ${own}`]),
    },
  };
}

/**
 * The primary key over the second column, exchanged while others write; undefined where the first one is in none. Until the names change over, those who look rows up by the first
 * column find them by a plain index: what is unique in it is so in the second one.
 */
export function primaryAgain(
  context: MysqlStaging,
  table: Table | undefined,
  column: string,
  second: string,
): { readonly build: readonly Part[]; readonly drop: Part } | undefined {
  const elements = table?.indexes.find(({ name }) => name === primary)?.definition.elements ?? [];
  if (!elements.some((each) => each.column?.toLowerCase() === column.toLowerCase())) return undefined;
  const over = (name: string): string => elementsText(onto(elements, column, name));
  const index = quoteIdentifier(context.helperName(ownName(context), `${column}_key`));
  const exchanged = (name: string): string => alterTable(context, `DROP PRIMARY KEY, ADD PRIMARY KEY (${over(name)})`);
  return {
    build: [
      {
        stage: 'enforce',
        after: 'backfill',
        sql: [alterTable(context, `ADD INDEX ${index} (${over(column)})`)],
        rollback: [alterTable(context, `DROP INDEX ${index}`)],
        why: 'for those who look rows up by the old key, until the columns exchange their names',
      },
      {
        stage: 'enforce',
        after: 'transaction',
        sql: [exchanged(second)],
        rollback: [exchanged(column)],
        why: 'the rows are written anew in the order of the new key, while others write; fails where two of them have the same key in the new type',
      },
    ],
    drop: {
      stage: 'contract',
      after: 'deploy',
      sql: [alterTable(context, `DROP INDEX ${index}`)],
      rollback: '-- no code looks rows up by the old key any more',
      why: 'the index of the old column',
    },
  };
}
