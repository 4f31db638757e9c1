import { blockingWorkOf, rewrites } from './adding.ts';
import { defineRule } from './rule.ts';
import { impact, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-stored-generated',
  title: 'ADD COLUMN … GENERATED ALWAYS AS (…) STORED rewrites the table to compute it',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (column.generated?.stored !== true) return;
    const blocking = blockingWorkOf(judged, ['generated']);
    if (!rewrites(blocking)) return;
    judged.report(
      `Adding the stored generated column ${quoted(column.name)}: ${impact(judged, blocking)}.`,
      'Add a plain column, keep it up to date by a trigger and fill the old rows in batches; or make it VIRTUAL on PostgreSQL 18.',
    );
  },
});
