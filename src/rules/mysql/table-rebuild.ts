import type { MysqlEffect } from '../../engine/effect.ts';
import { failuresOf } from '../../engine/failure.ts';
import { isInUse } from '../existing.ts';
import { everyKind } from '../kinds.ts';
import { defineMysqlRule } from '../rule.ts';
import { isForbidden } from './cause.ts';
import { degraded } from './degraded.ts';
import { usesUpRowVersions } from './row-versions.ts';
import { failing, isAddedWithUnique, rebuildOf, sentence } from './wording.ts';

export default defineMysqlRule({
  id: 'table-rebuild',
  title: 'Every row is written anew while others read and write: it takes its time, room for a second table, and keeps replicas behind',
  category: 'operations',
  severity: 'warning',
  on: everyKind,
  check(judged) {
    const { effects, before } = judged;
    const rebuilt = effects.find(
      (each) => each.lock === 'none' && each.work.includes('rebuild') && isInUse(before, each.table) && !isForbidden(each),
    );
    // What fails on the first row there is rewrites none; what need not be done at all is told by the rules that say so.
    if (
      rebuilt === undefined ||
      failsOnAnyRow(rebuilt) ||
      isAddedWithUnique(judged) ||
      usesUpRowVersions(judged) ||
      degraded(judged) !== undefined
    )
      return;
    judged.report(
      `${sentence(rebuildOf(judged, rebuilt))}: others go on, but what they write meanwhile is kept in a log that can run full, and replicas begin with it only when this has ended.${failing(rebuilt)}`,
      'Run it when little is written; or use gh-ost, pt-online-schema-change or spirit, which wait for the replicas.',
    );
  },
});

/** ER_TRUNCATED_WRONG_VALUE: the zero date that each row would get. */
function failsOnAnyRow(effect: MysqlEffect): boolean {
  return failuresOf(effect).some(({ code }) => code === '1292');
}
