import { dependentsOf, isDrop } from '../schema/dependents.ts';
import { everyKind } from './kinds.ts';
import { defineRule, type Judged } from './rule.ts';
import { shown } from './wording.ts';

/** What a rule of its own reports, with more to say about it. */
function isReportedElsewhere({ operation, before, statement }: Judged, code: string): boolean {
  if (code === '2BP01' && isDrop(operation)) return dependentsOf(operation, before, statement.operations).length > 0;
  if (operation.kind === 'create-index') return operation.concurrently && code === '0A000';
  return operation.kind === 'add-column' && code === '23502';
}

export default defineRule({
  id: 'always-fails',
  title: 'PostgreSQL refuses the statement, whatever the rows hold',
  category: 'fails',
  severity: 'error',
  on: everyKind,
  check(judged) {
    const { operation, context } = judged;
    // A branch that may not run may be there for the very case.
    if (operation.conditional) return;
    for (const { table, fails, versions } of judged.effects) {
      if (!fails?.certain || isReportedElsewhere(judged, fails.code)) continue;
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
