import { failuresOf } from '../../engine/failure.ts';
import { effectOn, isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { named } from '../wording.ts';
import { isAddedWithUnique, rebuildOf } from './wording.ts';

/** ER_DUP_ENTRY */
const duplicate = '1062';

export default defineMysqlRule({
  id: 'add-column-unique-rebuilding',
  title: 'ADD COLUMN … UNIQUE writes every row anew, where the column alone would be INSTANT',
  category: 'operations',
  severity: 'warning',
  on: ['add-column'],
  check(judged) {
    const { table, column } = judged.operation;
    if (!isAddedWithUnique(judged) || !isInUse(judged.before, table)) return;
    const own = effectOn(judged, table);
    // While writes wait it is a matter of another rule.
    if (own === undefined || own.lock !== 'none' || !own.work.includes('rebuild')) return;
    const fails = failuresOf(own).some(({ code }) => code === duplicate)
      ? ` It fails if there are two rows, for all of them get the same value (error ${duplicate}).`
      : '';
    judged.report(
      `Adding ${named(judged, column.name)} as UNIQUE: ${rebuildOf(judged, own)}.${fails}`,
      'Add the column without UNIQUE, which is INSTANT; fill it; then ADD UNIQUE in a statement of its own, ALGORITHM=INPLACE, LOCK=NONE.',
      fails === '' ? {} : { severity: 'error' },
    );
  },
});
