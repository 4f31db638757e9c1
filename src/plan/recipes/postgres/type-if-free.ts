import { quoteIdentifier, quoteLiteral } from '../../../sql/postgres/quote.ts';
import type { RecipeContext, RecipeStep } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterTable, tableText } from './alter.ts';
import { atOnce } from './at-once.ts';
import { columnAt, percent } from './run-each.ts';

/**
 * A change to text, or to varchar of any length, of a column that the history does not tell: from another type of text it changes the catalog alone, unless a CHECK or an
 * index on an expression has to be made anew. The catalog is asked when the plan runs, and where it is otherwise the plan stops with nothing done.
 * https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES ("no rewrite … binary coercible")
 * @returns undefined where the change may be another
 */
export function typeIfFree(context: RecipeContext<'alter-column-type'>): RecipeStep | undefined {
  const { operation, source } = context;
  const { type, using, collation, ifExists, span } = operation;
  const isText = type.schema === undefined && (type.name === 'text' || type.name === 'varchar') && type.modifiers.length === 0;
  if (!isText || type.dimensions > 0 || using !== undefined || collation !== undefined || ifExists) return undefined;
  const [table, own] = [tableText(context), quoteIdentifier(operation.column)];
  const refusal = `${percent(table)}.${percent(own)} is of another type, or a CHECK, an index on an expression or another table hangs on it: give Lockstep a dump of the schema, which tells`;
  return {
    stage: 'expand',
    after: 'none',
    sql: waived(
      'alter-column-type-blocking',
      'it is reached only where it changes the catalog alone',
      atOnce([
        'IF NOT EXISTS (',
        `  SELECT FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid WHERE ${columnAt(table, operation.column)}`,
        "    AND atttypid IN ('text'::regtype, 'varchar'::regtype) AND attcollation = typcollation",
        "    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = attrelid AND contype = 'c' AND attnum = ANY (conkey))",
        '    AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = attrelid AND (indexprs IS NOT NULL OR indpred IS NOT NULL))',
        '    AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = attrelid)',
        ') THEN',
        `  RAISE EXCEPTION ${quoteLiteral(refusal)};`,
        'END IF;',
        alterTable(context, source.slice(span.start, span.end)),
      ]),
    ),
    transaction: 'shared',
    rollback: `-- cannot be undone: what type ${own} had, the database alone knows`,
    why: 'asks the catalog whether a row would be read or written; if so, it stops and has changed nothing',
  };
}
