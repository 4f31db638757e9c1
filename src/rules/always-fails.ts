import type { Effect } from '../engine/effect.ts';
import { versionOf } from '../engine/engine.ts';
import { productOf } from '../engine/product.ts';
import type { OperationKind } from '../operation/operation.ts';
import { dependentsOf, isDrop } from '../schema/dependents.ts';
import { everyKind } from './kinds.ts';
import { defineSharedRule, isOfPostgres, type Judged } from './rule.ts';
import { shown } from './wording.ts';

/** What a rule of its own reports, with more to say about it. */
function isReportedElsewhere({ operation, before, statement }: Judged<OperationKind, Effect>, code: string): boolean {
  if (code === '2BP01' && isDrop(operation)) return dependentsOf(operation, before, statement.operations).length > 0;
  if (operation.kind === 'create-index') return operation.concurrently && code === '0A000';
  return operation.kind === 'add-column' && code === '23502';
}

export default defineSharedRule({
  id: 'always-fails',
  title: 'The server refuses the statement, whatever the rows hold',
  category: 'fails',
  severity: 'error',
  on: everyKind,
  check(judged) {
    const { operation, context } = judged;
    // A branch that may not run may be there for the very case.
    if (operation.conditional) return;
    // MySQL's clauses are about the statement as a whole.
    const isFirst = judged.statement.operations[0] === operation;
    const effects = isOfPostgres(judged) ? judged.effects : isFirst ? judged.statementEffects : [];
    for (const { table, fails, versions } of effects) {
      if (!fails?.certain || isReportedElsewhere(judged, fails.code)) continue;
      // Who writes a newer form without saying which server it is for has the newer server.
      const version = versionOf(context.target);
      if (versions !== undefined && version === undefined) continue;
      judged.report(
        `${productOf(context.target)}${version === undefined ? '' : ` ${version}`} refuses this on ${shown(judged, table)}: ${fails.reason} (error ${fails.code}).`,
        'Change the statement, or what stands in its way before it.',
      );
      return;
    }
  },
});
