import type { ConstraintDefinition } from '../../../operation/operation.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import type { StagingContext } from '../../recipe.ts';
import { alterTable, ownTable, tableText } from './alter.ts';
import { deferrable, tableBody } from './constraint-text.ts';
import { uniqueIndex } from './unique-by-index.ts';

/** The way back of DROP CONSTRAINT, while rows are written. */
export function constraintAgain(
  context: StagingContext,
  definition: ConstraintDefinition,
  [name, column]: readonly [string, string],
  validated: boolean,
): string {
  const own = quoteIdentifier(name);
  // CONCURRENTLY does not exist for a partitioned table.
  const isPartitioned = ownTable(context)?.partitionBy !== undefined;
  if (definition.type === 'unique' && !isPartitioned) {
    const key = `ADD CONSTRAINT ${own} UNIQUE USING INDEX ${own}${deferrable(definition)}`;
    return `${uniqueIndex(definition, name, tableText(context), definition.columns)}\n${alterTable(context, key)}`;
  }
  const added = `ADD CONSTRAINT ${own} ${tableBody(definition, column)}`;
  if (definition.type === 'exclude' || definition.type === 'unique') return alterTable(context, added);
  const add = alterTable(context, `${added} NOT VALID`);
  return validated ? `${add}\n${alterTable(context, `VALIDATE CONSTRAINT ${own}`)}` : add;
}
