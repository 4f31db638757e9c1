import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, shown } from './wording.ts';

export default defineRule({
  id: 'refresh-materialized-view-blocking',
  title: 'REFRESH MATERIALIZED VIEW without CONCURRENTLY stops reads until its query has run',
  category: 'blocking',
  severity: 'error',
  on: ['refresh-view'],
  check(judged) {
    const { operation } = judged;
    if (operation.concurrently) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    judged.report(
      `REFRESH MATERIALIZED VIEW ${shown(judged, operation.view)} without CONCURRENTLY: ${impact(judged, blocking)}.`,
      'REFRESH MATERIALIZED VIEW CONCURRENTLY; it needs a unique index over all rows of the view.',
    );
  },
});
