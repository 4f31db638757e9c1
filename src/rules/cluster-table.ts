import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact } from './wording.ts';

export default defineRule({
  id: 'cluster-table',
  title: 'CLUSTER rewrites the table under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['cluster'],
  check(judged) {
    const { operation, before } = judged;
    const blocking = blockingWork(judged);
    // Without a table it does all that were clustered before: none, where the history knows its tables whole and says so of no index.
    const tables = [...before.tables.entries()];
    const knowsAll = tables.length > 0 && tables.every(([, table]) => table.complete);
    if (blocking.length === 0 && (operation.table !== undefined || knowsAll)) return;
    const who =
      blocking.length > 0
        ? impact(judged, blocking)
        : 'reads and writes of each clustered table wait while its rows are rewritten (ACCESS EXCLUSIVE lock)';
    judged.report(`CLUSTER: ${who}.`, 'Leave it out of the migration; pg_repack orders a table by an index while it is in use.');
  },
});
