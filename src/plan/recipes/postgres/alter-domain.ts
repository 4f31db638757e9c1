import { resolve } from '../../../schema/schema.ts';
import { quoteIdentifier, quoteName } from '../../../sql/postgres/quote.ts';
import { defineRecipe } from '../../recipe.ts';
import { boundToItsFile } from './alter.ts';

/**
 * A rule on a domain is tested on every row of every table that uses it, while their writes wait. A CHECK can be NOT VALID, and then holds for what is written; but to
 * validate it locks as much. https://www.postgresql.org/docs/current/sql-alterdomain.html
 */
export const alterDomain = defineRecipe({
  on: ['add-domain-constraint', 'set-domain-not-null', 'validate-domain-constraint'],
  stage(context) {
    const { operation, before, source, statement } = context;
    if (!context.found.has('blocking')) return undefined;
    const bound = boundToItsFile(context, operation.domain);
    if (bound !== undefined) return { impossible: bound };
    const domain = quoteName(operation.domain);
    const onColumns = `put the rule on the columns as CHECK constraints, NOT VALID first and validated table by table`;
    if (operation.kind !== 'add-domain-constraint' || operation.constraint.type !== 'check')
      return {
        impossible: `every row of every table that uses ${domain} is read while their writes wait, and a domain has no other way. The least harmful is to ${onColumns}; else a maintenance window with a lock_timeout`,
      };
    const { name } = operation.constraint;
    if (name === undefined) return { impossible: `give the constraint a name (ADD CONSTRAINT …): it is how it would be taken back` };
    return {
      steps: [
        {
          stage: 'expand',
          after: 'none',
          sql: `${source.slice(statement.start, statement.end)} NOT VALID;`,
          transaction: 'shared',
          rollback: `ALTER DOMAIN ${domain} DROP CONSTRAINT IF EXISTS ${quoteIdentifier(name)};`,
          why: 'holds for every value that is written from here on; no row is read',
        },
      ],
      differs: {
        sentence: `${quoteIdentifier(name)} of ${domain} is not valid: to validate it reads every row of the tables that use the domain while their writes wait, and is left to a maintenance window (ALTER DOMAIN ${domain} VALIDATE CONSTRAINT ${quoteIdentifier(name)}). To have the old rows tested without that, ${onColumns}`,
        things: [{ kind: 'domain-constraint', domain: resolve(before, operation.domain, before.types), name }],
      },
    };
  },
});
