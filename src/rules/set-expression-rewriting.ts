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
      'Add a second column for the new expression, keep it up to date by a trigger, fill it in batches, then let the code change over.',
    );
  },
});
