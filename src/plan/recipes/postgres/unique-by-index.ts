import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import type { Boundary, StageName } from '../../stage.ts';
import { alterTable, besideTable, tableText } from './alter.ts';
import { buildIndex } from './build-index.ts';
import { deferrable } from './constraint-text.ts';

export type Unique = Extract<ConstraintDefinition, { type: 'unique' | 'primary-key' }>;

/**
 * UNIQUE or PRIMARY KEY through an index that is built CONCURRENTLY and becomes the constraint's own.
 * The index bears the constraint's name from the start where that is free, so that nothing is renamed.
 * https://www.postgresql.org/docs/current/sql-altertable.html ("ADD table_constraint_using_index")
 *
 * @param names what the constraint is, or would have been, called, and its index until then
 */
export function uniqueByIndex(
  context: StagingContext,
  definition: Unique,
  names: { readonly name: string; readonly index: string },
  columns: readonly string[],
  at: { readonly stage: StageName; readonly after: Boundary },
): { readonly index: RecipeStep; readonly constraint: RecipeStep } {
  const [quoted, own] = [quoteIdentifier(names.name), quoteIdentifier(names.index)];
  return {
    index: buildIndex(
      at,
      uniqueIndex(definition, names.index, tableText(context), columns),
      besideTable(context, names.index),
      'builds the index while rows are read and written',
    ),
    constraint: {
      stage: at.stage,
      after: 'transaction',
      sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${keyKind(definition)} USING INDEX ${own}${deferrable(definition)}`),
      transaction: 'shared',
      rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
      why: 'takes the finished index as its own: no row is read',
    },
  };
}

/** The index of a key, as a statement. */
export function uniqueIndex(definition: Unique, name: string, table: string, columns: readonly string[]): string {
  const list = (columns: readonly string[]): string => columns.map((each) => quoteIdentifier(each)).join(', ');
  return [
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${table} (${list(columns)})`,
    definition.include && definition.include.length > 0 ? ` INCLUDE (${list(definition.include)})` : '',
    definition.nullsNotDistinct ? ' NULLS NOT DISTINCT' : '',
    definition.storage === undefined ? '' : ` WITH (${definition.storage})`,
    definition.tablespace === undefined ? '' : ` TABLESPACE ${quoteIdentifier(definition.tablespace)}`,
    ';',
  ].join('');
}

export function keyKind({ type }: Unique): string {
  return type === 'unique' ? 'UNIQUE' : 'PRIMARY KEY';
}
