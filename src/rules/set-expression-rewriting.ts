import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'set-expression-rewriting',
  title: 'ALTER COLUMN … SET EXPRESSION rewrites the table to compute a stored column anew',
  category: 'blocking',
  severity: 'error',
  on: ['set-expression'],
  check(judged) {
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `SET EXPRESSION of ${quoted(judged.operation.column)}: ${impact(judged, blocking)}.`,
      'Take the expression off the column, let a trigger compute it from then on, and fill the old rows in batches.',
    );
  },
});
