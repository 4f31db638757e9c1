import { blockingWorkOf } from './adding.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-check',
  title: 'ADD COLUMN … CHECK reads every row under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (!column.constraints.some((each) => each.type === 'check')) return;
    const blocking = blockingWorkOf(judged, ['default', 'identity', 'generated', 'constraints']);
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${quoted(column.name)} with a CHECK: ${impact(judged, blocking)}.`,
      'Add the column first, then the CHECK as a table constraint: NOT VALID first, VALIDATE CONSTRAINT in a later transaction.',
    );
  },
});
