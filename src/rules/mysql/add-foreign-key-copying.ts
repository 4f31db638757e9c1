import { defineMysqlRule } from '../rule.ts';
import { named, shown } from '../wording.ts';
import { blockingBy } from './cause.ts';
import { impact } from './wording.ts';

export default defineMysqlRule({
  id: 'add-foreign-key-copying',
  title: 'ADD … FOREIGN KEY copies the table while writes to both tables wait',
  category: 'blocking',
  severity: 'error',
  on: ['add-constraint', 'add-column'],
  check(judged) {
    const { operation } = judged;
    const blocking = blockingBy('add-foreign-key-copying', judged);
    if (blocking.length === 0) return;
    const what =
      operation.kind === 'add-column'
        ? `${named(judged, operation.column.name)} with REFERENCES`
        : `a foreign key${operation.constraint.type === 'foreign-key' ? ` from ${shown(judged, operation.table)} to ${shown(judged, operation.constraint.references)}` : ''}`;
    judged.report(
      `Adding ${what}: ${impact(judged, blocking)}.`,
      'Build the index of its columns first; then, with SET foreign_key_checks = 0, add it by ALGORITHM=INPLACE, LOCK=NONE, and look for rows without a parent before and after: nothing else ever will.',
    );
  },
});
