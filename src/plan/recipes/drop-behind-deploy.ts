import type { RecipeStep } from '../recipe.ts';
import { waived } from '../waiver.ts';

/** What drops a table, behind the deploy of the code that does not use it any more. @param sql without its semicolon */
export function dropBehindDeploy(sql: string): RecipeStep {
  return {
    stage: 'contract',
    after: 'deploy',
    sql: waived('drop-table', 'it comes behind the deploy of the code that no longer uses it', `${sql};`),
    transaction: 'shared',
    rollback: '-- cannot be undone: the rows are gone, and come back from a backup only',
    why: 'the code that no longer uses it has to run everywhere before this',
  };
}
