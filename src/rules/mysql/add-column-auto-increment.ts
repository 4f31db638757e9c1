import { defineMysqlRule } from '../rule.ts';
import { named } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { copyOnline, impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-column-auto-increment',
  title: 'ADD COLUMN … AUTO_INCREMENT writes every row anew to number it, while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const blocking = blockingBy('add-column-auto-increment', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${named(judged, judged.operation.column.name)} with AUTO_INCREMENT: ${impact(judged, blocking)}.`,
      `Add it by ${copyOnline}; and mind that replicas number the rows in their own order, where there is no other key.`,
    );
  },
});
