import { isNamed } from '../../../schema/schema.ts';
import { quoteIdentifier } from '../../../sql/mysql/quote.ts';
import { asPinned } from './as-pinned.ts';
import { leastHarm, pin } from './pin.ts';
import { violations } from './query.ts';
import { defineMysqlRecipe } from './staging.ts';
import { alterTable, authorsStatement, ownTable, tableText } from './text.ts';
import { copyingBy } from './tool.ts';

/**
 * MySQL has no light way to a CHECK that is enforced: ENFORCED copies the table. A tool that copies it knows the CHECKs of its copy by other names, so that it has to be dropped and added anew.
 */
export const alterConstraint = defineMysqlRecipe({
  on: ['alter-constraint'],
  stage(context) {
    const { operation } = context;
    const { refused } = pin(context, authorsStatement(context), context.before);
    const table = ownTable(context);
    const check = table?.constraints.find((each) => isNamed(table, each, operation.constraint))?.definition;
    if (refused === undefined || check?.type !== 'check') return asPinned(context);
    const name = quoteIdentifier(operation.constraint);
    const { text } = check.expression;
    const added = `ADD CONSTRAINT ${name} CHECK (${text})`;
    return {
      impossible: `${refused}. First no row may come from: ${violations(tableText(context), text)} Then, in place of it: ${alterTable(context, `DROP CHECK ${name}, ALGORITHM=INSTANT;`)} and ${copyingBy(context, added)?.command ?? leastHarm(context, alterTable(context, added), context.before)}`,
    };
  },
});
