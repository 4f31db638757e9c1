import { blockingWorkOf, rewrites } from './adding.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-identity',
  title: 'ADD COLUMN … GENERATED AS IDENTITY rewrites the table to number its rows',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (column.identity === undefined) return;
    const blocking = blockingWorkOf(judged, ['identity']);
    if (!rewrites(blocking)) return;
    judged.report(
      `Adding the identity column ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`,
      'Add a plain integer column, number the rows in batches, make it NOT NULL, then ADD GENERATED AS IDENTITY: that changes only the catalog.',
    );
  },
});
