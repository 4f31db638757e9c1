import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'change-enum-copying',
  title: 'ENUM or SET members that are removed, moved or put between others copy the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['redefine-column'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('change-enum-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Changing the members of ${shown(judged, operation.table)}.${named(judged, operation.column)}: ${impact(judged, blocking)}.`,
      `Leave the members as they are and put new ones behind the last, which is INSTANT; or use ${copyOnline}.`,
    );
  },
});
