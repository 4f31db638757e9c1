import { keyOf } from '../../../operation/name.ts';
import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { resolve, type Table } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { RecipeResult, RecipeStep, StagingContext } from '../../recipe.ts';
import { alterTable, tableText, textOf } from './alter.ts';
import { body } from './constraint-text.ts';
import { partitionsOf } from './fill-rows.ts';

/**
 * A foreign key of a partitioned table before PostgreSQL 18, where it cannot be NOT VALID: each partition gets it NOT VALID and validated; the parent, which gets it last,
 * takes those over and reads nothing (`tryAttachPartitionForeignKey` in src/backend/commands/tablecmds.c).
 */
export function partitionedForeignKey(
  context: StagingContext,
  table: Table,
  definition: Extract<ConstraintDefinition, { type: 'foreign-key' }>,
  name: string,
): RecipeResult {
  const partitions = partitionsOf(context, table);
  if (partitions === undefined)
    return {
      impossible: `before PostgreSQL 18 a foreign key of a partitioned table cannot be NOT VALID, and not all partitions of ${tableText(context)} are known: add it to each NOT VALID, validate those, then add it to the parent, which takes them over`,
    };
  const quoted = quoteIdentifier(name);
  const also = keyOf(resolve(context.before, definition.references));
  const adds = partitions.map(
    (each): RecipeStep => ({
      stage: 'expand',
      after: 'transaction',
      sql: `ALTER TABLE ${textOf(context, each)} ADD CONSTRAINT ${quoted} ${body(definition)} NOT VALID;`,
      transaction: 'own',
      also: keyOf(each),
      rollback: `ALTER TABLE ${textOf(context, each)} DROP CONSTRAINT IF EXISTS ${quoted};`,
      why: 'holds for every row that is written to the partition from here on; the old rows are not read yet',
    }),
  );
  const validates = partitions.map(
    (each, i): RecipeStep => ({
      stage: 'enforce',
      after: i === 0 ? 'transaction' : 'none',
      sql: `ALTER TABLE ${textOf(context, each)} VALIDATE CONSTRAINT ${quoted};`,
      transaction: 'own',
      queues: false,
      rollback: '-- nothing to undo: the constraint goes with the step that added it',
      why: 'reads every row while others read and write',
    }),
  );
  return {
    steps: [
      ...adds,
      ...validates,
      {
        stage: 'enforce',
        after: 'transaction',
        sql: alterTable(context, `ADD CONSTRAINT ${quoted} ${body(definition)}`),
        transaction: 'shared',
        also,
        rollback: alterTable(context, `DROP CONSTRAINT IF EXISTS ${quoted}`),
        why: 'takes over those of the partitions: no row is read',
      },
    ],
  };
}
