import type { RecipeResult } from '../../recipe.ts';
import { pin } from './pin.ts';
import { type Part, staged } from './sequence.ts';
import { defineMysqlRecipe, type MysqlStaging } from './staging.ts';
import { authorsStatement } from './text.ts';
import { wayBackOf } from './way-back.ts';

function wayBack({ operation, before, nameOf }: MysqlStaging): Part['rollback'] {
  const sql = wayBackOf(operation, before, nameOf);
  return sql === undefined ? "-- as the migration's own way down does" : [sql];
}

/** The author's own statement, alone, with the algorithm stated that the server takes for it while others write. */
export function asPinned(context: MysqlStaging, more: Partial<Pick<Part, 'why' | 'rollback' | 'stage' | 'after'>> = {}): RecipeResult {
  return staged(context, [
    {
      stage: 'expand',
      after: 'transaction',
      sql: [authorsStatement(context)],
      rollback: wayBack(context),
      why: 'as written, and fails at once where it cannot be done while others write',
      ...more,
    },
  ]);
}

/** How the reason of a step begins that is done online or not at all. */
export const onlineOrRefused = 'done while others write, or refused at once';

/** The same where history does not tell whether the server can do it while others write: it is done so, or not at all. */
export function perhaps(context: MysqlStaging, reason: string): RecipeResult {
  const { sql } = pin(context, authorsStatement(context), context.before);
  return {
    steps: [
      {
        stage: 'expand',
        after: 'transaction',
        sql,
        transaction: 'shared',
        rollback: "-- as the migration's own way down does",
        why: `${onlineOrRefused} and nothing changed (error 1846): by what history tells ${reason}. A dump of the schema lets Lockstep say which, and stage it (docs/configuration.md)`,
      },
    ],
  };
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
