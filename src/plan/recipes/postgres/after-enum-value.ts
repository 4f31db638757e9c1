import { defineRecipe, type RecipeResult, type StagingContext } from '../../recipe.ts';

/**
 * A value that ALTER TYPE … ADD VALUE gives an enum cannot be used before that is committed: what uses it goes into a file of its own.
 * https://www.postgresql.org/docs/current/sql-altertype.html ("Notes")
 */
export const afterEnumValue = defineRecipe({
  on: ['insert', 'merge', 'select', 'set-default', 'create-view'],
  stage: behindEnumValue,
});

export function behindEnumValue({ found, source, statement, effects }: StagingContext): RecipeResult {
  if (!found.has('fails') || effects.some((each) => each.fails?.certain)) return undefined;
  return {
    steps: [
      {
        stage: 'expand',
        after: 'transaction',
        sql: `${source.slice(statement.start, statement.end)};`,
        transaction: 'own',
        rollback: "-- as the migration's own way down does",
        authors: true,
        why: 'uses a value of an enum that has to be committed before',
      },
    ],
  };
}
