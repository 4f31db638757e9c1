import { keyOf } from '../../../operation/name.ts';
import { notNullOf } from '../../../schema/automatic-not-null.ts';
import { objectName } from '../../../schema/naming.ts';
import { partitionTree } from '../../../schema/partition-tree.ts';
import { columnOf } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { alterColumn, alterTable, onTable, ownName, ownTable, tableText, validate } from './alter.ts';
import { atOnce } from './at-once.ts';
import { namedAgain } from './not-null-name.ts';
import { runEach } from './run-each.ts';

/** NOT NULL in three parts, between which transactions end. */
export interface NotNullSteps {
  /** New NULLs are refused. */
  readonly add: RecipeStep;
  /** The rows are read. */
  readonly validate: RecipeStep;
  /** NOT NULL itself; empty where `validate` was all. */
  readonly finish: readonly RecipeStep[];
}

/**
 * NOT NULL on a column whose rows are filled, without reading them under a lock that stops others.
 *
 * A NOT VALID check already refuses NULL in every row that is written, an UPDATE of an old row too: it must not come before the rows are filled
 * and all running code writes the column. SET NOT NULL reads no row where a valid CHECK proves it (since PostgreSQL 12,
 * https://www.postgresql.org/docs/12/sql-altertable.html); PostgreSQL 18 has NOT NULL … NOT VALID itself.
 *
 * @param constraint the name that the author gave the NOT NULL; kept where the version keeps such names
 */
export function enforceNotNull(context: StagingContext, column: string, constraint?: string): NotNullSteps {
  const name = quoteIdentifier(column);
  const table = ownName(context);
  const native = context.lowestMajor >= 18;
  const own = native ? (constraint ?? objectName(table.name, column, 'not_null')) : context.helperName(table, column);
  const shared = { stage: 'enforce', after: 'transaction', transaction: 'shared' } as const;
  const action = `ADD CONSTRAINT ${quoteIdentifier(own)} ${native ? `NOT NULL ${name}` : `CHECK (${name} IS NOT NULL)`} NOT VALID`;
  return {
    add: {
      ...shared,
      sql: alterTable(context, action),
      rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoteIdentifier(own)}`),
      why: `no row is written with a NULL in ${name} from here on; the old rows are not read yet`,
    },
    validate: validate(context, own),
    finish: native
      ? []
      : [
          {
            ...shared,
            sql: alterColumn(context, column, 'SET NOT NULL'),
            rollback: [alterColumn(context, column, 'DROP NOT NULL'), ...ofHeirsAgain(context, column)].join('\n'),
            why: 'the valid check proves it, so no row is read',
          },
          {
            ...shared,
            sql: alterTable(context, `DROP CONSTRAINT ${quoteIdentifier(own)}`),
            rollback: alterTable(context, action),
            why: 'the check has done its work',
          },
        ],
  };
}

/** DROP NOT NULL takes along what partitions and tables that inherit had before it: all of it before PostgreSQL 18, then what they had of themselves as partitions. */
function ofHeirsAgain(context: StagingContext, column: string): readonly string[] {
  const { before } = context;
  return partitionTree(before, ownName(context))
    .slice(1)
    .filter((each) => columnOf(before.tables.get(keyOf(each)), column)?.notNull)
    .map((each) => notNullAgain(onTable(context, each), column));
}

/** The way back from DROP NOT NULL. From PostgreSQL 18 on it has a name; one that was given comes back too. */
export function notNullAgain(context: StagingContext, column: string): string {
  const set = alterColumn(context, column, 'SET NOT NULL');
  const made = objectName(ownName(context).name, column, 'not_null');
  const was = notNullOf(ownTable(context), column);
  const known = was?.name;
  // What is not inherited only PostgreSQL 18 has, and it is said with the constraint alone.
  if (was?.noInherit)
    return alterTable(context, `ADD CONSTRAINT ${quoteIdentifier(known ?? made)} NOT NULL ${quoteIdentifier(column)} NO INHERIT`);
  if (known === undefined || known === made) return set;
  const { statements, declare } = runEach([namedAgain(tableText(context), column, quoteLiteral(known))]);
  return `${set}\n${atOnce(statements, declare)}`;
}
