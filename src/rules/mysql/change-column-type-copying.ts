import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'change-column-type-copying',
  title: 'MODIFY or CHANGE to another type copies the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['redefine-column'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('change-column-type-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Changing ${shown(judged, operation.table)}.${named(judged, operation.column)} to ${operation.definition.type.text}: ${impact(judged, blocking)}.`,
      `Add a second column of the new type, keep both in step by triggers, fill it in batches, then let the names change over; or use ${copyOnline}.`,
    );
  },
});
