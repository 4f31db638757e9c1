import { columnOf } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeContext, RecipeStep } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterTable, ownTable } from './alter.ts';
import { atOnce } from './at-once.ts';

/** The rename of a virtual column, which costs nothing twice. */
export function computedAnew(context: RecipeContext<'rename-column'>, expression: string): readonly RecipeStep[] {
  const { column, to } = context.operation;
  const [from, copy] = [quoteIdentifier(column), quoteIdentifier(to)];
  const type = columnOf(ownTable(context), column)?.type.text;
  const add = alterTable(context, `ADD COLUMN ${copy} ${type} GENERATED ALWAYS AS (${expression}) VIRTUAL`);
  const rename = (a: string, b: string): string => alterTable(context, `RENAME COLUMN ${a} TO ${b}`);
  const shared = { transaction: 'shared' } as const;
  return [
    {
      ...shared,
      stage: 'expand',
      after: 'none',
      sql: add,
      rollback: alterTable(context, `DROP COLUMN IF EXISTS ${copy}`),
      why: `computed as ${from} is, for the code that uses the new name`,
    },
    {
      ...shared,
      stage: 'contract',
      after: 'deploy',
      sql: waived(
        ['rename-column', 'drop-column'],
        `no code uses ${from} any more, and ${copy} has had the same values`,
        atOnce([alterTable(context, `DROP COLUMN ${copy}`), rename(from, copy)]),
      ),
      rollback: atOnce([rename(copy, from), add]),
      why: `the code that uses the new name has to run everywhere before this: the copy goes, and ${from} takes its name`,
    },
  ];
}
