import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact } from './wording.ts';

export default defineRule({
  id: 'vacuum-full',
  title: 'VACUUM FULL rewrites the table under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['vacuum'],
  check(judged) {
    const { operation } = judged;
    if (!operation.full) return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0 && operation.table !== undefined) return;
    const who =
      blocking.length > 0
        ? impact(judged, blocking)
        : 'reads and writes of each table wait while its rows are rewritten (ACCESS EXCLUSIVE lock)';
    judged.report(
      `VACUUM FULL: ${who}.`,
      'Plain VACUUM frees the space for reuse without blocking; to give it back to the disk, use pg_repack.',
    );
  },
});
