import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'enforce-foreign-key-validating',
  title: 'ALTER CONSTRAINT … ENFORCED looks every row up while reads and writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['alter-constraint'],
  check(judged) {
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Enforcing ${quoted(judged.operation.constraint)}: ${impact(judged, blocking)}.`,
      'Drop the constraint, which nothing holds to so far, add it again NOT VALID, and VALIDATE it in a later transaction.',
    );
  },
});
