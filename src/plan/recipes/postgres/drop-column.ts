import { isDistinct } from '../../../engine/postgres/distinct.ts';
import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { dependentsOf } from '../../../schema/dependents.ts';
import { constraintColumns } from '../../../schema/mention.ts';
import { type Column, type Constraint, columnOf, isNew, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeContext, type RecipeStep, type StagingContext } from '../../recipe.ts';
import { waived } from '../../waiver.ts';
import { alterColumn, alterTable, ownTable, tableText } from './alter.ts';
import { deferrable, tableBody } from './constraint-text.ts';
import { notNullAgain } from './enforce-not-null.ts';
import { mayRefuseNull } from './refuses-null.ts';
import { uniqueIndex } from './unique-by-index.ts';

/**
 * A column is dropped when no running code names it any more. The code that no longer does is deployed before that, so that rows must be able to come
 * without a value: what would refuse them goes first.
 */
export const dropColumn = defineRecipe({
  on: ['drop-column'],
  stage(context) {
    const { operation, before, source } = context;
    const table = ownTable(context);
    if (!context.found.has('breaking') || isNew(before, table)) return undefined;
    const taken = operation.cascade ? dependentsOf(operation, before, [operation]) : [];
    if (operation.cascade && (taken.length > 0 || !table?.complete))
      return {
        impossible: `CASCADE also drops what needs ${quoteIdentifier(operation.column)}, which running code may use too: drop that first, each by its name, and write the DROP COLUMN without CASCADE`,
      };
    const released = release(context, table);
    if ('impossible' in released) return released;
    return {
      steps: [
        ...released,
        {
          stage: 'contract',
          after: 'deploy',
          sql: waived(
            'drop-column',
            'it comes behind the deploy of the code that no longer names it',
            // Without CASCADE nothing goes along that the history does not tell.
            alterTable(context, source.slice(operation.span.start, operation.span.end).replace(/\s+cascade$/i, '')),
          ),
          transaction: 'shared',
          rollback: `-- cannot be undone: the values of ${quoteIdentifier(operation.column)} are gone, and come back from a backup only`,
          why: 'the code that no longer names the column has to run everywhere before this',
        },
      ],
    };
  },
});

/** Lets rows come without a value. */
function release(context: RecipeContext<'drop-column'>, table: Table | undefined): readonly RecipeStep[] | { readonly impossible: string } {
  const { column: name, columnIfExists } = context.operation;
  const column = columnOf(table, name);
  const shared = { stage: 'expand', after: 'none', transaction: 'shared' } as const;
  const nullable = (why: string, rollback: string): RecipeStep => ({
    ...shared,
    sql: alterColumn(context, name, 'DROP NOT NULL'),
    rollback,
    why,
  });
  if (column === undefined)
    return table?.complete || columnIfExists
      ? []
      : [
          nullable(
            'the code that no longer names the column writes rows without it; the history does not tell whether it is NOT NULL',
            `-- if it was NOT NULL, and once no row holds NULL in it: ${alterColumn(context, name, 'SET NOT NULL')}`,
          ),
        ];
  const quoted = quoteIdentifier(name);
  const constraints = (table?.constraints ?? []).filter((each) => !each.inherited);
  const isGiven = column.default !== undefined || column.identity !== undefined;
  const isKey = constraints.some(({ definition }) => definition.type === 'primary-key' && definition.columns.includes(name));
  if (!isGiven && isKey)
    return {
      impossible: `${quoted} is part of the primary key and nothing gives it a value, so that code that no longer writes it cannot insert rows. The least harmful way is to give it a default that is always another (a sequence, gen_random_uuid()) and drop it in a later migration`,
    };
  const refusing = constraints.filter(
    (each) =>
      each.enforced &&
      (column.generated !== undefined ? mayRefuseComputed(each, name) : isGiven ? binds(each, column) : mayRefuseNull(each, table, name)),
  );
  return [
    ...(column.notNull && !isGiven && !isKey
      ? [nullable('the code that no longer names the column writes rows without it', notNullAgain(context, name))]
      : []),
    ...refusing.map(({ name: constraint, definition, validated, references }): RecipeStep => {
      const own = quoteIdentifier(constraint);
      return {
        ...shared,
        sql: alterTable(context, `DROP CONSTRAINT ${own}`),
        ...(references && { also: keyOf(references) }),
        rollback: addedAgain(context, definition, [constraint, name], validated),
        why: `would refuse rows without ${quoted}, and goes with the column in any case`,
      };
    }),
  ];
}

/** Whether a constraint looks at a computed column: the new code, which no longer knows it, writes what it is computed from as it likes. */
function mayRefuseComputed({ definition }: Constraint, column: string): boolean {
  return (definition.type === 'check' || definition.type === 'foreign-key') && constraintColumns(definition).includes(column);
}

/** Whether a constraint may refuse the value that rows get without being given one: with the values of other columns, as one that no row refers to, or as one that other rows have. */
function binds({ definition }: Constraint, { name, default: value, identity }: Column): boolean {
  const columns = constraintColumns(definition);
  if (!columns.includes(name)) return false;
  switch (definition.type) {
    case 'check':
      return columns.length > 1;
    case 'foreign-key':
      return true;
    case 'unique':
    case 'exclude':
      return identity === undefined && !(value !== undefined && isDistinct(value.tree));
    case 'primary-key':
    case 'not-null':
      return false;
  }
}

/** The way back of DROP CONSTRAINT, while rows are written. */
function addedAgain(
  context: StagingContext,
  definition: ConstraintDefinition,
  [name, column]: readonly [string, string],
  validated: boolean,
): string {
  const own = quoteIdentifier(name);
  if (definition.type === 'unique') {
    const key = `ADD CONSTRAINT ${own} UNIQUE USING INDEX ${own}${deferrable(definition)}`;
    return `${uniqueIndex(definition, name, tableText(context), definition.columns)}\n${alterTable(context, key)}`;
  }
  const added = `ADD CONSTRAINT ${own} ${tableBody(definition, column)}`;
  if (definition.type === 'exclude') return alterTable(context, added);
  const add = alterTable(context, `${added} NOT VALID`);
  return validated ? `${add}\n${alterTable(context, `VALIDATE CONSTRAINT ${own}`)}` : add;
}
