import { isSerial } from '../schema/serial.ts';
import { blockingWorkOf, rewrites } from './adding.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted, shown } from './wording.ts';

export default defineRule({
  id: 'add-column-volatile-default',
  title: 'ADD COLUMN with a volatile default rewrites the table under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column, table } = judged.operation;
    if (column.default === undefined || isSerial(column.type) || rewrites(blockingWorkOf(judged, []))) return;
    const blocking = blockingWorkOf(judged, ['default']);
    if (!rewrites(blocking)) return;
    judged.report(
      `Adding ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`,
      `Add ${quoted(column.name)} to ${shown(judged, table)} without a default, set the default for new rows, then fill the old rows in batches.`,
    );
  },
});
