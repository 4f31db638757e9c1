import { isSerial } from '../schema/serial.ts';
import { blockingWorkOf, rewrites } from './adding.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-serial',
  title: 'ADD COLUMN with a serial type rewrites the table to number its rows',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (!isSerial(column.type)) return;
    const blocking = blockingWorkOf(judged, []);
    if (!rewrites(blocking)) return;
    judged.report(
      `Adding the ${column.type.text} column ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`,
      // An identity column is no way out: it numbers the rows in a rewrite too.
      'Add a plain integer column, take its default from a sequence for new rows, then number the old rows in batches.',
    );
  },
});
