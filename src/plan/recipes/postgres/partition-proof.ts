import { keyOf, type ResolvedName } from '../../../operation/name.ts';
import type { PartitionBound, PartitionKey } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeStep, StagingContext } from '../../recipe.ts';
import { textOf } from './alter.ts';
import { boundText } from './bound-text.ts';

/** CHECKs that prove to PostgreSQL what it would else read rows for, and their end. */
export interface BoundProof {
  readonly add: readonly RecipeStep[];
  readonly validate: readonly RecipeStep[];
  readonly drop: readonly RecipeStep[];
}

/**
 * Proves of a table that all its rows lie within a bound, or none: a CHECK, NOT VALID and then validated while others read and write. PostgreSQL looks for such a proof
 * before it reads the rows. https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DESC-ATTACH-PARTITION
 *
 * @param wanted what all rows must satisfy, or none (`excluded`)
 * @param partition for whose sake
 */
export function boundProof(
  context: StagingContext,
  table: ResolvedName,
  key: PartitionKey,
  wanted: { readonly bound: PartitionBound; readonly excluded: boolean },
  partition: ResolvedName,
): BoundProof | undefined {
  const text = boundText(key, wanted.bound);
  if (text === undefined) return undefined;
  const name = quoteIdentifier(context.helperName(table, `bound_${partition.name}`));
  const of = textOf(context, table);
  const add = `ALTER TABLE ${of} ADD CONSTRAINT ${name} CHECK (${wanted.excluded ? `NOT (${text})` : text}) NOT VALID;`;
  const step = { stage: 'expand', after: 'transaction', also: keyOf(table) } as const;
  return {
    add: [
      {
        ...step,
        after: 'none',
        sql: add,
        transaction: 'shared',
        rollback: `ALTER TABLE ${of} DROP CONSTRAINT IF EXISTS ${name};`,
        why: `says of every row of ${of} what is asked of it; the old rows are not read yet`,
      },
    ],
    validate: [
      {
        ...step,
        sql: `ALTER TABLE ${of} VALIDATE CONSTRAINT ${name};`,
        transaction: 'own',
        queues: false,
        rollback: '-- nothing to undo: the constraint goes with the step that added it',
        why: 'reads every row while others read and write',
      },
    ],
    drop: [
      {
        ...step,
        sql: `ALTER TABLE ${of} DROP CONSTRAINT ${name};`,
        transaction: 'shared',
        rollback: add,
        why: 'the check has done its work',
      },
    ],
  };
}
