import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'alter-column-type-blocking',
  title: 'ALTER COLUMN … TYPE rewrites or reads every row, or rebuilds indexes, under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['alter-column-type', 'alter-composite'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    const what =
      operation.kind === 'alter-composite'
        ? `the type ${quoted(operation.type.name)}`
        : `${quoted(operation.column)} to ${operation.type.text}`;
    judged.report(
      `Changing ${what}: ${impactAndReason(judged, blocking)}.`,
      'Add a second column of the new type, keep it in step by a trigger, fill it in batches, then let the code and the names change over.',
    );
  },
});
