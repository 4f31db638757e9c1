import { everyKind } from './kinds.ts';
import { defineRule } from './rule.ts';
import { shown } from './wording.ts';

/** What a rule of its own reports, with more to say about it. */
const reportedElsewhere: Readonly<Record<string, string>> = { 'add-column': '23502', 'create-index': '0A000' };

export default defineRule({
  id: 'always-fails',
  title: 'PostgreSQL refuses the statement, whatever the rows hold',
  category: 'fails',
  severity: 'error',
  on: everyKind,
  check(judged) {
    const { operation, context } = judged;
    // A branch that may not run may be there for the very case. TRUNCATE a, b empties both ends of a foreign key at once.
    if (operation.conditional || (operation.kind === 'truncate' && judged.statement.operations.length > 1)) return;
    for (const { table, fails, versions } of judged.effects) {
      if (!fails?.certain || reportedElsewhere[operation.kind] === fails.code) continue;
      // Who writes a newer form without saying which server it is for has the newer server.
      if (versions !== undefined && context.target.major === undefined) continue;
      judged.report(
        `PostgreSQL${context.target.major === undefined ? '' : ` ${context.target.major}`} refuses this on ${shown(judged, table)}: ${fails.reason} (error ${fails.code}).`,
        'Change the statement, or what stands in its way before it.',
      );
      return;
    }
  },
});
