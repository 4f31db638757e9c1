import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'widen-varchar-copying',
  title: 'A VARCHAR that grows beyond 255 bytes copies the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['redefine-column'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('widen-varchar-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Changing ${shown(judged, operation.table)}.${named(judged, operation.column)} to ${operation.definition.type.text}: ${impact(judged, blocking)}.`,
      `Stay within 255 bytes (63 characters of utf8mb4, 85 of utf8mb3), which touches no row; or use ${copyOnline}.`,
    );
  },
});
