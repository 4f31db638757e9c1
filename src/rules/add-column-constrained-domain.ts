import { isSerial } from '../schema/serial.ts';
import { blockingWorkOf, rewrites } from './adding.ts';
import { defineRule } from './rule.ts';
import { impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'add-column-constrained-domain',
  title: 'ADD COLUMN of a domain with constraints rewrites the table, even without a default',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const { column } = judged.operation;
    if (isSerial(column.type)) return;
    // What is left of a column without default, identity and generation is its type.
    const blocking = blockingWorkOf(judged, []);
    if (!rewrites(blocking)) return;
    judged.report(
      `Adding ${quoted(column.name)}: ${impactAndReason(judged, blocking)}.`,
      "Add the column with the domain's base type, and its rules as CHECK constraints: NOT VALID first, validated in a later transaction.",
    );
  },
});
