import { isInUse } from '../existing.ts';
import { defineMysqlRule } from '../rule.ts';
import { shown } from '../wording.ts';
import { usesUpRowVersions } from './row-versions.ts';
import { rebuildOf } from './wording.ts';

export default defineMysqlRule({
  id: 'row-versions-used-up',
  title: 'A table that has been changed INSTANTly as often as MySQL allows is written anew by the next ADD or DROP COLUMN',
  category: 'operations',
  severity: 'warning',
  engines: ['mysql'],
  on: ['add-column', 'drop-column'],
  check(judged) {
    const { operation, before, effects } = judged;
    const [own] = effects;
    if (own === undefined || !usesUpRowVersions(judged) || !isInUse(before, operation.table)) return;
    judged.report(
      `${shown(judged, operation.table)} has been changed INSTANTly as often as MySQL allows (TOTAL_ROW_VERSIONS): ${own.fails?.certain ? own.fails.reason : rebuildOf(judged, own)}.`,
      'Write it anew at a time of your own choice, by ALTER TABLE … ENGINE=InnoDB, ALGORITHM=INPLACE, LOCK=NONE; then the count begins again.',
    );
  },
});
