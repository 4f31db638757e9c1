import { defineMysqlRule } from '../rule.ts';
import { named } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-column-default-copying',
  title: 'ADD COLUMN with an expression as its default copies the table while writes wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-column'],
  check(judged) {
    const blocking = blockingBy('add-column-default-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Adding ${named(judged, judged.operation.column.name)}: ${impact(judged, blocking)}.`,
      'Write a literal where one will do; else add the column nullable without a default, SET DEFAULT in a second statement, and fill the old rows in batches.',
    );
  },
});
