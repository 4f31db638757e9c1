import { resolve } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { alterTable, ownTable, textOf, validate } from './alter.ts';
import { atOnce } from './at-once.ts';
import { foreignKey } from './constraint-text.ts';

/** ENFORCED on a foreign key that was not (PostgreSQL 18) reads every row under a lock. Nothing has held to it so far: it can be made anew NOT VALID, and validated. */
export const enforceForeignKey = defineRecipe({
  on: ['alter-constraint'],
  stage(context) {
    const { operation, before } = context;
    if (!context.found.has('blocking') || operation.enforced !== true) return undefined;
    const constraint = ownTable(context)?.constraints.find((each) => each.name === operation.constraint);
    if (constraint?.definition.type !== 'foreign-key')
      return {
        impossible: `the history does not show the foreign key ${quoteIdentifier(operation.constraint)}: give Lockstep a dump of the schema (docs/configuration.md)`,
      };
    const { definition } = constraint;
    const name = quoteIdentifier(operation.constraint);
    const references = textOf(context, constraint.references ?? resolve(before, definition.references));
    const of = (altered: typeof definition, how: string): string =>
      alterTable(context, `ADD CONSTRAINT ${name} ${foreignKey(altered, altered.columns, references, altered.referencedColumns)} ${how}`);
    const { deferrable, initiallyDeferred, ...plain } = definition;
    const altered = {
      ...plain,
      ...((operation.deferrable ?? deferrable) && { deferrable: true as const }),
      ...((operation.initiallyDeferred ?? initiallyDeferred) && { initiallyDeferred: true as const }),
    };
    const drop = alterTable(context, `DROP CONSTRAINT ${name}`);
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: atOnce([drop, of(altered, 'NOT VALID')]),
          transaction: 'shared',
          rollback: atOnce([drop, of(definition, 'NOT ENFORCED')]),
          why: 'holds for every row that is written from here on; the old rows are not read yet',
        },
        validate(context, operation.constraint),
      ],
    };
  },
});
