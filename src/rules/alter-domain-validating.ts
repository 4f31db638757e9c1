import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'alter-domain-validating',
  title: 'A new constraint on a domain reads every row of every table that uses it, while their writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-domain-constraint', 'set-domain-not-null', 'validate-domain-constraint'],
  check(judged) {
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `ALTER DOMAIN ${quoted(judged.operation.domain.name)}: ${impactAndReason(judged, blocking)}.`,
      'Put the rule on the columns instead, as CHECK constraints: NOT VALID first, VALIDATE CONSTRAINT in a later transaction, table by table.',
    );
  },
});
