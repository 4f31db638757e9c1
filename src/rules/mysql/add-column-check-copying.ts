import { defineMysqlRule } from '../rule.ts';
import { named } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-column-check-copying',
  title: 'ADD COLUMN … CHECK copies the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const blocking = blockingBy('add-column-check-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${named(judged, judged.operation.column.name)} with a CHECK: ${impact(judged, blocking)}.`,
      `Add the column without it, which is INSTANT, and leave the test to the code; or add both by ${copyOnline}.`,
    );
  },
});
