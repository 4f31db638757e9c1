import { keyOf } from '../../../operation/name.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe, type RecipeStep } from '../../recipe.ts';
import { boundToItsFile, ownTable, tableText, textOf, together } from './alter.ts';
import { atOnce } from './at-once.ts';
import { foreignKey } from './constraint-text.ts';

/**
 * Foreign keys that point to a partitioned table are tested row by row when a partition goes. They are made anew NOT VALID in the transaction that detaches it, so that no
 * row is written without them, and validated when nobody waits.
 */
export const detachPartition = defineRecipe({
  on: ['detach-partition'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('blocking')) return undefined;
    const bound = boundToItsFile(context, operation.table) ?? boundToItsFile(context, operation.partition);
    if (bound !== undefined) return { impossible: bound };
    const pointing = (ownTable(context)?.referencedBy ?? []).flatMap(({ table, constraint }) => {
      const found = before.tables.get(keyOf(table))?.constraints.find((each) => each.name === constraint);
      return found?.definition.type === 'foreign-key' && !found.inherited
        ? [{ table, constraint: found, definition: found.definition }]
        : [];
    });
    if (pointing.length === 0)
      return {
        impossible: `the history does not show the foreign keys that point to ${tableText(context)}: drop them first, and add them again NOT VALID once the partition is detached`,
      };
    const detach = `ALTER TABLE ${tableText(context)} DETACH PARTITION ${context.nameOf(operation.partition)};`;
    const drops = pointing.map(
      ({ table, constraint }) => `ALTER TABLE ${textOf(context, table)} DROP CONSTRAINT ${quoteIdentifier(constraint.name)};`,
    );
    const adds = pointing.map(
      ({ table, constraint, definition }) =>
        `ALTER TABLE ${textOf(context, table)} ADD CONSTRAINT ${quoteIdentifier(constraint.name)} ${foreignKey(definition, definition.columns, tableText(context), definition.referencedColumns)} NOT VALID;`,
    );
    const validates = pointing
      .filter(({ constraint }) => constraint.validated)
      .map(
        ({ table, constraint }): RecipeStep => ({
          stage: 'enforce',
          after: 'transaction',
          sql: `ALTER TABLE ${textOf(context, table)} VALIDATE CONSTRAINT ${quoteIdentifier(constraint.name)};`,
          transaction: 'own',
          queues: false,
          rollback: '-- nothing to undo: it was valid before',
          why: 'fails where a row points into the detached partition; reads every row while others read and write',
        }),
      );
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: atOnce([...drops, detach, ...adds]),
          transaction: 'own',
          rollback: '-- cannot be undone without reading the partition: attach it again, with a CHECK that proves its bound',
          why: 'without the foreign keys it only changes the catalog; they come back in the same transaction, and hold for what is written from then on',
        },
        ...together(validates),
      ],
    };
  },
});
