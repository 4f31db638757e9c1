import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-primary-key',
  title: 'ADD COLUMN … PRIMARY KEY builds an index under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (!column.constraints.some((each) => each.type === 'primary-key')) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${quoted(column.name)} as PRIMARY KEY: ${impact(judged, blocking)}.`,
      'Add and fill the column first, build the unique index CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX.',
    );
  },
});
