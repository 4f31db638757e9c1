import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-foreign-key',
  title: 'ADD COLUMN … REFERENCES with a default looks every row up while writes to both tables wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    const blocking = blockingWork(judged).filter((effect) => effect.work.includes('foreign-key-check'));
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${quoted(column.name)} with REFERENCES and a default: ${impact(judged, blocking)}.`,
      'Add the column first, then the foreign key: NOT VALID first, VALIDATE CONSTRAINT in a later transaction.',
    );
  },
});
