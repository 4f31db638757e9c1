import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { impact } from './wording.ts';

export default defineMysqlRule({
  id: 'drop-primary-key-copying',
  title: 'DROP PRIMARY KEY copies the table while writes wait, unless the same statement adds another',
  category: 'blocking',
  severity: 'error',
  on: ['drop-constraint'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('drop-primary-key-copying', judged);
    if (blocking.length === 0) return;
    judged.report(
      `Dropping the primary key of ${shown(judged, operation.table)}: ${impact(judged, blocking)}.`,
      'Drop it and add the new one in one statement: ALTER TABLE … DROP PRIMARY KEY, ADD PRIMARY KEY (…), ALGORITHM=INPLACE, LOCK=NONE.',
    );
  },
});
