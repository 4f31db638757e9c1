import { switchOf } from '../../schema/variable.ts';
import { isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';

export default defineMysqlRule({
  id: 'unvalidated-foreign-key',
  title: 'A foreign key added with foreign_key_checks = 0 is never held against the rows that are there',
  category: 'operations',
  severity: 'warning',
  on: ['add-constraint'],
  check(judged) {
    const { operation, before, context } = judged;
    const { constraint, table } = operation;
    if (constraint.type !== 'foreign-key' || !isInUse(before, table)) return;
    if (switchOf(before, 'foreign_key_checks') ?? context.foreignKeyChecks ?? true) return;
    judged.report(
      `With foreign_key_checks = 0 no row of ${shown(judged, table)} is looked up in ${shown(judged, constraint.references)}: rows without a parent stay, and nothing ever finds them.`,
      'Look for them before and after, by a LEFT JOIN for rows without a parent; waive this with what it found.',
    );
  },
});
