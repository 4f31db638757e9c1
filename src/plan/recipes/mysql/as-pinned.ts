import type { RecipeResult } from '../../recipe.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlStaging } from './staging.ts';
import { authorsStatement } from './text.ts';

/** The author's own statement, alone, with the algorithm stated that the server takes for it while others write. */
export function asPinned(context: MysqlStaging, more: Partial<Pick<Part, 'why' | 'rollback' | 'stage' | 'after'>> = {}): RecipeResult {
  return staged(context, [
    {
      stage: 'expand',
      after: 'transaction',
      sql: [authorsStatement(context)],
      rollback: "-- as the migration's own way down does",
      why: 'as written, and fails at once where it cannot be done while others write',
      ...more,
    },
  ]);
}

/** What has no stages: it is done while others write, or a tool copies the table. */
export const pinned = defineMysqlRecipe({
  on: [
    'add-period',
    'alter-nothing',
    'alter-partitions',
    'alter-table-options',
    'convert-character-set',
    'drop-constraint',
    'drop-default',
    'drop-period',
    'rebuild-table',
    'rename-index',
    'repartition-table',
    'set-column-visibility',
    'set-default',
    'set-index-visibility',
    'set-keys-state',
    'set-system-versioning',
  ],
  stage: (context) => asPinned(context),
});
