import { columnOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned } from './as-pinned.ts';
import { definitionText, piecesOfColumn } from './definition.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlContext } from './staging.ts';
import { alterTable, authorsText, ownTable } from './text.ts';
import { refusesLiteralDefault, zeroOf } from './zero.ts';

/**
 * A column is dropped when no running code names it: until then rows come with it and without it. The path not taken: INVISIBLE before it, which can be taken back. It shows none of those who still
 * name the column, whose queries go on; and an INSERT without a list of columns, and a `SELECT *` that counts them, fail with it as with the drop (run on MySQL 9.7 and MariaDB 10.11).
 */
export const dropColumn = defineMysqlRecipe({
  on: ['drop-column'],
  stage(context) {
    const { operation } = context;
    if (!context.found.has('breaking')) return asPinned(context, { rollback: gone(operation.column) });
    const drop: Part = {
      stage: 'contract',
      after: 'deploy',
      sql: [
        {
          sql: alterTable(context, authorsText(context)),
          rule: 'drop-column',
          reason: 'it comes behind the deploy of the code that no longer names the column',
        },
      ],
      rollback: gone(operation.column),
      why: 'the code that no longer names the column has to run everywhere before this',
    };
    return staged(context, [...release(context), drop]);
  },
});

function gone(column: string): string {
  return `-- cannot be undone: the values of ${quoteIdentifier(column)} are gone, and come back from a backup only`;
}

/** Lets rows come without a value: by a default where the type has one, for that touches no row; else by NULL. */
function release(context: MysqlContext<'drop-column'>): readonly Part[] {
  const { column: name } = context.operation;
  const column = columnOf(ownTable(context), name);
  if (column === undefined || !column.notNull || column.default !== undefined || column.autoIncrement || column.generated !== undefined)
    return [];
  const quoted = quoteIdentifier(name);
  const zero = refusesLiteralDefault(column.type, context.target) ? undefined : zeroOf(column.type);
  const shared = { stage: 'expand', after: 'none', why: 'the code that no longer names the column writes rows without it' } as const;
  if (zero !== undefined)
    return [
      {
        ...shared,
        sql: [alterTable(context, `ALTER COLUMN ${quoted} SET DEFAULT ${zero}`)],
        rollback: [alterTable(context, `ALTER COLUMN ${quoted} DROP DEFAULT`)],
      },
    ];
  const pieces = piecesOfColumn(column);
  const nullable = {
    ...pieces,
    attributes: pieces.attributes.map((each) => (each.word === 'not' ? { word: 'null', text: 'NULL' } : each)),
  };
  return [
    {
      ...shared,
      sql: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, nullable)}`)],
      rollback: [alterTable(context, `MODIFY COLUMN ${definitionText(column.name, pieces)}`)],
    },
  ];
}
