import { blockingWork } from './existing.ts';
import { defineRule } from './rule.ts';
import { impact, impactAndReason, quoted } from './wording.ts';

export default defineRule({
  id: 'set-tablespace-rewriting',
  title: 'SET TABLESPACE copies the table or index under a lock that stops reads and writes',
  category: 'blocking',
  severity: 'error',
  on: ['set-tablespace', 'set-index-tablespace', 'alter-view'],
  check(judged) {
    const { operation } = judged;
    if (operation.kind === 'alter-view' && operation.sets !== 'tablespace') return;
    const blocking = blockingWork(judged);
    if (blocking.length === 0) return;
    if (operation.kind === 'alter-view') {
      judged.report(
        `SET TABLESPACE copies every block: ${impact(judged, blocking)}.`,
        'Create the materialized view anew in the tablespace under another name, then swap the names.',
      );
      return;
    }
    judged.report(
      `SET TABLESPACE ${quoted(operation.tablespace)} copies every block: ${impactAndReason(judged, blocking)}.`,
      operation.kind === 'set-index-tablespace'
        ? 'Build a second index in the new tablespace CONCURRENTLY, then DROP INDEX CONCURRENTLY the old one.'
        : 'Move the table with pg_repack, or create a new one in the tablespace and copy the rows in batches.',
    );
  },
});
